import { namedBodies } from '../words/bodies.ts';
import { leadingCaseNumber } from '../words/case-numbers.ts';
import { writtenDates } from '../words/dates.ts';
import type { Patterns } from '../words/patterns.ts';
import { decisionHeadingOf, namesDecision } from './decision-heading.ts';
import { withoutFurniture } from './furniture.ts';
import { withHeadingsOfOneText } from './headings-of-one-text.ts';
import { type Label, labelOf } from './labels.ts';
import { type Line, linesOf, restOf, startOf } from './lines.ts';
import { withoutTableHeads } from './table-heads.ts';
import { withTreatments } from './treatments.ts';

/** A text laid out: its lines, and which of them are headings. */
export interface Reading {
  readonly source: string;
  readonly patterns: Patterns;
  readonly lines: readonly Line[];
  readonly labels: readonly (Label | null)[];
  /** Headers and footers of the pages, which are none of the lines. */
  readonly furniture: readonly Line[];
  /** A web page's buttons and links by the number of the line below, which are none of the lines either. */
  readonly controls: ReadonlyMap<number, string>;
}

/** Lays a text out. Page headers and footers are left out, a heading behind a case number becomes a line of its own. */
export function layOut(source: string, patterns: Patterns): Reading {
  const { said, controls } = withoutControls(withoutGluedControls(linesOf(source), source, patterns), patterns);
  const columns = said.flatMap((line) => withAccessApart(line, source, patterns));
  const pages = withoutFurniture(columns, source, patterns);
  const whole = withWholeHeadings(pages.lines, source, patterns);
  const texts = new Set(whole.map(({ text }) => text));
  const apart = whole.flatMap((line) => withoutNextItem(line, source, texts));
  const lines = apart.flatMap((line) => split(line, source, patterns));
  const labels = withoutTableHeads(
    lines,
    lines.map((line) => labelOf(line, patterns)),
  );
  return {
    source,
    patterns,
    lines,
    labels: withHeadingsOfOneText(lines, withTreatments(lines, labels, patterns), patterns),
    furniture: pages.furniture,
    controls,
  };
}

function withoutControls(
  lines: readonly Line[],
  patterns: Patterns,
): { readonly said: readonly Line[]; readonly controls: ReadonlyMap<number, string> } {
  const controls = new Map<number, string>();
  let above: string | null = null;
  const said = lines.filter((line) => {
    const isControl = isNoise(line.text, patterns);
    if (!isControl && above !== null) controls.set(line.number, above);
    above = isControl ? line.text : null;
    return !isControl;
  });
  return { said, controls };
}

const longestControl = 45;
const controlBehind = /(?<=[\p{L}\d)])\p{Lu}[^\p{Lu}]{2,40}$/u;

/** "Godkendelse af dagsorden\u00c5bn punkt": a button right behind a line's last word is none of its words. */
function withoutGluedControls(lines: readonly Line[], source: string, { vocabulary }: Patterns): readonly Line[] {
  return lines.map((line) => {
    const control = controlBehind.exec(line.text.slice(-longestControl))?.[0];
    if (control === undefined || !vocabulary.webNoise.includes(control.toLowerCase())) return line;
    return startOf(line, source, line.text.length - control.length) ?? line;
  });
}

/** A button or a link of a web page, with its bullet, or several in a row: "Kopier link - Print". */
function isNoise(text: string, { vocabulary }: Patterns): boolean {
  if (text.length > 80) return false;
  const whole = text.toLowerCase();
  if (!/[\u2022\u00b7*|\u2013\t-]|\s{3}/.test(whole)) return vocabulary.webNoise.includes(whole);
  const parts = whole.split(/(?:^|\s+)[\u2022\u00b7*|\u2013-](?:\s+|$)|\s{3,}|\t/);
  const said = parts.filter((part) => part !== '');
  return said.length > 0 && said.every((part) => vocabulary.webNoise.includes(part));
}

/** "… - Lukket punkt118. Godkendelse af dagsorden": the last line of the contents ran into the first item, which the contents name as well. */
function withoutNextItem(line: Line, source: string, texts: ReadonlySet<string>): readonly Line[] {
  const at = line.text.length > 400 ? -1 : line.text.search(nextItem);
  if (at === -1 || !texts.has(line.text.slice(at))) return [line];
  const [before, item] = [startOf(line, source, at), restOf(line, source, at)];
  return before === null || item === null ? [line] : [before, { ...item, gap: 1 }];
}

const nextItem = /(?<=\p{Ll})\d{1,3}\.\s+\p{Lu}/u;
const shortestBroken = 40;

