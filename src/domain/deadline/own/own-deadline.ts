import type { PlainDate } from '../../calendar/plain-date.ts';
import type { Trigger } from '../deadline.ts';
import { anyOf, type DeadlineWords, edge } from './deadline-words.ts';
import { type DayReader, type Mention, matches, type ReadingDay } from './mention.ts';
import { nthDaysOfMonths, partsOfMonths } from './month-parts.ts';
import {
  countedDays,
  countedFrom,
  countedOn,
  countsFromElsewhere,
  relativeDays,
  weekdays,
  weeks,
  weeksEnds,
} from './spoken-days.ts';
import { daysOfMonth, isoDays, namedDays, namedMonths, numericDays } from './written-days.ts';

/** A deadline in a person's own words, understood; or what is missing from it. */
export type OwnDeadline =
  | {
      readonly kind: 'read';
      readonly dueOn: PlainDate;
      readonly title: string;
      readonly caseReference: string | null;
      /** The words that are no day of themselves ("uge 50"), for which one had to be named. */
      readonly vagueWords: string | null;
      readonly trigger: Trigger | null;
      readonly hasPassed: boolean;
    }
  | { readonly kind: 'no-day' }
  | { readonly kind: 'recurring' }
  | { readonly kind: 'no-such-day'; readonly written: string }
  | { readonly kind: 'several-days'; readonly days: readonly PlainDate[] }
  | { readonly kind: 'other-weekday'; readonly dueOn: PlainDate }
  | { readonly kind: 'no-title'; readonly dueOn: PlainDate };

/** In their order: what an earlier one reads, a later one does not read again. */
const readers: readonly DayReader[] = [
  ...[isoDays, nthDaysOfMonths, partsOfMonths, namedMonths, numericDays, daysOfMonth, weeks, weeksEnds],
  ...[countedOn, countedDays, relativeDays, namedDays, weekdays],
];

/**
 * Reads "12. december partshøring sag 24/1187" or "om 10 arbejdsdage følg op"; a day without a year is the next such day. Where the words
 * may mean several days, it says so instead of choosing.
 */
export function readOwnDeadline(text: string, words: DeadlineWords, on: ReadingDay): OwnDeadline {
  const reference = caseIn(text, words);
  const withoutCase = reference === null ? text : blanked(text, reference);
  const clock = clockIn(withoutCase, words);
  const plain = clock === null ? withoutCase : blanked(withoutCase, clock);
  const lower = plain.toLowerCase();
  if (matches(recurring(words), lower).length > 0) return { kind: 'recurring' };
  const mention = chosen(lower, words, on);
  if (mention === null) return { kind: 'no-day' };
  if ('several' in mention) return { kind: 'several-days', days: mention.several };
  const [dueOn] = mention.days;
  const written = text.slice(mention.start, mention.end);
  if (dueOn === undefined) return { kind: 'no-such-day', written };
  if (mention.isOtherWeekday) return { kind: 'other-weekday', dueOn };
  const rest = `${plain.slice(0, mention.start)} ${plain.slice(mention.end)}`;
  const what = titleOf(rest, { ...words, filler: [...words.filler, ...words.label] }) || titleOf(rest, words);
  const caseReference = reference?.found ?? null;
  if (what === '' && caseReference === null) return { kind: 'no-title', dueOn };
  const title = what === '' ? (caseReference ?? '') : what;
  return {
    ...{ kind: 'read', dueOn, caseReference, trigger: mention.trigger, hasPassed: dueOn < on.today },
    title: clock === null ? title : `${title}, ${clock.found}`,
    vagueWords: mention.isVague ? written.trim() : null,
  };
}

