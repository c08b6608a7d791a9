import type { PlainDate } from '../../../src/domain/calendar/plain-date.ts';
import type { Answers, AnswerValue } from '../../../src/domain/rules/answers.ts';
import { answerClasses, comparisonsBehind } from '../../../src/domain/rules/paths/answer-classes.ts';
import type { RuleSet } from '../../../src/domain/rules/rule-set.ts';

/** All answers that some condition of a rule set can tell apart, by question, with "not answered" first. */
export function choicesOf(ruleSet: RuleSet, asOf: PlainDate): ReadonlyMap<string, readonly (AnswerValue | null)[]> {
  const { questions, tables, deadlines, warnings } = ruleSet;
  const comparisons = comparisonsBehind(ruleSet, [
    ...questions.map(({ visibleWhen }) => visibleWhen),
    ...[...tables.flatMap(({ rows }) => rows), ...deadlines, ...warnings].map(({ when }) => when),
  ]);
  return new Map(
    questions.map((question) => [question.id, [null, ...answerClasses(question, comparisons, asOf).map(({ value }) => value)]]),
  );
}

/** How many combinations there are. */
export function countOf(choices: ReadonlyMap<string, readonly unknown[]>): number {
  return [...choices.values()].reduce((product, { length }) => product * length, 1);
}

/** The combination of a number from 0: every number another one. */
export function combination(choices: ReadonlyMap<string, readonly (AnswerValue | null)[]>, number: number): Answers {
  let rest = number;
  const answers: Record<string, AnswerValue> = {};
  for (const [id, values] of choices) {
    const value = values[rest % values.length];
    rest = Math.floor(rest / values.length);
    if (value !== null && value !== undefined) answers[id] = value;
  }
  return answers;
}

/** So many combinations spread over all of them, the same on every run. */
export function* spread(count: number, most: number): Generator<number> {
  if (count <= most) for (let number = 0; number < count; number += 1) yield number;
  else
    for (let at = 0, seed = 12_345; at < most; at += 1) {
      seed = (seed * 16_807) % 2_147_483_647;
      yield Math.floor((seed / 2_147_483_647) * count);
    }
}
