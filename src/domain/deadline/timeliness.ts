import { daysBetween, type PlainDate } from '../calendar/plain-date.ts';

/** Where a deadline stands on a day. @da rettidighed */
export type Timeliness =
  | { readonly kind: 'upcoming'; readonly daysLeft: number }
  | { readonly kind: 'due-today' }
  | { readonly kind: 'overdue'; readonly daysLate: number };

/** Where a deadline stands on the given day. The due day itself is still on time. @da rettidighed */
export function timelinessOf(deadline: { readonly dueOn: PlainDate }, today: PlainDate): Timeliness {
  const daysLeft = daysBetween(today, deadline.dueOn);
  if (daysLeft > 0) return { kind: 'upcoming', daysLeft };
  if (daysLeft === 0) return { kind: 'due-today' };
  return { kind: 'overdue', daysLate: -daysLeft };
}

/** The share of deadlines due in a period that were met on or before their due day. `total` 0 means that none was due. */
export function shareMetInTime(
  deadlines: readonly { readonly dueOn: PlainDate; readonly metOn: PlainDate | null }[],
  from: PlainDate,
  to: PlainDate,
): { readonly met: number; readonly total: number } {
  const due = deadlines.filter(({ dueOn }) => dueOn >= from && dueOn <= to);
  return { met: due.filter(({ dueOn, metOn }) => metOn !== null && metOn <= dueOn).length, total: due.length };
}
