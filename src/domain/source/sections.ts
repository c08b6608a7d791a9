import type { Section } from './source.ts';

/** A piece of a section that can answer by itself: a paragraph, a bullet, a numbered principle, a row of a table. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  /** What it needs to be understood but does not say: its table's column headers, the sentence that leads into its list. */
  readonly lead: string;
  readonly kind: 'paragraph' | 'bullet' | 'numbered' | 'row';
}

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const longestHeading = 130;
const bullet = /^\s*(?:[-\u2013\u2022*\u00b7\u25cf]|\d{1,2}\)|[a-z]\))\s+\S/u;
const numbered = /^\s*\**(\d{1,2})\.\s+\S/u;
const labelled = /^\s*\p{Lu}[\p{L}]{2,20}\s+\d{1,3}\s*[:.]?(?:\s+\S.*)?$/u;

/** The sections of a document by its headings, each with the headings above it; the first may have no heading of its own. */
export function sectionsOf(documentId: string, text: string): readonly Section[] {
  const lines = linesOf(text);
  const headings = lines.filter((_line, index) => isHeading(lines, index));
  if (headings.length === 0) return [{ id: 's01', documentId, heading: '', headingPath: [], start: 0, end: text.length }];
  const starts = headings[0]?.start === 0 || text.slice(0, headings[0]?.start).trim() === '' ? headings : [null, ...headings];
  let top: string | null = null;
  return starts.map((line, index) => {
    const heading = line === null ? '' : cleaned(line.text);
    if (line !== null && (top === null || labelled.test(line.text))) top = heading;
    const headingPath = top === null || top === heading ? [] : [top];
    return {
      id: `s${String(index + 1).padStart(2, '0')}`,
      documentId,
      heading,
      headingPath,
      start: line?.start ?? 0,
      end: starts[index + 1]?.start ?? text.length,
    };
  });
}

/** The passages of a stretch of text, in order; white space between them belongs to none. */
export function passagesOf(text: string, from: number, to: number): readonly Passage[] {
  const passages: Passage[] = [];
  let header: Line | null = null;
  let lead = '';
  for (const block of blocksOf(linesOf(text.slice(from, to)))) {
    const [first] = block;
    if (first === undefined) continue;
    const rows = block.filter(({ text: line }) => line.includes('\t'));
    if (rows.length > 0) {
      for (const line of block) {
        if (line.text.includes('\t') && header === null && !/\d/u.test(line.text.replace(/(?:19|20)\d{2}/gu, ''))) header = line;
        passages.push(
          passageOf(
            line,
            line,
            `${lead} ${header !== null && header !== line ? header.text : ''}`.trim(),
            line.text.includes('\t') ? 'row' : 'paragraph',
            from,
          ),
        );
      }
      header ??= rows[0] ?? null;
      continue;
    }
    header = null;
    const groups = groupsOf(block);
    for (const group of groups) {
      const [head, last] = [group[0], group.at(-1)];
      if (head === undefined || last === undefined) continue;
      const kind = numbered.test(head.text) ? 'numbered' : bullet.test(head.text) ? 'bullet' : 'paragraph';
      passages.push(passageOf(head, last, kind === 'paragraph' ? '' : lead, kind, from));
      if (kind === 'paragraph') lead = last.text.trim().endsWith(':') ? last.text.trim() : lead;
    }
    if (
      groups.every((group) => !bullet.test(group[0]?.text ?? '') && !numbered.test(group[0]?.text ?? '')) &&
      !(block.at(-1)?.text.trim().endsWith(':') ?? false)
    )
      lead = '';
  }
  return passages;
}

/** A block's lines, divided where a bullet or number begins. */
function groupsOf(block: readonly Line[]): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  for (const line of block) {
    if (groups.length === 0 || bullet.test(line.text) || numbered.test(line.text)) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  return groups;
}

function passageOf(first: Line, last: Line, lead: string, kind: Passage['kind'], shift: number): Passage {
  return { start: first.start + shift, end: last.end + shift, lead, kind };
}

function blocksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const blocks: Line[][] = [[]];
  for (const line of lines) {
    if (line.text.trim() === '') blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((block) => block.length > 0);
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const shown = line.replace(/\r$/u, '');
    lines.push({ text: shown, start, end: start + shown.length });
    start += line.length + 1;
  }
  return lines;
}

/** A short line of its own that ends no sentence and has text under it. */
function isHeading(lines: readonly Line[], index: number): boolean {
  const line = lines[index]?.text ?? '';
  const bare = cleaned(line);
  if (bare.length < 3 || bare.length > longestHeading || !/\p{L}/u.test(bare)) return false;
  if (line.includes('\t') || bullet.test(line) || /\.{4,}/u.test(line)) return false;
  if (/[.;,]$/u.test(bare) && !labelled.test(bare)) return false;
  if (!/^[\p{Lu}\d"\u201d\u00bb]/u.test(bare)) return false;
  const isAlone = (lines[index - 1]?.text ?? '').trim() === '' && (lines[index + 1]?.text ?? '').trim() === '';
  const isMarked = /^\s*(?:#{1,4}\s|\*\*[^*]+\*\*\s*$)/u.test(line);
  return (isAlone || isMarked) && followedByText(lines, index) && bare.split(/\s+/u).length <= 16;
}

function followedByText(lines: readonly Line[], index: number): boolean {
  return lines.slice(index + 1, index + 6).some(({ text }) => text.trim() !== '');
}

function cleaned(line: string): string {
  return line.replace(/[*_#]+/gu, '').trim();
}
