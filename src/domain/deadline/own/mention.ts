import { type PlainDate, type Weekday, weekdayOf } from '../../calendar/plain-date.ts';
import type { ClosedDays } from '../../calendar/working-days.ts';
import type { Trigger } from '../deadline.ts';
import type { DeadlineWords } from './deadline-words.ts';

/** A day that a text names, and where. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** The days that it may mean; none where it is not in the calendar. */
  readonly days: readonly PlainDate[];
  /** "uge 50" or "medio december" is a day only because one had to be named. */
  readonly isVague: boolean;
  /** Written as a date, not as a weekday or a count from today. */
  readonly isDate: boolean;
  /** Written without a year: the next such day, unless something is counted from it. */
  readonly isYearless: boolean;
  /** The weekday that was written beside the date, where it is another. */
  readonly isOtherWeekday: boolean;
  readonly trigger: Trigger | null;
}

/** What the reading of a day needs besides the words. */
export interface ReadingDay {
  readonly today: PlainDate;
  readonly closed: ClosedDays;
  /** Which day is meant, where the words name several and the person was asked. */
  readonly meant?: PlainDate | null;
}

/** Finds the days that are written in one way. The text is in lower case. */
export type DayReader = (text: string, words: DeadlineWords, on: ReadingDay) => readonly Mention[];

/** A mention where a pattern matched. */
export function mentionAt(
  match: RegExpExecArray,
  days: readonly PlainDate[],
  more: Partial<Pick<Mention, 'isVague' | 'isDate' | 'isYearless'>> & { readonly weekday?: Weekday | undefined } = {},
): Mention {
  const { isVague = false, isDate = false, isYearless = false, weekday } = more;
  const [day] = days;
  return {
    start: match.index,
    end: match.index + match[0].length,
    days,
    isVague,
    isDate,
    isYearless,
    isOtherWeekday: weekday !== undefined && day !== undefined && weekdayOf(day) !== weekday,
    trigger: null,
  };
}

/** A match whose groups are asked for by name; one that is not there is empty. */
export type Match = RegExpExecArray & { readonly part: (name: string) => string };

/** Every match of a pattern. */
export function matches(pattern: string, text: string): readonly Match[] {
  return [...text.matchAll(new RegExp(pattern, 'gu'))].map((match) =>
    Object.assign(match, { part: (name: string) => match.groups?.[name] ?? '' }),
  );
}
