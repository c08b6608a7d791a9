import { addDays, addMonths, type PlainDate } from '../calendar/plain-date.ts';

/** How often a duty returns. */
export type Interval =
  | { readonly kind: 'days'; readonly count: number }
  | { readonly kind: 'months'; readonly count: number }
  | { readonly kind: 'once' };

/** A duty that a document lays down without a date: the leader sets when it begins and how often it returns. */
export interface Duty {
  readonly id: string;
  readonly title: string;
  /** Document and section that say so. */
  readonly source: string;
  /** The source's own words for how often. */
  readonly rhythm: string;
}

/** A duty as a leader set it up. */
export interface PlannedDuty {
  readonly duty: Duty;
  readonly firstOn: PlainDate;
  readonly interval: Interval;
}

/**
 * The due day of a duty's n-th time (0 is the first). Counted from the first day, so that a month without a 31st does not pull
 * the later ones forward; null where the duty does not return so often.
 */
export function dutyDueOn({ firstOn, interval }: PlannedDuty, time: number): PlainDate | null {
  switch (interval.kind) {
    case 'once':
      return time === 0 ? firstOn : null;
    case 'days':
      return addDays(firstOn, time * interval.count);
    case 'months':
      return addMonths(firstOn, time * interval.count);
  }
}

/** The first time of a duty on or after a day, with its number; null where it does not return. */
export function nextTimeOf(
  planned: PlannedDuty,
  onOrAfter: PlainDate,
): { readonly time: number; readonly dueOn: PlainDate } | null {
  if (planned.interval.kind !== 'once' && planned.interval.count < 1) return null;
  for (let time = 0; ; time += 1) {
    const dueOn = dutyDueOn(planned, time);
    if (dueOn === null) return null;
    if (dueOn >= onOrAfter) return { time, dueOn };
  }
}
