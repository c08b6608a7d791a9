import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { directoryOf, personIn } from '../../src/app/access/member-list.ts';
import { createClock } from '../../src/clock/clock.ts';
import { readDeadlineCommands } from '../../src/content/read-deadline-commands.ts';
import { readDeadlineWords } from '../../src/content/read-deadline-words.ts';
import { readTable } from '../../src/content/read-table.ts';
import { readTexts } from '../../src/content/texts.ts';
import { plainDate } from '../../src/domain/calendar/plain-date.ts';
import { usualClosedDays } from '../../src/domain/calendar/working-days.ts';
import { usualReminders } from '../../src/domain/deadline/reminder-plan.ts';
import { hasPersonalNumber } from '../../src/domain/privacy/personal-number.ts';
import { calendarFeed } from '../../src/export/calendar-feed.ts';
import { csvOf } from '../../src/export/csv.ts';
import type { HttpServer } from '../../src/http/server.ts';
import { createLog } from '../../src/log/log.ts';
import { createSigner } from '../../src/store/core/signer.ts';
import type { Store } from '../../src/store/database.ts';
import { feedStore, importStore } from '../../src/store/deadlines/deadline-extras-store.ts';
import { deadlineStore } from '../../src/store/deadlines/deadline-store.ts';
import { reminderStore } from '../../src/store/deadlines/reminder-store.ts';
import { fileFetcher } from '../../src/teams/agendas/fetch-file.ts';
import type { SetUpContext } from '../../src/teams/deadlines/extras/context.ts';
import { downloadFeed } from '../../src/teams/deadlines/extras/feed.ts';
import { setUpFeature } from '../../src/teams/deadlines/extras/set-up-feature.ts';
import { noReply } from '../../src/teams/turn/reply.ts';
import { tryoutPeople, tryoutTenant } from '../../src/tryout/people/people.ts';
import { type StandIn, startStandIn } from '../../src/tryout/stand-in.ts';
import { startBot } from '../support/bot.ts';
import { freshStore, testSealer } from '../support/stores.ts';

let store: Store;
let http: HttpServer;
let teams: StandIn;
let context: SetUpContext;
const clock = createClock();
clock.setToday(plainDate('2026-11-23'));
const members = tryoutPeople.flatMap(({ name, objectId, role }) =>
  objectId === null || role === null ? [] : [{ tenantId: tryoutTenant, objectId, name, roles: [role], team: 'A' }],
);
const directory = directoryOf(members);
const [first, second] = members.filter(({ roles }) => roles.includes('caseworker'));
const idOf = (member: typeof first) => member?.objectId ?? '';

beforeAll(async () => {
  store = await freshStore('embedded');
  const { command: commandWords, words } = readDeadlineWords();
  const audit = { note: () => {} };
  let ids = 0;
  const makeId = () => {
    ids += 1;
    return `id${ids}`;
  };
  const deadlines = deadlineStore(store.db, testSealer);
  const settings = usualReminders(usualClosedDays);
  context = {
    ...{ texts: readTexts(), clock, audit, words, commandWords, makeId, caseLink: () => null, readTable },
    desk: { store: deadlines, directory, settings, audit, imports: importStore(store.db, testSealer), hasPersonalNumber },
    absences: deadlines,
    feeds: feedStore(store.db),
    outbox: reminderStore(store.db, makeId),
    names: readDeadlineCommands(),
    fetchFile: fileFetcher(true, createLog('silent')),
    signer: createSigner(createHmac('sha256', 'test').digest('hex')),
    publicUrl: 'http://bot.invalid',
    writeCsv: csvOf,
    writeCalendar: calendarFeed,
  };
  http = await startBot({ features: [setUpFeature(context)], ask: async () => noReply }, null, {
    personOf: (tenantId, objectId, name) => personIn(directory, tenantId, objectId, name),
    clock,
    download: (name, token) => downloadFeed(context, name, token),
  });
  teams = await startStandIn({ botUrl: `${http.url}/api/messages` });
});
afterAll(async () => {
  await teams.close();
  await http.close(500);
  await store.close();
});

const leader = () => teams.personalChat(teams.person('team-leader'));
const caseworker = () => teams.personalChat(teams.person('caseworker-1'));
const last = (chat: ReturnType<typeof leader>) => JSON.stringify(chat.messages().at(-1)?.activity);
const openOf = (member: typeof first) => context.desk.store.openOf(tryoutTenant, [idOf(member)]);
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
  const get = (path: string) => fetch(`${http.url}${path}`);
  const feed = await (await get(calendar)).text();
  expect(feed).toContain('SUMMARY:Jobsamtale');
  expect(feed).not.toContain('24/1');
  expect(await (await get(csv)).text()).toContain('Jobsamtale;2026-12-17;åben;samtale;24/1');
  expect((await get(calendar.replace('deadlines.ics', 'deadlines.csv'))).status).toBe(404);
  await caseworker().press(caseworker().last()?.id ?? '', 'Tilbagekald mine links');
  expect([(await get(calendar)).status, (await get(csv)).status]).toEqual([404, 404]);
});

test('who is away is stood in for between two days, both included', async () => {
  await caseworker().say(`fravær 21.12.2026 til 2.1.2027 vikar ${second?.name}`);
  expect(last(caseworker())).toContain('får påmindelserne imens');
  const away = await context.absences.absencesOn(tryoutTenant, plainDate('2027-01-02'));
  expect(away.map(({ person, standIn }) => [person, standIn])).toEqual([[idOf(first), idOf(second)]]);
  await caseworker().say('fravær i morgen');
  expect(last(caseworker())).toContain('Skriv for eksempel');
});

test('the leader hands everything of one to another of the team, and a caseworker does not', async () => {
  await caseworker().say(`omfordel ${first?.name} til ${second?.name}`);
  expect(await openOf(second)).toEqual([]);
  await leader().say(`omfordel ${first?.name} til ${second?.name}`);
  expect(last(leader())).toContain('1 åbne frister er givet videre');
  expect([(await openOf(first)).length, (await openOf(second)).length]).toEqual([0, 1]);
});

test('who was not reached is listed for the leader', async () => {
  await leader().say('ikke nået');
  expect(last(leader())).toContain('Alle er nået');
});
