import { no, unknown, yes } from './compile.ts';
import type { Condition } from './condition.ts';
import { type DecisionTable, humanDecision, missingAnswers, noRuleFits, type Row } from './rule-set.ts';
import type { CaseView } from './truth.ts';

/** A row that an unknown answer keeps from firing or not. */
export interface MaybeRow {
  readonly row: Row;
  readonly missing: readonly string[];
}

/** What a table says of a case. */
export type Decision =
  | { readonly kind: 'row'; readonly row: Row }
  | { readonly kind: 'missing'; readonly row: Row; readonly missing: readonly string[] }
  | { readonly kind: 'no-row' }
  | { readonly kind: 'collected'; readonly rows: readonly Row[]; readonly maybe: readonly MaybeRow[] };

/**
 * Reads a table by its hit policy. `first`: rows from the top, stopping at the first that is true or unknown.
 * `collect`: every true row, and every unknown one with what it misses.
 */
export function decide(table: DecisionTable, view: CaseView): Decision {
  if (table.hit === 'collect') return collect(table, view);
  for (const row of table.rows) {
    const truth = view.truthOf(row.when);
    if (truth === yes) return { kind: 'row', row };
    if (truth === unknown) return { kind: 'missing', row, missing: missingFor(row.when, view) };
  }
  return { kind: 'no-row' };
}

function collect(table: DecisionTable, view: CaseView): Decision {
  const rows: Row[] = [];
  const maybe: MaybeRow[] = [];
  for (const row of table.rows) {
    const truth = view.truthOf(row.when);
    if (truth === no) continue;
    if (truth === yes) rows.push(row);
    else maybe.push({ row, missing: missingFor(row.when, view) });
  }
  return { kind: 'collected', rows, maybe };
}

/** The visible questions that make a condition unknown, in the order in which the checklist asks them. */
export function missingFor(condition: Condition, view: CaseView): readonly string[] {
  const found = view.unknownIn(condition);
  return view.ruleSet.questions.flatMap(({ id }) => (found.has(id) ? [id] : []));
}

/** The rows that fire. */
export function firedRows(decision: Decision): readonly Row[] {
  if (decision.kind === 'row') return [decision.row];
  return decision.kind === 'collected' ? decision.rows : [];
}

/** The outcome codes of a decision: a table that no row decides falls to a person. */
export function outcomesOf(decision: Decision): readonly string[] {
  switch (decision.kind) {
    case 'row':
      return [decision.row.outcome];
    case 'missing':
      return [missingAnswers];
    case 'no-row':
      return [humanDecision];
    case 'collected':
      return decision.rows.map(({ outcome }) => outcome);
  }
}

/** The codes of the reasons: the row's own, and those of the comparisons that made it fire. */
export function reasonsOf(row: Row, view: CaseView): readonly string[] {
  const byQuestion = Object.entries(row.reasonsByQuestion);
  if (byQuestion.length === 0) return row.reasons;
  const made = trueQuestions(row.when, view);
  return [...row.reasons, ...byQuestion.flatMap(([question, reason]) => (made.has(question) ? [reason] : []))];
}

/** The reasons of a decision; none where answers are missing. */
export function decisionReasons(decision: Decision, view: CaseView): readonly string[] {
  if (decision.kind === 'no-row') return [noRuleFits];
  if (decision.kind === 'row') return reasonsOf(decision.row, view);
  return [...new Set(firedRows(decision).flatMap((row) => reasonsOf(row, view)))];
}

/** The questions whose comparisons are true in a true condition: what made it fire. */
export function trueQuestions(condition: Condition, view: CaseView, wanted: 0 | 2 = yes): ReadonlySet<string> {
  if (view.truthOf(condition) !== wanted) return new Set();
  if (condition.kind === 'all' || condition.kind === 'any')
    return new Set(condition.of.flatMap((part) => [...trueQuestions(part, view, wanted)]));
  if (condition.kind === 'not') return trueQuestions(condition.of, view, wanted === yes ? no : yes);
  return new Set(condition.kind === 'date-before' ? [condition.question, condition.later] : [condition.question]);
}
