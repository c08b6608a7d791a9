import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { startBrowser } from '../support/browser.ts';
import { type RunningBot, runBot } from '../support/run-bot.ts';

let bot: RunningBot;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [bot, browser] = await Promise.all([runBot(), startBrowser()]);
  page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  await page.goto(bot.pageUrl);
  await page.waitForSelector('body[data-ready]');
});
afterAll(async () => {
  await browser.close();
  await bot.stop();
});

test('on a fresh start the question about Uddannelseshuset gets its figure, share, source and what exceeds the budget', async () => {
  await page.fill('#text', 'Hvor meget fik Uddannelseshuset i 2016?');
  await page.keyboard.press('Enter');
  await page.locator('.ac-adaptiveCard').first().waitFor();
  const card = await page.locator('.ac-adaptiveCard').first().innerText();
  for (const words of ['112.675.000 kr.', '38,1 %', '3.775.000 kr.', 'Aalborg', '2016', 'Kilde: ']) expect(card).toContain(words);
  expect(await axeFaults(page)).toEqual([]);
});

test('a CPR number is refused kindly, and the rest of the text can be sent', async () => {
  await page.fill('#text', 'Hvad gælder for 010190-1234, der er 24 år?');
  await page.keyboard.press('Enter');
  await page.getByText('Skriv ikke CPR-numre her').waitFor();
  const rest = await page.locator('.ac-adaptiveCard').last().locator('textarea').inputValue();
  expect(rest).toContain('der er 24 år');
  expect(rest).not.toContain('010190');
});

test('help is shown in Danish and in English', async () => {
  await page.fill('#text', 'hjælp');
  await page.keyboard.press('Enter');
  await page.getByText('Det kan jeg hjælpe med').waitFor();
  await page.getByRole('button', { name: 'In English' }).click();
  await page.getByText('What I can help with').waitFor();
});
