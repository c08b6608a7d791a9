import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeDeadline, type DeadlineAction } from '../../src/app/deadlines/change-deadline.ts';
import { plainDate } from '../../src/domain/calendar/plain-date.ts';
import type { Json } from '../../src/tryout/json.ts';
import type { StandIn } from '../../src/tryout/stand-in.ts';
import { startChecklistBot } from '../support/checklist-bot.ts';
import { pressCounter } from '../support/press-counter.ts';

let bot: Awaited<ReturnType<typeof startChecklistBot>>;
let teams: StandIn;
beforeAll(async () => {
  bot = await startChecklistBot();
  teams = bot.teams;
});
afterAll(() => bot.close());
const own = (key: string) => pressCounter(bot, teams.personalChat(teams.person(key)));
const shown = (key: string) =>
  teams
    .personalChat(teams.person(key))
    .messages()
    .map(({ card }) => JSON.stringify(card));

const group1: Json = { a_maalgruppe: 'ja', a_kan_deltage: 'ja', a_rehab: 'nej', a_aktiveret: 'ja' };
const group3: Json = { ...group1, a_kan_deltage: 'nej', a_aarsag: 'begge' };

async function decided(key: string, words: string, answers: Json) {
  const person = own(key);
  const message = await person.say(words);
  await person.answer(message, answers);
  await person.press(message, 'checklists/follow');
}

test('the register of placements has the groups in order, those not activated for a year first, then who is not placed yet', async () => {
  await decided('caseworker-1', 'triage 24/3', group3);
  await decided('caseworker-1', 'triage 24/1', group1);
  await decided('caseworker-1', 'triage 24/2', { ...group1, a_aktiveret: 'nej' });
  await decided('caseworker-1', 'triage 24/9', { a_maalgruppe: 'nej' });
  const person = own('caseworker-1');
  await person.answer(await person.say('triage 24/4'), { a_maalgruppe: 'ja' });
  expect(person.text(await person.say('placeringer'))).toMatch(
    /Gruppe 1 \(2\)".*24\/2 · ikke aktiveret det seneste år".*24\/1".*Gruppe 3 \(1\)".*24\/3".*Endnu ikke placeret \(1\)".*24\/4"/,
  );
  expect(person.text(await person.say('placeringer'))).not.toMatch(/24\/9|kan overvejes/);
});

test('a checklist that is only begun takes no decision out of a register', async () => {
  const person = own('caseworker-1');
  await person.say('triage 24/2');
  expect(person.text(await person.say('placeringer'))).toMatch(/Gruppe 1 \(2\)".*24\/2.*24\/1".*ikke placeret \(1\)".*24\/4"/);
});

test('a shared exemption proposes what the triage answered to none but those who may see the triage', async () => {
  const [berit, anders] = ['caseworker-1', 'caseworker-2'].map((key) => teams.meeting(teams.person(key)));
  if (berit === undefined || anders === undefined) throw new Error('nobody is there');
  const message = (await berit.say('fritagelse 24/3')).replies[0]?.id ?? '';
  await berit.press(message, 'checklists/share');
  await bot.quiet();
  const seen = async (chat: typeof berit) => {
    await chat.refresh(message);
    return JSON.stringify(chat.cardOf(message));
  };
  expect(await seen(berit)).toMatch(/foreslået ud fra sagens andre.*"id":"q_f_maalgruppe"[^}]*"value":"ja"/);
  expect(await seen(anders)).toMatch(/"id":"q_f_maalgruppe"[^}]*"value":""/);
});

test('an answer that is no longer asked for is marked as not counted, and proposes nothing', async () => {
  const person = own('caseworker-1');
  const message = await person.say('triage 24/5');
  await person.answer(message, group3);
  await person.press(message, 'checklists/back', {});
  await person.press(message, 'checklists/answer', { q_a_kan_deltage: 'ja' });
  expect(person.text(message)).toMatch(/Både [^"]*indgår ikke: spørgsmålet stilles ikke længere/);
  await person.press(message, 'checklists/follow');
  const exemption = await person.say('fritagelse 24/5');
  await person.press(exemption, 'checklists/answer', { q_f_maalgruppe: 'ja' });
  await person.press(exemption, 'checklists/answer', { q_f_gruppe: '3', q_f_omfang: 'aktivering', q_f_ude_af_stand: 'ja' });
  expect(person.text(exemption)).toMatch(/"id":"q_f_grund"[^}]*"value":""/);
});

test('what the triage answered is proposed in the exemption and recorded only when the person sends it', async () => {
  const person = own('caseworker-2');
  const message = await person.say('triage 24/11');
  await person.answer(message, group3);
  await person.press(message, 'checklists/follow');
  const exemption = await person.say('fritagelse 24/11');
  expect(person.text(exemption)).toMatch(/foreslået ud fra sagens andre tjeklister.*"id":"q_f_maalgruppe"[^}]*"value":"ja"/);
  await person.press(exemption, 'checklists/answer', { q_f_maalgruppe: 'ja' });
  expect(person.text(exemption)).toMatch(/"id":"q_f_gruppe"[^}]*"value":"3"/);
  expect(person.text(exemption)).toMatch(/"id":"q_f_ude_af_stand"[^}]*"value":"ja"/);
  const [run] = await bot.desk.store.runsOf(
    '5d1f6a2e-0000-4000-8000-00000000c0de',
    [teams.person('caseworker-2').objectId ?? ''],
    ['open'],
  );
  expect(run?.answers.map(({ question }) => question)).toEqual(['f_maalgruppe']);
});

