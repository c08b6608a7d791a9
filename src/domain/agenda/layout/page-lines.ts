import { namedBodies } from '../words/bodies.ts';
import { writtenDates } from '../words/dates.ts';
import type { Patterns } from '../words/patterns.ts';
import type { Line } from './lines.ts';
import { numberAlone } from './page-marks.ts';

interface PageLine {
  readonly indices: readonly number[];
  /** The line with its page left open. */
  readonly shape: string;
  readonly page: number;
  readonly hasDate: boolean;
}

const longest = 140;
const fewest = 2;
const pageAtEnd = /(\d{1,4})(?:\s*\/\s*\d{1,4})?\s*[-\u2013]?\s*$/;
/** "Side 3" or "Side 3 af 9" before the committee; other words there make it no page. */
const pageAtStart = /^\p{L}+\.?\s+(\d{1,4})(?:\s*(?:\/|\p{L}+)\s*\d{1,4})?(?!\d)/u;
const time = /\d{1,2}[.:]\d{2}(?!\d)/g;

/** The lines of nothing but whose meeting it is, its day and the page ("Jobudvalget 3.5.2016  - 2 -"), with the page's number where it stands alone beside them; once is no page. */
export function pageLines(lines: readonly Line[], patterns: Patterns): ReadonlySet<number> {
  const shapes = new Map<string, PageLine[]>();
  lines.forEach((_line, index) => {
    const found = pageLineAt(lines, index, patterns);
    const alike = found === null ? undefined : shapes.get(found.shape);
    if (alike !== undefined && found !== null) alike.push(found);
    else if (found !== null) shapes.set(found.shape, [found]);
  });
  // Without a day only numbers that rise tell a page from a list's row.
  const isOfPages = (alike: readonly PageLine[]): boolean =>
    alike.length >= fewest &&
    (alike.every(({ hasDate }) => hasDate) || alike.every(({ page }, at) => at === 0 || page > (alike[at - 1]?.page ?? 0)));
  return new Set([...shapes.values()].filter(isOfPages).flatMap((alike) => alike.flatMap(({ indices }) => indices)));
}

function pageLineAt(lines: readonly Line[], index: number, patterns: Patterns): PageLine | null {
  const text = lines[index]?.text ?? '';
  if (text.length > longest || text.length < 4 || !/\d/.test(text) || /[:()]$/.test(text)) return null;
  const dates = writtenDates(text, patterns);
  const plain = blanked(text, dates).replace(patterns.time, (clock) => ' '.repeat(clock.length));
  const found = pageAtEnd.exec(plain) ?? pageAtStart.exec(plain);
  const page = found?.[1] ?? '';
  const at = found === null ? 0 : found.index + found[0].indexOf(page);
  const words = found === null ? plain : found[0].replace(/[\d/\u2013-]+/g, ' ') + blanked(plain, [spanOf(found)]);
  if (dates.length > 1 || !saysOnlyWhose(words, patterns)) return null;
  const hasDate = dates.length === 1;
  // "Referat 3" may be an annex.
  if (!hasDate && namedBodies(text, patterns).length === 0) return null;
  if (found !== null) {
    const shape = `${text.slice(0, at)}#${text.slice(at + page.length)}`.replace(/\s+/g, ' ');
    return { indices: [index], shape, page: Number(page), hasDate };
  }
  const beside = [index + 1, index - 1].find((near) => numberAlone(lines[near]?.text ?? '') !== null);
  if (!hasDate || beside === undefined) return null;
  return { indices: [index, beside], shape: `${text}${beside - index}`, page: 0, hasDate };
}

/** A committee or the word for the agenda, and nothing besides but words that go with a meeting's day or a page. */
function saysOnlyWhose(text: string, patterns: Patterns): boolean {
  const { kinds, weekdays, pageWords, pageTotals, meetingWords, clock, pageFillers } = patterns.vocabulary;
  const bodies = namedBodies(text, patterns);
  const left = blanked(text, bodies)
    .replace(time, ' ')
    .replace(patterns.municipality, ' ')
    .toLowerCase()
    .split(/[\s,.:|\u2013-]+/)
    .filter((word) => word !== '');
  const kindWords = new Set(Object.values(kinds).flatMap((names) => names.flatMap((name) => name.split(' '))));
  const others = new Set([...weekdays, ...pageWords, ...pageTotals, ...meetingWords, ...clock, ...pageFillers]);
  const isKind = left.some((word) => kindWords.has(word) && !others.has(word));
  return (bodies.length > 0 || isKind) && left.every((word) => kindWords.has(word) || others.has(word));
}

function spanOf(found: RegExpExecArray): { readonly from: number; readonly to: number } {
  return { from: found.index, to: found.index + found[0].length };
}

/** A text with these parts blank, its other letters where they stand. */
function blanked(text: string, parts: readonly { readonly from: number; readonly to: number }[]): string {
  return parts.reduce((rest, { from, to }) => `${rest.slice(0, from)}${' '.repeat(to - from)}${rest.slice(to)}`, text);
}
