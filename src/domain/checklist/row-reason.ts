import type { AnswerValue } from '../rules/answers.ts';
import { reasonsOf, trueQuestions } from '../rules/decide.ts';
import type { Question, Row } from '../rules/rule-set.ts';
import type { CaseView } from '../rules/truth.ts';

/** An answer that made a row fire, or kept it from firing. */
export interface Because {
  readonly question: Question;
  readonly answer: AnswerValue | null;
}

/** Why a row fires: the answers that made it, and its words in the source. */
export interface RowReason {
  readonly row: Row;
  readonly reasons: readonly string[];
  readonly because: readonly Because[];
}

/** The reason chain of a row that fires: row, answers, source. */
export function reasonFor(row: Row, view: CaseView): RowReason {
  return { row, reasons: reasonsOf(row, view), because: answersTo(trueQuestions(row.when, view), view) };
}

/** Questions with the answers that count, in the checklist's order. */
export function answersTo(ids: ReadonlySet<string>, view: CaseView): readonly Because[] {
  return view.ruleSet.questions.flatMap((question) =>
    ids.has(question.id) ? [{ question, answer: view.known(question.id) }] : [],
  );
}
