import { collapse, cutLine, joined, type Line } from '../layout/lines.ts';
import type { Reading } from '../layout/reading.ts';
import { leadingCaseNumber, trailingCaseNumber } from '../words/case-numbers.ts';
import type { Block } from './block.ts';

const letter = /\s*\((?:\p{Lu}|\u00c5ben|\u00c5bent|Lukket|\s*)\)$/u;
const dots = /\s*(?:\.{3,}|\u2026+|(?:\s\.){3,})\s*\d{0,4}$/;
const longestTitle = 300;

/** What an item is called, with the lines that say it. */
export interface Title {
  readonly text: string | null;
  readonly caseNumber: string | null;
  /** The first line after the title. */
  readonly next: number;
}

/** The title of an item; a title goes on over lines that clearly continue it, or as the table of contents has it. */
export function titleOf(reading: Reading, block: Block, contents: ReadonlyMap<string, unknown>): Title {
  const at = underLabel(reading, underNumber(reading, block));
  const first = at === null ? undefined : reading.lines[at.line];
  if (at === null || first === undefined || at.line >= block.to) return { text: null, caseNumber: null, next: block.body };
  if (reading.labels[at.line] !== null && at.offset === 0 && at.lines === null && !isClosedAlone(reading, block, at.line))
    return { text: null, caseNumber: null, next: block.body };
  const count = at.lines ?? lengthOf(reading, block, at, contents);
  const lines = reading.lines.slice(at.line, at.line + count);
  const written = joined([cutLine(first, at.offset), ...lines.slice(1)], reading.source);
  const number = leadingCaseNumber(written);
  const text = number === null ? written : written.slice(number.length).replace(/^[\s.:,\u2013-]+/, '');
  const last = number === null ? trailingCaseNumber(text) : null;
  const plain = plainTitle(last === null ? text : text.slice(0, -last.length));
  return {
    text: plain === '' ? null : plain,
    caseNumber: number ?? last?.number ?? null,
    next: Math.max(at.line + count, block.body),
  };
}

/** "LUKKET SAG" under "Sag nr. 7" is all that the public sees of a title. */
function isClosedAlone({ labels, patterns }: Reading, block: Block, line: number): boolean {
  const label = labels[line];
  const isLast = line + 1 >= block.to || labels[line + 1] !== null;
  return label?.kind === 'group' && isLast && line > block.from && patterns.vocabulary.closed.includes(label.words);
}

/** "Sag nr. 7" over "7." over the title: the number once more is no title. */
function underNumber({ lines }: Reading, { title, number, to }: Block): Block['title'] {
  const text = title === null || title.offset > 0 ? '' : (lines[title.line]?.text ?? '');
  const isNumber = number !== null && text.replace(/\.$/, '') === String(number);
  return title === null || !isNumber || title.line + 1 >= to ? title : { line: title.line + 1, offset: 0, lines: null };
}

/** "Overskrift: Nye tal": the title begins behind the label. */
function underLabel(reading: Reading, at: Block['title']): Block['title'] {
  const text = at === null || at.offset > 0 ? '' : (reading.lines[at.line]?.text.slice(0, 60) ?? '');
  const colon = text.indexOf(': ');
  const isLabel = colon > 0 && reading.patterns.vocabulary.titleLabels.includes(text.slice(0, colon).toLowerCase());
  return at === null || !isLabel ? at : { ...at, offset: colon + 2 };
}

/** A title without the letter of its kind, dots and page. */
export function plainTitle(text: string): string {
  return text
    .replace(dots, '')
    .replace(letter, '')
    .replace(/^["*_]+(?=[^"*_]*$)|[*_]+$/g, '')
    .trim();
}

/** The title that stands over a line: the lines directly above it, or one short line over a blank. */
export function titleAbove(
  reading: Reading,
  index: number,
): { readonly line: number; readonly offset: number; readonly lines: number } | null {
  const last = index - 1;
  const above = reading.lines[last];
  if (above === undefined || reading.labels[last] !== null) return null;
  // The page's width may have broken it before a small letter.
  const isBroken = above.gap === 0 && /^\p{Ll}/u.test(above.text) && canPrecede(reading, last - 1);
  if (!isTitleLike(isBroken ? `${reading.lines[last - 1]?.text} ${above.text}` : above.text)) return null;
  let line = last;
  while (line > 0 && last - line < 3 && (reading.lines[line]?.gap ?? 1) === 0 && canPrecede(reading, line - 1)) line -= 1;
  return { line, offset: 0, lines: last - line + 1 };
}

