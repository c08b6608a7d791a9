import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Directory } from '../../src/app/access/directory.ts';
import type { Person } from '../../src/app/access/person.ts';
import type { Asking } from '../../src/app/deadlines/change-deadline.ts';
import { confirmList, type ImportDesk, previewList, receiveList } from '../../src/app/deadlines/import-deadlines.ts';
import { layInDuties, planDuty } from '../../src/app/deadlines/lay-in-duties.ts';
import { plainDate } from '../../src/domain/calendar/plain-date.ts';
import { usualClosedDays } from '../../src/domain/calendar/working-days.ts';
import { usualReminders } from '../../src/domain/deadline/reminder-plan.ts';
import type { Store } from '../../src/store/database.ts';
import { dutyStore, feedStore, importStore } from '../../src/store/deadlines/deadline-extras-store.ts';
import { deadlineStore } from '../../src/store/deadlines/deadline-store.ts';
import { reminderStore } from '../../src/store/deadlines/reminder-store.ts';
import { engines, freshStore, testSealer } from '../support/stores.ts';

const settings = usualReminders(usualClosedDays);
const members = [
  { tenantId: 't', objectId: 'leader', name: 'Lone Leder', roles: ['team-leader'] as const, team: 'a' },
  { tenantId: 't', objectId: 'berit', name: 'Berit Holm', roles: ['caseworker'] as const, team: 'a' },
];
const directory: Directory = {
  member: (_tenant, objectId) => members.find((one) => one.objectId === objectId) ?? null,
  members: () => members,
};
const person: Person = { tenantId: 't', objectId: 'leader', name: 'Lone Leder', roles: ['team-leader'] };
const asking = (activityId: string): Asking => ({ person, today: plainDate('2026-11-23'), activityId });
const mapping = { caseReference: 'Sag', person: 'Hvem', kind: 'Type', dueOn: 'Dato' };
const list = (id: string, ...rows: readonly (readonly [string, string, string])[]) => ({
  id,
  columns: Object.values(mapping),
  rows: rows.map(([sag, hvem, dato], index) => ({
    line: index + 2,
    cells: { Sag: sag, Hvem: hvem, Type: 'Jobsamtale', Dato: dato },
  })),
});

describe.each(engines)('on the %s engine', (engine) => {
  let store: Store;
  let desk: ImportDesk & { readonly duties: ReturnType<typeof dutyStore> };
  beforeAll(async () => {
    store = await freshStore(engine);
    const { db } = store;
    desk = {
      store: deadlineStore(db, testSealer),
      imports: importStore(db, testSealer),
      duties: dutyStore(db, testSealer),
      outbox: reminderStore(db, () => crypto.randomUUID()),
      now: () => 0,
      directory,
      settings,
      audit: { note: () => {} },
      hasPersonalNumber: (text) => text.includes('010203-1234'),
    };
  });
  afterAll(() => store.close());

  test('a list asks for its columns once, shows what it would change, and changes it on a yes', async () => {
    const sent = list(
      'one',
      ['24/1', 'BH', '2026-12-01'],
      ['24/2', 'berit holm', '2026-12-02'],
      ['24/3 010203-1234', 'BH', '2026-12-03'],
    );
    expect(await receiveList(desk, asking('a1'), sent)).toMatchObject({
      kind: 'choose-columns',
      columns: Object.values(mapping),
    });
    expect(await previewList(desk, asking('a2'), 'one', mapping)).toMatchObject({
      kind: 'preview',
      preview: { added: [{}, {}], faults: [{ line: 4, fault: 'personal-number' }] },
    });
    expect(await desk.store.openOf('t', ['berit'])).toEqual([]);
    expect(await confirmList(desk, asking('a3'), 'one')).toMatchObject({ kind: 'done' });
    expect(await confirmList(desk, asking('a3b'), 'one')).toEqual({ kind: 'gone' });
    expect((await desk.store.openOf('t', ['berit'])).map(({ caseReference, dueOn }) => [caseReference, dueOn])).toEqual([
      ['24/1', '2026-12-01'],
      ['24/2', '2026-12-02'],
    ]);
  });

  test('the next list is previewed at once, moves what moved and closes what is gone', async () => {
    expect(await receiveList(desk, asking('a4'), list('two', ['24/1', 'BH', '2026-12-08']))).toMatchObject({
      kind: 'preview',
      preview: { changed: [{}], closed: [{}] },
    });
    expect(await confirmList(desk, asking('a5'), 'two')).toMatchObject({ kind: 'done' });
    expect((await desk.store.openOf('t', ['berit'])).map(({ dueOn }) => dueOn)).toEqual(['2026-12-08']);
  });

  test('a caseworker may not import', async () => {
    const berit = { ...asking('a6'), person: { ...person, objectId: 'berit', roles: ['caseworker'] as const } };
    expect(await receiveList(desk, berit, list('three'))).toEqual({ kind: 'not-allowed' });
  });

  test('a monthly duty becomes a deadline once a time, whoever asks', async () => {
    const duty = { id: 'RD1', title: 'Temamøde', source: 'Horsens 2017', rhythm: 'En gang om måneden' };
    const wanted = { duty, firstOn: plainDate('2026-11-30'), interval: { kind: 'months', count: 1 } as const, owner: 'leader' };
    expect(await planDuty(desk, asking('a7'), wanted)).toBe('planned');
    const both = await Promise.all([
      layInDuties(desk.duties, settings, plainDate('2026-11-23'), () => crypto.randomUUID()),
      layInDuties(desk.duties, settings, plainDate('2026-11-23'), () => crypto.randomUUID()),
    ]);
    expect(both[0] + both[1]).toBe(1);
    expect(await layInDuties(desk.duties, settings, plainDate('2026-12-01'), () => crypto.randomUUID())).toBe(1);
    expect(await layInDuties(desk.duties, settings, plainDate('2026-12-01'), () => crypto.randomUUID())).toBe(0);
    expect((await desk.store.openOf('t', ['leader'])).map(({ dueOn, kind }) => [dueOn, kind])).toEqual([
      ['2026-11-30', 'duty'],
      ['2026-12-30', 'duty'],
    ]);
  });

  test('revoking raises the number that links are signed under', async () => {
    const feeds = feedStore(store.db);
    expect(await feeds.revision('t', 'berit')).toBe(1);
    await feeds.revoke('t', 'berit', {
      activityId: null,
      audit: { tenantId: 't', actor: 'berit', action: 'feed-revoked', subject: 'feed', details: {} },
    });
    expect(await feeds.revision('t', 'berit')).toBe(2);
  });
});
