import { namedBodies } from '../words/bodies.ts';
import { leadingCaseNumber } from '../words/case-numbers.ts';
import type { Patterns } from '../words/patterns.ts';
import { decisionHeadingOf, namesDecision } from './decision-heading.ts';
import { withoutFurniture } from './furniture.ts';
import { withHeadingsOfOneText } from './headings-of-one-text.ts';
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
  const whole = withWholeHeadings(withoutFurniture(said, source, patterns), source, patterns);
  const lines = whole.flatMap((line) => split(line, source, patterns));
  const labels = lines.map((line) => labelOf(line, patterns));
  return { source, patterns, lines, labels: withHeadingsOfOneText(lines, labels, patterns) };
}

const shortestBroken = 40;

/** The heading of a decision that the page's width broke is one line again. */
function withWholeHeadings(lines: readonly Line[], source: string, patterns: Patterns): readonly Line[] {
  const whole: Line[] = [];
  for (const line of lines) {
    const before = whole.at(-1);
    const both =
      before !== undefined && line.gap === 0 && isOpenHeading(before, patterns) ? together(before, line, source) : null;
    const heading = both === null ? null : decisionHeadingOf(both.text, patterns);
    const isHeading = heading !== null && heading.date !== null && heading.to > (before?.text.length ?? 0);
    if (isHeading && both !== null) whole[whole.length - 1] = both;
    else whole.push(line);
  }
  return whole;
}

/** A line that says whose decision follows, but not when. */
function isOpenHeading({ text }: Line, patterns: Patterns): boolean {
  if (text.length < shortestBroken || text.length > 140 || /(?:[:;]|(?<!\d)\.)$/.test(text)) return false;
  const says = patterns.decisionStart.test(`${text} `) || namesDecision(text, patterns);
  return says && namedBodies(text, patterns).length > 0 && !/\d{4}$/.test(text);
}

function together(first: Line, second: Line, source: string): Line {
  const text = source.slice(first.from, second.to).replace(/[\r\n\t]/g, ' ');
  return { ...first, to: second.to, text };
}

/** "BIU 28/2006 INDSTILLING" is a case number and a heading. */
function split(line: Line, source: string, patterns: Patterns): readonly Line[] {
  if (line.text.length > 100) return [line];
  const number = leadingCaseNumber(line.text);
  if (number === null) return [line];
  const [start, rest] = [startOf(line, source, number.length), restOf(line, source, number.length)];
  if (start === null || rest === null) return [line];
  const label = labelOf(rest, patterns);
  const isOther = label !== null && (label.content === rest.text.length || label.kind === 'case' || label.kind === 'document');
  return isOther ? [start, { ...rest, gap: 0 }] : [line];
}
