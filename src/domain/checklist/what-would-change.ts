import type { PlainDate } from '../calendar/plain-date.ts';
import { type Answers, type AnswerValue, dontKnow } from '../rules/answers.ts';
import type { Comparison } from '../rules/condition.ts';
import { decide, outcomesOf } from '../rules/decide.ts';
import { answerClasses, isSameClass } from '../rules/paths/answer-classes.ts';
import { type Path, tableComparisons, walkPaths } from '../rules/paths/paths.ts';
import { type DecisionTable, humanDecision, type Question, type RuleSet } from '../rules/rule-set.ts';
import { viewCase } from '../rules/truth.ts';

/** One answer that would have to be another: any of `to` will do; null withdraws it. */
export interface AnswerChange {
  readonly question: string;
  readonly from: AnswerValue | null;
  readonly to: readonly AnswerValue[] | null;
}

/** The fewest changed answers that give another outcome. */
export interface WhatIf {
  readonly outcome: string;
  readonly changes: readonly AnswerChange[];
}

/** For each other outcome of a table the smallest sets of changed answers that give it, the nearest outcome first. */
export function whatWouldChange(ruleSet: RuleSet, table: DecisionTable, answers: Answers, asOf: PlainDate): readonly WhatIf[] {
  const now = new Set(outcomesOf(decide(table, viewCase(ruleSet, answers, asOf))));
  const smallest = new Map<string, readonly WhatIf[]>();
  for (const part of partsOf(table)) {
    const changesOf = changeReader(ruleSet, part, answers, asOf);
    for (const path of walkPaths(ruleSet, part, { answers: {}, asOf, near: answers }).paths) {
      const outcome = outcomeOf(path, table);
      if (outcome === null || now.has(outcome)) continue;
      smallest.set(outcome, smaller(smallest.get(outcome) ?? [], { outcome, changes: changesOf(path) }));
    }
  }
  return [...smallest.values()].flat().sort((a, b) => a.changes.length - b.changes.length);
}

/** A table that collects is as many questions as it has rows. */
function partsOf(table: DecisionTable): readonly DecisionTable[] {
  return table.hit === 'first' ? [table] : table.rows.map((row) => ({ ...table, hit: 'first', rows: [row] }));
}

function outcomeOf({ decision }: Path, { hit }: DecisionTable): string | null {
  if (decision.kind === 'row') return decision.row.outcome;
  return decision.kind === 'no-row' && hit === 'first' ? humanDecision : null;
}

/** Keeps the smallest alone; of those that change the same questions, one with all answers that will do. */
function smaller(known: readonly WhatIf[], found: WhatIf): readonly WhatIf[] {
  const size = known[0]?.changes.length ?? Number.POSITIVE_INFINITY;
  if (found.changes.length > size || found.changes.length === 0) return known;
  if (found.changes.length < size) return [found];
  const twin = known.find((each) => each.changes.every(({ question }, at) => question === found.changes[at]?.question));
  if (twin === undefined) return [...known, found];
  return found.changes.length > 1 ? known : known.map((each) => (each === twin ? joined(each, found) : each));
}

function joined(one: WhatIf, other: WhatIf): WhatIf {
  const [first, second] = [one.changes[0], other.changes[0]];
  if (first === undefined || second === undefined || first.to === null || second.to === null) return one;
  return { ...one, changes: [{ ...first, to: [...new Set([...first.to, ...second.to])] }] };
}

/** Reads from a path which answers it changes, in the order of the questions. */
function changeReader(
  ruleSet: RuleSet,
  table: DecisionTable,
  answers: Answers,
  asOf: PlainDate,
): (path: Path) => readonly AnswerChange[] {
  const comparisons = tableComparisons(ruleSet, table);
  const given = (id: string) => (answers[id] === undefined || answers[id] === dontKnow ? null : answers[id]);
  const membersOf = memberReader(comparisons, asOf);
  return ({ chosen }) =>
    ruleSet.questions.flatMap((question) => {
      const to = chosen[question.id];
      const from = given(question.id);
      if (to === undefined || to === from) return [];
      if (to !== null && from !== null && isSameClass(question, comparisons, asOf, [from, to])) return [];
      return [{ question: question.id, from, to: to === null ? null : membersOf(question, to) }];
    });
}

/** All answers that would do as well as one: of days only that one, as an example. */
function memberReader(comparisons: readonly Comparison[], asOf: PlainDate) {
  const known = new Map<string, readonly AnswerValue[]>();
  return (question: Question, value: AnswerValue): readonly AnswerValue[] => {
    const key = `${question.id} ${value}`;
    const found = known.get(key) ?? valuesOf(question, value).filter((other) => isSame(question, value, other));
    known.set(key, found);
    return found;
  };

  function isSame(question: Question, one: AnswerValue, other: AnswerValue): boolean {
    return one === other || isSameClass(question, comparisons, asOf, [one, other]);
  }
  function valuesOf(question: Question, value: AnswerValue): readonly AnswerValue[] {
    const { type, isWhole, min, max } = question;
    if (type === 'date') return [value];
    if (type === 'number' && isWhole && min !== null && max !== null && max - min <= 1000)
      return Array.from({ length: max - min + 1 }, (_each, at) => min + at);
    return answerClasses(question, comparisons, asOf).flatMap(({ members }) => members);
  }
}
