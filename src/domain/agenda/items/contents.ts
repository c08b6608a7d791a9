import type { Reading } from '../layout/reading.ts';
import { titleKey } from './title.ts';

const entry = /^(?:(?:\d{1,4}[.)]?|[\u2022-])\s+)?(.{3,300}?)\s*(?:\.{3,}|\u2026+|(?:\s\.){3,}|\t)\s*(\d{1,4})$/;

/** Titles of the table of contents, each with its page. @da indholdsfortegnelse */
export function contentsOf(reading: Reading, until: number): ReadonlyMap<string, number> {
  const pages = new Map<string, number>();
  for (const { text } of reading.lines.slice(0, Math.min(until, 400))) {
    const found = text.length > 330 ? null : entry.exec(text);
    if (found !== null) pages.set(titleKey(found[1] ?? ''), Number(found[2]));
  }
  return pages;
}
