import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, addMonths, type PlainDate, plainDate } from '../../src/domain/calendar/plain-date.ts';
import type { Deadline } from '../../src/domain/deadline/deadline.ts';
import { nextReminderOn } from '../../src/domain/deadline/digest.ts';
import { tryoutTenant } from '../../src/tryout/people/people.ts';
import { type DeadlineBot, deadlineMembers, lastOf as last, startDeadlineBot } from '../support/deadline-bot.ts';

let bot: DeadlineBot;
const idOf = (name: string) => deadlineMembers.find((member) => member.name === name)?.objectId ?? '';
beforeAll(async () => {
  bot = await startDeadlineBot();
  await bot.on('2026-11-23');
  for (const chat of [bot.berit(), bot.anders(), bot.leader()]) await chat.say('mine frister');
});
afterAll(() => bot.close());

const discharged = plainDate('2026-09-16');
async function put(id: string, owner: string, months: number, today: PlainDate): Promise<void> {
  const trigger = { what: 'Udskrevet', on: discharged, offset: { kind: 'months' as const, count: months } };
  const deadline: Deadline = {
    ...{ id, kind: 'checklist', title: `Opgave ${id}`, caseReference: '24/1', dueOn: addMonths(discharged, months), trigger },
    ...{ vagueWords: null, source: null, assumption: null, owner, state: 'open', metOn: null, snoozedUntil: null },
  };
  const next = nextReminderOn(deadline, bot.settings, addDays(today, -1));
  const audit = { tenantId: tryoutTenant, actor: 'test', action: 'deadline-added', subject: id, details: {} };
  await bot.store.add(tryoutTenant, [{ deadline, importKey: null, nextReminderOn: next }], { activityId: null, audit });
}
const counts = () => [bot.berit(), bot.anders(), bot.leader()].map((chat) => sentTo(chat).length);
const sentTo = (chat: ReturnType<typeof bot.berit>) => chat.messages().filter(({ from }) => from === 'bot');
const since = (before: readonly number[]) => counts().map((count, index) => count - (before[index] ?? 0));

test('when a trigger moves, what counts from it moves, and whoever was reminded hears of it once', async () => {
  const [berit, anders] = [idOf('Berit Holm'), idOf('Anders Juul')];
  await put('a', berit, 3, plainDate('2026-11-23'));
  await put('b', berit, 6, plainDate('2026-11-23'));
  await put('c', anders, 3, plainDate('2026-11-23'));
  await bot.on('2026-12-09');
  const before = counts();
  await bot.leader().say('teamets frister');
  await bot.leader().press(bot.leader().last()?.id ?? '', 'Vælg dag, flyt eller giv videre …');
  await bot.leader().submitDialog({ action: 'move-trigger', day: '2026-09-30' });
  await bot.later();
  const found = await Promise.all(['a', 'b', 'c'].map((id) => bot.store.find(tryoutTenant, id)));
  expect(found.map((deadline) => deadline?.dueOn)).toEqual(['2026-12-30', '2027-03-30', '2026-12-30']);
  expect(since(before)).toEqual([1, 1, 1]);
  expect(last(bot.berit())).toContain(
    'Flyttet fra onsdag den 16. december 2026, fordi det, fristen regnes fra, er flyttet: Udskrevet',
  );
  expect(last(bot.berit())).not.toContain('Opgave b');
  await bot.later();
  expect(since(before)).toEqual([1, 1, 1]);
});

test('whoever moves a deadline is not told, and neither is anybody who heard nothing of it', async () => {
  await bot.anders().say('frist 1. marts 2027 statusnotat');
  const before = counts();
  await bot.anders().say('mine frister');
  await bot.anders().press(bot.anders().last()?.id ?? '', 'Vælg dag, flyt eller giv videre …');
  await bot.anders().submitDialog({ action: 'move', day: '2027-01-29' });
  await bot.later();
  expect(since(before)).toEqual([0, 1, 0]);
});

test('after the day’s digest only what is due gets a single message, once', async () => {
  await bot.on('2026-12-23');
  const before = counts();
  await bot.berit().say('frist i dag ring til borgeren');
  await bot.berit().say('frist om 7 dage bestil tolk');
  await bot.later();
  await bot.later();
  expect(since(before)).toEqual([3, 0, 0]);
  expect(last(bot.berit())).toContain('Kommet til efter dagens oversigt');
  expect(last(bot.berit())).toContain('ring til borgeren');
  expect(last(bot.berit())).not.toContain('bestil tolk');
  await bot.berit().press(bot.berit().last()?.id ?? '', 'Klaret');
  expect(JSON.stringify(bot.berit().cardOf(bot.berit().last()?.id ?? ''))).toContain('Der er ingen åbne frister');
});

test('a person who was sent no digest today gets what becomes due as the day’s one digest', async () => {
  const before = counts();
  await bot.leader().say('frist i dag læs regnskabet');
  await bot.later();
  expect(since(before)).toEqual([0, 0, 2]);
  expect(last(bot.leader())).toContain('Dine frister i dag');
});

test('what is handed over when it is due reaches its new owner in one message', async () => {
  const before = counts();
  await bot.anders().say('frist i dag hent akter');
  await bot.anders().say('frist i dag skriv notat');
  await bot.leader().say('omfordel Anders Juul til Berit Holm');
  await bot.later();
  expect(since(before)).toEqual([1, 2, 1]);
  expect(last(bot.berit())).toMatch(/hent akter[\s\S]*skriv notat/);
});
