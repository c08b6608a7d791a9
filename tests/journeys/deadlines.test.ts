import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClock } from '../../src/clock/clock.ts';
import { readDeadlineWords } from '../../src/content/read-deadline-words.ts';
import { readTexts } from '../../src/content/texts.ts';
import { plainDate } from '../../src/domain/calendar/plain-date.ts';
import { usualClosedDays } from '../../src/domain/calendar/working-days.ts';
import { usualReminders } from '../../src/domain/deadline/reminder-plan.ts';
import { type HttpServer, startHttp } from '../../src/http/server.ts';
import { createLog } from '../../src/log/log.ts';
import { conversationStore } from '../../src/store/conversation-store.ts';
import type { Store } from '../../src/store/database.ts';
import { dutyStore } from '../../src/store/deadlines/deadline-extras-store.ts';
import { deadlineStore } from '../../src/store/deadlines/deadline-store.ts';
import { reminderStore } from '../../src/store/deadlines/reminder-store.ts';
import { type WiredDeadlines, wireDeadlines } from '../../src/teams/deadlines/wire-deadlines.ts';
import { createGateway } from '../../src/teams/sending/gateway.ts';
import { createBot } from '../../src/teams/turn/bot.ts';
import { createCourier } from '../../src/teams/turn/courier.ts';
import { noReply } from '../../src/teams/turn/reply.ts';
import { tryoutPeople, tryoutTenant } from '../../src/tryout/people/people.ts';
import { type StandIn, startStandIn } from '../../src/tryout/stand-in.ts';
import { freshStore, testSealer } from '../support/stores.ts';

let store: Store;
let http: HttpServer;
let teams: StandIn;
let deadlines: WiredDeadlines;
const clock = createClock();
const members = tryoutPeople.flatMap(({ name, objectId, role }) =>
  objectId === null || role === null ? [] : [{ tenantId: tryoutTenant, objectId, name, roles: [role], team: 'A' }],
);
const directory = {
  member: (_tenant: string, id: string) => members.find(({ objectId }) => objectId === id) ?? null,
  members: () => members,
};

beforeAll(async () => {
  store = await freshStore('embedded');
  const log = createLog('silent');
  const gateway = createGateway({ isAllowedServiceUrl: (url) => url.startsWith('http://127.0.0.1'), token: async () => null });
  const conversations = conversationStore(store.db);
  const courier = createCourier(gateway, conversations, log);
  let ids = 0;
  const makeId = () => {
    ids += 1;
    return `id${ids}`;
  };
  const texts = readTexts();
  const { command: commandWords, words, boards } = readDeadlineWords();
  const audit = { note: () => {} };
  const context = { texts, clock, audit, words, commandWords, makeId, caseLink: () => null };
  const stores = {
    store: deadlineStore(store.db, testSealer),
    outbox: reminderStore(store.db, makeId),
    duties: dutyStore(store.db, testSealer),
  };
  deadlines = wireDeadlines({
    context,
    ...stores,
    directory,
    settings: usualReminders(usualClosedDays),
    boards,
    courier,
    log,
    digestAt: () => clock.now(),
    owner: 'test',
    chance: () => 0,
  });
  const personOf = (tenantId: string, objectId: string | null, name: string) => ({
    tenantId,
    objectId,
    name,
    roles: directory.member(tenantId, objectId ?? '')?.roles ?? [],
  });
  const onMessage = createBot({
    authentication: null,
    isAllowedServiceUrl: () => true,
    gateway,
    courier,
    dispatcher: { features: [deadlines.feature], ask: async () => noReply },
    conversations,
    personOf,
    texts,
    clock,
    log,
  });
  http = await startHttp({ host: '127.0.0.1', port: 0, log, onMessage, isReady: async () => true, download: async () => null });
  teams = await startStandIn({ botUrl: `${http.url}/api/messages` });
});
afterAll(async () => {
  await teams.close();
  await http.close(500);
  await store.close();
});

const berit = () => teams.personalChat(teams.person('caseworker-1'));
const leader = () => teams.personalChat(teams.person('team-leader'));
const last = (chat: ReturnType<typeof berit>) => JSON.stringify(chat.messages().at(-1)?.activity);
const on = async (day: string) => {
  clock.setToday(plainDate(day));
  await deadlines.runNow();
};

test('a deadline typed in words is laid in, shown on the board, and not doubled when Teams repeats itself', async () => {
  await on('2026-11-23');
  await leader().say('mine frister');
  await berit().say('frist 16. december partshøring sag 24/1187');
  expect(last(berit())).toContain('onsdag den 16. december 2026');
  await berit().say('mine frister');
  expect(last(berit())).toContain('1 åbne, heraf 0 overskredne');
  expect(last(berit())).toContain('partshøring');
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
  await berit().say('mine frister');
  expect(last(berit())).toContain('Der er ingen åbne frister');
});

test('a board asked for in a channel is answered in the personal chat', async () => {
  const before = berit().messages().length;
  await teams.channel(teams.person('caseworker-1')).say('mine frister');
  expect(berit().messages().length).toBe(before + 1);
  expect(JSON.stringify(teams.channel(teams.person('caseworker-1')).messages().at(-1)?.activity)).toContain('personlige chat');
});

test('a caseworker does not see the team’s deadlines', async () => {
  await berit().say('teamets frister');
  expect(last(berit())).toContain('Det kan kun teamlederen');
});

test('a stand-in gets the digest of who is away, and may finish what is on it', async () => {
  const standIn = teams.personalChat(teams.person('caseworker-2'));
  await standIn.say('mine frister');
  await on('2027-01-04');
  await berit().say('frist 5. januar 2027 opfølgning');
  const day = plainDate('2027-01-05');
  const [away, other] = [teams.person('caseworker-1').objectId ?? '', teams.person('caseworker-2').objectId ?? ''];
  const audit = { tenantId: tryoutTenant, actor: away, action: 'absence-saved', subject: away, details: {} };
  const absence = { person: away, from: day, to: day, standIn: other };
  await deadlineStore(store.db, testSealer).saveAbsence(tryoutTenant, absence, { activityId: null, audit });
  await on('2027-01-05');
  expect(last(standIn)).toContain('opfølgning');
  await standIn.press(standIn.last()?.id ?? '', 'Klaret');
  await berit().say('mine frister');
  expect(last(berit())).toContain('Der er ingen åbne frister');
});
