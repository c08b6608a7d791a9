import { expect, test } from 'vitest';
import { plainDate } from '../../../src/domain/calendar/plain-date.ts';
import { dutyDueOn, nextTimeOf, type PlannedDuty } from '../../../src/domain/deadline/duty.ts';

const duty = { id: 'RD1', title: 'Temamøde', source: 'Horsens 2017', rhythm: 'En gang om måneden' };
const monthly: PlannedDuty = { duty, firstOn: plainDate('2026-01-31'), interval: { kind: 'months', count: 1 } };

test('a monthly duty on the 31st falls on the last day of shorter months and returns to the 31st', () => {
  expect([0, 1, 2, 3].map((time) => dutyDueOn(monthly, time))).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']);
});

test('the next time is the first on or after the day', () => {
  expect(nextTimeOf(monthly, plainDate('2026-02-28'))).toEqual({ time: 1, dueOn: '2026-02-28' });
  expect(nextTimeOf(monthly, plainDate('2026-03-01'))).toEqual({ time: 2, dueOn: '2026-03-31' });
});

test('a duty that is done once does not return', () => {
  const once: PlannedDuty = { ...monthly, interval: { kind: 'once' } };
  expect(nextTimeOf(once, plainDate('2026-01-01'))?.dueOn).toBe('2026-01-31');
  expect(nextTimeOf(once, plainDate('2026-02-01'))).toBeNull();
});

test('a duty every fourteen days keeps its weekday', () => {
  const fortnightly: PlannedDuty = { ...monthly, interval: { kind: 'days', count: 14 } };
  expect(nextTimeOf(fortnightly, plainDate('2026-02-15'))?.dueOn).toBe('2026-02-28');
});

test('an interval of nothing never returns rather than never ending', () => {
  expect(nextTimeOf({ ...monthly, interval: { kind: 'days', count: 0 } }, plainDate('2026-02-15'))).toBeNull();
});
