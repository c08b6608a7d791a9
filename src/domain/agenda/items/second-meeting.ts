import type { Reading } from '../layout/reading.ts';
import { namedBodies } from '../words/bodies.ts';
import { writtenDates } from '../words/dates.ts';
import { oneOf } from '../words/patterns.ts';
import type { LabelKind } from '../words/vocabulary.ts';
import type { Block } from './block.ts';
import { blocksOf } from './blocks.ts';
import { headerOf } from './header.ts';

const longestHeadLine = 140;
const mostLinesAbove = 6;
const longestHead = 80;
const telling: ReadonlySet<LabelKind> = new Set([
  ...(['matter', 'caseStatement', 'case', 'recommendation', 'recommendationAndDecision', 'decision'] as const),
]);

/** The line at which a second meeting's head stands below the first one's items: another day, and items that are counted from 1 anew; null where that is not certain. */
export function secondMeetingAt(reading: Reading): number | null {
  const { body, date } = headerOf(reading, reading.lines.length);
  if (body === null || date === null) return null;
  for (const index of daysIn(reading)) {
    const head = headAt(reading, index);
    if (head === null || head.from === 0) continue;
    const rest = partOf(reading, head.from, reading.lines.length);
    const blocks = blocksOf(rest, true);
    const first = blocks[0];
    if (first === undefined || first.from > longestHead || first.from <= index - head.from) continue;
    const second = headerOf(rest, first.from);
    if (second.body === null || second.date === null || !countsAnew(rest, blocks)) continue;
    const before = partOf(reading, 0, head.from);
    const above = blocksOf(before, true);
    const own = headerOf(before, above[0]?.from ?? 0);
    if (countsFromOne(above) && own.body !== null && own.date !== null && own.date !== second.date) return head.from;
  }
  return null;
}

/** Some of the lines, as if they were all. */
export function partOf(reading: Reading, from: number, to: number): Reading {
  return { ...reading, lines: reading.lines.slice(from, to), labels: reading.labels.slice(from, to) };
}

/** Short lines with a whole day that are no decision's heading and no sentence. */
function daysIn({ lines, labels, patterns }: Reading): readonly number[] {
  return lines.flatMap(({ text }, index) => {
    const kind = labels[index]?.kind;
    if (text.length > longestHeadLine || (kind !== undefined && kind !== 'agendaDate') || /[.;,]$/.test(text)) return [];
    return writtenDates(text, patterns).some(({ year }) => year !== null) ? [index] : [];
  });
}

/** The head around a day: it begins, apart from what is above, with a line that says whose or what kind of text it is; none without that word. */
function headAt({ lines, labels, patterns }: Reading, index: number): { readonly from: number } | null {
  const kinds = oneOf(Object.values(patterns.vocabulary.kinds).flat());
  const says = new RegExp(`^(?:.{3,80}\\s[\u2013-]\\s)?(?:${kinds})(?![\\p{L}])`, 'iu');
  const isKind = (at: number): boolean => says.test(lines[at]?.text ?? '') && !/^\d/.test(lines[at]?.text ?? '');
  let from: number | null = null;
  let isNamed = false;
  for (let at = index; at >= Math.max(0, index - mostLinesAbove); at -= 1) {
    const [line, label] = [lines[at], labels[at] ?? null];
    if (line === undefined || line.text.length > longestHeadLine || (label !== null && telling.has(label.kind))) break;
    if (/[.;,]$/.test(line.text)) break;
    isNamed = isNamed || isKind(at);
    const isBegun = isKind(at) || namedBodies(line.text, patterns).length > 0 || patterns.municipality.test(line.text);
    // "Kompetence" over "Byr\u00e5det" is the item's.
    if (isBegun && line.gap > 0 && labels[at - 1]?.kind !== 'competence') from = at;
  }
  const isBelow = [1, 2, 3].some((step) => isKind(index + step));
  return from !== null && (isNamed || isBelow) ? { from } : null;
}

/** The items are counted 1, 2, 3 …, and each has sections of its own: the lines of a list have none. */
function countsAnew({ labels }: Reading, blocks: readonly Block[]): boolean {
  const isTold = ({ from, to }: Block): boolean =>
    labels.slice(from, to).some((label) => label !== null && telling.has(label.kind));
  return countsFromOne(blocks) && blocks.slice(0, 3).every(isTold) && blocks.every(({ number }, at) => number === at + 1);
}

function countsFromOne(blocks: readonly Block[]): boolean {
  return blocks[0]?.number === 1;
}
