import { addDays, addMonths, type PlainDate } from '../../calendar/plain-date.ts';
import { type AnswerValue, dontKnow } from '../answers.ts';
import { holds } from '../compile.ts';
import { type Comparison, type Condition, comparisonsIn, questionsOf } from '../condition.ts';
import type { Question, RuleSet } from '../rule-set.ts';
import { questionById } from '../truth.ts';

/** Answers that no condition can tell apart, with one that stands for them. */
export interface AnswerClass {
  readonly value: AnswerValue;
  readonly members: readonly AnswerValue[];
}

/** The comparisons that conditions depend on: their own, and those that decide which of their questions are asked. */
export function comparisonsBehind(ruleSet: RuleSet, conditions: readonly (Condition | null)[]): readonly Comparison[] {
  const found: Comparison[] = [];
  const seen = new Set<string>();
  const add = (condition: Condition | null): void => {
    for (const comparison of comparisonsIn(condition)) {
      found.push(comparison);
      for (const id of questionsOf(comparison)) {
        if (seen.has(id)) continue;
        seen.add(id);
        add(questionById(ruleSet, id)?.visibleWhen ?? null);
      }
    }
  };
  for (const condition of conditions) add(condition);
  return found;
}

/** The classes of a question's known answers: what the comparisons can tell apart, no more and no less. */
export function answerClasses(
  question: Question,
  comparisons: readonly Comparison[],
  asOf: PlainDate,
  otherDays: readonly PlainDate[] = [],
): readonly AnswerClass[] {
  const own = comparisons.filter((comparison) => questionsOf(comparison).includes(question.id));
  const groups = new Map<string, AnswerValue[]>();
  for (const value of candidates(question, own, asOf, otherDays)) {
    const sign = signOf(own, value, asOf);
    const group = groups.get(sign);
    if (group === undefined) groups.set(sign, [value]);
    else group.push(value);
  }
  return [...groups.values()].map((members) => ({ value: members[0] ?? dontKnow, members }));
}

/** Whether no comparison can tell two known answers to a question apart. */
export function isSameClass(
  question: Question,
  comparisons: readonly Comparison[],
  asOf: PlainDate,
  [one, other]: readonly [AnswerValue, AnswerValue],
): boolean {
  const own = comparisons.filter((comparison) => questionsOf(comparison).includes(question.id));
  return signOf(own, one, asOf) === signOf(own, other, asOf);
}

function signOf(own: readonly Comparison[], value: AnswerValue, asOf: PlainDate): string {
  return own.map((comparison) => signIn(comparison, value, asOf)).join();
}

function signIn(comparison: Comparison, value: AnswerValue, asOf: PlainDate): string {
  if (comparison.kind === 'date-before') return String(value);
  if (comparison.kind === 'answered' || comparison.kind === 'unknown') return '';
  return holds(comparison, value, asOf) ? '+' : '-';
}

function candidates(
  question: Question,
  own: readonly Comparison[],
  asOf: PlainDate,
  otherDays: readonly PlainDate[],
): readonly AnswerValue[] {
  switch (question.type) {
    case 'choice':
      return question.options.filter((option) => option !== dontKnow);
    case 'multi':
      return choicesOfSeveral(question, own);
    case 'number':
      return numbers(question, own);
    case 'date':
      return days(own, asOf, otherDays);
  }
}

/** Every combination of the options that are compared with, with and without one that is not. */
function choicesOfSeveral({ options }: Question, own: readonly Comparison[]): readonly AnswerValue[] {
  const compared = options.filter((option) => own.some((each) => each.kind === 'includes' && each.value === option));
  const other = options.filter((option) => !compared.includes(option) && option !== dontKnow).slice(0, 1);
  let sets: readonly (readonly string[])[] = [[]];
  for (const option of compared) sets = sets.flatMap((set) => [set, [...set, option]]);
  return sets.map((set) => (set.length === 0 ? other : set)).filter((set) => set.length > 0);
}

function numbers({ min, max, isWhole }: Question, own: readonly Comparison[]): readonly AnswerValue[] {
  const limits = own.flatMap((each) => {
    if (each.kind === 'number') return [each.value];
    if (each.kind === 'is' && typeof each.value === 'number') return [each.value];
    return each.kind === 'in' ? each.values.filter((value) => typeof value === 'number') : [];
  });
  const points = [...limits, min ?? 0, max ?? (limits[0] ?? 0) + 1];
  const sorted = [...new Set(points)].sort((a, b) => a - b);
  const between = sorted.map((point, at) => (point + (sorted[at + 1] ?? point)) / 2);
  const near = isWhole ? points.flatMap((point) => [point - 1, point, point + 1]) : [...points, ...between];
  const outer = [(sorted[0] ?? 0) - 1, (sorted.at(-1) ?? 0) + 1];
  return [...new Set([...near, ...outer])]
    .filter((value) => (min === null || value >= min) && (max === null || value <= max) && (!isWhole || Number.isInteger(value)))
    .sort((a, b) => a - b);
}

/** Days on both sides of every limit; where days are compared with each other, also close to the others. */
function days(own: readonly Comparison[], asOf: PlainDate, otherDays: readonly PlainDate[]): readonly AnswerValue[] {
  const limits = own.flatMap((each) => (each.kind === 'months-after' ? [lastBase(asOf, each.months)] : []));
  const isLinked = own.some(({ kind }) => kind === 'date-before');
  const reach = isLinked ? 2 : 1;
  const found = new Set<PlainDate>();
  for (const point of [asOf, ...limits, ...(isLinked ? otherDays : [])])
    for (let days = -reach; days <= reach; days += 1) found.add(addDays(point, days));
  return [...found].sort();
}

/** The last day from which the months have passed on a day. */
function lastBase(asOf: PlainDate, months: number): PlainDate {
  let base = addDays(addMonths(asOf, -months), 3);
  while (addMonths(base, months) > asOf) base = addDays(base, -1);
  return base;
}
