import { daysInMonth } from '../calendar/plain-date.ts';
import type { Span } from '../source/source.ts';
import { plainText } from './plain-digits.ts';

/** The signs that stand where a personal number stood; no digit of it is left. */
const mask = '\u2022\u2022\u2022\u2022\u2022\u2022-\u2022\u2022\u2022\u2022';

/** One way to write a personal number. The groups `d`, `m`, `y` make its birth date. */
interface Spelling {
  readonly pattern: RegExp;
  readonly isOther?: (match: RegExpExecArray, text: string) => boolean;
}

// Between birth date and serial: spaces, or one sign with spaces; a line may break after a dash. Never a tab: that is a table.
const gap = '(?: {1,5}| {0,3}[./_:] {0,3}| {0,3}-{1,3}[ \\r\\n]{0,3})';
const between = '(?: {1,3}| {0,2}[-./_:] {0,2})';
const serial = '\\d{2}[ -]?\\d{2}';
const separatedDate = `(?<d>\\d{1,2})${between}(?<m>\\d{1,2})${between}(?<y>\\d{2})`;

const spellings: readonly Spelling[] = [
  // Ten digits in a row; after a plus sign they are a telephone number abroad.
  { pattern: /(?<![\d+])(?<d>\d\d)(?<m>\d\d)(?<y>\d\d)\d{4}(?!\d)/g },
  {
    pattern: new RegExp(`(?<!\\d)(?<d>\\d\\d)(?<m>\\d\\d)(?<y>\\d\\d)${gap}${serial}(?!\\d)`, 'g'),
    isOther: isNegativeRow,
  },
  {
    pattern: new RegExp(`(?<!\\d)${separatedDate}(?:${gap})?\\d{4}(?!\\d|[-/.]\\d)`, 'g'),
    isOther: ({ index }, text) => text[index - 1] === '+',
  },
  { pattern: /(?<![\d+]|\d )(?<d>\d\d) (?<m>\d\d) (?<y>\d\d) {1,3}\d\d \d\d(?!\d| \d)/g },
  { pattern: /(?<!\d|\d[ .-])(?<d>\d([ .-])\d)\2(?<m>\d\2\d)\2(?<y>\d\2\d)\2\d\2\d\2\d\2\d(?!\d|[ .-]\d)/g },
  // The year in full is taken for a birth date only with a dash, and not where the serial may be a year ("1.1.2019-2020").
  {
    pattern: /(?<![\d.])(?<d>\d\d)[-./ ]?(?<m>\d\d)[-./ ]?(?:18|19|20)(?<y>\d\d) ?-{1,2} ?(?!(?:19|20)\d\d)\d{4}(?!\d|[-/.]\d)/g,
  },
  // After the register's own name, any ten or twelve digits that begin with a date are one.
  {
    pattern:
      /cpr[^\d\n]{0,24}(?<d>\d\d)[^\p{L}\d\n]{0,3}(?<m>\d\d)[^\p{L}\d\n]{0,3}(?:18|19|20)?(?<y>\d\d)[^\p{L}\d\n]{0,4}\d\d[^\p{L}\d\n]?\d\d(?!\d)/giu,
  },
];

const eightDigits = /(?:\d\D*){8}/;

/** A sign in a link, `%2D` for a dash: read as space, which may stand wherever it may. */
const escaped = /%[\da-f]{2}/gi;

/** Ids that machines draw (ours, Entra's, SharePoint's, hashes): of 1,250, one holds digits that could be a personal number. */
const drawnId =
  /(?:(?<![\da-z])|(?<=[?&]d=w))(?:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|[\da-f]{64}|[\da-f]{40}|[\da-f]{32})(?![\da-z])/gi;

/**
 * Where a text holds a Danish personal number, in any spelling. Its date must be a day of the calendar (or a replacement
 * number's, which adds 60 to the day); the check digit is not asked, since numbers without it are given out from 2007. @da CPR-nummer
 */
export function findPersonalNumbers(typed: string): readonly Span[] {
  const plain = plainText(typed);
  const text = plain.text.replaceAll(escaped, '   ').replaceAll(drawnId, (id) => 'x'.repeat(id.length));
  // The shortest spelling ("1/2-90 1234") has eight digits: most of what a card sends back has fewer.
  if (!eightDigits.test(text)) return [];
  const found = spellings.flatMap(({ pattern, isOther }) =>
    [...text.matchAll(pattern)]
      .filter((match) => isBirthDate(match.groups) && isOther?.(match, text) !== true)
      .map((match) => plain.typed({ start: match.index, end: match.index + match[0].length })),
  );
  return joined(found);
}

/** Whether a text must not be stored, logged or searched, since a personal number stands in it. */
export function hasPersonalNumber(text: string): boolean {
  return findPersonalNumbers(text).length > 0;
}

/** The text with every personal number masked, so that nothing else of what a person typed is lost. */
export function withoutPersonalNumbers(text: string): string {
  return findPersonalNumbers(text).reduceRight(
    (masked, { start, end }) => masked.slice(0, start) + mask + masked.slice(end),
    text,
  );
}

function isBirthDate(groups: Readonly<Record<string, string>> | undefined): boolean {
  const [day, month, year] = ['d', 'm', 'y'].map((name) => Number((groups?.[name] ?? '').replaceAll(/\D/g, '')));
  if (day === undefined || month === undefined || year === undefined || month < 1 || month > 12) return false;
  const dayOfMonth = day > 60 ? day - 60 : day;
  return dayOfMonth >= 1 && dayOfMonth <= daysInMonth(2000 + year, month);
}

/** "-120590 -1500" is a row of negative amounts. */
function isNegativeRow(match: RegExpExecArray, text: string): boolean {
  return / -\d/.test(match[0]) && text[match.index - 1] === '-';
}

function joined(spans: readonly Span[]): readonly Span[] {
  const inOrder = [...spans].sort((left, right) => left.start - right.start || right.end - left.end);
  const result: Span[] = [];
  for (const span of inOrder) {
    const last = result.at(-1);
    if (last === undefined || span.start >= last.end) result.push(span);
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return result;
}
