import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expand } from '../../src/cards/template.ts';
import { startBrowser } from '../support/browser.ts';
import { drawCard, openCardPage } from '../support/render-card.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser();
  page = await openCardPage(browser);
});
afterAll(() => browser.close());

const samples = readdirSync('cards').filter((name) => name.endsWith('.sample.json'));

test.each(samples)('%s is readable for all and fits a phone, light and dark', async (name) => {
  const card = expand(name.split('.')[0] ?? '', JSON.parse(readFileSync(`cards/${name}`, 'utf8')));
  for (const look of [
    { theme: 'light', width: 280 },
    { theme: 'dark', width: 280 },
    { theme: 'light', width: 480 },
  ] as const)
    expect((await drawCard(page, card, look)).faults, JSON.stringify(look)).toEqual([]);
});
