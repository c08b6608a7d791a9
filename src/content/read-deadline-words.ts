import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Weekday } from '../domain/calendar/plain-date.ts';
import type { DeadlineWords } from '../domain/deadline/own/deadline-words.ts';
import { contentFolder } from './content-folder.ts';
import { ContentError } from './errors.ts';

const words = z.array(z.string());
const byNumber = z.record(z.string(), words);
const file = z.object({
  command: words,
  boards: z.strictObject({ mine: words, team: words, overdue: words, share: words, teamShare: words }),
  months: byNumber,
  weekdays: byNumber,
  relative: byNumber,
  ordinals: byNumber,
  namedDays: byNumber,
  spans: byNumber,
  partsOfMonth: byNumber,
  endOf: words,
  monthsEnd: words,
  thisMonth: words,
  nextMonth: words,
  thisYear: words,
  week: words,
  thisWeek: words,
  nextWeek: words,
  next: words,
  every: words,
  within: words,
  after: words,
  before: words,
  days: words,
  weeks: words,
  workingDays: words,
  months_unit: words,
  years: words,
  clock: words,
  case: words,
  due: words,
  both: words,
  filler: words,
  numbers: z.record(z.string(), z.int().positive()),
});

/** What a person writes to see a list of deadlines. */
export type BoardNames = z.output<typeof file>['boards'];

/** The words with which people write deadlines, the words that begin the command, and those that show a list. */
export function readDeadlineWords(folder: string = contentFolder): {
  readonly command: readonly string[];
  readonly words: DeadlineWords;
  readonly boards: BoardNames;
} {
  const path = join(folder, 'vocabulary', 'deadlines.yaml');
  const read = file.safeParse(parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new ContentError('file-invalid', `${path}: ${z.prettifyError(read.error)}`);
  const { command, boards, months, weekdays, relative, ordinals, namedDays, spans, partsOfMonth, numbers, ...others } = read.data;
  const { months_unit, days, weeks, workingDays, years, ...rest } = others;
  return {
    command,
    boards,
    words: {
      ...rest,
      months: wordsTo(months, Number),
      weekdays: wordsTo(weekdays, (number) => Number(number) as Weekday),
      relative: wordsTo(relative, Number),
      ordinals: wordsTo(ordinals, Number),
      namedDays: wordsTo(namedDays, String),
      spans: wordsTo(spans, Number),
      partsOfMonth: wordsTo(partsOfMonth, Number),
      numbers: new Map(Object.entries(numbers)),
      units: { days, weeks, workingDays, months: months_unit, years },
    },
  };
}

function wordsTo<Value>(
  byKey: Readonly<Record<string, readonly string[]>>,
  value: (key: string) => Value,
): ReadonlyMap<string, Value> {
  return new Map(Object.entries(byKey).flatMap(([key, list]) => list.map((word) => [word, value(key)] as const)));
}
