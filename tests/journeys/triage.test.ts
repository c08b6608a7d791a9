import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../../src/tryout/json.ts';
import type { StandIn } from '../../src/tryout/stand-in.ts';
import { cardFaults } from '../support/check-card.ts';
import { startChecklistBot } from '../support/checklist-bot.ts';

let bot: Awaited<ReturnType<typeof startChecklistBot>>;
let teams: StandIn;
beforeAll(async () => {
  bot = await startChecklistBot();
  teams = bot.teams;
});
afterAll(() => bot.close());
const text = (value: unknown) => JSON.stringify(value);
const own = (key: string) => teams.personalChat(teams.person(key));
const group1: Json = { q_a_maalgruppe: 'ja', q_a_kan_deltage: 'ja', q_a_rehab: 'nej', q_a_aktiveret: 'nej' };
const tenant = '5d1f6a2e-0000-4000-8000-00000000c0de';
const runsOf = (key: string) => bot.desk.store.runsOf(tenant, [teams.person(key).objectId ?? ''], ['open', 'decided', 'closed']);

/** An invoke is answered before its message is updated: waits until the message holds what the person sees. */
const settled = (chat: ReturnType<typeof own>, message: string) => {
  const seen = text(chat.cardOf(message));
  return teams.waitFor(({ id, card }) => id === message && text(card) === seen);
};

/** Answers step after step until no question is left; gives how often was pressed. */
async function answerAll(chat: ReturnType<typeof own>, message: string, answers: Json): Promise<number> {
  let presses = 0;
  while (text(chat.cardOf(message)).includes('checklists/answer') && presses < 8) {
    expect(await cardFaults(chat.cardOf(message))).toEqual([]);
    const asked = Object.entries(answers).filter(([id]) => text(chat.cardOf(message)).includes(`"${id}"`));
    await chat.press(message, 'checklists/answer', Object.fromEntries(asked));
    await settled(chat, message);
    presses += 1;
  }
  return presses;
}

test('a triage takes at most ten presses from the command to the recorded decision', async () => {
  const chat = own('caseworker-1');
  const { replies } = await chat.say('triage 24/1187');
  const message = replies[0]?.id ?? '';
  const presses = await answerAll(chat, message, group1);
  expect(text(chat.cardOf(message))).toMatch(/Gruppe 1 kan overvejes.*personlig jobformidler/);
  expect(text(chat.cardOf(message))).not.toMatch(/"[^"]*er fritaget/);
  expect(await cardFaults(chat.cardOf(message))).toEqual([]);
  await chat.press(message, 'checklists/follow');
  await settled(chat, message);
  expect(1 + presses + 1).toBeLessThanOrEqual(10);
  const [run] = await runsOf('caseworker-1');
  expect(run?.decisions).toMatchObject([{ kind: 'followed', outcome: 'gruppe_1', byName: 'Berit Holm' }]);
  expect(text(chat.cardOf(message))).toContain('afsluttet med en beslutning');
  expect(text(chat.cardOf(message))).not.toContain('jobformidler');
  // The journal's text is complete only now.
  await chat.press(message, 'Journaltekst');
  expect(text(chat.dialog()?.card)).toMatch(/Historiske regler.*Gruppe 1 kan overvejes.*Berit Holm fulgte forslaget/);
});

test('the journal text is had by the number of the case too, by whoever may see its checklist', async () => {
  const said = text((await own('caseworker-1').say('Journaltekst 24/1187')).replies);
  expect(said).toMatch(/Historiske regler.*Gruppe 1 kan overvejes.*Berit Holm fulgte forslaget/);
  for (const [who, asked] of [
    ['caseworker-2', 'journaltekst 24/1187'],
    ['caseworker-1', 'journal text 24/9999'],
  ] as const)
    expect(text((await own(who).say(asked)).replies)).toMatch(/ingen tjekliste i den sag/);
  await bot.writeAudit();
  const { rows } = await sql<{ subject: string }>`select subject from audit where action = 'access-refused'`.execute(
    bot.store.db,
  );
  expect(rows).toContainEqual({ subject: 'run:of-case' });
});

test('a case that is taken up again says on its first card what was decided before', async () => {
  const chat = own('caseworker-1');
  const { replies } = await chat.say('triage 24/1187');
  const message = replies[0]?.id ?? '';
  expect(text(chat.cardOf(message))).toMatch(/allerede besluttet i sagen.*Berit Holm fulgte forslaget den.*Besluttet: Gruppe 1/);
  await chat.press(message, 'checklists/answer', { q_a_maalgruppe: 'ja' });
  await settled(chat, message);
  expect(text(chat.cardOf(message))).not.toContain('allerede besluttet');
  expect(text((await own('caseworker-1').say('fritagelse 24/1187')).replies)).not.toContain('allerede besluttet');
});

