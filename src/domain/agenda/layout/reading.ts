import { leadingCaseNumber } from '../words/case-numbers.ts';
import type { Patterns } from '../words/patterns.ts';
import { withoutFurniture } from './furniture.ts';
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
  return { source, patterns, lines, labels: lines.map((line) => labelOf(line, patterns)) };
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