/** A line that can be a title: short, no full stop, no bullet, begins with a capital. */
export function isTitleLike(text: string): boolean {
  return (
    text.length >= 3 &&
    text.length <= 200 &&
    /^[\p{Lu}\d"]/u.test(text) &&
    !/[.,;:!]$/.test(text) &&
    !/^[\p{Lu}\d][.)]\s/u.test(text)
  );
}

function canPrecede(reading: Reading, index: number): boolean {
  const text = reading.lines[index]?.text ?? '';
  return (
    reading.labels[index] === null &&
    text.length >= 3 &&
    text.length <= 120 &&
    /^\p{Lu}/u.test(text) &&
    !/[.,;:!?]$/.test(text) &&
    endsOpen(reading, text, index)
  );
}

function endsOpen(reading: Reading, text: string, index: number): boolean {
  return continues(reading, text, reading.lines[index + 1]?.text ?? '');
}

function lengthOf(
  reading: Reading,
  block: Block,
  at: { readonly line: number; readonly offset: number },
  contents: ReadonlyMap<string, unknown>,
): number {
  let written = reading.lines[at.line]?.text.slice(at.offset) ?? '';
  let known = contents.has(titleKey(written)) ? 1 : 0;
  let [count, open] = [1, true];
  for (let index = at.line + 1; index < block.to && index < at.line + 4; index += 1) {
    const line = reading.lines[index];
    if (line === undefined || reading.labels[index] !== null || written.length + line.text.length > longestTitle) break;
    const goesOn = line.gap === 0 && (continues(reading, written, line.text) || isWrapped(reading, at, index, block));
    open = open && (goesOn || (line.gap === 1 && isHalf(reading, written, index)));
    written = `${written} ${line.text}`;
    if (contents.has(titleKey(written))) known = index - at.line + 1;
    if (open) count = index - at.line + 1;
  }
  return known > 0 ? known : count;
}

/** A title that ends with "og" goes on over a blank line, where a heading follows. */
function isHalf({ lines, labels, patterns }: Reading, written: string, index: number): boolean {
  const last = written.toLowerCase().split(/\s+/).at(-1) ?? '';
  const isOpen = /[,-]$/.test(written) || patterns.vocabulary.connectors.includes(last);
  return isOpen && labels[index + 1] != null && /^\p{Ll}.*[^.:;]$/u.test(lines[index]?.text ?? '');
}

/** A long line whose next line stands alone over a blank or a heading was broken by the page's width. */
function isWrapped(reading: Reading, at: { readonly line: number }, index: number, block: Block): boolean {
  const [line, before, after] = [reading.lines[index], reading.lines[index - 1], reading.lines[index + 1]];
  const ends = after === undefined || index + 1 >= block.to || after.gap > 0 || reading.labels[index + 1] !== null;
  return (
    ends &&
    index === at.line + 1 &&
    (before?.text.length ?? 0) >= 65 &&
    (line?.text.length ?? 0) < 70 &&
    !/[.:;]$/.test(line?.text ?? '.') &&
    !/^[-\u2022]/.test(line?.text ?? '-')
  );
}

function continues(reading: Reading, written: string, next: string): boolean {
  const last = written.toLowerCase().split(/\s+/).at(-1) ?? '';
  return /^(?:\p{Ll}(?![.)]\s)|\()/u.test(next) || /[,-]$/.test(written) || reading.patterns.vocabulary.connectors.includes(last);
}

/** A title as it is compared with the table of contents. */
export function titleKey(text: string): string {
  return plainTitle(collapse(text))
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '');
}

/** Whether a line says an item's title or number once more. */
export function repeats(line: Line, title: string | null, number: number | null, reading: Reading): boolean {
  const point = reading.patterns.point.exec(line.text);
  if (point !== null && Number(point[1]) === number && (point[2] === '' || titleKey(point[2] ?? '') === titleKey(title ?? '')))
    return true;
  if (title === null) return false;
  const key = titleKey(line.text);
  return key === titleKey(title) || (number !== null && key === `${number}${titleKey(title)}`);
}
