import { dontKnow } from '../answers.ts';
import { type Comparison, comparisonsIn } from '../condition.ts';
import type { Question, QuestionType, RuleSet } from '../rule-set.ts';
import { questionById } from '../truth.ts';
import type { RuleFault } from './rule-fault.ts';
import { conditionedParts } from './rule-parts.ts';

/** Ranges hold something, and every comparison can come out both ways for the question that it reads. */
export function rangeFaults(ruleSet: RuleSet): readonly RuleFault[] {
  const comparisons = conditionedParts(ruleSet).flatMap(({ id, path, when }) =>
    comparisonsIn(when).flatMap((comparison) => {
      const question = questionById(ruleSet, comparison.question);
      const what = question === null ? null : comparisonFault(comparison, question);
      return question === null || what === null
        ? []
        : [{ kind: 'impossible-comparison' as const, ruleSet, part: id, path, what, example: allowed(question) }];
    }),
  );
  return [...ruleSet.questions.flatMap((_question, at) => questionFaults(ruleSet, at)), ...windowFaults(ruleSet), ...comparisons];
}

function questionFaults(ruleSet: RuleSet, at: number): readonly RuleFault[] {
  const question = ruleSet.questions[at];
  if (question === undefined) return [];
  const fault = (what: string, example: string): RuleFault => ({
    ...{ kind: 'impossible-range', ruleSet, part: question.id, path: ['questions', at], what, example },
  });
  const { type, options, min, max } = question;
  const known = options.filter((option) => option !== dontKnow);
  if (type === 'number') {
    return min !== null && max !== null && min > max
      ? [fault(`takes numbers from ${min} to ${max}`, 'no number is allowed')]
      : [];
  }
  if (type === 'date') return [];
  if (new Set(options).size < options.length) return [fault('lists an option twice', `options: ${options.join(', ')}`)];
  return known.length === 0 ? [fault('has no option', 'no answer is allowed')] : [];
}

function windowFaults(ruleSet: RuleSet): readonly RuleFault[] {
  return ruleSet.deadlines.flatMap(({ id, day }, at) =>
    day.kind !== 'window' || day.from <= day.to
      ? []
      : [
          {
            kind: 'impossible-range' as const,
            ruleSet,
            part: id,
            path: ['deadlines', at],
            what: `runs from ${day.from} to ${day.to}`,
            example: 'no day is in it',
          },
        ],
  );
}

const typesOf: Readonly<Record<Comparison['kind'], readonly QuestionType[]>> = {
  is: ['choice', 'number'],
  in: ['choice', 'number'],
  includes: ['multi'],
  number: ['number'],
  answered: ['choice', 'multi', 'number', 'date'],
  unknown: ['choice', 'multi', 'number', 'date'],
  'date-before-as-of': ['date'],
  'date-before': ['date'],
  'months-after': ['date'],
};

function comparisonFault(comparison: Comparison, question: Question): string | null {
  const { id, type } = question;
  if (!typesOf[comparison.kind].includes(type)) return `compares the ${type} "${id}" by ${comparison.kind}`;
  if (comparison.kind === 'number') return numberFault(comparison, question);
  if (comparison.kind === 'is') return valueFault(comparison.value, question);
  if (comparison.kind === 'includes') return valueFault(comparison.value, question);
  if (comparison.kind === 'in')
    return comparison.values.map((value) => valueFault(value, question)).find((fault) => fault !== null) ?? null;
  return null;
}

function valueFault(value: string | number, { id, type, options, min, max, isWhole }: Question): string | null {
  if (value === dontKnow) return `compares "${id}" with ${dontKnow}: an unknown answer is no value; use unknown`;
  if (type !== 'number')
    return options.includes(String(value)) && typeof value === 'string'
      ? null
      : `compares "${id}" with "${value}", which is no option`;
  const isOutside = typeof value !== 'number' || (min !== null && value < min) || (max !== null && value > max);
  return isOutside || (isWhole && !Number.isInteger(value)) ? `compares "${id}" with ${value}, which is no answer` : null;
}

/** A limit that every allowed number meets, or none, tells nothing apart. */
function numberFault(
  { operator, value }: { readonly operator: 'lt' | 'lte' | 'gt' | 'gte'; readonly value: number },
  { id, min, max }: Question,
): string | null {
  const meetsMin = min !== null && (operator === 'lt' ? min >= value : operator === 'lte' ? min > value : false);
  const meetsMax = max !== null && (operator === 'gt' ? max <= value : operator === 'gte' ? max < value : false);
  if (meetsMin || meetsMax) return `asks for "${id}" ${operator} ${value}, which no allowed number is`;
  const isEvery =
    (max !== null && (operator === 'lt' ? max < value : operator === 'lte' ? max <= value : false)) ||
    (min !== null && (operator === 'gt' ? min > value : operator === 'gte' ? min >= value : false));
  return isEvery ? `asks for "${id}" ${operator} ${value}, which every allowed number is` : null;
}

function allowed({ type, options, min, max }: Question): string {
  if (type === 'number') return `allowed are ${min ?? 'any'} to ${max ?? 'any'}`;
  return type === 'date' ? 'allowed are days' : `allowed are ${options.join(', ')}`;
}
