import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../../src/tryout/json.ts';
import type { StandIn } from '../../src/tryout/stand-in.ts';
import { cardFaults } from '../support/check-card.ts';
import { startChecklistBot } from '../support/checklist-bot.ts';
import { pressCounter } from '../support/press-counter.ts';

let bot: Awaited<ReturnType<typeof startChecklistBot>>;
let teams: StandIn;
beforeAll(async () => {
  bot = await startChecklistBot();
  teams = bot.teams;
});
afterAll(() => bot.close());
const tenant = '5d1f6a2e-0000-4000-8000-00000000c0de';
const runsOf = (key: string, states: readonly ('open' | 'decided' | 'closed')[]) =>
  bot.desk.store.runsOf(tenant, [teams.person(key).objectId ?? ''], states);
const own = (key: string) => pressCounter(bot, teams.personalChat(teams.person(key)));
const inMeeting = (key: string) => pressCounter(bot, teams.meeting(teams.person(key)));

const group1: Json = { a_kan_deltage: 'ja', a_rehab: 'nej', a_aktiveret: 'nej' };
const group2: Json = { a_kan_deltage: 'ja', a_rehab: 'fleksjob', a_aktiveret: 'ja', a_rehabplan_igang: 'ja' };
const group3: Json = { a_kan_deltage: 'nej', a_rehab: 'nej', a_aktiveret: 'ja', a_aarsag: 'begge' };
const human: Json = { ...group2, a_kan_deltage: 'nej', a_aarsag: 'anden' };
const eight = [group1, group1, group2, group3, human, group1, group2, group3];

test.each([
  ['in a meeting, with what they have in common answered once', 'caseworker-1', inMeeting, { q_a_maalgruppe: 'ja' }, 31],
  ['in a meeting, with every question asked for every case', 'caseworker-2', inMeeting, {}, 39],
  ['in the personal chat', 'crowd-1', own, { q_a_maalgruppe: 'ja' }, 31],
] as const)(
  'eight cases take at most fifty presses from the command to eight recorded decisions %s',
  async (_where, key, at, common, expected) => {
    const person = at(key);
    const cases = eight.map((_answers, index) => `${key.length}${key.slice(-1)}/${100 + index}`);
    const queue = await person.say(`kø triage\n${cases.join('\n')}`);
    expect(await cardFaults(JSON.parse(person.text(queue)))).toEqual([]);
    let message = await person.press(queue, 'checklists/next', common);
    for (const [index, answers] of eight.entries()) {
      expect(person.text(message)).toContain(`sag ${cases[index]}`);
      await person.answer(message, { ...answers, a_maalgruppe: 'ja' });
      if (answers === human) {
        await person.press(message, 'Vælg og begrund');
        await person.submitDialog({ outcome: 'gruppe_3', reason: 'professional-judgement', words: 'Drøftet på mødet' });
      } else await person.press(message, 'checklists/follow');
      expect(person.text(message)).toContain('afsluttet med en beslutning');
      if (index < eight.length - 1) message = await person.press(message, 'checklists/next');
    }
    const decided = (await runsOf(key, ['decided'])).filter(({ caseReference }) => cases.includes(caseReference));
    expect(decided.map(({ decisions }) => decisions.at(-1)?.outcome).reverse()).toEqual([
      'gruppe_1',
      'gruppe_1',
      'gruppe_2',
      'gruppe_3',
      'gruppe_3',
      'gruppe_1',
      'gruppe_2',
      'gruppe_3',
    ]);
    expect(person.count()).toBe(expected);
    expect(person.count()).toBeLessThanOrEqual(50);
  },
  60_000,
);

test('what the cases have in common is recorded in each of them, by the person who answered it', async () => {
  const [run] = await runsOf('caseworker-1', ['decided']);
  expect(run?.answers.find(({ question }) => question === 'a_maalgruppe')).toMatchObject({
    ...{ value: 'ja', version: 1, by: teams.person('caseworker-1').objectId },
  });
});

test('a parked case comes back after the others, by button and by command, and its answers are kept', async () => {
  const person = own('crowd-2');
  const queue = await person.say('kø triage 24/51, 24/52; hest 24/53');
  expect(person.text(queue)).toMatch(/ikke er sagsnumre: 1.*3 af 3 sager venter|3 af 3 sager venter.*ikke er sagsnumre: 1/);
  let message = await person.press(queue, 'checklists/next');
  await person.press(message, 'checklists/answer', { q_a_maalgruppe: 'ja' });
  message = await person.press(message, 'Parkér sagen');
  expect(person.text(message)).toContain('sag 24/52');
  message = await person.say('parkér');
  expect(person.text(message)).toContain('sag 24/53');
  await person.answer(message, { ...group1, a_maalgruppe: 'ja' });
  await person.press(message, 'checklists/follow');
  message = await person.press(message, 'checklists/next');
  expect(person.text(message)).toMatch(/sag 24\/51.*1 besvaret/);
  await person.say('parkér 24/53');
  await person.press(message, 'Parkér sagen');
  await person.press(message, 'Parkér sagen');
  message = await person.say('kø');
  expect(person.text(message)).toMatch(/24\/51 · i gang.*24\/52 · parkeret/);
});

