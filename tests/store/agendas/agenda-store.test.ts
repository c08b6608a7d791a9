import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AgendaDesk } from '../../../src/app/agendas/agenda-desk.ts';
import { acceptFollowUp, proposeFollowUps } from '../../../src/app/agendas/follow-up-item.ts';
import { keepAgenda } from '../../../src/app/agendas/keep-agenda.ts';
import { recordDecision } from '../../../src/app/agendas/record-decision.ts';
import type { Agenda, AgendaItem } from '../../../src/domain/agenda/agenda.ts';
import type { ItemDecision } from '../../../src/domain/agenda/meeting/record.ts';
import { plainDate } from '../../../src/domain/calendar/plain-date.ts';
import { usualClosedDays } from '../../../src/domain/calendar/working-days.ts';
import { usualReminders } from '../../../src/domain/deadline/reminder-plan.ts';
import { agendaStore } from '../../../src/store/agendas/agenda-store.ts';
import type { Store } from '../../../src/store/database.ts';
import { deadlineStore } from '../../../src/store/deadlines/deadline-store.ts';
import { engines, freshStore, testSealer } from '../../support/stores.ts';

const today = plainDate('2026-11-25');
const person = { tenantId: 't', objectId: 'sek', name: 'Sekretær', roles: ['secretary'] as const };
const asking = (activityId: string) => ({ person, today, activityId, at: 1 });
const item = (number: number, title: string, changes: Partial<AgendaItem> = {}): AgendaItem => ({
  number,
  title,
  caseNumber: null,
  documentNumber: null,
  page: null,
  closed: false,
  line: number,
  matter: null,
  caseStatement: null,
  legalBasis: null,
  economy: null,
  communication: null,
  recommendation: null,
  decisions: [],
  annexes: [],
  emptyAnnexHeading: false,
  absent: [],
  consultation: null,
  dates: [],
  truncated: false,
  ...changes,
});
const consultation = { from: plainDate('2026-11-26'), to: plainDate('2027-01-04'), parties: ['Seniorrådet'] };
const agenda = (...items: readonly AgendaItem[]): Agenda => ({
  kind: 'dagsorden',
  municipality: 'Testkøbing',
  body: 'Socialudvalget',
  date: today,
  startTime: null,
  place: null,
  present: null,
  absent: null,
  substitutes: [],
  items,
  faults: [],
});
const decision: ItemDecision = {
  outcome: 'approved',
  text: 'Godkendt.',
  amendments: null,
  votes: null,
  dissent: null,
  disqualified: [],
  absent: [],
  reviewOn: null,
};
const id = 'testkøbing|socialudvalget|2026-11-25';

