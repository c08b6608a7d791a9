import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { addWorkingDays, type ClosedDays, workingDayOnOrAfter, workingDayOnOrBefore } from '../calendar/working-days.ts';
import type { Deadline } from './deadline.ts';

/** When people are reminded. All of it is a setting. */
export interface ReminderSettings {
  /** Calendar days before the due day, 0 for the day itself; each goes to the last working day on or before. */
  readonly daysBefore: readonly number[];
  /** Working days after the due day on which the person is told that it is overdue. */
  readonly overdueAfterWorkingDays: readonly number[];
  /** Working days after the due day on which the person is warned that the team leader will be told. */
  readonly warnAfterWorkingDays: number;
  /** Working days after the due day on which the team leader is told. */
  readonly escalateAfterWorkingDays: number;
  readonly closed: ClosedDays;
}

/** 7 days, 1 day, the day itself, then overdue; the team leader after three working days, the warning the day before. */
export function usualReminders(closed: ClosedDays): ReminderSettings {
  return { daysBefore: [7, 1, 0], overdueAfterWorkingDays: [1], warnAfterWorkingDays: 2, escalateAfterWorkingDays: 3, closed };
}

/** The reminders as the settings name them: the person is warned on the working day before the team leader is told. */
export function reminderSettings(wanted: Omit<ReminderSettings, 'warnAfterWorkingDays'>): ReminderSettings {
  return { ...wanted, warnAfterWorkingDays: wanted.escalateAfterWorkingDays - 1 };
}

export type ReminderKind = 'ahead' | 'due-today' | 'overdue' | 'warning' | 'escalation';

/** One day on which a deadline asks for attention: of its owner, or of the team leader (`escalation`). */
export interface PlannedReminder {
  readonly on: PlainDate;
  readonly kind: ReminderKind;
}

/** Every reminder of an open deadline, in the order of days; the most urgent kind where two fall on one day. @da påmindelse */
export function remindersOf(
  deadline: Pick<Deadline, 'dueOn' | 'state' | 'snoozedUntil'>,
  settings: ReminderSettings,
): readonly PlannedReminder[] {
  if (deadline.state !== 'open') return [];
  const { dueOn, snoozedUntil } = deadline;
  const after = (count: number) => addWorkingDays(dueOn, count, settings.closed);
  const planned: PlannedReminder[] = [
    ...settings.daysBefore.map((days) => ({
      on: workingDayOnOrBefore(addDays(dueOn, -days), settings.closed),
      kind: days === 0 ? ('due-today' as const) : ('ahead' as const),
    })),
    ...settings.overdueAfterWorkingDays.map((count) => ({ on: after(count), kind: 'overdue' as const })),
    { on: after(settings.warnAfterWorkingDays), kind: 'warning' },
    { on: after(settings.escalateAfterWorkingDays), kind: 'escalation' },
  ];
  const awake = snoozedUntil === null ? planned : wokenBy(planned, dueOn, workingDayOnOrAfter(snoozedUntil, settings.closed));
  return oneADay(awake);
}

/** The reminders that fall after the last digest up to and including today: missed runs are caught up once. */
export function remindersDue(
  deadline: Pick<Deadline, 'dueOn' | 'state' | 'snoozedUntil'>,
  settings: ReminderSettings,
  days: { readonly after: PlainDate; readonly today: PlainDate },
): readonly PlannedReminder[] {
  return remindersOf(deadline, settings).filter(({ on }) => on > days.after && on <= days.today);
}

/** A snooze silences what lies before its end, and asks again on that day; never the leader's escalation, nor the warning of it. */
function wokenBy(planned: readonly PlannedReminder[], dueOn: PlainDate, wakesOn: PlainDate): readonly PlannedReminder[] {
  const kind = wakesOn < dueOn ? 'ahead' : wakesOn === dueOn ? 'due-today' : 'overdue';
  const isKept = (reminder: PlannedReminder) => reminder.on > wakesOn || ['warning', 'escalation'].includes(reminder.kind);
  return [...planned.filter(isKept), { on: wakesOn, kind }];
}

const urgency: readonly ReminderKind[] = ['ahead', 'overdue', 'due-today', 'warning', 'escalation'];

function oneADay(planned: readonly PlannedReminder[]): readonly PlannedReminder[] {
  const byDay = new Map<PlainDate, PlannedReminder>();
  for (const reminder of planned) {
    const there = byDay.get(reminder.on);
    if (there === undefined || urgency.indexOf(reminder.kind) > urgency.indexOf(there.kind)) byDay.set(reminder.on, reminder);
  }
  return [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}
