// Takes the README's pictures of the local try-out, with the real bot: npm run build && npx tsx scripts/take-pictures.ts
import { startBrowser } from '../tests/support/browser.ts';
import { runBot } from '../tests/support/run-bot.ts';

const [bot, browser] = await Promise.all([runBot(), startBrowser()]);
const page = await browser.newPage({ viewport: { width: 1100, height: 860 } });
await page.goto(bot.pageUrl);
await page.waitForSelector('body[data-ready]');
await page.fill('#text', 'Hvor meget fik Uddannelseshuset i 2016?');
await page.keyboard.press('Enter');
await page.locator('.ac-adaptiveCard').first().waitFor();
await page.screenshot({ path: 'docs/pictures/tryout-light.png' });
await page.getByRole('button', { name: 'Vis afsnit' }).first().click();
await page.locator('dialog[open]').waitFor();
await page.screenshot({ path: 'docs/pictures/tryout-section.png' });
await page.getByRole('button', { name: 'Luk' }).click();
await page.check('#dark');
await page.check('#narrow');
await page.locator('[data-theme="dark"]').waitFor();
await page.screenshot({ path: 'docs/pictures/tryout-dark-narrow.png' });
await browser.close();
await bot.stop();
