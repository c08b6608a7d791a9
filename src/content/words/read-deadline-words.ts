import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Weekday } from '../../domain/calendar/plain-date.ts';
import type { DeadlineWords } from '../../domain/deadline/own/deadline-words.ts';
import { contentFolder } from '../content-folder.ts';
import { ContentError } from '../errors.ts';

const words = z.array(z.string());
const byNumber = z.record(z.string(), words);
const file = z.object({
  command: words,
  boards: z.strictObject({ mine: words, team: words, overdue: words, share: words, teamShare: words }),
  months: byNumber,
  weekdays: byNumber,
  weekdaysShort: byNumber,
  relative: byNumber,
  ordinals: byNumber,
  namedDays: byNumber,
  seasons: byNumber,
  fromEaster: byNumber,
  spans: byNumber,
  partsOfMonth: byNumber,
  endOf: words,
  last: words,
  inMonth: words,
  weeksEnd: words,
  monthsEnd: words,
  thisMonth: words,
  nextMonth: words,
  nextYear: words,
  thisYear: words,
  week: words,
  thisWeek: words,
  nextWeek: words,
  next: words,
  every: words,
  within: words,
  inWeeks: words,
  fromNow: words,
  notBefore: words,
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
  label: words,
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
  const { command, boards, months, weekdays, relative, ordinals, partsOfMonth, numbers, ...others } = read.data;
  const { namedDays, seasons, fromEaster, spans, weekdaysShort, months_unit, days, weeks, workingDays, years, ...rest } = others;
  return {
    command,
    boards,
    words: {
      ...rest,
      months: wordsTo(months, Number),
      weekdays: wordsTo(weekdays, (number) => Number(number) as Weekday),
      weekdaysShort: wordsTo(weekdaysShort, (number) => Number(number) as Weekday),
      relative: wordsTo(relative, Number),
      ordinals: wordsTo(ordinals, Number),
      namedDays: wordsTo(namedDays, String),
      seasons: wordsTo(seasons, String),
      fromEaster: wordsTo(fromEaster, Number),
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
