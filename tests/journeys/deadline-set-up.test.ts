import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainDate } from '../../src/domain/calendar/plain-date.ts';
import { tryoutTenant } from '../../src/tryout/people/people.ts';
import { type DeadlineBot, deadlineMembers, lastOf as last, startDeadlineBot } from '../support/deadline-bot.ts';

let bot: DeadlineBot;
const [first, second] = deadlineMembers.filter(({ roles }) => roles.includes('caseworker'));
const idOf = (member: typeof first) => member?.objectId ?? '';

beforeAll(async () => {
  bot = await startDeadlineBot();
  bot.setDay('2026-11-23');
});
afterAll(() => bot.close());

const leader = () => bot.leader();
const caseworker = () => bot.berit();
const openOf = (member: typeof first) => bot.store.openOf(tryoutTenant, [idOf(member)]);
const send = (rows: readonly string[]) =>
  leader().say('', { files: [{ name: 'frister.csv', content: ['Sagsnr;Sagsbehandler;Type;Frist', ...rows].join('\r\n') }] });
const shown = () => JSON.stringify(leader().cardOf(leader().last()?.id ?? ''));
const press = (title: string, inputs = {}) => leader().press(leader().last()?.id ?? '', title, inputs);

test('a list from the case system is asked about, previewed and written only after a yes', async () => {
  await send([
    `24/1;${first?.name};Jobsamtale;16.12.2026`,
    `24/2;${first?.name};Jobsamtale;31.2.2027`,
    `24/3;${second?.name};Opfølgning;2026-12-18`,
  ]);
  expect(last(leader())).toContain('Hvilke kolonner er hvad?');
  await press('Vis, hvad der vil ske');
  expect(shown()).toContain('2 nye, 0 ændrede, 0 lukkes, 0 uændrede');
  expect(shown()).toContain('linje 3: datoen kan ikke læses');
  expect(await openOf(first)).toEqual([]);
  await press('Indlæs');
  expect((await openOf(first)).map(({ title, dueOn }) => [title, dueOn])).toEqual([['Jobsamtale', '2026-12-16']]);
});

test('the next list updates and closes without asking for the columns again and without doubling', async () => {
  await send([`24/1;${first?.name};Jobsamtale;17.12.2026`]);
  expect(last(leader())).toContain('0 nye, 1 ændrede, 1 lukkes, 0 uændrede');
  await press('Indlæs');
  expect((await openOf(first)).map(({ dueOn }) => dueOn)).toEqual(['2026-12-17']);
  expect(await openOf(second)).toEqual([]);
});

test('a caseworker imports no list', async () => {
  await caseworker().say('', { files: [{ name: 'a.csv', content: 'Sag;Person;Type;Dato\r\n1;2;3;4' }] });
  expect(last(caseworker())).toContain('teamlederen eller administratoren');
});

test('a calendar link shows no case number, opens no list, and shows nothing once it is revoked', async () => {
  await caseworker().say('kalender');
  const [calendar = '', csv = ''] = last(caseworker()).match(/\/download\/[^"]+/g) ?? [];
  const get = (path: string) => fetch(`${bot.url}${path}`);
  const feed = await (await get(calendar)).text();
  expect(feed).toContain('SUMMARY:Jobsamtale');
  expect(feed).not.toContain('24/1');
  expect(await (await get(csv)).text()).toContain('Jobsamtale;2026-12-17;åben;samtale;24/1');
  expect((await get(calendar.replace('deadlines.ics', 'deadlines.csv'))).status).toBe(404);
  await caseworker().press(caseworker().last()?.id ?? '', 'Tilbagekald mine links');
  expect([(await get(calendar)).status, (await get(csv)).status]).toEqual([404, 404]);
});

test('a leader’s list holds the team’s deadlines, and a caseworker is offered none', async () => {
  await caseworker().say('kalender');
  expect(last(caseworker())).not.toContain('team-deadlines.csv');
  await leader().say('kalender');
  const [path = ''] = last(leader()).match(/\/download\/team-deadlines[^"]+/g) ?? [];
  expect(await (await fetch(`${bot.url}${path}`)).text()).toContain(`Jobsamtale;2026-12-17;åben;samtale;24/1;${first?.name}`);
  expect((await fetch(`${bot.url}${path.replace('team-deadlines', 'deadlines')}`)).status).toBe(404);
});

test('who is away is stood in for between two days, both included', async () => {
  await caseworker().say(`fravær 21.12.2026 til 2.1.2027 vikar ${second?.name}`);
  expect(last(caseworker())).toContain('får påmindelserne imens');
  const away = await bot.context.absences.absencesOn(tryoutTenant, plainDate('2027-01-02'));
  expect(away.map(({ person, standIn }) => [person, standIn])).toEqual([[idOf(first), idOf(second)]]);
  await caseworker().say(`fravær fra den 4.1.2027 til 5.1.2027, vikar: ${second?.name}`);
  expect(last(caseworker())).toContain('får påmindelserne imens');
  await caseworker().say('fravær i morgen');
  expect(last(caseworker())).toContain('Skriv for eksempel');
});

test('a leader writes the absence of somebody of the team, and a caseworker of nobody else', async () => {
  const away = async (day: string) =>
    (await bot.context.absences.absencesOn(tryoutTenant, plainDate(day))).map(({ person }) => person);
  await leader().say(`fravær ${first?.name} fra 1.2.2027 til 5.2.2027 vikar ${second?.name}`);
  expect(last(leader())).toContain(`${first?.name} er væk fra mandag den 1. februar 2027`);
  await caseworker().say(`fravær ${second?.name} fra 8.2.2027 til 9.2.2027 vikar ${first?.name}`);
  expect(last(caseworker())).toContain('skrives af deres teamleder');
  expect([await away('2027-02-05'), await away('2027-02-08')]).toEqual([[idOf(first)], []]);
});

test('the leader hands everything of one to another of the team, and a caseworker does not', async () => {
  await caseworker().say(`omfordel ${first?.name} til ${second?.name}`);
  expect(await openOf(second)).toEqual([]);
  await leader().say(`omfordel ${first?.name} til ${second?.name}`);
  expect(last(leader())).toContain('Én åben frist er givet videre');
  expect([(await openOf(first)).length, (await openOf(second)).length]).toEqual([0, 1]);
});

test('who was not reached is listed for the leader', async () => {
  await leader().say('ikke nået');
  expect(last(leader())).toContain('Alle er nået');
});
