import type { PlainDate } from '../calendar/plain-date.ts';
import type { Answers } from '../rules/answers.ts';
import { unknown, yes } from '../rules/compile.ts';
import { decide } from '../rules/decide.ts';
import type { Question, RuleSet } from '../rules/rule-set.ts';
import { viewCase } from '../rules/truth.ts';
import { isDecided } from './evaluate.ts';

/** How far a case is: what was asked, what is asked now, and what the answers may open. */
export interface Progress {
  readonly answered: number;
  readonly open: number;
  readonly mayOpen: number;
}

/** What to ask next: at most four of the questions that are visible and open. */
export type Step =
  | {
      readonly kind: 'ask';
      readonly questions: readonly Question[];
      readonly progress: Progress;
      /** Whether what is still open can no longer change any outcome: only deadlines and warnings. */
      readonly isDecided: boolean;
    }
  | { readonly kind: 'done'; readonly progress: Progress };

/** No step card asks more than this at once. */
export const mostQuestionsAtOnce = 4;

/** Replays the answers: a changed answer hides and opens what it must, and answers that still apply are kept. */
export function nextStep(ruleSet: RuleSet, answers: Answers, asOf: PlainDate): Step {
  const view = viewCase(ruleSet, answers, asOf);
  const visible = ruleSet.questions.filter(({ id }) => view.visibility(id) === yes);
  const open = visible.filter(({ id }) => !(id in answers));
  const mayOpen = ruleSet.questions.filter(({ id }) => view.visibility(id) === unknown && isPending(id)).length;
  const progress = { answered: visible.length - open.length, open: open.length, mayOpen };
  if (open.length === 0) return { kind: 'done', progress };
  return {
    kind: 'ask',
    questions: open.slice(0, mostQuestionsAtOnce),
    progress,
    isDecided: ruleSet.tables.every((table) => isDecided(decide(table, view))),
  };

  /** Only what an open question can still bring, not what a "ved ikke" has closed. */
  function isPending(id: string): boolean {
    const question = ruleSet.questions.find((each) => each.id === id);
    return [...view.unknownIn(question?.visibleWhen ?? null)].some((cause) => !(cause in answers));
  }
}
