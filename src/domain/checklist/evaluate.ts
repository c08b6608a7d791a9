import type { PlainDate } from '../calendar/plain-date.ts';
import type { ClosedDays } from '../calendar/working-days.ts';
import type { Answers } from '../rules/answers.ts';
import { yes } from '../rules/compile.ts';
import { type Decision, decide, decisionReasons, firedRows, outcomesOf } from '../rules/decide.ts';
import { walkPaths } from '../rules/paths/paths.ts';
import { type DecisionTable, humanDecision, type Row, type RuleSet, type RuleWarning } from '../rules/rule-set.ts';
import { type CaseView, viewCase } from '../rules/truth.ts';
import { type CaseDeadline, deadlinesOf } from './deadlines.ts';

/** What one decision table says of a case. @da udfald */
export interface TableResult {
  readonly table: DecisionTable;
  readonly decision: Decision;
  /** One code; several where the table collects. */
  readonly outcomes: readonly string[];
  readonly reasons: readonly string[];
  /** The outcomes that some completion of the answers reaches; empty where the table is decided. Worked out when it is first read. */
  readonly possible: readonly string[];
  readonly candidates: readonly string[];
  readonly scope: readonly string[];
  readonly responsible: readonly string[];
  readonly opensChecklist: string | null;
  readonly nextSteps: readonly string[];
}

/** What a checklist says of a case on a day: it proposes, a person decides. */
export interface Evaluation {
  readonly ruleSet: RuleSet;
  readonly asOf: PlainDate;
  readonly answers: Answers;
  readonly tables: readonly TableResult[];
  readonly deadlines: readonly CaseDeadline[];
  readonly warnings: readonly RuleWarning[];
}

/** Evaluates a case on a day. The same answers on the same day always give the same. */
export function evaluate(ruleSet: RuleSet, answers: Answers, asOf: PlainDate, closed: ClosedDays): Evaluation {
  const view = viewCase(ruleSet, answers, asOf);
  const decisions = ruleSet.tables.map((table) => ({ table, decision: decide(table, view) }));
  const outcomes = decisions.flatMap(({ decision }) => outcomesOf(decision));
  const fired = decisions.flatMap(({ decision }) => firedRows(decision));
  return {
    ruleSet,
    asOf,
    answers,
    tables: decisions.map(({ table, decision }) => tableResult(table, decision, view, answers)),
    deadlines: deadlinesOf(view, fired, outcomes, closed),
    warnings: ruleSet.warnings.filter(
      ({ when, appliesTo }) =>
        view.truthOf(when) === yes && (appliesTo === null || outcomes.some((outcome) => appliesTo.includes(outcome))),
    ),
  };
}

/** The deadlines that follow when a person decides outcomes of their own: those of these outcomes, not of what was proposed. */
export function deadlinesOfOutcomes(
  { ruleSet, answers, asOf }: Evaluation,
  outcomes: readonly string[],
  closed: ClosedDays,
): readonly CaseDeadline[] {
  const rows = ruleSet.tables.flatMap((table) => table.rows.filter((row) => outcomes.includes(row.outcome)));
  return deadlinesOf(viewCase(ruleSet, answers, asOf), rows, outcomes, closed);
}

function tableResult(table: DecisionTable, decision: Decision, view: CaseView, answers: Answers): TableResult {
  const rows = firedRows(decision);
  const [only, ...others] = rows;
  const gathered = (listOf: (row: Row) => readonly string[]): readonly string[] =>
    only !== undefined && others.length === 0 ? listOf(only) : [...new Set(rows.flatMap(listOf))];
  let possible: readonly string[] | undefined;
  return {
    table,
    decision,
    outcomes: outcomesOf(decision),
    reasons: decisionReasons(decision, view),
    get possible() {
      possible ??= isDecided(decision) ? [] : possibleOutcomes(view.ruleSet, table, answers, view.asOf);
      return possible;
    },
    candidates: gathered((row) => row.candidates),
    scope: gathered((row) => row.scope),
    responsible: gathered((row) => row.responsible),
    opensChecklist: rows.find(({ opensChecklist }) => opensChecklist !== null)?.opensChecklist ?? null,
    nextSteps: gathered((row) => row.nextSteps),
  };
}

/** Whether no missing answer can change what a table says. */
export function isDecided(decision: Decision): boolean {
  return decision.kind === 'collected' ? decision.maybe.length === 0 : decision.kind !== 'missing';
}

/** The outcomes that some completion of the answers reaches, each once, in the order of the rows. */
export function possibleOutcomes(ruleSet: RuleSet, table: DecisionTable, answers: Answers, asOf: PlainDate): readonly string[] {
  const { paths } = walkPaths(ruleSet, table, { answers, asOf });
  const reached = new Set(paths.flatMap(({ decision }) => firedRows(decision)));
  const byRow = table.rows.flatMap((row) => (reached.has(row) ? [row.outcome] : []));
  const isOpen = paths.some(({ decision }) => decision.kind === 'no-row');
  return [...new Set(isOpen ? [...byRow, humanDecision] : byRow)];
}
