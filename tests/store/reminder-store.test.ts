import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { planReminders } from '../../src/app/deadlines/plan-reminders.ts';
import type { DeadlineToSave, Reminder, ReminderStore } from '../../src/app/deadlines/ports.ts';
import { type PlainDate, plainDate } from '../../src/domain/calendar/plain-date.ts';
import { usualClosedDays } from '../../src/domain/calendar/working-days.ts';
import { nextReminderOn } from '../../src/domain/deadline/digest.ts';
import { usualReminders } from '../../src/domain/deadline/reminder-plan.ts';
import type { Store } from '../../src/store/database.ts';
import { deadlineStore } from '../../src/store/deadlines/deadline-store.ts';
import { reminderStore } from '../../src/store/deadlines/reminder-store.ts';
import { engines, freshStore, testSealer } from '../support/stores.ts';

const settings = usualReminders(usualClosedDays);
const today = plainDate('2026-11-23');
const at8 = Date.UTC(2026, 10, 23, 7);
const change = (tenantId: string) => ({
  activityId: null,
  audit: { tenantId, actor: 'test', action: 'deadline-added', subject: 'x', details: {} },
});
const deadline = (id: string, owner: string, dueOn: PlainDate): DeadlineToSave => {
  const made = {
    id,
    kind: 'own' as const,
    title: id,
    caseReference: null,
    dueOn,
    vagueWords: null,
    trigger: null,
    source: null,
    assumption: null,
    owner,
    state: 'open' as const,
    metOn: null,
    snoozedUntil: null,
  };
  return { deadline: made, importKey: null, nextReminderOn: nextReminderOn(made, settings, plainDate('2026-11-20')) };
};
const sent = { kind: 'sent', messageId: 'm', conversationId: 'c' } as const;