test('a case that is decided again says how many deadlines of the first decision still run, shows them and stops them', async () => {
  const chat = own('caseworker-1');
  const open = async () => (await bot.desk.deadlines.openOfCase(tenant, '24/1188')).map(({ id }) => id).sort();
  const decide = async () => {
    const message = (await chat.say('triage 24/1188')).replies[0]?.id ?? '';
    await answerAll(chat, message, group1);
    await chat.press(message, 'checklists/follow');
    await settled(chat, message);
    return message;
  };
  const first = await decide();
  expect(text(chat.cardOf(first))).toContain('Frister fra beslutningen, som løber: 2');
  expect(text(chat.cardOf(first))).not.toContain('tidligere beslutning');
  const before = await open();
  const message = await decide();
  expect(text(chat.cardOf(message))).toMatch(/som løber: 2.*tidligere beslutning i sagen, som stadig løber: 2/);
  expect(await cardFaults(chat.cardOf(message))).toEqual([]);
  const all = await open();
  expect(all).toHaveLength(4);
  await chat.press(message, 'Stop de tidligere frister');
  expect(text(chat.dialog()?.card)).toMatch(/Indsatsen for gruppe 1 sættes i værk: tirsdag/);
  expect(await cardFaults(chat.dialog()?.card)).toEqual([]);
  expect(await open()).toEqual(all);
  await chat.submitDialog();
  expect(chat.notice()).toBe('De tidligere frister er stoppet.');
  expect(await open()).toEqual(all.filter((id) => !before.includes(id)));
  await bot.quiet();
  expect(text(chat.cardOf(message))).not.toContain('tidligere');
  await bot.writeAudit();
  const { rows } = await sql<{ subject: string; action: string }>`
    select subject, action from audit where action like '%stop%' order by action, subject`.execute(bot.store.db);
  expect(rows.map(({ action }) => action)).toEqual(['deadline-stop', 'deadline-stop', 'earlier-deadlines-stopped']);
  expect(rows.slice(0, 2).map(({ subject }) => subject)).toEqual(before.map((id) => `deadline:${id}`));
});

test('a required answer that is missing is said at the top, and back shows the answers again', async () => {
  const chat = own('caseworker-2');
  const { replies } = await chat.say('triage 24/20');
  const message = replies[0]?.id ?? '';
  await chat.press(message, 'checklists/answer', {});
  expect(text(chat.cardOf(message))).toContain('Mangler svar: Er borgeren visiteret');
  await chat.press(message, 'checklists/answer', { q_a_maalgruppe: 'ja' });
  await settled(chat, message);
  await chat.press(message, 'checklists/back');
  expect(text(chat.cardOf(message))).toMatch(/q_a_maalgruppe.*"value":"ja"/);
});

test('what is chosen is kept when a question is forgotten, and when the person goes back', async () => {
  const chat = own('caseworker-2');
  const message = (await chat.say('triage 24/25')).replies[0]?.id ?? '';
  await chat.press(message, 'checklists/answer', { q_a_maalgruppe: 'ja' });
  await settled(chat, message);
  await chat.press(message, 'checklists/answer', { q_a_kan_deltage: 'ja', q_a_rehab: 'nej', q_a_aktiveret: '' });
  await settled(chat, message);
  expect(text(chat.cardOf(message))).toMatch(/Mangler svar: Har borgeren.*3 besvaret, 1 tilbage/);
  await chat.press(message, 'checklists/back', { q_a_aktiveret: 'ja' });
  const run = (await runsOf('caseworker-2')).find(({ caseReference }) => caseReference === '24/25');
  expect(run?.answers.map(({ question, value }) => `${question} ${value}`).sort()).toEqual([
    ...['a_aktiveret ja', 'a_kan_deltage ja', 'a_maalgruppe ja', 'a_rehab nej'],
  ]);
});

test('a number that is typed counts, though "ved ikke" was left switched on; switched on over a number it counts itself', async () => {
  const chat = own('caseworker-2');
  const message = (await chat.say('indgang 24/26')).replies[0]?.id ?? '';
  const age = async () =>
    (await runsOf('caseworker-2'))
      .find(({ caseReference }) => caseReference === '24/26')
      ?.answers.find(({ question }) => question === 'i_alder')?.value;
  await chat.press(message, 'checklists/answer', { u_i_alder: 'true' });
  await settled(chat, message);
  expect(await age()).toBe('ved_ikke');
  await chat.press(message, 'checklists/back', {});
  await chat.press(message, 'checklists/answer', { q_i_alder: 45 });
  await settled(chat, message);
  expect(await age()).toBe(45);
  await chat.press(message, 'checklists/back', {});
  await chat.press(message, 'checklists/answer', { u_i_alder: 'true' });
  await settled(chat, message);
  expect(await age()).toBe('ved_ikke');
  await chat.press(message, 'checklists/back', {});
  await chat.press(message, 'checklists/answer', { q_i_alder: 33, u_i_alder: 'true' });
  await settled(chat, message);
  expect(await age()).toBe(33);
});

