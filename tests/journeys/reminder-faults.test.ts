import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainDate } from '../../src/domain/calendar/plain-date.ts';
import { tryoutTenant } from '../../src/tryout/people/people.ts';
import { type DeadlineBot, lastOf as last, startDeadlineBot } from '../support/deadline-bot.ts';

let bot: DeadlineBot;
beforeAll(async () => {
  bot = await startDeadlineBot();
  await bot.on('2026-11-23');
  for (const chat of [bot.berit(), bot.anders(), bot.leader()]) await chat.say('mine frister');
});
afterAll(() => bot.close());
const received = (chat: ReturnType<DeadlineBot['berit']>) => chat.messages().filter(({ from }) => from === 'bot').length;
const tried = (chat: ReturnType<DeadlineBot['berit']>) =>
  bot.teams.requests.filter(({ method, path }) => method === 'POST' && path.includes(chat.conversationId)).length;

test.each([
  [412, '2026-11-24'],
  [429, '2026-11-25'],
  [502, '2026-11-26'],
  [503, '2026-11-27'],
  [504, '2026-11-30'],
])('a digest that the connector refuses with %i waits as long as it asked, and arrives once', async (status, day) => {
  bot.setDay(day);
  await bot.berit().say(`frist i dag opgave ${status}`);
  const before = received(bot.berit());
  bot.teams.faults.next({ status, retryAfter: 300 }, { conversationId: bot.berit().conversationId });
  await bot.later();
  await bot.later(4);
  expect(received(bot.berit())).toBe(before);
  await bot.later(2);
  await bot.later(10);
  expect(received(bot.berit())).toBe(before + 1);
  expect(last(bot.berit())).toContain(`opgave ${status}`);
  await bot.berit().press(bot.berit().last()?.id ?? '', 'Klaret');
});

test('where the connector names no time, the wait doubles from half a minute', async () => {
  bot.setDay('2026-12-01');
  await bot.berit().say('frist i dag opgave uden tid');
  const before = tried(bot.berit());
  bot.teams.faults.next({ status: 503 }, { conversationId: bot.berit().conversationId, times: 2 });
  await bot.later();
  await bot.later(1);
  await bot.later(0.5);
  expect(tried(bot.berit()) - before).toBe(2);
  await bot.later(0.5);
  expect(tried(bot.berit()) - before).toBe(3);
  await bot.berit().press(bot.berit().last()?.id ?? '', 'Klaret');
});

test.each([
  [403, '2026-12-02'],
  [404, '2026-12-03'],
])('a chat that refuses with %i is tried once, marked dead, and its person listed for the leader until the person writes', async (status, day) => {
  bot.setDay(day);
  await bot.anders().say(`frist i dag opgave ${status}`);
  bot.teams.faults.next({ status }, { conversationId: bot.anders().conversationId });
  const before = tried(bot.anders());
  await bot.later();
  await bot.later(120);
  expect(tried(bot.anders()) - before).toBe(1);
  await bot.leader().say('ikke nået');
  expect(last(bot.leader())).toContain('Anders Juul');
  await bot.anders().say('mine frister');
  await bot.anders().press(bot.anders().last()?.id ?? '', 'Klaret');
});

test('a person whose chat was dead is reminded again after writing to the bot', async () => {
  bot.setDay('2026-12-04');
  await bot.anders().say('frist i dag opgave igen');
  const before = received(bot.anders());
  await bot.later();
  expect(received(bot.anders())).toBe(before + 1);
  await bot.leader().say('ikke nået');
  expect(last(bot.leader())).toContain('Alle er nået');
});

test('an answer that is lost after acceptance is the only cause of a second copy, and both copies show the same state', async () => {
  bot.setDay('2026-12-07');
  await bot.berit().say('frist i dag opgave tabt');
  const before = received(bot.berit());
  bot.teams.faults.next('answer-lost', { conversationId: bot.berit().conversationId });
  await bot.later();
  await bot.later(2);
  expect(received(bot.berit())).toBe(before + 2);
  const [first, second] = bot.berit().messages().slice(-2);
  await bot.berit().press(first?.id ?? '', 'Klaret');
  await bot.berit().refresh(second?.id ?? '');
  expect(JSON.stringify(bot.berit().cardOf(second?.id ?? ''))).not.toContain('opgave tabt');
});

test('what could not be sent on Friday is not sent on Saturday, and stands in Monday’s one digest as it is then', async () => {
  bot.setDay('2026-12-11');
  await bot.berit().say('frist i dag opgave fra fredag');
  const before = received(bot.berit());
  bot.teams.faults.next({ status: 503, retryAfter: 3600 }, { conversationId: bot.berit().conversationId });
  await bot.later();
  bot.setDay('2026-12-12');
  await bot.later(120);
  expect(received(bot.berit())).toBe(before);
  bot.setDay('2026-12-14');
  await bot.berit().say('frist i dag opgave fra mandag');
  const asked = received(bot.berit());
  await bot.later();
  await bot.later(120);
  expect(received(bot.berit())).toBe(asked + 1);
  expect(last(bot.berit())).toContain('overskredet med 3 dage');
  expect(last(bot.berit())).toContain('opgave fra mandag');
});

test('a digest that alone waits from the day before says what is true on the day that it arrives', async () => {
  bot.setDay('2026-12-16');
  await bot.anders().say('frist 23. december opgave om en uge');
  bot.teams.faults.next({ status: 503, retryAfter: 3600 }, { conversationId: bot.anders().conversationId });
  await bot.later();
  const before = received(bot.anders());
  bot.setDay('2026-12-17');
  await bot.later(120);
  await bot.later(120);
  expect(received(bot.anders())).toBe(before + 1);
  expect(last(bot.anders())).toContain('om 6 dage');
});

test('whoever is no longer named in the settings is sent nothing, and is listed for the administrator, who hands on what was left', async () => {
  bot.setDay('2026-12-21');
  const dueOn = plainDate('2026-12-21');
  const deadline = {
    ...{ id: 'left', kind: 'own' as const, title: 'opgave', caseReference: '24/9', dueOn, vagueWords: null, trigger: null },
    ...{ source: null, assumption: null, owner: 'who-left', state: 'open' as const, metOn: null, snoozedUntil: null },
  };
  const audit = { tenantId: tryoutTenant, actor: 'test', action: 'deadline-added', subject: 'left', details: {} };
  await bot.store.add(tryoutTenant, [{ deadline, importKey: null, nextReminderOn: dueOn }], { activityId: null, audit });
  await bot.later();
  const administrator = bot.teams.personalChat(bot.teams.person('administrator'));
  await administrator.say('ikke nået');
  expect(last(administrator)).toContain('who-left (står ikke længere i PEOPLE)');
  await bot.leader().say('omfordel who-left til Anders');
  expect(last(bot.leader())).toContain('Jeg finder ikke netop én');
  await administrator.say('omfordel who-left til Anders');
  expect(last(administrator)).toContain('Én åben frist er givet videre til Anders Juul');
});