describe.each(engines)('on the %s engine', (engine) => {
  let store: Store;
  let desk: AgendaDesk;
  beforeAll(async () => {
    store = await freshStore(engine);
    const members = [{ tenantId: 't', objectId: 'berit', name: 'Berit', roles: ['caseworker'] as const, team: null }];
    desk = {
      store: agendaStore(store.db, testSealer),
      directory: { member: (_t, one) => members.find(({ objectId }) => objectId === one) ?? null, members: () => members },
      settings: usualReminders(usualClosedDays),
      audit: { note: () => {} },
    };
  });
  afterAll(() => store.close());

  test('a meeting’s agenda is kept once, and reading a changed file tells what changed', async () => {
    const first = await keepAgenda(desk, asking('k1'), {
      agenda: agenda(item(1, 'Budget'), item(2, 'Høring', { consultation })),
      file: 'a.txt',
    });
    expect(first).toMatchObject({ kind: 'kept', changes: null, stored: { id, revision: 1 } });
    await desk.store.markPosted('t', id, { conversationId: 'c', messageId: 'm' });
    const again = await keepAgenda(desk, asking('k2'), {
      agenda: agenda(item(1, 'Budget', { annexes: ['Notat'] }), item(2, 'Høring', { consultation }), item(3, 'Eventuelt')),
      file: 'b.txt',
    });
    expect(again).toMatchObject({ kind: 'kept', changes: { added: ['3 Eventuelt'], removed: [], changed: ['1 Budget'] } });
    expect(await desk.store.find('t', id)).toMatchObject({
      revision: 2,
      file: 'b.txt',
      posted: [{ conversationId: 'c', messageId: 'm' }],
    });
    expect(await desk.store.list('t', 10)).toHaveLength(1);
  });

  test('of two who record the same item at once, the second is shown what the first wrote', async () => {
    const place = { agendaId: id, itemIndex: 0, seen: 0, showsClosed: false };
    const both = await Promise.all([
      recordDecision(desk, asking('r1'), place, decision),
      recordDecision(desk, asking('r2'), place, { ...decision, text: 'Udsat.' }),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['conflict', 'recorded']);
    expect(await desk.store.records('t', id)).toHaveLength(1);
    expect(await recordDecision(desk, asking('r3'), { ...place, seen: 1 }, null)).toMatchObject({
      kind: 'recorded',
      records: [{}, { entry: { kind: 'undone' } }],
    });
  });

  test('whoever is no secretary records nothing', async () => {
    const caseworker = { ...asking('r4'), person: { ...person, roles: ['caseworker'] as const } };
    expect(await recordDecision(desk, caseworker, { agendaId: id, itemIndex: 1, seen: 0, showsClosed: false }, decision)).toEqual(
      { kind: 'not-allowed' },
    );
  });

  test('an accepted consultation becomes its owner’s deadline, once', async () => {
    const [proposal] = (await proposeFollowUps(desk, asking('f0'), id, 1)) ?? [];
    const wanted = {
      agendaId: id,
      itemIndex: 1,
      key: proposal?.key ?? '',
      owner: 'berit',
      title: 'Høring slutter',
      source: 'punkt 2',
      dueOn: null,
    };
    expect(await acceptFollowUp(desk, asking('f1'), wanted, 'd1')).toMatchObject({
      kind: 'accepted',
      deadline: { dueOn: '2027-01-04', source: 'punkt 2' },
    });
    expect(await acceptFollowUp(desk, asking('f2'), wanted, 'd2')).toEqual({ kind: 'accepted-already' });
    expect((await deadlineStore(store.db, testSealer).openOf('t', ['berit'])).map(({ title }) => title)).toEqual([
      'Høring slutter',
    ]);
  });

  test('what was recorded and accepted follows its item when others are put before it', async () => {
    await keepAgenda(desk, asking('k9'), {
      agenda: agenda(item(1, 'Nyt punkt'), item(2, 'Budget'), item(3, 'Høring', { consultation })),
      file: 'd.txt',
    });
    const records = await desk.store.records('t', id);
    expect(new Set(records.map(({ itemIndex }) => itemIndex))).toEqual(new Set([1]));
    const [proposal] = (await proposeFollowUps(desk, asking('f9'), id, 2)) ?? [];
    expect(proposal?.accepted).toMatchObject({ deadlineId: 'd1' });
  });

  test('a proposal whose day has passed is moved before it is accepted', async () => {
    const later = { ...asking('f3'), today: plainDate('2027-02-01') };
    await keepAgenda(desk, asking('k3'), {
      agenda: { ...agenda(item(1, 'Høring', { consultation })), date: plainDate('2026-11-26') },
      file: 'c.txt',
    });
    const wanted = {
      agendaId: 'testkøbing|socialudvalget|2026-11-26',
      itemIndex: 0,
      key: 'consultation-ends|0|2027-01-04',
      owner: 'berit',
      title: 'Høring',
      source: 'punkt 1',
      dueOn: null,
    };
    expect(await acceptFollowUp(desk, later, wanted, 'd3')).toEqual({ kind: 'day-has-passed', on: '2027-01-04' });
    expect(await acceptFollowUp(desk, later, { ...wanted, dueOn: plainDate('2027-03-01') }, 'd4')).toMatchObject({
      kind: 'accepted',
    });
  });
});
