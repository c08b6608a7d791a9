import { describe, expect, test } from 'vitest';
import { plainDate } from '../../../src/domain/calendar/plain-date.ts';
import { usualClosedDays } from '../../../src/domain/calendar/working-days.ts';
import { boardOf } from '../../../src/domain/deadline/board.ts';
import type { Deadline } from '../../../src/domain/deadline/deadline.ts';
import { digestOf, escalationsOf, nextReminderOn } from '../../../src/domain/deadline/digest.ts';
import { usualReminders } from '../../../src/domain/deadline/reminder-plan.ts';

const settings = usualReminders(usualClosedDays);
const deadline = (id: string, dueOn: string, changes: Partial<Deadline> = {}): Deadline => ({
  id,
  kind: 'own',
  title: `Opgave ${id}`,
  caseReference: null,
  dueOn: plainDate(dueOn),
  vagueWords: null,
  trigger: null,
  source: null,
  assumption: null,
  owner: 'berit',
  state: 'open',
  metOn: null,
  snoozedUntil: null,
  ...changes,
});
const days = (after: string, today: string) => ({ after: plainDate(after), today: plainDate(today) });

describe('boards', () => {
  test('the longest overdue comes first, and what is met is not shown', () => {
    const all = [
      deadline('c', '2026-12-01'),
      deadline('a', '2026-11-30'),
      deadline('b', '2026-11-02'),
      deadline('d', '2026-11-01', { state: 'met' }),
    ];
    expect(boardOf(all, plainDate('2026-11-23')).map((row) => row.deadline.id)).toEqual(['b', 'a', 'c']);
  });

  test('a filter narrows to a kind, a person or what has passed', () => {
    const all = [deadline('a', '2026-11-20', { kind: 'agenda' }), deadline('b', '2026-12-01', { owner: 'ali' })];
    const ids = (filter: Parameters<typeof boardOf>[2]) =>
      boardOf(all, plainDate('2026-11-23'), filter).map((row) => row.deadline.id);
    expect(ids({ kind: 'agenda' })).toEqual(['a']);
    expect(ids({ owner: 'ali' })).toEqual(['b']);
    expect(ids({ overdueOnly: true })).toEqual(['a']);
  });
});

describe('the digest', () => {
  test('nothing is sent on a day on which no deadline asks for attention', () => {
    expect(digestOf([deadline('a', '2026-12-16')], settings, days('2026-11-20', '2026-11-23'))).toBeNull();
  });

  test('what is due today stands in the digest of today', () => {
    expect(digestOf([deadline('a', '2026-11-23')], settings, days('2026-11-20', '2026-11-23'))?.rows).toMatchObject([
      { reason: 'due-today' },
    ]);
  });

  test('days that were missed are caught up in one digest that says what is true today', () => {
    const digest = digestOf(
      [deadline('a', '2026-11-19'), deadline('b', '2026-11-27')],
      settings,
      days('2026-11-13', '2026-11-23'),
    );
    expect(digest?.rows.map(({ deadline: { id }, reason }) => [id, reason])).toEqual([
      ['a', 'warning'],
      ['b', 'ahead'],
    ]);
  });

  test('what is still overdue stands in a digest that is sent anyway, and does not cause one', () => {
    const late = deadline('late', '2026-11-02');
    expect(digestOf([late], settings, days('2026-11-20', '2026-11-23'))).toBeNull();
    const both = digestOf([late, deadline('now', '2026-11-23')], settings, days('2026-11-20', '2026-11-23'));
    expect(both?.rows.map(({ reason }) => reason)).toEqual(['still-overdue', 'due-today']);
  });

  test('the team leader is told on the third working day, after the person was warned', () => {
    const late = [deadline('late', '2026-11-18')];
    expect(escalationsOf(late, settings, days('2026-11-19', '2026-11-20'))).toEqual([]);
    expect(digestOf(late, settings, days('2026-11-19', '2026-11-20'))?.rows).toMatchObject([{ reason: 'warning' }]);
    expect(escalationsOf(late, settings, days('2026-11-20', '2026-11-23'))).toHaveLength(1);
  });

  test('where missed days bring warning and escalation together, the digest says that the leader is told today', () => {
    const late = [deadline('late', '2026-11-18')];
    expect(digestOf(late, settings, days('2026-11-17', '2026-11-23'))?.rows).toMatchObject([{ reason: 'told' }]);
  });

  test('the next day of attention follows the last, until there is none', () => {
    const due = deadline('a', '2026-11-23');
    expect(nextReminderOn(due, settings, plainDate('2026-11-20'))).toBe('2026-11-23');
    expect(nextReminderOn(due, settings, plainDate('2026-11-26'))).toBeNull();
  });
});
