import { z } from 'zod';
import type { Condition } from '../../domain/rules/condition.ts';

const id = z.string().min(1);
const value = z.union([z.string(), z.number()]);
const monthsAfter = z.strictObject({ base: id, months: z.int().positive() });

const several = z.strictObject({
  q: id,
  is: value.optional(),
  in: z.array(value).min(1).optional(),
  includes: z.string().optional(),
  lt: z.number().optional(),
  lte: z.number().optional(),
  gt: z.number().optional(),
  gte: z.number().optional(),
});

/** A condition as a rule set's file writes it: `all`, `any`, `not` and comparisons of an answer, nothing else. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ all: z.array(conditionSchema).min(1) }).transform(({ all }): Condition => ({ kind: 'all', of: all })),
      z.strictObject({ any: z.array(conditionSchema).min(1) }).transform(({ any }): Condition => ({ kind: 'any', of: any })),
      z.strictObject({ not: conditionSchema }).transform(({ not }): Condition => ({ kind: 'not', of: not })),
      z.strictObject({ answered: id }).transform(({ answered }): Condition => ({ kind: 'answered', question: answered })),
      z.strictObject({ unknown: id }).transform(({ unknown }): Condition => ({ kind: 'unknown', question: unknown })),
      z
        .strictObject({ dateBeforeAsOf: id })
        .transform(({ dateBeforeAsOf }): Condition => ({ kind: 'date-before-as-of', question: dateBeforeAsOf })),
      z
        .strictObject({ dateBefore: z.tuple([id, id]) })
        .transform(({ dateBefore: [question, later] }): Condition => ({ kind: 'date-before', question, later })),
      z
        .strictObject({ beforeMonthsAfter: monthsAfter })
        .transform(({ beforeMonthsAfter: { base, months } }): Condition => monthsCondition(base, months, 'before')),
      z
        .strictObject({ onOrAfterMonthsAfter: monthsAfter })
        .transform(({ onOrAfterMonthsAfter: { base, months } }): Condition => monthsCondition(base, months, 'on-or-after')),
      several.transform(comparisonOf),
    ],
    {
      error:
        'is no condition: write all, any, not, {q, is|in|includes|lt|lte|gt|gte}, answered, unknown, dateBefore, dateBeforeAsOf, beforeMonthsAfter or onOrAfterMonthsAfter',
    },
  ),
);

function monthsCondition(question: string, months: number, side: 'before' | 'on-or-after'): Condition {
  return { kind: 'months-after', question, months, side };
}

function comparisonOf(written: z.output<typeof several>, context: z.RefinementCtx): Condition {
  const { q: question, is, in: values, includes } = written;
  const found: Condition[] = [];
  if (is !== undefined) found.push({ kind: 'is', question, value: is });
  if (values !== undefined) found.push({ kind: 'in', question, values });
  if (includes !== undefined) found.push({ kind: 'includes', question, value: includes });
  for (const operator of ['lt', 'lte', 'gt', 'gte'] as const) {
    const limit = written[operator];
    if (limit !== undefined) found.push({ kind: 'number', question, operator, value: limit });
  }
  const [first, ...others] = found;
  if (first !== undefined) return others.length === 0 ? first : { kind: 'all', of: found };
  context.addIssue({ code: 'custom', message: `${question}: compare it by is, in, includes, lt, lte, gt or gte` });
  return z.NEVER;
}
