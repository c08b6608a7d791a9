import { addDays, addMonths, type PlainDate, partsOf, readPlainDate, type Weekday, weekdayOf } from '../calendar/plain-date.ts';
import { addWorkingDays, type ClosedDays } from '../calendar/working-days.ts';

/** The words with which people write deadlines, in lower case: content, not code. */
export interface DeadlineWords {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, Weekday>;
  readonly relative: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly after: readonly string[];
  readonly units: {
    readonly days: readonly string[];
    readonly weeks: readonly string[];
    readonly workingDays: readonly string[];
    readonly months: readonly string[];
  };
  readonly case: readonly string[];
  readonly filler: readonly string[];
}

/** A deadline in a person's own words, understood; or what is missing from it. */
export type OwnDeadline =
  | {
      readonly kind: 'read';
      readonly dueOn: PlainDate;
      readonly title: string;
      readonly caseReference: string | null;
      readonly hasPassed: boolean;
    }
  | { readonly kind: 'no-day' }
  | { readonly kind: 'no-such-day'; readonly written: string }
  | { readonly kind: 'no-title'; readonly dueOn: PlainDate };

interface Found {
  readonly dueOn: PlainDate | null;
  readonly start: number;
  readonly end: number;
}

/** What the reading of a day needs besides the words. */
export interface ReadingDay {
  readonly today: PlainDate;
  readonly closed: ClosedDays;
}

/** Reads "12. december partshøring sag 24/1187" or "om 10 arbejdsdage følg op"; a day without a year is the next such day. */
export function readOwnDeadline(text: string, words: DeadlineWords, on: ReadingDay): OwnDeadline {
  const lower = text.toLowerCase();
  const found = findDay(lower, words, on);
  if (found === null) return { kind: 'no-day' };
  if (found.dueOn === null) return { kind: 'no-such-day', written: text.slice(found.start, found.end) };
  const rest = `${text.slice(0, found.start)} ${text.slice(found.end)}`;
  const { title, caseReference } = titleAndCase(rest, words);
  if (title === '' && caseReference === null) return { kind: 'no-title', dueOn: found.dueOn };
  return {
    kind: 'read',
    dueOn: found.dueOn,
    title: title === '' ? (caseReference ?? '') : title,
    caseReference,
    hasPassed: found.dueOn < on.today,
  };
}

function findDay(text: string, words: DeadlineWords, on: ReadingDay): Found | null {
  return (
    isoDay(text) ??
    numericDay(text, on) ??
    namedMonth(text, words, on) ??
    countedDay(text, words, on) ??
    relativeDay(text, words, on) ??
    nextWeekday(text, words, on)
  );
}

function isoDay(text: string): Found | null {
  const match = /\b\d{4}-\d{2}-\d{2}\b/.exec(text);
  return match === null ? null : { dueOn: readPlainDate(match[0]), start: match.index, end: match.index + match[0].length };
}

/** "12.12.2026", "12/12-26", "12-12": day before month, as in Denmark. A case number (24/1187) has too many digits to be one. */
function numericDay(text: string, on: ReadingDay): Found | null {
  const match = /(?<![\d./-])(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?(?![\d/-])/.exec(text);
  if (match === null) return null;
  return found(match, dayOf(Number(match[1]), Number(match[2]), match[3], on));
}

function namedMonth(text: string, words: DeadlineWords, on: ReadingDay): Found | null {
  const match = new RegExp(
    `(?<!\\d)(\\d{1,2})\\.?\\s+(${alternatives([...words.months.keys()])})\\.?(?:\\s+(\\d{4}))?(?!\\p{L})`,
    'u',
  ).exec(text);
  if (match === null) return null;
  return found(match, dayOf(Number(match[1]), words.months.get(match[2] ?? '') ?? 0, match[3], on));
}

function countedDay(text: string, words: DeadlineWords, { today, closed }: ReadingDay): Found | null {
  const { days, weeks, workingDays, months } = words.units;
  const count = `\\d{1,4}|${alternatives([...words.numbers.keys()])}`;
  const unit = alternatives([...workingDays, ...days, ...weeks, ...months]);
  const match = new RegExp(`(?<!\\p{L})(?:${alternatives(words.after)})\\s+(${count})\\s+(${unit})(?!\\p{L})`, 'u').exec(text);
  if (match === null) return null;
  const [, written = '', what = ''] = match;
  const number = words.numbers.get(written) ?? Number(written);
  if (workingDays.includes(what)) return found(match, addWorkingDays(today, number, closed));
  if (months.includes(what)) return found(match, addMonths(today, number));
  return found(match, addDays(today, weeks.includes(what) ? 7 * number : number));
}

function relativeDay(text: string, words: DeadlineWords, { today }: ReadingDay): Found | null {
  const match = new RegExp(`(?<!\\p{L})(${alternatives([...words.relative.keys()])})(?!\\p{L})`, 'u').exec(text);
  return match === null ? null : found(match, addDays(today, words.relative.get(match[1] ?? '') ?? 0));
}

/** "fredag" is the next Friday; today's own weekday means a week from today. */
function nextWeekday(text: string, words: DeadlineWords, { today }: ReadingDay): Found | null {
  const match = new RegExp(`(?<!\\p{L})(${alternatives([...words.weekdays.keys()])})(?!\\p{L})`, 'u').exec(text);
  if (match === null) return null;
  const ahead = ((words.weekdays.get(match[1] ?? '') ?? 1) - weekdayOf(today) + 7) % 7;
  return found(match, addDays(today, ahead === 0 ? 7 : ahead));
}

function dayOf(day: number, month: number, year: string | undefined, { today }: ReadingDay): PlainDate | null {
  const written = (inYear: number) =>
    readPlainDate(`${inYear}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  if (year !== undefined) return written(year.length === 2 ? 2000 + Number(year) : Number(year));
  const thisYear = partsOf(today).year;
  const first = written(thisYear);
  if (first !== null && first >= today) return first;
  return [1, 2, 3, 4].map((later) => written(thisYear + later)).find((later) => later !== null) ?? null;
}

function titleAndCase(text: string, words: DeadlineWords): { readonly title: string; readonly caseReference: string | null } {
  const match = new RegExp(`(?<!\\p{L})(?:${alternatives(words.case)})[.:]?\\s+(\\S*\\d\\S*)`, 'iu').exec(text);
  const rest = match === null ? text : `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  const edge = `(?:[\\s,.:;-]|(?<!\\p{L})(?:${alternatives([...words.filler, ...words.weekdays.keys()])})(?!\\p{L}))+`;
  const title = rest
    .replace(new RegExp(`^${edge}`, 'iu'), '')
    .replace(new RegExp(`${edge}$`, 'iu'), '')
    .replace(/\s+/g, ' ');
  return { title, caseReference: match?.[1]?.replace(/[,.;]$/, '') ?? null };
}

function found(match: RegExpExecArray, dueOn: PlainDate | null): Found {
  return { dueOn, start: match.index, end: match.index + match[0].length };
}

function alternatives(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/ /g, '\\s+'))
    .join('|');
}
