import { no } from '../rules/compile.ts';
import { questionsIn } from '../rules/condition.ts';
import { firedRows, trueQuestions } from '../rules/decide.ts';
import type { Question, Row, RuleDeadline, RuleSet, RuleWarning } from '../rules/rule-set.ts';
import { viewCase } from '../rules/truth.ts';
import { decidingQuestions } from './deciding-questions.ts';
import type { Evaluation, TableResult } from './evaluate.ts';
import { answersTo, type Because, type RowReason, reasonFor } from './row-reason.ts';
import { type WhatIf, whatWouldChange } from './what-would-change.ts';

/** Why a table says what it says, which rows were ruled out before, and what would change it. */
export interface TableExplanation {
  readonly result: TableResult;
  readonly chain: readonly RowReason[];
  readonly ruledOut: readonly { readonly row: Row; readonly because: readonly Because[] }[];
  readonly whatIfs: readonly WhatIf[];
}

/** Everything that can be said about a result. */
export interface Explanation {
  readonly tables: readonly TableExplanation[];
  /** The fewest open questions that decide whatever is answered; empty where all is decided. */
  readonly deciding: readonly string[];
}

/** Explains a result: row, answers and source; the smallest changes that give another outcome; what still decides. */
export function explain({ ruleSet, answers, asOf, tables }: Evaluation): Explanation {
  const view = viewCase(ruleSet, answers, asOf);
  return {
    deciding: decidingQuestions(ruleSet, answers, asOf),
    tables: tables.map((result) => ({
      result,
      chain: firedRows(result.decision).map((row) => reasonFor(row, view)),
      ruledOut: ruledOutRows(result).map((row) => ({ row, because: answersTo(trueQuestions(row.when, view, no), view) })),
      whatIfs: whatWouldChange(ruleSet, result.table, answers, asOf),
    })),
  };
}

/** The rows that were read and did not fit; for a table that collects, none are listed. */
function ruledOutRows({ table, decision }: TableResult): readonly Row[] {
  if (decision.kind === 'collected') return [];
  return decision.kind === 'no-row' ? table.rows : table.rows.slice(0, table.rows.indexOf(decision.row));
}

/** What needs a question: the answer to "hvorfor spørges der?". */
export interface QuestionUse {
  readonly rows: readonly Row[];
  readonly deadlines: readonly RuleDeadline[];
  readonly warnings: readonly RuleWarning[];
  /** The questions that its answer may open. */
  readonly opens: readonly Question[];
}

/** Why a question is asked: the rows, deadlines, warnings and further questions that depend on its answer. */
export function whyAsked(ruleSet: RuleSet, question: string): QuestionUse {
  const reads = ({ when }: { readonly when: Row['when'] | null }) => questionsIn(when).includes(question);
  const base = ({ day }: RuleDeadline) => (day.kind === 'relative' || day.kind === 'given' ? day.base : null);
  return {
    rows: ruleSet.tables.flatMap(({ rows }) => rows.filter(reads)),
    deadlines: ruleSet.deadlines.filter((due) => reads(due) || base(due) === question || due.metBy === question),
    warnings: ruleSet.warnings.filter(reads),
    opens: ruleSet.questions.filter(({ visibleWhen }) => reads({ when: visibleWhen })),
  };
}
