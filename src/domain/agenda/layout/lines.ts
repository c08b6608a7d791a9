/** A line with words in it; blank lines are counted in `gap` of the next one. */
export interface Line {
  /** The first line of the text is 1. */
  readonly number: number;
  /** Where the words stand in the text. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Blank lines before it. */
  readonly gap: number;
}

const breaks = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;
const opening = /^(?:[\s\u200b\ufeff]+|#{1,6}\s+|\*{2,3}(?=[^\s*])|<\/?[a-z][a-z0-9]{0,8}\s?\/?>)+/i;
const closing = /(?:[\s\u200b\ufeff]|\*{2,3}|<\/?[a-z][a-z0-9]{0,8}\s?\/?>)$/i;

/** The lines of a text that say something, without the marks that only set them out. */
export function linesOf(source: string): readonly Line[] {
  const lines: Line[] = [];
  let [number, from, gap] = [1, 0, 0];
  const add = (to: number): void => {
    const line = trimmed(source, from, to);
    if (line === null) gap += 1;
    else {
      lines.push({ ...line, number, gap });
      gap = 0;
    }
    number += 1;
  };
  for (const found of source.matchAll(breaks)) {
    add(found.index);
    from = found.index + found[0].length;
  }
  add(source.length);
  return lines;
}

/** The part of a line from an offset in its words; null where nothing is left. */
export function restOf(line: Line, source: string, offset: number): Line | null {
  const rest = trimmed(source, line.from + offset, line.to);
  return rest === null ? null : { ...rest, number: line.number, gap: line.gap };
}

/** The line's words up to an offset. */
export function startOf(line: Line, source: string, offset: number): Line | null {
  const start = trimmed(source, line.from, line.from + offset);
  return start === null ? null : { ...start, number: line.number, gap: line.gap };
}

/** The words of lines as one piece of the text, white space collapsed; what a page break put between is left out. */
export function joined(lines: readonly Line[], source: string): string {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return '';
  const isWhole = lines.every((line, at) => {
    const before = lines[at - 1];
    return before === undefined || line.number === before.number || line.number === before.number + line.gap + 1;
  });
  return collapse(isWhole ? source.slice(first.from, last.to) : lines.map(({ text }) => text).join(' '));
}

/** A line from an offset on. */
export function cutLine(line: Line, offset: number): Line {
  return { ...line, from: line.from + offset, text: line.text.slice(offset) };
}

/** Text with each run of white space as one blank. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Words spaced out over a line, "R E F E R A T", as they are written elsewhere; any other text as it is. */
export function unspaced(text: string): string {
  if (text.length > 140 || !/^\p{Lu}(?:\s+\p{Lu}){4,}$/u.test(text)) return text;
  return text
    .split(/\s{2,}/)
    .map((word) => word.replace(/\s/g, ''))
    .join(' ');
}

function trimmed(source: string, from: number, to: number): { from: number; to: number; text: string } | null {
  const line = source.slice(from, to).trimEnd();
  const start = opening.exec(line)?.[0].length ?? 0;
  let end = line.length;
  for (let mark = closing.exec(line.slice(Math.max(start, end - 16), end)); mark !== null && end > start; ) {
    end -= mark[0].length;
    mark = closing.exec(line.slice(Math.max(start, end - 16), end));
  }
  return end <= start ? null : { from: from + start, to: from + end, text: line.slice(start, end) };
}
