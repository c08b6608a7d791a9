import type { Weekday } from '../../calendar/plain-date.ts';

/** The words with which people write deadlines, in lower case: content, not code. */
export interface DeadlineWords {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, Weekday>;
  /** "fre" is a weekday beside a date alone. */
  readonly weekdaysShort: ReadonlyMap<string, Weekday>;
  /** "i morgen" is 1. */
  readonly relative: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, number>;
  /** "første" is 1. */
  readonly ordinals: ReadonlyMap<string, number>;
  /** Days that people call by a name, as `MM-DD`. */
  readonly namedDays: ReadonlyMap<string, string>;
  /** "jul": a season by its first day, as `MM-DD`. */
  readonly seasons: ReadonlyMap<string, string>;
  /** "skærtorsdag" is -3 days from Easter Sunday. */
  readonly fromEaster: ReadonlyMap<string, number>;
  /** "et halvt år" is 6 months. */
  readonly spans: ReadonlyMap<string, number>;
  /** "primo" is the first, "medio" the 15th of the month. */
  readonly partsOfMonth: ReadonlyMap<string, number>;
  readonly endOf: readonly string[];
  /** The last one of a month: "sidste fredag i januar". */
  readonly last: readonly string[];
  /** Between a weekday and its month. */
  readonly inMonth: readonly string[];
  readonly weeksEnd: readonly string[];
  readonly monthsEnd: readonly string[];
  readonly thisMonth: readonly string[];
  readonly nextMonth: readonly string[];
  readonly nextYear: readonly string[];
  readonly thisYear: readonly string[];
  readonly week: readonly string[];
  readonly thisWeek: readonly string[];
  readonly nextWeek: readonly string[];
  readonly next: readonly string[];
  readonly every: readonly string[];
  /** Before a count: "om 10 arbejdsdage". */
  readonly within: readonly string[];
  /** Between a weekday and a count: "fredag om 14 dage". */
  readonly inWeeks: readonly string[];
  /** Behind a count: "14 dage fra nu". */
  readonly fromNow: readonly string[];
  /** Before a day on which something may begin at the earliest: no deadline. */
  readonly notBefore: readonly string[];
  /** Between a count and the day that it begins at: "10 arbejdsdage efter 3. december". */
  readonly after: readonly string[];
  readonly before: readonly string[];
  readonly units: {
    readonly days: readonly string[];
    readonly weeks: readonly string[];
    readonly workingDays: readonly string[];
    readonly months: readonly string[];
    readonly years: readonly string[];
  };
  readonly clock: readonly string[];
  readonly case: readonly string[];
  /** What says that the day behind it is the deadline, where several days are written. */
  readonly due: readonly string[];
  /** Between two days of which both were meant. */
  readonly both: readonly string[];
  readonly filler: readonly string[];
  /** What only says that this is a deadline: left out of a title that says more. */
  readonly label: readonly string[];
}

/** Any of these words, the longest first, for a pattern; a blank in a word stands for any white space. */
export function anyOf(words: Iterable<string>): string {
  const escaped = [...words].map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'));
  return `(?:${escaped.sort((a, b) => b.length - a.length).join('|')})`;
}

/** Where a word begins and ends: no letter and no digit beside it. */
export const edge = { start: '(?<![\\p{L}\\d])', end: '(?![\\p{L}\\d])' } as const;
