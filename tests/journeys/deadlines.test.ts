import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainDate } from '../../src/domain/calendar/plain-date.ts';
import { tryoutTenant } from '../../src/tryout/people/people.ts';
import { type DeadlineBot, lastOf as last, startDeadlineBot } from '../support/deadline-bot.ts';

let bot: DeadlineBot;
beforeAll(async () => {
  bot = await startDeadlineBot();
});
afterAll(() => bot.close());

const berit = () => bot.berit();
const leader = () => bot.leader();
const on = (day: string) => bot.on(day);

test('a deadline typed in words is laid in, shown on the board, and not doubled when Teams repeats itself', async () => {
  await on('2026-11-23');
  await leader().say('mine frister');
  await berit().say('frist 16. december partshøring sag 24/1187');
  expect(last(berit())).toContain('onsdag den 16. december 2026');
  await berit().say('mine frister');
  expect(last(berit())).toContain('Én åben, heraf 0 overskredet');
  expect(last(berit())).toContain('partshøring');
});

test.each([
  ['Mind mig om at ringe til virksomheden onsdag den 6. januar 2027', 'ringe til virksomheden', '6. januar 2027'],
  ['opret en frist: svar 7. januar 2027', 'svar', '7. januar 2027'],
  ['remind me to call the GP on 8 January 2027', 'call the GP', '8. januar 2027'],
])('"%s" lays in a deadline too', async (text, title, day) => {
  await berit().say(text);
  expect(last(berit())).toContain(`"${title}"`);
  expect(last(berit())).toContain(day);
  await berit().press(berit().last()?.id ?? '', 'Fortryd');
});

test('words that may mean two days are asked about, and the day that is pressed is the deadline', async () => {
  await berit().say('frist ring onsdag om mødet torsdag');
  expect(last(berit())).toContain('Hvilken dag mener du?');
  await berit().press(berit().last()?.id ?? '', 'onsdag den 25. november 2026');
  const shown = JSON.stringify(berit().cardOf(berit().last()?.id ?? ''));
  expect([shown.includes('Fristen er lagt ind'), shown.includes('ring om mødet torsdag')]).toEqual([true, true]);
  await berit().press(berit().last()?.id ?? '', 'Fortryd');
});

test('a question about a deadline lays in none', async () => {
  await berit().say('Frist for høringssvar 12. december?');
  expect(last(berit())).not.toContain('Fristen er lagt ind');
});

test('nothing is sent on a day without anything to remember, and one digest on the day that has', async () => {
  const before = berit().messages().length;
  await on('2026-11-24');
  expect(berit().messages().length).toBe(before);
  await on('2026-12-09');
  await on('2026-12-09');
  expect(berit().messages().length).toBe(before + 1);
  expect(last(berit())).toContain('Dine frister i dag');
  expect(last(berit())).toContain('om 7 dage');
});

test('days that were missed are one digest, and the team leader hears of it after three working days', async () => {
  const before = [berit().messages().length, leader().messages().length];
  await on('2026-12-18');
  expect(last(berit())).toContain('Gives videre til din leder næste arbejdsdag');
  await on('2026-12-21');
  expect([berit().messages().length - (before[0] ?? 0), leader().messages().length - (before[1] ?? 0)]).toEqual([1, 1]);
  expect(last(leader())).toContain('ansvarlig: Berit Holm');
});

test('one press finishes a deadline and the card shows that it is gone', async () => {
  const digest = berit().messages().at(-1);
  await berit().press(digest?.id ?? '', 'Klaret');
  expect(JSON.stringify(berit().cardOf(digest?.id ?? ''))).toContain('Der er ikke mere, du skal huske i dag.');
  await berit().say('mine frister');
  expect(last(berit())).toContain('Der er ingen åbne frister');
});

test('a press by mistake is taken back, and a digest that is looked at later says what is true then', async () => {
  await on('2026-12-22');
  await berit().say('frist 29. december statusnotat');
  await on('2026-12-22');
  const digest = berit().messages().at(-1)?.id ?? '';
  const shown = () => JSON.stringify(berit().cardOf(digest));
  expect(shown()).toContain('om 7 dage');
  await berit().press(digest, 'Klaret');
  expect(shown()).toContain('”statusnotat” er klaret.');
  await berit().press(digest, 'Fortryd');
  expect(shown()).toContain('om 7 dage');
  bot.setDay('2026-12-29');
  await berit().refresh(digest);
  expect(shown()).toContain('tirsdag den 29. december 2026, i dag');
  const before = berit().messages().length;
  await berit().press(digest, 'Klaret');
  await berit().press(digest, 'Fortryd');
  await bot.later();
  expect(berit().messages().length).toBe(before);
  await berit().press(digest, 'Klaret');
});

test('a board asked for in a channel is answered in the personal chat', async () => {
  const before = berit().messages().length;
  await bot.teams.channel(bot.teams.person('caseworker-1')).say('mine frister');
  expect(berit().messages().length).toBe(before + 1);
  expect(JSON.stringify(bot.teams.channel(bot.teams.person('caseworker-1')).messages().at(-1)?.activity)).toContain(
    'personlige chat',
  );
});

test('a caseworker does not see the team’s deadlines', async () => {
  await berit().say('teamets frister');
  expect(last(berit())).toContain('Det kan kun teamlederen');
});

test('a stand-in gets the digest of who is away, and may finish what is on it', async () => {
  const standIn = bot.teams.personalChat(bot.teams.person('caseworker-2'));
  await standIn.say('mine frister');
  await on('2027-01-04');
  await berit().say('frist 5. januar 2027 opfølgning');
  const day = plainDate('2027-01-05');
  const [away, other] = [bot.teams.person('caseworker-1').objectId ?? '', bot.teams.person('caseworker-2').objectId ?? ''];
  const audit = { tenantId: tryoutTenant, actor: away, action: 'absence-saved', subject: away, details: {} };
  const absence = { person: away, from: day, to: day, standIn: other };
  await bot.store.saveAbsence(tryoutTenant, absence, { activityId: null, audit });
  await on('2027-01-05');
  expect(last(standIn)).toContain('opfølgning');
  await standIn.press(standIn.last()?.id ?? '', 'Klaret');
  await berit().say('mine frister');
  expect(last(berit())).toContain('Der er ingen åbne frister');
});
