import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '../../../src/domain/calendar/plain-date.ts';
import { isWorkingDay, usualClosedDays } from '../../../src/domain/calendar/working-days.ts';
import { type Deadline, moveTrigger } from '../../../src/domain/deadline/deadline.ts';
import { remindersDue, remindersOf, usualReminders } from '../../../src/domain/deadline/reminder-plan.ts';
import { shareMetInTime, timelinessOf } from '../../../src/domain/deadline/timeliness.ts';

const settings = usualReminders(usualClosedDays);
const deadline: Deadline = {
  id: 'd1',
  kind: 'own',
  title: 'Partshøring',
  caseReference: '24/1187',
  dueOn: plainDate('2026-12-16'),
  vagueWords: null,
  trigger: { what: 'brev modtaget', on: plainDate('2026-12-02'), offset: { kind: 'days', count: 14 } },
  source: null,
  assumption: null,
  owner: 'person-1',
  state: 'open',
  metOn: null,
  snoozedUntil: null,
};
const planned = (changes: Partial<Deadline>) =>
  remindersOf({ ...deadline, ...changes }, settings).map(({ on, kind }) => `${on} ${kind}`);

describe('timeliness', () => {
  test('the due day itself is still on time', () => {
    expect(timelinessOf(deadline, plainDate('2026-12-15'))).toEqual({ kind: 'upcoming', daysLeft: 1 });
    expect(timelinessOf(deadline, plainDate('2026-12-16'))).toEqual({ kind: 'due-today' });
    expect(timelinessOf(deadline, plainDate('2026-12-18'))).toEqual({ kind: 'overdue', daysLate: 2 });
  });

  test('the share met in time counts what was due in the period and met on or before its day', () => {
    const due = (dueOn: string, metOn: string | null) => ({
      dueOn: plainDate(dueOn),
      metOn: metOn === null ? null : plainDate(metOn),
    });
    const all = [
      due('2026-11-05', '2026-11-05'),
      due('2026-11-06', '2026-11-07'),
      due('2026-11-30', null),
      due('2026-12-01', '2026-11-01'),
    ];
    expect(shareMetInTime(all, plainDate('2026-11-01'), plainDate('2026-11-30'))).toEqual({ met: 1, total: 3 });
  });
});

describe('reminders', () => {
  test('a person is reminded seven days and one day before, on the day, and when it is overdue', () => {
    expect(planned({})).toEqual([
      '2026-12-09 ahead',
      '2026-12-15 ahead',
      '2026-12-16 due-today',
      '2026-12-17 overdue',
      '2026-12-18 warning',
      '2026-12-21 escalation',
    ]);
  });

  test('what falls due at Christmas is reminded of on the last working day before, once', () => {
    expect(planned({ dueOn: plainDate('2026-12-26') })).toEqual([
      '2026-12-18 ahead',
      '2026-12-23 due-today',
      '2026-12-28 overdue',
      '2026-12-29 warning',
      '2026-12-30 escalation',
    ]);
  });

  test('every reminder of every due day of a year falls on a working day, at most one a day', () => {
    for (let dueOn = plainDate('2026-01-01'); dueOn <= '2026-12-31'; dueOn = addDays(dueOn, 1)) {
      const days = remindersOf({ ...deadline, dueOn }, settings).map(({ on }) => on);
      expect(
        days.every((day) => isWorkingDay(day, usualClosedDays)),
        dueOn,
      ).toBe(true);
      expect(new Set(days).size).toBe(days.length);
    }
  });

  test('a snooze silences what lies before its end and asks again on that day', () => {
    expect(planned({ snoozedUntil: plainDate('2026-12-14') })[0]).toBe('2026-12-14 ahead');
    expect(planned({ snoozedUntil: plainDate('2026-12-16') })).toContain('2026-12-16 due-today');
  });

  test('a snooze past the due day does not keep it from the team leader, nor the person from being warned of that', () => {
    expect(planned({ snoozedUntil: plainDate('2026-12-29') })).toEqual([
      '2026-12-18 warning',
      '2026-12-21 escalation',
      '2026-12-29 overdue',
    ]);
  });

  test('what is met or stopped is not reminded of', () => {
    expect(planned({ state: 'met' })).toEqual([]);
    expect(planned({ state: 'stopped' })).toEqual([]);
  });

  test('missed days are caught up, and nothing before the last digest', () => {
    const due = remindersDue(deadline, settings, { after: plainDate('2026-12-09'), today: plainDate('2026-12-17') });
    expect(due.map(({ kind }) => kind)).toEqual(['ahead', 'due-today', 'overdue']);
  });
});

describe('a trigger that moves', () => {
  test('moves its deadline and ends a snooze', () => {
    const moved = moveTrigger({ ...deadline, snoozedUntil: plainDate('2026-12-10') }, plainDate('2026-12-10'), usualClosedDays);
    expect(moved).toMatchObject({ dueOn: '2026-12-24', snoozedUntil: null, trigger: { on: '2026-12-10' } });
  });

  test('leaves what was met as it was', () => {
    const met = { ...deadline, state: 'met' as const };
    expect(moveTrigger(met, plainDate('2026-12-10'), usualClosedDays)).toBe(met);
  });
});
