import type { Reading } from '../layout/reading.ts';
import { titleKey } from './title.ts';

const entry = /^(.{3,300}?)\s*(?:\.{3,}|\u2026+|(?:\s\.){3,}|\t|\s{4,})\s*(\d{1,4})$/;
/** A numbered entry whose page stands right after the title; it counts where an item bears that title. */
const plainEntry = /^(.{3,300}?\p{L}.*?)\s(\d{1,3})$/u;
const ordinal = /^(?:\d{1,4}[.)]?|[\u2022-])\s+/;

/** Titles of the table of contents, each with its page. An entry may be broken over two lines. @da indholdsfortegnelse */
export function contentsOf(reading: Reading, until: number): ReadonlyMap<string, number> {
  const pages = new Map<string, number>();
  const lines = reading.lines.slice(0, Math.min(until, 400));
  lines.forEach(({ text, gap }, index) => {
    const found = text.length > 330 ? null : (entry.exec(text) ?? (isNumbered(text, reading) ? plainEntry.exec(text) : null));
    if (found === null) return;
    const before = lines[index - 1]?.text ?? '';
    pages.set(keyOf(found[1] ?? '', reading), Number(found[2]));
    if (gap === 0 && before.length < 200 && !entry.test(before) && isNumbered(before, reading))
      pages.set(keyOf(`${before} ${found[1]}`, reading), Number(found[2]));
  });
  return pages;
}

function isNumbered(text: string, { patterns }: Reading): boolean {
  return ordinal.test(text) || patterns.point.test(text) || patterns.titledPoint.test(text);
}

function keyOf(text: string, { patterns }: Reading): string {
  const point = patterns.point.exec(text) ?? patterns.titledPoint.exec(text);
  return titleKey(point?.[2] ?? text.replace(ordinal, ''));
}
