import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PlainDate, plainDate } from '../../src/domain/calendar/plain-date.ts';
import type { Deadline, DeadlineKind } from '../../src/domain/deadline/deadline.ts';
import { tryoutTenant } from '../../src/tryout/people/people.ts';
import { type DeadlineBot, deadlineMembers, lastOf as last, startDeadlineBot } from '../support/deadline-bot.ts';

let bot: DeadlineBot;
const idOf = (name: string) => deadlineMembers.find((member) => member.name === name)?.objectId ?? '';
async function put(id: string, name: string, kind: DeadlineKind, dueOn: string, metOn: string | null = null): Promise<void> {
  const [due, met] = [plainDate(dueOn), metOn === null ? null : plainDate(metOn)] as [PlainDate, PlainDate | null];
  const deadline: Deadline = {
    ...{ id, kind, title: `opgave ${id}`, caseReference: null, dueOn: due, trigger: null, vagueWords: null, source: null },
    ...{ assumption: null, owner: idOf(name), state: met === null ? 'open' : 'met', metOn: met, snoozedUntil: null },
  };
  const audit = { tenantId: tryoutTenant, actor: 'test', action: 'deadline-added', subject: id, details: {} };
  await bot.store.add(tryoutTenant, [{ deadline, importKey: null, nextReminderOn: null }], { activityId: null, audit });
}
beforeAll(async () => {
  bot = await startDeadlineBot();
  bot.setDay('2026-11-25');
  await put('b1', 'Berit Holm', 'conversation', '2026-12-10');
  await put('b2', 'Berit Holm', 'own', '2026-11-20');
  await put('a1', 'Anders Juul', 'conversation', '2026-12-04');
  await put('a2', 'Anders Juul', 'checklist', '2026-11-24');
  await put('b3', 'Berit Holm', 'own', '2026-10-05', '2026-10-05');
  await put('b4', 'Berit Holm', 'own', '2026-10-06', '2026-10-07');
  await put('b5', 'Berit Holm', 'own', '2026-11-25');
});
afterAll(() => bot.close());

const shown = (chat: ReturnType<DeadlineBot['leader']>) => JSON.stringify(chat.cardOf(chat.last()?.id ?? ''));
const titles = (chat: ReturnType<DeadlineBot['leader']>) => [...shown(chat).matchAll(/"opgave (\w+)"/g)].map(([, id]) => id);
const filter = (chat: ReturnType<DeadlineBot['leader']>, inputs: Record<string, string>) =>
  chat.press(chat.last()?.id ?? '', 'deadlines/filter', inputs);

test('the team’s board is narrowed by kind and by person, and stays so when a row is pressed', async () => {
  const leader = bot.leader();
  await leader.say('teamets frister');
  expect(titles(leader)).toEqual(['b2', 'a2', 'b5', 'a1', 'b1']);
  await filter(leader, { filterKind: 'conversation', filterPerson: 'all' });
  expect(titles(leader)).toEqual(['a1', 'b1']);
  await filter(leader, { filterKind: 'conversation', filterPerson: idOf('Anders Juul') });
  expect(titles(leader)).toEqual(['a1']);
  expect(shown(leader)).toContain('Kun samtale, Anders Juul.');
  await leader.press(leader.last()?.id ?? '', 'Klaret');
  expect(shown(leader)).toContain('Der er ingen åbne frister. Kun samtale, Anders Juul.');
  await filter(leader, { filterKind: 'all', filterPerson: 'all' });
  expect(titles(leader)).toEqual(['b2', 'a2', 'b5', 'b1']);
});

test('what is overdue is shown to the leader, the longest overdue first', async () => {
  await bot.leader().say('overskredne');
  expect(titles(bot.leader())).toEqual(['b2', 'a2']);
});

test('a caseworker narrows the own board by kind, and nothing shows another’s', async () => {
  await bot.berit().say('mine frister');
  await filter(bot.berit(), { filterKind: 'own', filterPerson: idOf('Anders Juul') });
  expect(titles(bot.berit())).toEqual(['b2', 'b5']);
  expect(shown(bot.berit())).not.toContain('Anders');
});

test('the share met in time counts a deadline of today as late no sooner than tomorrow', async () => {
  await bot.berit().say('min rettidighed');
  expect(last(bot.berit())).toContain('Chart.VerticalBar');
  expect(last(bot.berit())).toMatch(/oktober 2026[\s\S]*50 %[\s\S]*1 af 2/);
  expect(last(bot.berit())).toMatch(/november 2026[\s\S]*0 af 1/);
});

test('a leader sees a person’s figures, and another caseworker does not', async () => {
  const leader = bot.leader();
  await leader.say('teamets rettidighed');
  expect(shown(leader)).toContain('Ingen rangliste');
  await leader.press(leader.last()?.id ?? '', 'deadlines/share', { filterPerson: idOf('Berit Holm') });
  expect(shown(leader)).toContain('Overholdte frister: Berit Holm');
  expect(shown(leader)).toContain('1 af 2');
  await bot.anders().say('teamets rettidighed');
  expect(last(bot.anders())).toContain('Det kan kun teamlederen');
});
