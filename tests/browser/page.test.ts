import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expand } from '../../src/cards/template.ts';
import { type PlainDate, plainDate } from '../../src/domain/calendar/plain-date.ts';
import { startTryout, type Tryout } from '../../src/tryout/start-tryout.ts';
import { axeFaults } from '../support/axe.ts';
import { startBrowser } from '../support/browser.ts';
import { type Behaviour, cardActivity, conversationPath, type SmallBot, startSmallBot } from '../tryout/small-bot.ts';

const sampleCard = (name: string) => expand(name, JSON.parse(readFileSync(`cards/${name}.sample.json`, 'utf8')));
const section = {
  title: 'Afsnit',
  card: { contentType: 'application/vnd.microsoft.card.adaptive', content: sampleCard('section') },
};
const citation = { position: 1, appearance: { name: 'Principper 2016', abstract: 'Fordeling' } };
let today = plainDate('2026-11-24');
let browser: Browser;
let page: Page;
let bot: SmallBot;
let tryout: Tryout;

/** Answers with the answer card; "spørg tilbage" with choices; pressing a choice with a card for that person. */
const behave: Behaviour = async (activity, connector) => {
  const post = (body: object) => connector('POST', `${conversationPath(activity)}/activities`, { ...body });
  if (activity['name'] === 'task/fetch') return { task: { type: 'continue', value: section } };
  if (activity['name'] === 'composeExtension/query')
    return {
      composeExtension: { attachments: [{ content: sampleCard('not-found'), preview: { content: { title: 'Fundet' } } }] },
    };
  if (activity['name'] === 'adaptiveCard/action')
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: sampleCard('not-found') };
  if (activity['type'] !== 'message') return {};
  if (/tilbage/.test(String(activity['text']))) return void (await post(cardActivity(sampleCard('ask-back'))));
  const entities = [{ type: 'https://schema.org/Message', citation: [citation] }];
  await post({
    ...cardActivity(sampleCard('answer')),
    text: 'Se **svaret** [1]',
    entities,
    channelData: { feedbackLoop: { type: 'default' } },
  });
  return {};
};

beforeAll(async () => {
  bot = await startSmallBot(behave);
  const setToday = (day: PlainDate | null) => {
    today = day ?? plainDate('2026-11-24');
  };
  tryout = await startTryout({ port: 0, botUrl: bot.url, appId: null, today: () => today, setToday });
  browser = await startBrowser();
  page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  await page.goto(tryout.url);
  await page.waitForSelector('body[data-ready]');
});
afterAll(async () => {
  await browser.close();
  await tryout.close();
  await bot.close();
});

const say = async (text: string) => {
  await page.fill('#text', text);
  await page.keyboard.press('Enter');
};

test('a question gets a card with its source and thumbs, and the page has no accessibility faults', async () => {
  await say('Hvor meget fik Uddannelseshuset?');
  await page.locator('.ac-adaptiveCard').getByText('112.675.000 kr.', { exact: true }).first().waitFor();
  expect(await page.locator('.bubble strong').textContent()).toBe('svaret');
  expect(await page.locator('.citations').textContent()).toContain('Principper 2016');
  expect(await axeFaults(page)).toEqual([]);
});

test('"vis afsnit" opens a dialog with the quotation marked', async () => {
  await page.getByRole('button', { name: 'Vis afsnit' }).first().click();
  await page.locator('dialog[open]').getByText('Citatet er fremhævet').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Luk' }).click();
});

test('a thumb is sent with its words', async () => {
  await page.getByRole('button', { name: 'Dårligt svar' }).first().click();
  await page.fill('#feedback-text', 'forkert år');
  await page.locator('dialog').getByRole('button', { name: 'Send' }).click();
  await page.getByText('Tak, din mening er sendt.').waitFor();
  const feedback = bot.heard.find(({ name }) => name === 'message/submitAction');
  expect(feedback?.['value']).toMatchObject({ actionValue: { reaction: 'dislike', feedback: '{"feedbackText":"forkert år"}' } });
});

test('a choice is pressed where the whole line is the button, and changes the card for that person only', async () => {
  await page.getByRole('button', { name: 'Gruppechat' }).click();
  await say('spørg tilbage');
  await page.getByRole('button', { name: /fristen for høring/ }).click();
  await page.getByText('Det står ikke i dokumenterne').waitFor();
  await page.selectOption('#person', 'caseworker-2');
  await page.getByText('Hvad mener du?').waitFor();
  await page.selectOption('#person', 'caseworker-1');
});

test("a find of the search is inserted as one's own message", async () => {
  await page.getByRole('button', { name: 'Søg og indsæt' }).click();
  await page.fill('#search-query', 'mentor');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Fundet' }).click();
  await page.locator('.message.own .ac-adaptiveCard').waitFor();
});

test('the day, the theme, the width and the language are chosen on the page', async () => {
  await page.fill('#today', '2027-01-04');
  await expect.poll(() => today).toBe('2027-01-04');
  await page.check('#dark');
  await page.check('#narrow');
  await page.selectOption('#language', 'en');
  await page.getByRole('button', { name: 'Search and insert' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect((await page.locator('.ac-adaptiveCard').first().boundingBox())?.width).toBe(280);
});
