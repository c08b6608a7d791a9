import { type PlainDate, readPlainDate } from '../../calendar/plain-date.ts';
import type { Patterns } from './patterns.ts';

/** A day written in a text, and where. `year` is null where the text leaves it out. */
export interface WrittenDate {
  readonly from: number;
  readonly to: number;
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** All days written in a text: 25-11-2020, 2020-11-25, 3/5 2016, 25. november 2020, September 9, 2021. */
export function writtenDates(text: string, patterns: Patterns): readonly WrittenDate[] {
  return [...text.matchAll(patterns.date)].flatMap((found) => {
    const g = found.groups ?? {};
    const month = Number(g['im'] ?? g['nm'] ?? monthOf(g['lm'] ?? g['em'], patterns));
    const day = Number(g['id'] ?? g['nd'] ?? g['ld'] ?? g['ed']);
    const year = yearOf(g['iy'] ?? g['ny'] ?? g['ly'] ?? g['ey']);
    if (readPlainDate(isoOf(year ?? 2000, month, day)) === null) return [];
    return [{ from: found.index, to: found.index + found[0].length, year, month, day }];
  });
}

/** The day, where its year is written or told. */
export function dayOf(written: WrittenDate, otherwiseYear: number | null = null): PlainDate | null {
  const year = written.year ?? otherwiseYear;
  return year === null ? null : readPlainDate(isoOf(year, written.month, written.day));
}

function monthOf(word: string | undefined, patterns: Patterns): number {
  return patterns.vocabulary.months.get((word ?? '').toLowerCase()) ?? 0;
}

function yearOf(written: string | undefined): number | null {
  if (written === undefined) return null;
  return written.length === 2 ? 2000 + Number(written) : Number(written);
}

function isoOf(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
