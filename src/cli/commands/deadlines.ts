import { z } from 'zod';
import { readConfig } from '../../config/config.ts';
import { readPlainDate } from '../../domain/calendar/plain-date.ts';
import { type ClosedDays, workingDayOnOrBefore } from '../../domain/calendar/working-days.ts';
import { dueAfter, type Offset } from '../../domain/deadline/offset.ts';
import type { CliCommand } from '../command.ts';
import { answerJsonLines } from '../json-lines.ts';

const count = z.int().nonnegative().max(100_000);
const line = z.object({
  from: z.string(),
  add: z.union([z.strictObject({ days: count }), z.strictObject({ workingDays: count }), z.strictObject({ months: count })]),
});

/** `deadlines --jsonl`: `{"id","from","add"}` → `{"id","due","remind_on"}`. */
export const deadlinesCommand: CliCommand = {
  name: 'deadlines',
  usage: 'deadlines --jsonl   {"id","from":"2026-03-27","add":{"days":n}|{"workingDays":n}|{"months":n}} per line',
  run: async (args, io) => {
    if (!args.includes('--jsonl')) throw new Error('deadlines reads JSON Lines: add --jsonl');
    const closed: ClosedDays = readConfig(io.env).CLOSED_DAYS;
    return answerJsonLines(io, (record) => {
      const read = line.safeParse(record);
      if (!read.success)
        throw new Error('a line needs "from" (YYYY-MM-DD) and "add" with days, workingDays or months, 0 or more');
      const from = readPlainDate(read.data.from);
      if (from === null) throw new Error(`"from" is not a calendar day: ${read.data.from}`);
      const due = dueAfter(from, offsetOf(read.data.add), closed);
      return { id: record['id'] ?? null, due, remind_on: workingDayOnOrBefore(due, closed) };
    });
  },
};

function offsetOf(add: z.infer<typeof line>['add']): Offset {
  if ('days' in add) return { kind: 'days', count: add.days };
  if ('months' in add) return { kind: 'months', count: add.months };
  return { kind: 'working-days', count: add.workingDays };
}