test('a changed earlier answer keeps the later ones that still apply', async () => {
  const person = own('caseworker-2');
  const message = await person.say('triage 24/12');
  await person.answer(message, group3);
  await person.press(message, 'checklists/back', {});
  await person.press(message, 'checklists/answer', { q_a_kan_deltage: 'ja' });
  expect(person.text(message)).toMatch(/Gruppe 1 kan overvejes/);
  await person.press(message, 'checklists/back', {});
  await person.press(message, 'checklists/answer', { q_a_kan_deltage: 'nej' });
  expect(person.text(message)).toMatch(/Gruppe 3 kan overvejes/);
});

const exemption: Json = {
  f_maalgruppe: 'ja',
  f_gruppe: '3',
  f_ude_af_stand: 'ja',
  f_grund: 'begge',
  f_periode: 'kortere',
  f_tvaerfaglig: 'bostoette',
  f_dokumenteret: 'ja',
};

test.each([
  ['24/21', { f_omfang: 'begge', f_ude_af_stand_mentor: 'ja', f_opfoelgningsdato: '2017-12-01' }],
  ['24/22', { f_omfang: 'aktivering', f_opfoelgningsdato: '2017-12-01' }],
  ['24/23', { f_omfang: 'aktivering', f_opfoelgningsdato: '2017-08-01' }],
  ['24/24', { f_omfang: 'aktivering', f_ude_af_stand: 'nej', f_opfoelgningsdato: '2017-08-01' }],
])('an exemption is recorded with the legal basis that the person writes (%s)', async (reference, answers) => {
  const person = own('crowd-1');
  const message = await person.say(`fritagelse ${reference}`);
  await person.answer(message, { ...exemption, ...answers });
  await person.press(message, 'Følg forslaget');
  await person.submitDialog({ legalBasis: '' });
  expect(JSON.stringify(teams.personalChat(teams.person('crowd-1')).dialog()?.card)).toContain('Skriv den gældende hjemmel');
  await person.submitDialog({ legalBasis: 'Lov om aktiv beskæftigelsesindsats' });
  expect(person.text(message)).toContain('afsluttet med en beslutning');
});

test('the register of exemptions has what was decided for both, for activation only, and first those whose follow-up has passed', async () => {
  const person = own('crowd-1');
  const register = person.text(await person.say('fritagelser'));
  expect(register).toMatch(
    /Opfølgningen er passeret \(1\)".*24\/23 · 1\. august 2017".*Aktivering og mentor \(1\)".*24\/21".*Kun aktivering \(2\)".*24\/23 · opfølgningen er passeret".*24\/22"/,
  );
  expect(register).not.toMatch(/24\/24|er fritaget|kan overvejes/);
});

test('a follow-up that is done has not passed, and one that was moved stands at its new day', async () => {
  const person = own('crowd-1');
  const deadlines = await bot.desk.deadlines.openOf('5d1f6a2e-0000-4000-8000-00000000c0de', [
    teams.person('crowd-1').objectId ?? '',
  ]);
  const due = (reference: string) => deadlines.find(({ caseReference }) => caseReference === reference);
  const desk = { ...bot.desk, store: bot.desk.deadlines };
  const { objectId, name } = teams.person('crowd-1');
  const asking = {
    person: { tenantId: '5d1f6a2e-0000-4000-8000-00000000c0de', objectId, name, roles: ['caseworker' as const] },
    ...{ today: plainDate('2017-09-04'), activityId: null },
  };
  const register = async () => person.text(await person.say('fritagelser'));
  const change = (action: DeadlineAction) => changeDeadline(desk, asking, due('24/23')?.id ?? '', action);
  await change({ kind: 'move-trigger', on: plainDate('2017-10-02') });
  expect(await register()).not.toContain('passeret');
  await change({ kind: 'move-trigger', on: plainDate('2017-08-15') });
  expect(await register()).toContain('24/23 · 15. august 2017');
  await change({ kind: 'met' });
  expect(await register()).not.toContain('passeret');
});

test('a meeting’s start offers the organiser’s open runs and the queue that waits to the organiser alone', async () => {
  const organiser = teams.meeting(teams.person('crowd-2'));
  await own('crowd-2').say('triage 24/31');
  await organiser.say('kø triage 24/32 24/33');
  await bot.quiet();
  const before = organiser.messages().length;
  const others = () => teams.people.filter(({ key }) => key !== 'crowd-2' && key !== 'guest').flatMap(({ key }) => shown(key));
  const othersBefore = others();
  await organiser.startMeeting();
  await bot.quiet();
  expect(organiser.messages().length).toBe(before);
  expect(others()).toEqual(othersBefore);
  expect(shown('crowd-2').at(-1)).toMatch(/I mødets sagskø venter 2 sager.*24\/31/);
});
