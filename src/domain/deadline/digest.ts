import type { PlainDate } from '../calendar/plain-date.ts';
import { type BoardRow, boardOf } from './board.ts';
import type { Deadline } from './deadline.ts';
import { type ReminderKind, type ReminderSettings, remindersDue, remindersOf } from './reminder-plan.ts';

/** A row of a digest: a deadline that asks for attention, and why today. */
export interface DigestRow extends BoardRow {
  /** `told`: the team leader is told on this very day. */
  readonly reason: Exclude<ReminderKind, 'escalation'> | 'still-overdue' | 'told';
}

/** One person's digest of a working day. Never sent empty. @da oversigt */
export interface Digest {
  readonly on: PlainDate;
  readonly rows: readonly DigestRow[];
}

/**
 * The digest of one person's deadlines, or null where no deadline asks for attention since the last digest: no message on empty days.
 * Where there is a reason to write, what is still overdue stands in it too.
 */
export function digestOf(
  deadlines: readonly Deadline[],
  settings: ReminderSettings,
  days: { readonly after: PlainDate; readonly today: PlainDate },
): Digest | null {
  let hasReason = false;
  const rows = boardOf(deadlines, days.today).flatMap((row): readonly DigestRow[] => {
    const due = remindersDue(row.deadline, settings, days);
    const latest = due.findLast(({ kind }) => kind !== 'escalation');
    if (latest !== undefined && latest.kind !== 'escalation') {
      hasReason = true;
      return [{ ...row, reason: due.some(({ kind }) => kind === 'escalation') ? 'told' : caughtUp(latest.kind, row) }];
    }
    const isAsleep = row.deadline.snoozedUntil !== null && row.deadline.snoozedUntil > days.today;
    return row.timeliness.kind === 'overdue' && !isAsleep ? [{ ...row, reason: 'still-overdue' }] : [];
  });
  return hasReason ? { on: days.today, rows } : null;
}

/** A reminder that was missed says what is true today, not what would have been true on its day. */
function caughtUp(kind: Exclude<ReminderKind, 'escalation'>, row: BoardRow): DigestRow['reason'] {
  if (row.timeliness.kind === 'due-today') return 'due-today';
  if (row.timeliness.kind === 'overdue') return kind === 'warning' ? 'warning' : 'overdue';
  return kind === 'due-today' ? 'due-today' : 'ahead';
}

/** What the team leader is told of: deadlines whose escalation falls after the last digest, up to today. */
export function escalationsOf(
  deadlines: readonly Deadline[],
  settings: ReminderSettings,
  days: { readonly after: PlainDate; readonly today: PlainDate },
): readonly BoardRow[] {
  return boardOf(deadlines, days.today).filter(({ deadline }) =>
    remindersDue(deadline, settings, days).some(({ kind }) => kind === 'escalation'),
  );
}

/** The next day after the given one on which a deadline asks for attention, or null: what the daily planning looks for. */
export function nextReminderOn(deadline: Deadline, settings: ReminderSettings, after: PlainDate): PlainDate | null {
  return remindersOf(deadline, settings).find(({ on }) => on > after)?.on ?? null;
}
