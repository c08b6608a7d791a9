import { z } from 'zod';
import { type PlainDate, readPlainDate } from '../../domain/calendar/plain-date.ts';
import type { DeadlineDay, Question } from '../../domain/rules/rule-set.ts';
import { conditionSchema } from './condition-schema.ts';

const text = z.string().min(1);
const code = z.string().regex(/^[\w:-]+$/, 'codes are letters, digits, _ and -');
const codes = z.array(code).default([]);
const day = text.transform((value, context): PlainDate => {
  const read = readPlainDate(value);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: `"${value}" is not a calendar day` });
  return z.NEVER;
});
const optionalText = text.nullable().default(null);

const question = z
  .strictObject({
    id: code,
    type: z.enum(['choice', 'multi', 'number', 'date']),
    text,
    help: optionalText,
    options: z.array(code).default([]),
    labels: z.record(z.string(), text).default({}),
    required: z.boolean().default(true),
    min: z.number().nullable().default(null),
    max: z.number().nullable().default(null),
    whole: z.boolean().default(false),
    visibleWhen: conditionSchema.nullable().default(null),
  })
  .transform(({ required, whole, ...rest }): Question => ({ ...rest, isRequired: required, isWhole: whole }));

const row = z
  .strictObject({
    id: code,
    when: conditionSchema,
    outcome: code,
    reasons: codes,
    reasonsByCondition: z.record(z.string(), code).default({}),
    candidates: codes,
    scope: codes,
    responsible: codes,
    opensChecklist: code.nullable().default(null),
    nextSteps: z.array(text).default([]),
    deadlines: codes,
    quote: z.string().default(''),
    source: z.string().nullable().default(null),
  })
  .transform(({ reasonsByCondition, ...rest }) => ({ ...rest, reasonsByQuestion: reasonsByCondition }));

const add = z.union([z.strictObject({ days: z.int().positive() }), z.strictObject({ months: z.int().positive() })]);

const deadlineDay = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('absolute'), date: day }),
  z.object({ kind: z.literal('window'), from: day, to: day }),
  z.object({ kind: z.literal('relative'), base: code, add }),
  z.object({ kind: z.literal('given'), base: code }),
]);

const deadlineRest = z.object({
  id: code,
  when: conditionSchema.nullable().default(null),
  appliesTo: z.array(code).nullable().default(null),
  metBy: code.nullable().default(null),
  sourceWords: optionalText,
  unitInSource: optionalText,
  assumption: optionalText,
  ambiguity: code.nullable().default(null),
  note: optionalText,
  quote: optionalText,
  source: z.string().nullable().default(null),
});
const deadlineKeys = new Set([...Object.keys(deadlineRest.shape), 'kind', 'date', 'from', 'to', 'base', 'add']);
const deadline = z
  .record(z.string(), z.unknown())
  .superRefine((written, context) => {
    for (const key of Object.keys(written))
      if (!deadlineKeys.has(key)) context.addIssue({ code: 'custom', path: [key], message: `unknown key "${key}"` });
  })
  .pipe(z.intersection(deadlineDay, deadlineRest))
  .transform(
    ({ id, when, appliesTo, metBy, sourceWords, unitInSource, assumption, ambiguity, note, quote, source, ...rest }) => ({
      ...{ id, when, appliesTo, metBy, sourceWords, unitInSource, assumption, ambiguity, note, quote, source },
      day: dayOf(rest),
    }),
  );

function dayOf(written: z.output<typeof deadlineDay>): DeadlineDay {
  switch (written.kind) {
    case 'absolute':
      return { kind: 'absolute', date: written.date };
    case 'window':
      return { kind: 'window', from: written.from, to: written.to };
    case 'relative':
      return 'days' in written.add
        ? { kind: 'relative', base: written.base, unit: 'days', count: written.add.days }
        : { kind: 'relative', base: written.base, unit: 'months', count: written.add.months };
    case 'given':
      return { kind: 'given', base: written.base };
  }
}

const warning = z.strictObject({
  id: code,
  when: conditionSchema,
  appliesTo: z.array(code).nullable().default(null),
  text,
  quote: optionalText,
  source: z.string().nullable().default(null),
});

/** A file of `content/rule-sets` as it is written. */
export const ruleSetSchema = z.strictObject({
  id: code,
  version: text,
  municipality: text,
  subject: code,
  title: text,
  valid: z.strictObject({ from: day, to: day.nullable().default(null) }),
  period: text,
  standing: z.enum(['current', 'historical', 'recommended']),
  source: z.string(),
  lawNote: text,
  laws: codes,
  humanDecides: z.array(text).min(1),
  questions: z.array(question).min(1),
  tables: z
    .array(
      z
        .strictObject({
          id: code,
          hit: z.enum(['first', 'collect']),
          defaultSuggestion: code.nullable().default(null),
          rows: z.array(row).min(1),
        })
        .readonly(),
    )
    .min(1),
  deadlines: z.array(deadline).default([]),
  warnings: z.array(warning).default([]),
  texts: z.record(z.string(), text),
});