test('a case is decided though an answer stays unknown, and “Ret svar” shows that one', async () => {
  const chat = own('caseworker-2');
  const message = (await chat.say('TRIAGE: sag 24/27.')).replies[0]?.id ?? '';
  await answerAll(chat, message, { ...group1, q_a_rehab: 'ved_ikke' });
  expect(text(chat.cardOf(message))).toMatch(/Der mangler oplysninger.*Vælg og begrund/);
  expect(text(chat.cardOf(message))).not.toContain('checklists/follow');
  await chat.press(message, 'Ret svar');
  expect(text(chat.cardOf(message))).toContain('"id":"q_a_rehab"');
  await chat.press(message, 'Lad svarene stå');
  await chat.press(message, 'Vælg og begrund');
  await chat.submitDialog({ outcome: 'gruppe_1', reason: 'facts-not-asked', words: 'Kan ikke afklares' });
  await settled(chat, message);
  const journal = text((await chat.say('journaltekst 24/27')).replies);
  expect(journal).toMatch(/Anders Juul besluttede efter egen vurdering den.*Besluttet: Gruppe 1/);
});

test('why, what would change it and the journal text open over the card', async () => {
  const chat = own('caseworker-2');
  const { replies } = await chat.say('triage 24/21');
  const message = replies[0]?.id ?? '';
  await chat.press(message, 'Hvorfor spørges der?');
  expect(text(chat.dialog()?.card)).toContain('Regler, som bruger svaret');
  await answerAll(chat, message, { ...group1, q_a_kan_deltage: 'nej', q_a_aarsag: 'begge' });
  await chat.press(message, 'Hvad ville ændre det?');
  expect(text(chat.dialog()?.card)).toContain('Gruppe 1 kan overvejes: hvis');
  expect(await cardFaults(chat.dialog()?.card)).toEqual([]);
  await chat.press(message, 'Journaltekst');
  expect(text(chat.dialog()?.card)).toMatch(/Ja \(Anders Juul.*Gruppe 3 kan overvejes/);
  await chat.press(message, 'Beslut noget andet');
  expect(await cardFaults(chat.dialog()?.card)).toEqual([]);
  // What is proposed is followed, not departed to.
  expect(text(chat.dialog()?.card)).toContain('"value":"gruppe_2"');
  expect(text(chat.dialog()?.card)).not.toContain('"value":"gruppe_3"');
  await chat.submitDialog({ outcome: 'gruppe_1', reason: '', words: 'Ny viden' });
  expect(text(chat.dialog()?.card)).toMatch(/Vælg en begrundelse.*Ny viden/);
  await chat.submitDialog({ outcome: 'gruppe_1', reason: 'professional-judgement', words: 'Ny viden' });
  expect((await runsOf('caseworker-2')).find(({ caseReference }) => caseReference === '24/21')?.decisions).toMatchObject([
    { kind: 'departed', outcome: 'gruppe_1', reason: 'professional-judgement' },
  ]);
});

test('before a run is shared it is said how many will see it; two people then fill one card', async () => {
  const berit = teams.meeting(teams.person('caseworker-1'));
  const anders = teams.meeting(teams.person('caseworker-2'));
  const { replies } = await berit.say('triage 24/30');
  const message = replies[0]?.id ?? '';
  expect(text(berit.cardOf(message))).toContain('15 personer i denne chat');
  await berit.press(message, 'checklists/share');
  await teams.waitFor(({ id, card }) => id === message && text(card).includes('"refresh"'));
  await Promise.all([berit.refresh(message), anders.refresh(message)]);
  expect(text(anders.cardOf(message))).toContain('q_a_maalgruppe');
  await berit.press(message, 'checklists/answer', { q_a_maalgruppe: 'ja' });
  await teams.waitFor(({ id, card }) => id === message && text(card).includes('Ja (Berit Holm)'));
  const [run] = await runsOf('caseworker-1');
  await anders.pressAction(message, {
    ...{ type: 'Action.Execute', title: '', verb: 'checklists/answer' },
    data: { run: run?.id, seen: { a_maalgruppe: 0 }, q_a_maalgruppe: 'nej' },
  });
  expect(text(anders.cardOf(message))).toMatch(/Berit Holm har svaret først.*: Ja\. Du valgte: Nej/);
});
