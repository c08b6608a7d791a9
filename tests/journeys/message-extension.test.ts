import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainDate } from '../../src/domain/calendar/plain-date.ts';
import type { Deadline } from '../../src/domain/deadline/deadline.ts';
import type { Json } from '../../src/tryout/json.ts';
import { tryoutTenant } from '../../src/tryout/people/people.ts';
import type { StandIn } from '../../src/tryout/stand-in.ts';
import { startAgendaBot } from '../support/agenda-bot.ts';
import { cardFaults } from '../support/check-card.ts';

const agendaText = `Aalborg Kommune
Dagsorden
Beskæftigelsesudvalget
Mødedato: 1. december 2026

Punkt 1: Uddannelseshuset og mentorer
Sagsnr.: 15.00.00-A00-7-26
Indstilling
Forvaltningen indstiller, at rammen godkendes.

Punkt 2: Lukket punkt: Mentorer hos Kilometerskolen
Indstilling
Forvaltningen indstiller, at kontrakten opsiges.
`;
const text = (value: unknown) => JSON.stringify(value);
let bot: Awaited<ReturnType<typeof startAgendaBot>>;
let teams: StandIn;
const search = (key: string, query: string, skip = 0) => teams.channel(teams.person(key)).search('search', query, skip);
const deadline = (id: string, owner: string, title: string): Deadline => ({
  ...{ id, kind: 'own', title, caseReference: '24/1187', dueOn: plainDate('2026-12-12'), owner, state: 'open' },
  ...{ vagueWords: null, trigger: null, source: null, assumption: null, metOn: null, snoozedUntil: null },
});

beforeAll(async () => {
  bot = await startAgendaBot();
  teams = bot.teams;
  const secretary = teams.personalChat(teams.person('secretary'));
  const shown = (await secretary.say('', { files: [{ name: 'dagsorden.txt', content: agendaText }] })).replies[0]?.card;
  const id = /"id":"([^"]+)"/.exec(text(shown))?.[1] ?? '';
  const decide = async (item: number, words: string) => {
    const data = { dialog: 'agendas/decide', id, item, seen: 0, send: true, outcome: 'other', text: words };
    await secretary.send({ type: 'invoke', name: 'task/submit', value: { data } });
  };
  await decide(0, 'Rammen til mentorer godkendt.');
  await decide(1, 'Mentorerne hos Kilometerskolen opsagt.');
  const lay = (key: string, title: string) => {
    const saved = deadline(key, teams.person(key).objectId ?? '', title);
    const audit = { tenantId: tryoutTenant, actor: key, action: 'deadline-added', subject: key, details: {} };
    return bot.deadlines.add(tryoutTenant, [{ deadline: saved, importKey: null, nextReminderOn: null }], {
      activityId: null,
      audit,
    });
  };
  await lay('caseworker-1', 'Partshøring om mentor');
  await lay('caseworker-2', 'Andens møde om mentor');
});
afterAll(() => bot.close());

test('one search finds agendas, decisions, principles, figures and own deadlines, the first of each before the second of any', async () => {
  const finds = text((await search('caseworker-1', 'mentor')).slice(0, 5));
  for (const part of [
    'Beskæftigelsesudvalget, tirsdag den 1. december 2026',
    'Rammen til mentorer godkendt',
    'Princip · ',
    'Tal · ',
    'Partshøring om mentor',
  ])
    expect(finds).toContain(part);
});

test('every find is a card that Teams takes, and is inserted with its source', async () => {
  const finds = [...(await search('caseworker-1', 'mentor')), ...(await search('caseworker-1', 'tal 2016'))];
  expect(finds.length).toBeGreaterThan(20);
  for (const { content } of finds) expect(await cardFaults(content)).toEqual([]);
  const [figure] = await search('caseworker-1', 'tal uddannelseshuset 2016');
  const { id } = teams.channel(teams.person('caseworker-1')).insert(figure?.['content'] as Json);
  expect(text(teams.channel(teams.person('team-leader')).cardOf(id))).toMatch(
    /112\.675\.000 kr\..*Aalborg.*2016.*vedtaget|Aalborg.*2016.*vedtaget.*112\.675\.000 kr\./,
  );
});

test.each([
  ['dagsorden mentorer', /Dagsorden, 2 punkter/, /Beslutning ·|Princip ·|Tal ·|Frist/],
  ['beslutninger om mentorer', /Beslutning ·/, /Dagsorden,|Princip ·|Tal ·|Frist/],
  ['princip mentor', /Princip ·/, /Dagsorden,|Beslutning ·|Tal ·|Frist:/],
  ['tal mentor', /Tal ·/, /Dagsorden,|Beslutning ·|Princip ·|Frist:/],
  ['frister', /Partshøring om mentor/, /Dagsorden,|Beslutning ·|Princip ·|Tal ·/],
])('a first word that names the kind narrows: “%s”', async (query, has, hasNot) => {
  const previews = text((await search('caseworker-1', query)).map(({ preview }) => preview));
  expect(previews).toMatch(has);
  expect(previews).not.toMatch(hasNot);
});

test('where nothing of the named kind fits, the rest is searched in every kind', async () => {
  const finds = text(await search('secretary', 'frist genoptræning'));
  expect(finds).toMatch(/Kvalitetsstandarder for genoptræning/);
  expect(finds).not.toMatch(/\.txt/);
});

test.each([
  '112.675.000',
  '112675000',
  'uddannelseshus 112.675.000 kr.',
])('a figure is found by its amount: %s', async (query) => {
  expect(text(await search('caseworker-1', query))).toContain('Uddannelseshuset unge: 112.675.000 kr.');
});

test('own deadlines are found by title, case and day, by nobody but their owner, and without buttons', async () => {
  for (const query of ['partshøring', '24/1187', '12. december', '2026-12-12']) {
    const found = await search('caseworker-1', query);
    expect(text(found), query).toContain('Partshøring om mentor');
    expect(text(found), query).not.toContain('Andens møde');
  }
  for (const key of ['team-leader', 'administrator', 'secretary'])
    expect(text(await search(key, '24/1187')), key).not.toMatch(/Partshøring|Andens/);
  const [own] = await search('caseworker-1', 'frist partshøring');
  expect(text(own)).not.toMatch(/Action\./);
});

test('of closed items nothing is found, whoever asks and wherever', async () => {
  for (const key of ['secretary', 'administrator', 'caseworker-1'])
    for (const query of ['Kilometerskolen', 'opsagt', 'mentorer', 'beslutning opsagt', ''])
      expect(text(await search(key, query)), `${key}: ${query}`).not.toMatch(/Kilometerskolen|opsagt|opsiges/);
});

test('before anything is typed, agendas, decisions and own deadlines are offered, and no one without a role is', async () => {
  expect(text(await search('caseworker-1', ''))).toMatch(/Dagsorden, 2 punkter.*Partshøring om mentor/);
  expect(await search('guest', '')).toEqual([]);
  expect(await search('guest', 'mentor')).toEqual([]);
});

test('further pages go on where the list ended', async () => {
  const first = await search('caseworker-1', '2016');
  const second = await search('caseworker-1', '2016', first.length);
  const titles = new Set(first.map(text));
  expect(second.filter((find) => titles.has(text(find)))).toEqual([]);
  expect(first.length + second.length).toBeGreaterThan(20);
});
