import { z } from 'zod';
import { addDays, addMonths, type PlainDate, readPlainDate } from '../../domain/calendar/plain-date.ts';
import { addWorkingDays, usualClosedDays, workingDayOnOrBefore } from '../../domain/calendar/working-days.ts';
import type { CliCommand } from '../command.ts';
import { answerJsonLines } from '../json-lines.ts';

const count = z.int().nonnegative().max(100_000);
const line = z.object({
  from: z.string(),
  add: z.union([z.strictObject({ days: count }), z.strictObject({ workingDays: count }), z.strictObject({ months: count })]),
});

type Offset = z.infer<typeof line>['add'];

/** `deadlines --jsonl`: `{"id","from","add"}` → `{"id","due","remind_on"}`. */
export const deadlinesCommand: CliCommand = {
  name: 'deadlines',
  usage: 'deadlines --jsonl   {"id","from":"2026-03-27","add":{"days":n}|{"workingDays":n}|{"months":n}} per line',
  run: async (args, io) => {
    if (!args.includes('--jsonl')) throw new Error('deadlines reads JSON Lines: add --jsonl');
    return answerJsonLines(io, (record) => {
      const read = line.safeParse(record);
      if (!read.success)
        throw new Error('a line needs "from" (YYYY-MM-DD) and "add" with days, workingDays or months, 0 or more');
      const from = readPlainDate(read.data.from);
      if (from === null) throw new Error(`"from" is not a calendar day: ${read.data.from}`);
      const due = dueAfter(from, read.data.add);
      return { id: record['id'] ?? null, due, remind_on: workingDayOnOrBefore(due, usualClosedDays) };
    });
  },
};

function dueAfter(from: PlainDate, add: Offset): PlainDate {
  if ('days' in add) return addDays(from, add.days);
  if ('months' in add) return addMonths(from, add.months);
  return addWorkingDays(from, add.workingDays, usualClosedDays);
}
