import type { Patterns } from '../words/patterns.ts';
import type { Line } from './lines.ts';

interface Mark {
  readonly index: number;
  readonly page: number;
  /** What stands before the number, with its own numbers left open. */
  readonly shape: string;
}

const farRight = 20;
const fewestAlone = 3;
const shortestPage = 5;
const longestLine = 140;
const alone = /^(?:[-\u2013]\s*)?(\d{1,3})(?:\s*[-\u2013])?$/;
export const digits = /\d+/g;

/** The lines that only count pages: "Side 3 af 6", "5 of 14", "Socialudvalget, 3. maj 2016  3 af 6", or a number alone; they must rise. */
export function pageMarks(lines: readonly Line[], source: string, patterns: Patterns): ReadonlySet<number> {
  const found = [
    ...risen(marksOf(lines, patterns.pageNumber)),
    ...risen(ofOneTotal(lines, patterns)),
    ...numbersAlone(lines, source, patterns),
  ];
  return new Set(found.map(({ index }) => index));
}

function marksOf(lines: readonly Line[], pattern: RegExp): readonly Mark[] {
  return lines.flatMap(({ text }, index) => {
    const found = text.length <= longestLine ? pattern.exec(text) : null;
    return found === null ? [] : [{ index, page: Number(found[2]), shape: (found[1] ?? '').replace(digits, '#') }];
  });
}

/** "3 af 6": all of the same number of pages, with the same words before it or none. */
function ofOneTotal(lines: readonly Line[], patterns: Patterns): readonly Mark[] {
  const marks = marksOf(lines, patterns.pageOfAll);
  const totals = new Set(marks.map(({ index }) => patterns.pageOfAll.exec(lines[index]?.text ?? '')?.[3]));
  return totals.size === 1 ? repeated(marks) : [];
}

/** Marks in rising order; words such as "se notatet side 4" may end a line of the text and are passed over. */
function risen(marks: readonly Mark[]): readonly Mark[] {
  const chosen = isRising(marks) ? marks : repeated(marks);
  return chosen.length >= 2 && isRising(chosen) ? chosen : [];
}

/** Marks behind no words, or behind words that stand before another one as well. */
function repeated(marks: readonly Mark[]): readonly Mark[] {
  const counts = new Map<string, number>();
  for (const { shape } of marks) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  return marks.filter(({ shape }) => shape.trim() === '' || (counts.get(shape) ?? 0) > 1);
}

function isRising(marks: readonly Mark[]): boolean {
  return marks.every(({ page }, at) => at === 0 || page > (marks[at - 1]?.page ?? 0));
}

/** Numbers alone are the pages' far to the right, or where each counts on by one a page's length after the other and no item begins with a number alone. */
function numbersAlone(lines: readonly Line[], source: string, patterns: Patterns): readonly Mark[] {
  const all = marksOfAlone(lines);
  const right = all.filter(({ index }) => indentOf(source, lines[index]?.from ?? 0) >= farRight);
  if (right.length >= 2 && isRising(right)) return right;
  const pages = longestCount(all);
  const [first, last] = [pages[0]?.index ?? 0, pages.at(-1)?.index ?? 0];
  const isApart = pages.length >= fewestAlone && last - first >= shortestPage * (pages.length - 1);
  const heading = pages.filter(({ index }) => isOverTitle(lines, index, patterns)).length;
  return isApart && heading <= pages.length * 0.3 ? pages : [];
}

function marksOfAlone(lines: readonly Line[]): readonly Mark[] {
  return lines.flatMap(({ text }, index) => {
    const page = numberAlone(text);
    return page === null ? [] : [{ index, page, shape: '' }];
  });
}

/** The number that a line is, with or without dashes around it; null for any other line. */
export function numberAlone(text: string): number | null {
  const found = text.length > 9 ? null : alone.exec(text);
  return found === null ? null : Number(found[1]);
}

/** The longest row of numbers that count on by one. */
function longestCount(marks: readonly Mark[]): readonly Mark[] {
  interface Row {
    readonly mark: Mark;
    readonly before: Row | undefined;
    readonly length: number;
  }
  const rows = new Map<number, Row>();
  let longest: Row | undefined;
  for (const mark of marks) {
    const before = rows.get(mark.page - 1);
    const row = { mark, before, length: (before?.length ?? 0) + 1 };
    if (row.length > (rows.get(mark.page)?.length ?? 0)) rows.set(mark.page, row);
    if (row.length > (longest?.length ?? 0)) longest = row;
  }
  const found: Mark[] = [];
  for (let row = longest; row !== undefined; row = row.before) found.push(row.mark);
  return found.reverse();
}

/** "7" over "Besøg" over "Sagsfremstilling" begins an item. */
function isOverTitle(lines: readonly Line[], index: number, { vocabulary }: Patterns): boolean {
  const [title, below] = [lines[index + 1]?.text ?? '', lines[index + 2]?.text.toLowerCase() ?? ''];
  return (
    /^\p{Lu}/u.test(title) && !/[.:;,]$/.test(title) && (vocabulary.labels.has(below.replace(/:.*$/, '')) || /^\d+$/.test(below))
  );
}

function indentOf(source: string, from: number): number {
  return /[^\S\r\n]*$/.exec(source.slice(Math.max(0, from - 200), from))?.[0].length ?? 0;
}
