import type { Answers, AnswerValue } from '../../domain/rules/answers.ts';
import { checklistOf } from '../../domain/rules/rule-set.ts';
import type { Run } from './ports.ts';

/** What one checklist's answer, or its decided outcome, proposes as an answer in another. */
export interface CarriedAnswer {
  readonly from: string;
  readonly to: string;
  readonly question: string;
  readonly value: AnswerValue;
  /** The question that was answered, or null where the decision itself proposes it. */
  readonly when: { readonly question: string; readonly value: AnswerValue } | null;
  readonly outcome: string | null;
}

/** The answers that the case's other runs propose for a checklist: shown as a proposal, never recorded by themselves. */
export function proposedAnswers(
  carried: readonly CarriedAnswer[],
  runs: readonly (Pick<Run, 'ruleSet' | 'startedAt' | 'decisions'> & { readonly counted: Answers })[],
  checklist: string,
): Answers {
  const proposals: Record<string, AnswerValue> = {};
  for (const run of [...runs].sort((a, b) => a.startedAt - b.startedAt)) {
    for (const rule of carried) {
      if (rule.to !== checklist || rule.from !== checklistOf(run.ruleSet)) continue;
      if (isMet(rule, run)) proposals[rule.question] = rule.value;
    }
  }
  return proposals;
}

function isMet({ when, outcome }: CarriedAnswer, { decisions, counted }: Parameters<typeof proposedAnswers>[1][number]): boolean {
  if (outcome !== null) return decisions.at(-1)?.outcome === outcome;
  return when !== null && counted[when.question] === when.value;
}
