import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Weekday } from '../domain/calendar/plain-date.ts';
import type { DeadlineWords } from '../domain/deadline/own-deadline.ts';
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
  after: words,
  days: words,
  weeks: words,
  workingDays: words,
  months_unit: words,
  case: words,
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
  const { command, boards, months, weekdays, relative, numbers, months_unit, days, weeks, workingDays, ...rest } = read.data;
  return {
    command,
    boards,
    words: {
      ...rest,
      months: wordsTo(months, Number),
      weekdays: wordsTo(weekdays, (number) => Number(number) as Weekday),
      relative: wordsTo(relative, Number),
      numbers: new Map(Object.entries(numbers)),
      units: { days, weeks, workingDays, months: months_unit },
    },
  };
}

function wordsTo<Value>(
  byKey: Readonly<Record<string, readonly string[]>>,
  value: (key: string) => Value,
): ReadonlyMap<string, Value> {
  return new Map(Object.entries(byKey).flatMap(([key, list]) => list.map((word) => [word, value(key)] as const)));
}