describe.each(engines)('on the %s engine', (engine) => {
  let store: Store;
  let outbox: ReminderStore;
  let names = 0;
  const makeId = () => {
    names += 1;
    return `r${names}`;
  };
  beforeAll(async () => {
    store = await freshStore(engine);
    outbox = reminderStore(store.db, makeId);
  });
  afterAll(() => store.close());
  beforeEach(() => sql`delete from reminder; `.execute(store.db).then(() => sql`delete from reminder_rate`.execute(store.db)));
  const put = (tenantId: string, count: number, dueAt = at8) =>
    outbox.plan({
      tenantId,
      person: 'p',
      day: today,
      after: today,
      dueAt,
      reminders: Array.from({ length: count }, (_, index) => ({
        key: `k${index}`,
        kind: 'digest' as const,
        person: `p${index}`,
        about: `p${index}`,
        subjects: [],
      })),
      next: [],
    });
  const claim = (now: number, most = 10, owner = 'a') => outbox.claim({ owner, now, most, leaseMs: 30_000 });

  test('a deadline comes back as it was saved', async () => {
    const deadlines = deadlineStore(store.db, testSealer);
    const trigger = { what: 'brev', on: today, offset: { kind: 'months' as const, count: 3 } };
    const saved = { ...deadline('d0', 'berit', plainDate('2026-12-16')), importKey: '24/1187|d0' };
    const made = { ...saved.deadline, trigger, caseReference: '24/1187', vagueWords: 'medio', snoozedUntil: today };
    await deadlines.add('t0', [{ ...saved, deadline: made }], change('t0'));
    expect(await deadlines.find('t0', 'd0')).toEqual({ ...made, generation: 1, importKey: '24/1187|d0' });
    expect(await deadlines.find('other-tenant', 'd0')).toBeNull();
    expect(await deadlines.replace('t0', 1, { ...saved, deadline: { ...made, state: 'met', metOn: today } }, change('t0'))).toBe(
      'changed',
    );
    expect(await deadlines.replace('t0', 1, saved, change('t0'))).toBe('conflict');
    expect(await deadlines.openOf('t0', ['berit'])).toEqual([]);
    expect((await deadlines.imported('t0')).get('24/1187|d0')?.state).toBe('met');
  });

  test('a title, what a deadline counts from and its source are not stored in the open, and neither is its import key', async () => {
    const saved = deadline('d1', 'berit', plainDate('2027-03-01'));
    const trigger = { what: 'Lægen ringede', on: plainDate('2026-09-17'), offset: { kind: 'months', count: 5 } } as const;
    const details = {
      title: 'Ring til lægen',
      trigger,
      source: 'lægens brev',
      assumption: 'lægen svarer',
      vagueWords: 'når lægen kan',
    };
    const wanted = { ...saved, deadline: { ...saved.deadline, ...details }, importKey: '24/1|ring til lægen' };
    await deadlineStore(store.db, testSealer).add('t-sealed', [wanted], change('t-sealed'));
    const { rows } = await sql`select row_to_json(d)::text as row from deadline d where tenant_id = 't-sealed'`.execute(store.db);
    expect(JSON.stringify(rows).toLowerCase()).not.toMatch(/læge|2026-09-17/);
    expect(await deadlineStore(store.db, testSealer).find('t-sealed', 'd1')).toMatchObject(details);
    const again = { ...wanted, deadline: { ...wanted.deadline, id: 'd2' } };
    await expect(deadlineStore(store.db, testSealer).add('t-sealed', [again], change('t-sealed'))).rejects.toThrow();
  });

  test('a digest is planned once a person and day, by two replicas at once and again later', async () => {
    const deadlines = deadlineStore(store.db, testSealer);
    await deadlines.add(
      't1',
      [deadline('d1', 'berit', today), deadline('d2', 'berit', today), deadline('d3', 'ali', plainDate('2026-12-16'))],
      change('t1'),
    );
    const desk = {
      deadlines,
      reminders: outbox,
      absences: deadlines,
      directory: { member: () => null, members: () => [] },
      settings,
    };
    const planned = await Promise.all([planReminders(desk, today, at8), planReminders(desk, today, at8)]);
    expect(planned[0] + planned[1]).toBe(1);
    expect(await planReminders(desk, today, at8)).toBe(0);
    expect((await claim(at8)).map(({ person, kind, day }) => [person, kind, day])).toEqual([['berit', 'digest', today]]);
  });

  test('nothing is claimed before it is due, and nothing twice', async () => {
    await put('t2', 3);
    expect(await claim(at8 - 1)).toEqual([]);
    const first = await claim(at8);
    expect(first).toHaveLength(3);
    expect(await claim(at8 + 1)).toEqual([]);
  });

  test('what a dead replica held comes due again when its lease ends, and its late result is not recorded', async () => {
    await put('t3', 1);
    const [held] = (await claim(at8)) as [Reminder];
    const [again] = (await claim(at8 + 30_000, 10, 'b')) as [Reminder];
    expect(again.id).toBe(held.id);
    expect(await outbox.record(held, sent, at8)).toBe(false);
    expect(await outbox.record(again, sent, at8)).toBe(true);
    expect(await claim(at8 + 90_000)).toEqual([]);
  });

  test('a tenant is sent at most forty a second, and never more than fifty within one', async () => {
    await put('t4', 400);
    const times: number[] = [];
    for (let now = at8; now < at8 + 4000; now += 25) for (const _ of await claim(now)) times.push(now);
    const within = times.map((from) => times.filter((time) => time >= from && time < from + 1000).length);
    expect(Math.max(...within)).toBeLessThanOrEqual(50);
    expect(times.length).toBeGreaterThanOrEqual(120);
  });

  test('a person gets one message at a time, and the next no sooner than the conversation’s rate allows', async () => {
    const reminders = [1, 2, 3].map((number) => ({
      ...{ key: `k${number}`, kind: 'single' as const, person: 'leder', about: 'berit', subjects: [] },
    }));
    await outbox.enqueue('t-one', { day: today, dueAt: at8, reminders });
    const times: number[] = [];
    for (let now = at8; now < at8 + 8_000; now += 500)
      for (const reminder of await claim(now)) {
        times.push(now - at8);
        await outbox.record(reminder, sent, now);
      }
    expect(times).toEqual([0, 2_000, 4_000]);
    const more = reminders.slice(0, 2).map((one) => ({ ...one, key: `${one.key}b` }));
    await outbox.enqueue('t-one', { day: today, dueAt: at8 + 5_000, reminders: more });
    expect([(await claim(at8 + 5_900)).length, (await claim(at8 + 6_000)).length, (await claim(at8 + 8_000)).length]).toEqual([
      0, 1, 1,
    ]);
  });

  test('a clock that was set back, as in the try-out, stops nobody', async () => {
    await put('t-back', 30);
    const later = at8 + 86_400_000;
    for (let now = later; now < later + 1_000; now += 100)
      for (const one of await claim(now)) await outbox.record(one, sent, now);
    const reminders = Array.from({ length: 15 }, (_, index) => ({
      ...{ key: `again${index}`, kind: 'single' as const, person: `p${index}`, about: 'berit', subjects: [] },
    }));
    await outbox.enqueue('t-back', { day: today, dueAt: at8, reminders });
    const count = (await claim(at8)).length + (await claim(at8 + 1_000)).length;
    expect(count).toBe(15);
  });

  test('small tenants are served beside one with many', async () => {
    await put('big', 100, at8 - 1000);
    for (let tenant = 0; tenant < 9; tenant += 1) await put(`small${tenant}`, 1);
    const tenants = [...(await claim(at8, 10)), ...(await claim(at8, 10))].map(({ tenantId }) => tenantId);
    expect(new Set(tenants).size).toBe(10);
  });

  test('a failed send is tried again when it said, and given up and listed after twelve attempts', async () => {
    await put('t5', 1);
    let now = at8;
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const [reminder] = (await claim(now)) as [Reminder];
      expect(reminder.attempts).toBe(attempt);
      await outbox.record(reminder, { kind: 'retry', at: now + 60_000, countsAsAttempt: true, error: '502' }, now);
      expect(await claim(now + 59_000)).toEqual([]);
      now += 60_000;
    }
    expect(await claim(now)).toEqual([]);
    expect(await outbox.unreached('t5')).toEqual([{ person: 'p0', day: today, error: '502' }]);
  });

  test('being asked to wait does not count towards giving up', async () => {
    await put('t6', 1);
    const [reminder] = (await claim(at8)) as [Reminder];
    await outbox.record(reminder, { kind: 'retry', at: at8 + 1000, countsAsAttempt: false, error: '429' }, at8);
    expect((await claim(at8 + 1000))[0]?.attempts).toBe(0);
  });
});
