import { leadingCaseNumber } from '../words/case-numbers.ts';
import type { Patterns } from '../words/patterns.ts';
import { withoutFurniture } from './furniture.ts';
import { headingKind } from './heading-words.ts';
import { type Label, labelOf } from './labels.ts';
import { type Line, linesOf, restOf, startOf } from './lines.ts';

/** A text laid out: its lines, and which of them are headings. */
export interface Reading {
  readonly source: string;
  readonly patterns: Patterns;
  readonly lines: readonly Line[];
  readonly labels: readonly (Label | null)[];
}

/** Lays a text out. Page headers and footers are left out, a heading behind a case number becomes a line of its own. */
export function layOut(source: string, patterns: Patterns): Reading {
  const said = linesOf(source).filter(
    ({ text }) => text.length > 40 || !patterns.vocabulary.webNoise.includes(text.toLowerCase()),
  );
  const lines = withoutFurniture(said, patterns).flatMap((line) => split(line, source, patterns));
  const labels = lines.map((line) => labelOf(line, patterns));
  return { source, patterns, lines, labels: withNumberedHeadings(lines, labels, patterns) };
}

const ordinal = /^\d{1,2}\.\s+(?=\p{Lu})/u;

/** "1. Resume", "2. Indstilling": where the sections themselves are numbered, their headings are headings all the same. */
function withNumberedHeadings(
  lines: readonly Line[],
  labels: readonly (Label | null)[],
  patterns: Patterns,
): readonly (Label | null)[] {
  const found = lines.map(({ text }, index): Label | null => {
    const mark = text.length > 70 || labels[index] !== null ? null : ordinal.exec(text);
    if (mark === null) return null;
    const title = text.slice(mark[0].length);
    const words = title.toLowerCase().replace(/:$/, '');
    const kind = headingKind(title, words, patterns);
    return kind === null ? null : { kind, words, content: text.length, heading: null };
  });
  const has = (kind: Label['kind']): boolean => found.some((label) => label?.kind === kind);
  return has('matter') && has('recommendation') ? labels.map((label, index) => label ?? found[index] ?? null) : labels;
}

/** "BIU 28/2006 INDSTILLING" is a case number and a heading. */
function split(line: Line, source: string, patterns: Patterns): readonly Line[] {
  if (line.text.length > 100) return [line];
  const number = leadingCaseNumber(line.text);
  if (number === null) return [line];
  const [start, rest] = [startOf(line, source, number.length), restOf(line, source, number.length)];
  if (start === null || rest === null) return [line];
  const label = labelOf(rest, patterns);
  return label !== null && label.content === rest.text.length ? [start, { ...rest, gap: 0 }] : [line];
}