/** The heading of a decision that the page's width broke is one line again. */
function withWholeHeadings(lines: readonly Line[], source: string, patterns: Patterns): readonly Line[] {
  const whole: Line[] = [];
  for (const line of lines) {
    const before = whole.at(-1);
    const both =
      before !== undefined &&
      line.gap === 0 &&
      (isOpenHeading(before, patterns) || isBody(before.text, patterns) || isMeetingOver(before.text, line.text, patterns))
        ? together(before, line, source)
        : null;
    const heading = both === null ? null : decisionHeadingOf(both.text, patterns);
    const isHeading =
      (heading !== null && heading.date !== null && heading.to > (before?.text.length ?? 0)) ||
      (both !== null && isBody(before?.text ?? '', patterns) && isDay(line.text, patterns));
    if (isHeading && both !== null) whole[whole.length - 1] = both;
    else whole.push(line);
  }
  return whole;
}

/** A committee's name and nothing else. */
export function isBody(text: string, patterns: Patterns): boolean {
  const named = text.length > 80 ? undefined : namedBodies(text, patterns)[0];
  return named !== undefined && named.from === 0 && named.to === text.length;
}

/** "Byr\u00e5dets m\u00f8de 4. maj 2026" over "Punkt 1:": whose treatment of the item follows. */
function isMeetingOver(text: string, below: string, patterns: Patterns): boolean {
  if (text.length > 140 || patterns.point.exec(below)?.[2] !== '') return false;
  return namedBodies(text, patterns)[0]?.from === 0 && writtenDates(text, patterns).length === 1;
}

/** "den 11. marts 2015" */
function isDay(text: string, patterns: Patterns): boolean {
  const [day] = text.length > 40 ? [] : writtenDates(text, patterns);
  return day !== undefined && day.year !== null && day.to === text.length && /^\p{Ll}{1,3}\.?\s+$/u.test(text.slice(0, day.from));
}

/** A line that says whose decision follows, but not when. */
function isOpenHeading({ text }: Line, patterns: Patterns): boolean {
  if (text.length > 140 || /(?:[:;]|(?<!\d)\.)$/.test(text)) return false;
  const begins = patterns.decisionStart.test(`${text} `);
  // "Beslutning i Sundheds-" is open however short it is.
  if (begins && text.length < shortestBroken) return /\s\p{Lu}\S*-$/u.test(text);
  if (text.length < shortestBroken) return false;
  const says = begins || namesDecision(text, patterns);
  return says && namedBodies(text, patterns).length > 0 && !/\d{4}$/.test(text);
}

function together(first: Line, second: Line, source: string): Line {
  const text = source.slice(first.from, second.to).replace(/[\r\n\t]/g, ' ');
  return { ...first, to: second.to, text };
}

const longestGlued = 60;
const headingAtEnd = /[\p{Ll}\d)][.!?:](\p{Lu}\p{Ll}{3,}(?: \p{Ll}+){0,3})$/u;
const itemBehind = /^(\p{L}{4,20})\d{1,3}\.\s+\p{Lu}|[.-](?:19|20)\d{2}(?=\d{1,3}\.\s+\p{Lu})/u;

/** Where a page ran a line into the next one: "… til mødet.Sagsfremstilling", "Referat9. Godkendelse", "29.01.20138. Godkendelse"; null for any other line. */
function gluedAt(text: string, { vocabulary }: Patterns): number | null {
  const heading = headingAtEnd.exec(text.slice(-longestGlued))?.[1];
  if (heading !== undefined && vocabulary.labels.has(heading.toLowerCase())) return text.length - heading.length;
  const item = text.length > 400 ? null : itemBehind.exec(text);
  if (item === null) return null;
  if (item[1] === undefined) return item.index + item[0].length;
  return vocabulary.labels.has(item[1].toLowerCase()) ? item[1].length : null;
}

/** "BIU 28/2006 INDSTILLING" is a case number and a heading. */
function split(line: Line, source: string, patterns: Patterns): readonly Line[] {
  const at = gluedAt(line.text, patterns);
  const [first, second] = at === null ? [null, null] : [startOf(line, source, at), restOf(line, source, at)];
  if (first !== null && second !== null) return [first, ...split({ ...second, gap: 0 }, source, patterns)];
  if (line.text.length > 100) return [line];
  const number = leadingCaseNumber(line.text);
  if (number === null) return [line];
  const [start, rest] = [startOf(line, source, number.length), restOf(line, source, number.length)];
  if (start === null || rest === null) return [line];
  const label = labelOf(rest, patterns);
  const isOther = label !== null && (label.content === rest.text.length || label.kind === 'case' || label.kind === 'document');
  return isOther ? [start, { ...rest, gap: 0 }] : [line];
}

/** "\u00c5ben sag" and the case number beside it in columns are two lines. */
function withAccessApart(line: Line, source: string, patterns: Patterns): readonly Line[] {
  const { open, closed } = patterns.vocabulary;
  const at = line.text.length > 140 ? -1 : line.text.search(/\t|\s{3,}/);
  const word = at === -1 ? '' : line.text.slice(0, at).toLowerCase();
  if (!open.includes(word) && !closed.includes(word)) return [line];
  const [access, beside] = [startOf(line, source, at), restOf(line, source, at)];
  const isCase = access !== null && beside !== null && labelOf(beside, patterns)?.kind === 'case';
  return isCase ? [access, { ...beside, gap: 0 }] : [line];
}
