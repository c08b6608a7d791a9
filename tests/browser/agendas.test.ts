import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { startBrowser } from '../support/browser.ts';
import { type RunningBot, runBot } from '../support/run-bot.ts';

const sources = '../shared/sources';
const pictures = join('docs', 'pictures', 'agendas');
/** The minutes of Jammerbugt, found by their first words. */
const file = existsSync(sources)
  ? readdirSync(sources)
      .map((name) => join(sources, name))
      .find((path) => readFileSync(path, 'utf8').trimStart().startsWith('REFERAT Besk'))
  : undefined;

describe.skipIf(file === undefined)(
  'the minutes of Jammerbugt in the browser (skipped where ../shared/sources is missing)',
  () => {
    let bot: RunningBot;
    let browser: Browser;
    let page: Page;
    beforeAll(async () => {
      [bot, browser] = await Promise.all([runBot(), startBrowser()]);
      page = await browser.newPage({ viewport: { width: 1100, height: 1000 } });
      await page.goto(bot.pageUrl);
      await page.waitForSelector('body[data-ready]');
      await page.selectOption('#person', 'secretary');
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
    const press = (name: string | RegExp) => page.locator('main').getByRole('button', { name }).last().click();
    const inDialog = (name: string | RegExp) => page.locator('#dialog').getByRole('button', { name }).first().click();
    const shows = (words: string | RegExp) => page.locator('#dialog').getByText(words).first().waitFor();

    test('the file sent in the personal chat is read with its eight items', async () => {
      await page.setInputFiles('#file', file ?? '');
      await press('Send');
      await page.getByText('8 punkter').first().waitFor();
      await picture('1-read');
    });

    test('it is posted into the channel, item 68 on its first page', async () => {
      await page.locator('#place-list').getByRole('button', { name: /Kanal/ }).click();
      await say('post dagsorden');
      await press(/Læg her/);
      await page.getByText('Punkt 68: Godkendelse af høringsgrundlag').first().waitFor();
      await picture('2-posted');
    });

    test('item 68 opens with its clause, both decisions and its parties', async () => {
      await press('Åbn punkt 68');
      await shows('at kvalitetsstandarden sendes i høring');
      await shows('Social- og Sundhedsudvalget, tirsdag den 24. november 2020');
      await shows('Seniorråd, Handicapråd, Ungeråd, LBR Jammerbugt');
      await picture('3-item');
    });

    test('its consultation deadline has passed, is moved and accepted', async () => {
      await inDialog(/Foreslåede frister/);
      await shows('Dagen er passeret');
      await inDialog('Accepter: 04.01.2021');
      await page.locator('#dialog input[type=date]').fill('2027-01-04');
      await picture('4-accept');
      await inDialog('Accepter');
      await shows(/Fristen er lagt ind hos Lars Bech/);
      await picture('5-accepted');
    });

    test('a decision is recorded and stands on the posted card', async () => {
      await inDialog('Tilbage til punktet');
      await inDialog('Registrer beslutning');
      await shows('Mindretallets udtalelse');
      await picture('6-decide');
      await inDialog('Gem beslutningen');
      await shows('Registreret beslutning');
      await page.locator('#dialog-close').click();
      await page.getByText('Besluttet her: godkendt').first().waitFor();
      await picture('7-decided');
    });

    test('a party’s answer is noted, and the deadline’s owner sees who is missing', async () => {
      await press('Åbn punkt 68');
      await inDialog(/Opfølgning/);
      await picture('16-waiting');
      await inDialog('Har svaret');
      await page.locator('#dialog textarea').fill('Seniorrådet har ingen bemærkninger.');
      await picture('17-answer');
      await inDialog('Gem');
      await shows('Svarede');
      await inDialog('Tilbage til punktet');
      await shows(/Seniorråd svarede/);
      await picture('18-answered');
      await page.locator('#dialog-close').click();
      await page
        .locator('#place-list')
        .getByRole('button', { name: /Chat med/ })
        .click();
      await say('mine frister');
      await page
        .getByText(/Mangler svar: Handicapråd, Ungeråd, LBR Jammerbugt/)
        .first()
        .waitFor();
      await picture('19-mine');
      await page.locator('#place-list').getByRole('button', { name: /Kanal/ }).click();
    });

    test('the minutes are approved and exported', async () => {
      await say('referat');
      await press(/Referat 25/);
      await press('Godkend referatet');
      await page
        .getByText(/Lars Bech godkendte/)
        .first()
        .waitFor();
      await picture('8-approved');
      await press('Eksporter');
      await shows('Linkene er dine');
      await picture('9-export');
    });
  },
);
