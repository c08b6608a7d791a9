import { namedBodies } from '../words/bodies.ts';
import type { Patterns } from '../words/patterns.ts';
import type { LabelKind } from '../words/vocabulary.ts';
import type { Line } from './lines.ts';

/** Fields of the items, which a page's edge may stand beside by chance; a page's own header has a day, a place, a committee. */
const ofItems: ReadonlySet<LabelKind> = new Set(['absent', 'decision', 'recommendation', 'attachments', 'case'] as const);
const farRight = 20;
const longestHead = 6;
const digits = /\d+/g;

/** The lines without the headers and footers that each page repeats. A page number beside other words must rise, or the line stays. */
export function withoutFurniture(lines: readonly Line[], source: string, patterns: Patterns): readonly Line[] {
  const read = withoutNumbered(withoutRepeated(withoutPageNumbers(lines, source), patterns), patterns);
  return read.filter(({ text }) => text.length > 30 || !patterns.pageNumberAlone.test(text));
}

/** A number alone far to the right, two or more in rising order, is the page's. */
function withoutPageNumbers(lines: readonly Line[], source: string): readonly Line[] {
  const numbers = lines.filter(({ text, from }) => /^\d{1,3}$/.test(text) && indentOf(source, from) >= farRight);
  const isRising = numbers.every(({ text }, at) => at === 0 || Number(text) > Number(numbers[at - 1]?.text));
  return numbers.length < 2 || !isRising ? lines : lines.filter((line) => !numbers.includes(line));
}

function indentOf(source: string, from: number): number {
  return /[^\S\r\n]*$/.exec(source.slice(Math.max(0, from - 200), from))?.[0].length ?? 0;
}

/** Headers without a page number: the same line three times or more that names the municipality or a committee in columns, and what always stands under it. */
function withoutRepeated(lines: readonly Line[], patterns: Patterns): readonly Line[] {
  const places = new Map<string, number[]>();
  lines.forEach(({ text }, index) => {
    if (text.length > 140) return;
    const same = places.get(text);
    if (same === undefined) places.set(text, [index]);
    else same.push(index);
  });
  const stands = (text: string | undefined, times: number): boolean =>
    text !== undefined && places.get(text)?.length === times && !isHeading(text, patterns);
  const left = new Set<number>();
  for (const [text, same] of places) {
    if (same.length < 3 || !isPageHeader(text, patterns)) continue;
    for (const index of same.slice(1)) {
      left.add(index);
      for (let below = index + 1; below <= index + 3 && stands(lines[below]?.text, same.length); below += 1) left.add(below);
    }
  }
  return left.size === 0 ? lines : lines.filter((_line, index) => !left.has(index));
}

function withoutNumbered(lines: readonly Line[], patterns: Patterns): readonly Line[] {
  const pages = lines.flatMap((line, index) => {
    const page = line.text.length <= 140 ? patterns.pageNumber.exec(line.text)?.[1] : undefined;
    return page === undefined ? [] : [{ index, page: Number(page) }];
  });
  if (pages.length < 2 || !pages.every(({ page }, at) => at === 0 || page > (pages[at - 1]?.page ?? 0))) return lines;
  const left = new Set(pages.map(({ index }) => index));
  const beside = new Map<string, number[]>();
  for (const { index } of pages)
    for (const near of [index - 2, index - 1, index + 1, index + 2]) {
      const line = lines[near];
      if (line === undefined || left.has(near) || line.text.length > 140) continue;
      const shape = line.text.replace(digits, '#');
      const places = beside.get(shape);
      if (places === undefined) beside.set(shape, [near]);
      else places.push(near);
    }
  for (const [shape, near] of beside)
    if (near.length >= 3 && near.length >= pages.length * 0.5 && !isHeading(shape, patterns))
      for (const index of near) left.add(index);
  // The first page's may be the only line that names the committee.
  return lines.filter(({ text }, index) => !left.has(index) || (index < longestHead && namedBodies(text, patterns).length > 0));
}

/** Municipality and committee side by side, or the municipality alone. */
function isPageHeader(text: string, patterns: Patterns): boolean {
  if (/\s{3,}|\t/.test(text) && namedBodies(text, patterns).length > 0) return true;
  return /^\p{Lu}\S+ \S+$/u.test(text) && text.toLowerCase().endsWith(` ${patterns.vocabulary.municipalityWord}`);
}

/** A section's or an item's heading may by chance stand at the edge of several pages. */
function isHeading(text: string, patterns: Patterns): boolean {
  const words = text.toLowerCase().replace(/:$/, '');
  const { labels, kinds } = patterns.vocabulary;
  const colon = words.slice(0, 60).indexOf(':');
  const before = colon > 0 ? labels.get(words.slice(0, colon).trim()) : undefined;
  if (before !== undefined && ofItems.has(before)) return true;
  if (/#/.test(text))
    return patterns.untitledPoint.test(text.replace(/#+/g, '1')) || patterns.point.test(text.replace(/#+/g, '1'));
  return labels.has(words) && !Object.values(kinds).some((names) => names.includes(words));
}
