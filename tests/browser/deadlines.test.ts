import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { type DeadlineBot, startDeadlineBot } from '../support/deadline-bot.ts';
import { drawCard, openCardPage } from '../support/render-card.ts';

const pictures = join('docs', 'pictures', 'deadlines');
let bot: DeadlineBot;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [bot, browser] = await Promise.all([startDeadlineBot(), startBrowser()]);
  page = await openCardPage(browser);
  mkdirSync(pictures, { recursive: true });
  await bot.on('2026-12-01');
  for (const chat of [bot.berit(), bot.anders(), bot.leader()]) await chat.say('mine frister');
  for (const text of [
    'frist 1. december statusnotat til faglig leder',
    'frist 3. december opfølgningssamtale sag 24/1201',
    'frist 8. december partshøring sag 24/1187',
    'frist medio december indberetning af ledighedstal',
    'frist 10 arbejdsdage efter 1. december svar på aktindsigt sag 24/0904',
    'frist 12. januar 2027 genvurdering af ressourceforløb sag 24/0777',
  ])
    await bot.berit().say(text);
  for (const text of ['frist 2. december ring til virksomhedskonsulent', 'frist 4. december mentoraftale udløber sag 24/1310'])
    await bot.anders().say(text);
});
afterAll(async () => {
  await browser.close();
  await bot.close();
});

type Chat = ReturnType<DeadlineBot['berit']>;
const seen = (chat: Chat) => chat.cardOf(chat.last()?.id ?? '');
const press = (chat: Chat, title: string, inputs = {}) => chat.press(chat.last()?.id ?? '', title, inputs);
/** A card without faults in every look; drawn into the docs where PICTURES is set. */
async function picture(name: string, card: object): Promise<void> {
  for (const theme of ['light', 'dark'] as const)
    for (const width of [280, 480]) {
      const { png, faults } = await drawCard(page, card, { theme, width });
      expect(faults, `${name} ${theme} ${width}`).toEqual([]);
      if (process.env['PICTURES']) writeFileSync(join(pictures, `${name}-${theme}-${width}.png`), png);
    }
}

test('what a person typed is shown back, and the own board lists it', async () => {
  await picture('1-saved', seen(bot.berit()));
  await bot.berit().say('mine frister');
  await picture('2-mine', seen(bot.berit()));
});

test('the digest of the day, and of the day on which the leader will be told', async () => {
  await bot.on('2026-12-02');
  await picture('3-digest', seen(bot.berit()));
  await bot.on('2026-12-03');
  await picture('4-digest-overdue', seen(bot.berit()));
});

test('the leader’s escalation, the team’s board and what is overdue', async () => {
  await bot.on('2026-12-04');
  await picture('5-escalation', seen(bot.leader()));
  await bot.leader().say('teamets frister');
  await picture('6-team', seen(bot.leader()));
  await bot.leader().say('overskredne');
  await picture('7-overdue', seen(bot.leader()));
});

test('a deadline that came after the digest, and one that was moved', async () => {
  await bot.berit().say('frist i dag ring til borgeren');
  await bot.later();
  await picture('8-single', seen(bot.berit()));
  await bot.on('2026-12-08');
  await bot.leader().say('teamets frister');
  await press(bot.leader(), 'Vælg dag, flyt eller giv videre …');
  const card = bot.leader().dialog()?.card;
  if (card === undefined) throw new Error('No dialog is open');
  await picture('9-change', card);
  await bot.leader().submitDialog({ action: 'move', day: '2026-12-18' });
  await bot.later();
  await picture('10-moved', seen(bot.berit()));
});

test('the share met in time, and the duties with their dialog', async () => {
  await bot.berit().say('min rettidighed');
  await picture('11-share', seen(bot.berit()));
  await bot.leader().say('faste opgaver');
  await picture('12-duties', seen(bot.leader()));
  await press(bot.leader(), 'Sæt op …');
  const card = bot.leader().dialog()?.card;
  if (card === undefined) throw new Error('No dialog is open');
  await picture('13-duty', card);
});

test('the import’s columns and preview', async () => {
  const rows = [
    '26/1;Berit Holm;Jobsamtale;16.12.2026',
    '26/2;Berit Holm;Jobsamtale;31.2.2027',
    '26/3;Anders Juul;Samtale;18.12.2026',
  ];
  const content = ['Sagsnr;Sagsbehandler;Type;Frist', ...rows].join('\r\n');
  await bot.leader().say('', { files: [{ name: 'frister.csv', content }] });
  await picture('14-columns', seen(bot.leader()));
  await press(bot.leader(), 'Vis, hvad der vil ske');
  await picture('15-preview', seen(bot.leader()));
});