/** The day that is meant: the one that the text begins with, or that is said to be the deadline, or the only one. */
function chosen(text: string, words: DeadlineWords, on: ReadingDay): Mention | { readonly several: readonly PlainDate[] } | null {
  const mentions = mentionsIn(text, words, on);
  const meantOne = mentions.find(({ days }) => on.meant != null && days.includes(on.meant));
  if (meantOne !== undefined && on.meant != null) return { ...meantOne, days: [on.meant] };
  const [first, second] = mentions;
  const isCovered = (at: number) => mentions.some(({ start, end }) => start <= at && at < end);
  // "8 uger efter mødet den 3. december": the day that is written is not the one that is meant.
  if (first === undefined || !countsFromElsewhere(text, words).every(isCovered)) return null;
  const between = { ...words, filler: [...words.filler, ...words.both] };
  const isDoubled = second !== undefined && titleOf(text.slice(first.end, second.start), between) === '';
  const isAtStart = titleOf(text.slice(0, first.start), words) === '' && !isDoubled;
  const said = mentions.filter(
    ({ start }) => matches(`${edge.start}${anyOf(words.due)}\\s+(?:den\\s+|d\\.\\s*|the\\s+)?$`, text.slice(0, start)).length > 0,
  );
  const meant = [...(isAtStart ? [first] : []), ...said];
  const [only = first] = meant;
  const days = [...new Set((meant.length > 0 ? meant : mentions).flatMap((one) => one.days))];
  return days.length > 1 ? { several: days } : only;
}

function mentionsIn(text: string, words: DeadlineWords, on: ReadingDay): readonly Mention[] {
  const found: Mention[] = [];
  for (const read of readers)
    for (const mention of read(text, words, on))
      if (found.every(({ start, end }) => mention.end <= start || mention.start >= end)) found.push(mention);
  const tooEarly = new RegExp(`${edge.start}${anyOf(words.notBefore)}\\s+(?:den\\s+|d\\.\\s*|the\\s+)?$`, 'u');
  return found
    .map((mention) => countedFrom(mention, text, words, on))
    .filter(({ start }) => !tooEarly.test(text.slice(0, start)))
    .sort((a, b) => a.start - b.start);
}

interface Part {
  readonly found: string;
  readonly start: number;
  readonly end: number;
}

/** "sag 24/1187", "sagsnr. 27.15.12-P19-4-26"; without the word, what no date can be: 24/1187, 2024-001187. */
function caseIn(text: string, words: DeadlineWords): Part | null {
  const months = anyOf(words.months.keys());
  const named = new RegExp(
    `${edge.start}${anyOf(words.case)}[.:]*\\s+(?!\\d{1,2}\\.?\\s*${months})(?<number>\\S*\\d\\S*)`,
    'iu',
  ).exec(text);
  const match = named ?? /(?<![\p{L}\d./-])(?<number>\d{2,4}[/-]\d{3,})(?![\p{L}\d/-]|\.\d)/u.exec(text);
  if (match === null) return null;
  const written = match.groups?.['number'] ?? '';
  const found = written.replace(/[,.;:)\]]+$/, '');
  return { found, start: match.index, end: match.index + match[0].length - (written.length - found.length) };
}

/** "kl. 12", "klokken 14.30": an hour is no day; it goes behind the title. */
function clockIn(text: string, words: DeadlineWords): Part | null {
  const match = new RegExp(
    `${edge.start}${anyOf(words.clock)}\\.?\\s*\\d{1,2}(?:[.:]\\d{2})?(?:\\s*[ap]m)?${edge.end}`,
    'iu',
  ).exec(text);
  return match === null ? null : { found: match[0], start: match.index, end: match.index + match[0].length };
}

function recurring({ every, weekdays: days, units }: DeadlineWords): string {
  return `${edge.start}${anyOf(every)}\\s+(?:[\\p{L}\\d]+\\.?\\s+)?${anyOf([...days.keys(), ...Object.values(units).flat()])}${edge.end}`;
}

function blanked(text: string, { start, end }: Part): string {
  return `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`;
}

function titleOf(rest: string, { filler }: DeadlineWords): string {
  const between = `(?:[\\s,.:;\u2013\u2014-]|${edge.start}${anyOf(filler)}${edge.end})+`;
  return rest
    .replace(/\(\s*\)/g, ' ')
    .replace(new RegExp(`^${between}`, 'iu'), '')
    .replace(new RegExp(`${between}$`, 'iu'), '')
    .replace(/\s+/g, ' ');
}