test('a queue with no case number says how to write one, and nothing is lost of the queue that stands', async () => {
  const chat = teams.personalChat(teams.person('crowd-3'));
  await chat.say('kø triage 24/61');
  await chat.say('kø hest');
  expect(chat.last()?.text).toContain('kø 24/1 24/2');
  await chat.say('næste sag');
  expect(JSON.stringify(chat.last()?.card)).toContain('sag 24/61');
});

test('of two who press on a finished case, the first alone takes the next one', async () => {
  const [berit, karen] = [pressCounter(bot, teams.groupChat(teams.person('crowd-4'))), teams.groupChat(teams.person('crowd-5'))];
  const queue = await berit.say('kø triage 24/71 24/72 24/73');
  const message = await berit.press(queue, 'checklists/next');
  await berit.answer(message, { ...group1, a_maalgruppe: 'ja' });
  await berit.press(message, 'checklists/follow');
  await Promise.all([berit.press(message, 'checklists/next'), karen.press(message, 'checklists/next')]);
  const left = (await bot.desk.store.queueIn(tenant, karen.conversationId))?.cases;
  expect(left?.map(({ state }) => state)).toEqual(['taken', 'taken', 'waiting']);
});

test('a meeting ends with a summary without case numbers, and what is unfinished waits for the next meeting', async () => {
  const person = inMeeting('crowd-6');
  const chat = teams.meeting(teams.person('crowd-6'));
  let message = await person.press(await person.say('kø triage 24/81 24/82 24/83 24/84'), 'checklists/next');
  await person.answer(message, { ...group1, a_maalgruppe: 'ja' });
  await person.press(message, 'checklists/follow');
  message = await person.press(message, 'checklists/next');
  await person.press(message, 'Parkér sagen');
  await chat.endMeeting();
  await bot.quiet();
  expect(chat.last()?.text).toMatch(
    /^Mødet er slut\. Afsluttede tjeklister: 17\. Stadig åbne: 2\. Sager, der venter til næste møde: 3\.$/,
  );
  expect(chat.last()?.text).not.toMatch(/24\//);
  const next = await person.say('kø triage 24/85');
  expect(person.text(next)).toMatch(/24\/82 · venter.*24\/84 · venter.*24\/85 · venter/);
  expect(person.text(next)).not.toContain('24/81');
});

test('more people than were counted when the queue was confirmed are counted and confirmed again', async () => {
  const chat = teams.channel(teams.person('crowd-7'));
  const person = pressCounter(bot, chat);
  const queue = await person.say('kø triage 24/91');
  const standing = await bot.desk.store.queueIn(tenant, chat.conversationId);
  if (standing === null) throw new Error('no queue');
  expect(person.text(queue)).toMatch(/\d+ personer i denne chat/);
  const audit = { tenantId: tenant, actor: 'x', action: 'queue-confirmed', subject: 'queue:x', details: {} };
  await bot.desk.store.saveQueue(tenant, { ...standing, shownTo: 3 }, { activityId: null, audit });
  const message = await person.say('næste sag');
  expect(person.text(message)).toMatch(/Sagskø.*1 af 1 sager venter\. \d+ personer i denne chat vil se sagsnumrene/);
  expect((await bot.desk.store.queueIn(tenant, chat.conversationId))?.cases).toMatchObject([{ state: 'waiting' }]);
});

test('a case that a colleague goes on to is still the case of whoever laid it in', async () => {
  const [anders, mette] = ['caseworker-2', 'crowd-1'].map((key) => pressCounter(bot, teams.groupChat(teams.person(key))));
  if (anders === undefined || mette === undefined) throw new Error('nobody is there');
  await anders.say('tøm kø');
  const message = await mette.press(await anders.say('kø triage 24/141'), 'checklists/next');
  await anders.press(message, 'Svar');
  await anders.answer(message, { ...group1, a_maalgruppe: 'ja' });
  await anders.press(message, 'checklists/follow');
  expect((await runsOf('caseworker-2', ['decided']))[0]).toMatchObject({ caseReference: '24/141' });
});

test('a case that was parked or carried over and is decided meanwhile does not come back', async () => {
  const person = own('crowd-7');
  const message = await person.press(await person.say('kø triage 24/171 24/172'), 'checklists/next');
  await person.press(message, 'Parkér sagen');
  const again = await person.say('triage 24/171');
  await person.answer(again, { ...group1, a_maalgruppe: 'ja' });
  await person.press(again, 'checklists/follow');
  expect(person.text(await person.say('kø triage 24/173'))).not.toContain('24/171');
  expect(person.text(await person.say('næste sag'))).toContain('sag 24/173');
  expect(person.text(await person.say('næste sag'))).toMatch(/Sagskø.*24\/172 · i gang.*24\/173 · i gang/);
});

test('what a colleague began alone is not shown in the meeting by somebody else, and is not begun twice', async () => {
  const [anders, berit] = [pressCounter(bot, teams.meeting(teams.person('crowd-8'))), teams.meeting(teams.person('crowd-5'))];
  await own('crowd-8').press(await own('crowd-8').say('triage 24/181'), 'checklists/answer', { q_a_maalgruppe: 'ja' });
  await anders.say('tøm kø');
  const queue = await anders.say('kø triage 24/181');
  await berit.press(queue, 'checklists/next');
  await bot.quiet();
  expect(berit.notice() ?? berit.last()?.text).toContain('Crowd 8 er begyndt på sag 24/181 for sig selv');
  expect(JSON.stringify(berit.messages())).not.toContain('Ja (Crowd 8)');
  expect((await runsOf('crowd-8', ['open'])).filter(({ caseReference }) => caseReference === '24/181')).toHaveLength(1);
  const shown = await anders.say('næste sag');
  expect(anders.text(shown)).toContain('Hvem ser tjeklisten?');
});

test('whoever has no role is told so, and not that there is no queue', async () => {
  const guest = teams.meeting(teams.person('guest'));
  for (const words of ['næste sag', 'kø', 'parkér', 'tøm kø']) {
    await guest.say(words);
    expect(guest.last()?.text).toBe('Det har du ikke adgang til.');
  }
});

test('of two who lay cases in at once, one is told to look again and nothing fails', async () => {
  const chats = ['crowd-1', 'crowd-2'].map((key) => teams.channel(teams.person(key)));
  await Promise.all(chats.map((chat, index) => chat.say(`kø triage 24/${191 + index}`)));
  await bot.quiet();
  const said = JSON.stringify(chats[0]?.messages());
  expect(said).not.toContain('gik galt');
  const cases = (await bot.desk.store.queueIn(tenant, chats[0]?.conversationId ?? ''))?.cases ?? [];
  expect(cases.length).toBeGreaterThan(0);
});

test('a queue is of one checklist; another begins when it is worked through or emptied', async () => {
  const person = own('crowd-4');
  const chat = teams.personalChat(teams.person('crowd-4'));
  await person.say('kø triage 24/151 24/152');
  await chat.say('kø fritagelse 24/153');
  expect(chat.last()?.text).toMatch(/2 sager tilbage i køen til »Afklaring i tre grupper.*tøm kø/);
  await chat.say('Tøm køen');
  await chat.say('kø');
  expect(chat.last()?.text).toContain('ingen sager i køen');
  expect(person.text(await person.say('kø fritagelse 24/153'))).toMatch(/Fritagelse.*1 af 1 sager venter/);
});

test('cases that are laid in later come after the others, and none that is begun or decided comes back', async () => {
  const person = own('crowd-5');
  const message = await person.press(await person.say('kø triage 24/161 24/162'), 'checklists/next');
  expect(person.text(await person.say('kø triage 24/163'))).toMatch(/24\/161 · i gang.*24\/162 · venter.*24\/163 · venter/);
  expect(person.text(await person.say('næste sag'))).toContain('sag 24/162');
  await person.answer(message, { ...group1, a_maalgruppe: 'ja' });
  await person.press(message, 'checklists/follow');
  const chat = teams.personalChat(teams.person('crowd-5'));
  await chat.say('parkér 24/161');
  expect(chat.last()?.text).toContain('ingen sag at parkere');
});

test('a checklist that is opened again in the same chat stands at the new place alone, and answers reach it there', async () => {
  const chat = teams.groupChat(teams.person('crowd-8'));
  const person = pressCounter(bot, chat);
  const first = await person.press(await person.say('triage 24/95'), 'checklists/share');
  const again = await person.say('triage 24/95');
  expect(again).not.toBe(first);
  expect(person.text(first)).toMatch(/åbnet igen længere nede/);
  expect(person.text(first)).not.toContain('24/95');
  await person.press(again, 'checklists/answer', { q_a_maalgruppe: 'ja' });
  expect(JSON.stringify(teams.messages.find(again)?.card)).toContain('Ja (Crowd 8)');
  expect(person.text(first)).toMatch(/åbnet igen længere nede/);
});

test('the last case, parked, leaves the queue with how its cases stand, also after the chat is opened anew', async () => {
  const person = own('crowd-6');
  const message = await person.press(await person.say('kø triage 24/98'), 'checklists/next');
  await person.press(message, 'Parkér sagen');
  expect(JSON.stringify(teams.messages.find(message)?.card)).toContain('24/98 · parkeret');
  await person.press(message, 'checklists/next');
  expect(person.text(message)).toContain('sag 24/98');
});
