import type { PlainDate } from '../calendar/plain-date.ts';
import type { Deadline, DeadlineKind } from './deadline.ts';
import { type Timeliness, timelinessOf } from './timeliness.ts';

/** A line of a board or digest: the deadline and where it stands today. */
export interface BoardRow {
  readonly deadline: Deadline;
  readonly timeliness: Timeliness;
}

/** What a board shows. `kind` and `owner` narrow it; `overdueOnly` leaves what has passed. */
export interface BoardFilter {
  readonly kind?: DeadlineKind | undefined;
  readonly owner?: string | undefined;
  readonly overdueOnly?: boolean | undefined;
}

/** Open deadlines by urgency: the longest overdue first, then by due day; equal days by title and id, so that a page never jumps. */
export function boardOf(deadlines: readonly Deadline[], today: PlainDate, filter: BoardFilter = {}): readonly BoardRow[] {
  return deadlines
    .filter(({ state }) => state === 'open')
    .filter(
      ({ kind, owner }) =>
        (filter.kind === undefined || kind === filter.kind) && (filter.owner === undefined || owner === filter.owner),
    )
    .map((deadline) => ({ deadline, timeliness: timelinessOf(deadline, today) }))
    .filter(({ timeliness }) => filter.overdueOnly !== true || timeliness.kind === 'overdue')
    .sort((a, b) => order(a.deadline, b.deadline));
}

function order(a: Deadline, b: Deadline): number {
  return compare(a.dueOn, b.dueOn) || compare(a.title, b.title) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
