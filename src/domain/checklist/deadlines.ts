import { addDays, addMonths, type PlainDate } from '../calendar/plain-date.ts';
import { type ClosedDays, workingDayOnOrBefore } from '../calendar/working-days.ts';
import { yes } from '../rules/compile.ts';
import type { Row, RuleDeadline, RuleSet } from '../rules/rule-set.ts';
import type { CaseView } from '../rules/truth.ts';

/** How a deadline that something can meet stands. */
export type DeadlineStatus = 'met' | 'not-met' | 'overdue' | 'open';

/** A deadline of a case: a day, a period, or nothing to count from yet. @da frist */
export type CaseDeadline = { readonly deadline: RuleDeadline } & (
  | { readonly kind: 'base-missing'; readonly base: string }
  | {
      readonly kind: 'day' | 'window';
      readonly from: PlainDate | null;
      /** The deadline's day; a period's last. Never moved to a working day. */
      readonly on: PlainDate;
      /** The last working day on or before it. */
      readonly remindOn: PlainDate;
      readonly hasPassed: boolean;
      /** Null where nothing that is asked can meet it. */
      readonly status: DeadlineStatus | null;
    }
);

/** The deadlines that follow from a case, in the rule set's order. */
export function deadlinesOf(
  view: CaseView,
  fired: readonly Row[],
  outcomes: readonly string[],
  closed: ClosedDays,
): readonly CaseDeadline[] {
  return view.ruleSet.deadlines
    .filter((deadline) => isShown(deadline, view, fired, outcomes))
    .map((deadline) => caseDeadline(deadline, view, closed));
}

function isShown(deadline: RuleDeadline, view: CaseView, fired: readonly Row[], outcomes: readonly string[]): boolean {
  if (view.truthOf(deadline.when) !== yes) return false;
  if (fired.some((row) => row.deadlines.includes(deadline.id))) return true;
  if (deadline.appliesTo !== null) return outcomes.some((outcome) => deadline.appliesTo?.includes(outcome));
  return !hasRowsWithDeadlines(view.ruleSet);
}

function hasRowsWithDeadlines({ tables }: RuleSet): boolean {
  return tables.some(({ rows }) => rows.some(({ deadlines }) => deadlines.length > 0));
}

function caseDeadline(deadline: RuleDeadline, view: CaseView, closed: ClosedDays): CaseDeadline {
  const { day } = deadline;
  if (day.kind === 'absolute') return dated(deadline, { from: null, on: day.date }, view, closed);
  if (day.kind === 'window') return dated(deadline, { from: day.from, on: day.to }, view, closed);
  const base = view.known(day.base) as PlainDate | null;
  if (base === null) return { kind: 'base-missing', deadline, base: day.base };
  if (day.kind === 'given') return dated(deadline, { from: null, on: base }, view, closed);
  const on = day.unit === 'days' ? addDays(base, day.count) : addMonths(base, day.count);
  return dated(deadline, { from: null, on }, view, closed);
}

function dated(
  deadline: RuleDeadline,
  { from, on }: { readonly from: PlainDate | null; readonly on: PlainDate },
  view: CaseView,
  closed: ClosedDays,
): CaseDeadline {
  return {
    kind: from === null ? 'day' : 'window',
    deadline,
    from,
    on,
    remindOn: workingDayOnOrBefore(on, closed),
    hasPassed: on < view.asOf,
    status: deadline.metBy === null ? null : statusOf(on, view.known(deadline.metBy) as PlainDate | null, view.asOf),
  };
}

/** On the day is in time; the day after is not. */
function statusOf(on: PlainDate, metOn: PlainDate | null, asOf: PlainDate): DeadlineStatus {
  if (metOn !== null) return metOn <= on ? 'met' : 'not-met';
  return asOf > on ? 'overdue' : 'open';
}
