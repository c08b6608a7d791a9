import type { PlainDate } from '../calendar/plain-date.ts';
import type { Answers } from '../rules/answers.ts';
import { type AnswerFault, readAnswers } from '../rules/answers.ts';
import { type Decision, decide, outcomesOf } from '../rules/decide.ts';
import type { DecisionTable, RuleSet } from '../rules/rule-set.ts';
import { viewCase } from '../rules/truth.ts';
import { type RowReason, reasonFor } from './row-reason.ts';

/** A run as far as a rehearsal needs it: its answers and the day on which they were evaluated. */
export interface RehearsedRun {
  readonly id: string;
  readonly answers: Answers;
  readonly asOf: PlainDate;
}

/** What another version would say of a run, where it says something else. */
export type RehearsalChange = { readonly run: RehearsedRun } & (
  | {
      readonly kind: 'other-outcome';
      readonly table: string;
      readonly before: readonly string[];
      readonly after: readonly string[];
      /** The rows that fire now with the answers that make them; empty where none fits or answers are missing. */
      readonly because: readonly RowReason[];
      readonly missing: readonly string[];
    }
  | { readonly kind: 'table-gone'; readonly table: string; readonly before: readonly string[] }
  | { readonly kind: 'answer-refused'; readonly question: string; readonly fault: AnswerFault }
);

/** Replays runs against a changed rule set: who would get another outcome, and why. Nothing is stored. */
export function rehearse(runs: readonly RehearsedRun[], oldSet: RuleSet, newSet: RuleSet): readonly RehearsalChange[] {
  return runs.flatMap((run) => {
    const read = readAnswers(newSet, run.answers);
    if (read.kind === 'refused') return [{ run, kind: 'answer-refused' as const, question: read.question.id, fault: read.fault }];
    return tablesOf(oldSet, newSet).flatMap((pair) => changeIn(pair, run, oldSet, newSet));
  });
}

interface TablePair {
  readonly id: string;
  readonly before: DecisionTable | null;
  readonly after: DecisionTable | null;
}

function tablesOf(oldSet: RuleSet, newSet: RuleSet): readonly TablePair[] {
  const ids = new Set([...oldSet.tables, ...newSet.tables].map(({ id }) => id));
  const tableIn = ({ tables }: RuleSet, id: string) => tables.find((table) => table.id === id) ?? null;
  return [...ids].map((id) => ({ id, before: tableIn(oldSet, id), after: tableIn(newSet, id) }));
}

function changeIn(pair: TablePair, run: RehearsedRun, oldSet: RuleSet, newSet: RuleSet): readonly RehearsalChange[] {
  const view = viewCase(newSet, run.answers, run.asOf);
  const before = pair.before === null ? [] : outcomesOf(decide(pair.before, viewCase(oldSet, run.answers, run.asOf)));
  if (pair.after === null) return [{ run, kind: 'table-gone', table: pair.id, before }];
  const decision = decide(pair.after, view);
  const after = outcomesOf(decision);
  if (before.join() === after.join()) return [];
  const because = newRows(decision, before).map((row) => reasonFor(row, view));
  return [{ run, kind: 'other-outcome', table: pair.id, before, after, because, missing: missingOf(decision) }];
}

function newRows(decision: Decision, before: readonly string[]) {
  if (decision.kind === 'row') return [decision.row];
  return decision.kind === 'collected' ? decision.rows.filter(({ outcome }) => !before.includes(outcome)) : [];
}

function missingOf(decision: Decision): readonly string[] {
  if (decision.kind === 'missing') return decision.missing;
  return decision.kind === 'collected' ? [...new Set(decision.maybe.flatMap(({ missing }) => missing))] : [];
}
