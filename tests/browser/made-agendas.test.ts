import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { startBrowser } from '../support/browser.ts';
import { type RunningBot, runBot } from '../support/run-bot.ts';

const pictures = join('docs', 'pictures', 'agendas');
let bot: RunningBot;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [bot, browser] = await Promise.all([runBot(), startBrowser()]);
  page = await browser.newPage({ viewport: { width: 1100, height: 1000 } });
  await page.goto(bot.pageUrl);
  await page.waitForSelector('body[data-ready]');
  await page.selectOption('#person', 'secretary');
  await page.locator('#place-list').getByRole('button', { name: /Kanal/ }).click();
  mkdirSync(pictures, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await bot.stop();
});
const say = async (text: string) => {
  await page.fill('#text', text);
  await page.keyboard.press('Enter');
};
/** Draws the step where PICTURES is set, and lets axe look at it. */
const picture = async (name: string) => {
  if (process.env['PICTURES']) await page.screenshot({ path: join(pictures, `${name}.png`) });
  expect(await axeFaults(page)).toEqual([]);
};
const dialog = () => page.locator('#dialog');
const fillForm = async (day: string, items: string) => {
  await say('ny dagsorden');
  await page.locator('main').getByRole('button', { name: 'Lav dagsordenen' }).last().click();
  await dialog().getByLabel('Udvalg (skal udfyldes)').fill('Beskæftigelsesudvalget');
  await dialog().locator('input[type=date]').fill(day);
  await dialog().locator('textarea').fill(items);
};

test('an agenda is written in the form, with a closed item, and kept as template', async () => {
  await fillForm('2026-12-01', 'Budgetopfølgning 3\nat den tages til efterretning\nKvalitetsstandard\nLukket: Køb af ejendom');
  await dialog().locator('input[type=time]').fill('15:00');
  await dialog().getByLabel('Gem punkterne som skabelon').check();
  await picture('10-new');
  await dialog().getByRole('button', { name: 'Gem dagsordenen' }).click();
  await page.getByText('Punkt 3: lukket punkt').first().waitFor();
  await page.getByText('Skabelonen for Beskæftigelsesudvalget er gemt').first().waitFor();
  await picture('11-made');
});

test('the next begins with the open items, says the rule, and is changed where it stands', async () => {
  await fillForm('2026-12-15', 'Nyt om mentorer');
  await dialog()
    .locator('select')
    .selectOption({ label: 'Åbne punkter fra Beskæftigelsesudvalget, tirsdag den 1. december 2026 (2)' });
  await dialog().getByRole('button', { name: 'Gem dagsordenen' }).click();
  await page
    .getByText(/Ført over fra .* 2 punkter uden beslutning eller udsat/)
    .first()
    .waitFor();
  await picture('12-carried');
  await page.locator('main').getByRole('button', { name: 'Ret dagsordenen' }).last().click();
  await dialog().locator('textarea').fill('Nyt om mentorer\nKvalitetsstandard\nEventuelt');
  await picture('13-change');
  await dialog().getByRole('button', { name: 'Gem dagsordenen' }).click();
  await page.getByText('Punkt 3: Eventuelt').first().waitFor();
});

test('a figure is searched, and inserted as a card with its source', async () => {
  await page.click('#search');
  await page.selectOption('#search-command', 'search');
  await page.fill('#search-query', 'tal uddannelseshuset 2016');
  await page.keyboard.press('Enter');
  await dialog().getByText('Uddannelseshuset unge: 112.675.000 kr.').first().waitFor();
  await picture('14-search');
  await dialog()
    .getByRole('button', { name: /112\.675\.000/ })
    .first()
    .click();
  await page.locator('main').getByText('Kilde: Aalborg · 2016 · vedtaget').first().waitFor();
  await picture('15-inserted');
});
