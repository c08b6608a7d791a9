import { namedBodies } from '../words/bodies.ts';
import { writtenDates } from '../words/dates.ts';
import type { Patterns } from '../words/patterns.ts';
import type { LabelKind } from '../words/vocabulary.ts';
import type { Line } from './lines.ts';
import { pageLines } from './page-lines.ts';
import { digits, pageMarks } from './page-marks.ts';

/** Fields of the items, which a page's edge may stand beside by chance; a page's own header has a day, a place, a committee. */
const ofItems: ReadonlySet<LabelKind> = new Set(['absent', 'decision', 'recommendation', 'attachments', 'case'] as const);
const longestHead = 6;
const shortestWords = 6;

/** A text's lines, and the headers and footers that each page repeats around them. */
export interface Pages {
  readonly lines: readonly Line[];
  readonly furniture: readonly Line[];
}

/** The lines without the headers and footers that each page repeats. A page number beside other words must rise, or the line stays. */
export function withoutFurniture(said: readonly Line[], source: string, patterns: Patterns): Pages {
  const kept = withoutRepeated(withoutNumbered(said, source, patterns), patterns);
  const lines = kept.filter(({ text }) => text.length > 30 || !patterns.pageNumberAlone.test(text));
  const left = new Set(lines);
  return { lines, furniture: said.filter((line) => !left.has(line)) };
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

/** The lines that count pages, and what stands beside them on most pages, or twice with a committee's or the municipality's name. */
function withoutNumbered(lines: readonly Line[], source: string, patterns: Patterns): readonly Line[] {
  const pages = new Set([...pageMarks(lines, source, patterns), ...pageLines(lines, patterns)]);
  // A number under the page's line is of the same page.
  const count = [...pages].filter((index) => !pages.has(index - 1)).length;
  const beside = new Map<string, Set<number>>();
  for (const index of pages) {
    const isAlone = (lines[index]?.text.length ?? 0) < shortestWords;
    for (const near of [index - 2, index - 1, index + 1, index + 2]) {
      const line = lines[near];
      if (line === undefined || pages.has(near) || line.text.length > 140) continue;
      // Around a number alone the header is the same on each page.
      const shape = isAlone ? line.text : line.text.replace(digits, '#');
      beside.set(shape, (beside.get(shape) ?? new Set()).add(near));
    }
  }
  const left = new Set(pages);
  for (const [shape, near] of beside) {
    const fewest = saysWhose(shape, patterns) || isDay(lines[[...near][0] ?? 0]?.text ?? '', patterns) ? 2 : 3;
    if (
      near.size >= fewest &&
      near.size >= count * 0.5 &&
      !isHeading(shape, patterns) &&
      !isSaid(shape, patterns) &&
      !isValue(near, lines, patterns)
    )
      for (const index of near) left.add(index);
  }
  // The first page's may be the only line that names the committee.
  return lines.filter(({ text }, index) => !left.has(index) || (index < longestHead && namedBodies(text, patterns).length > 0));
}

/** What many items say alike: "at orienteringen tages til efterretning.", "Godkendt" */
function isSaid(text: string, { vocabulary }: Patterns): boolean {
  const start = text.toLowerCase();
  return vocabulary.closingDecisions.some((phrase) => start.startsWith(phrase)) || /^\p{Ll}+ \S+ \S|\p{Ll}\.$/u.test(text);
}

/** What mostly stands right under an item's field, such as the name under "Afbud:". */
function isValue(places: ReadonlySet<number>, lines: readonly Line[], { vocabulary }: Patterns): boolean {
  const fields = [...places].filter((index) => {
    const kind = vocabulary.labels.get(lines[index - 1]?.text.toLowerCase().replace(/:$/, '') ?? '');
    return kind !== undefined && ofItems.has(kind);
  });
  return fields.length * 2 >= places.size;
}

/** Whether a line names a committee, or the municipality alone. */
function saysWhose(text: string, patterns: Patterns): boolean {
  return isMunicipality(text, patterns) || namedBodies(text, patterns).some(({ from }) => from === 0);
}

/** A day and nothing else. */
function isDay(text: string, patterns: Patterns): boolean {
  const [day] = writtenDates(text, patterns);
  return day !== undefined && day.from === 0 && day.to === text.length;
}

/** Municipality and committee side by side, or the municipality alone. */
function isPageHeader(text: string, patterns: Patterns): boolean {
  if (/\s{3,}|\t/.test(text) && namedBodies(text, patterns).length > 0) return true;
  return isMunicipality(text, patterns);
}

function isMunicipality(text: string, { vocabulary }: Patterns): boolean {
  return /^\p{Lu}\S+ \S+$/u.test(text) && text.toLowerCase().endsWith(` ${vocabulary.municipalityWord}`);
}

/** A section's or an item's heading may by chance stand at the edge of several pages. */
function isHeading(text: string, patterns: Patterns): boolean {
  const words = text.toLowerCase().replace(/:$/, '');
  const { labels, kinds } = patterns.vocabulary;
  const colon = words.slice(0, 60).indexOf(':');
  const before = labels.get(colon > 0 ? words.slice(0, colon).trim() : (words.split(' ', 1)[0] ?? ''));
  if (before !== undefined && ofItems.has(before)) return true;
  // "5. Lukket punkt" on one page and "6. Lukket punkt" on the next.
  if (/^#+[.:)]\s+\p{Lu}/u.test(text)) return true;
  const first = text.replace(/#+/g, '1');
  if (first !== text) return patterns.untitledPoint.test(first) || patterns.point.test(first);
  return labels.has(words) && !Object.values(kinds).some((names) => names.includes(words));
}
