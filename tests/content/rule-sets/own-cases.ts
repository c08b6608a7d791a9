import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writtenEvaluation } from '../../../src/cli/written-evaluation.ts';
import { readRuleSets, ruleSetsFolder } from '../../../src/content/read-rule-sets.ts';
import { type PlainDate, plainDate } from '../../../src/domain/calendar/plain-date.ts';
import { usualClosedDays } from '../../../src/domain/calendar/working-days.ts';
import { evaluate } from '../../../src/domain/checklist/evaluate.ts';
import type { Answers } from '../../../src/domain/rules/answers.ts';
import type { RuleSet } from '../../../src/domain/rules/rule-set.ts';

/** A case of a rule set: what was answered on a day, and what must come out. */
export interface OwnCase {
  readonly id: string;
  readonly asOf: PlainDate;
  readonly answers: Answers;
  readonly expected: unknown;
}

/** The rule sets that the product ships. */
export const ruleSets: readonly RuleSet[] = readRuleSets();

/** The cases that stand beside a rule set. */
export function ownCases({ id, version }: RuleSet): readonly OwnCase[] {
  return readFileSync(join(ruleSetsFolder, `${id}-${version}.cases.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map((read) => ({ id: read.id, asOf: plainDate(read.as_of), answers: read.answers, expected: read.expected }));
}

/** Whether a rule set gives what a case expects; further keys do not matter, lists are exact and in order. */
export function holds(ruleSet: RuleSet, { answers, asOf, expected }: OwnCase): boolean {
  return isWithin(expected, writtenEvaluation('', evaluate(ruleSet, answers, asOf, usualClosedDays)));
}

/** Whether `got` has all of `wanted`. */
export function isWithin(wanted: unknown, got: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return wanted === got;
  if (typeof got !== 'object' || got === null) return false;
  if (Array.isArray(wanted))
    return Array.isArray(got) && wanted.length === got.length && wanted.every((one, at) => isWithin(one, got[at]));
  return Object.entries(wanted).every(([key, value]) => isWithin(value, (got as Readonly<Record<string, unknown>>)[key]));
}
