import type { Answers } from '../answers.ts';
import type { Condition } from '../condition.ts';
import { decide } from '../decide.ts';
import { type Path, walkPaths } from '../paths/paths.ts';
import { type DecisionTable, isHumanDecision, type Row, type RuleSet } from '../rule-set.ts';
import { viewCase } from '../truth.ts';
import { type RuleFault, writtenAnswers } from './rule-fault.ts';

/** Every row can fire and every question can be asked; a row that an earlier one always takes is named with it. */
export function reachFaults(ruleSet: RuleSet): readonly RuleFault[] {
  return [
    ...ruleSet.questions.flatMap((_question, at) => questionFaults(ruleSet, at)),
    ...ruleSet.tables.flatMap((table, at) => rowFaults(ruleSet, table, at)),
  ];
}

function questionFaults(ruleSet: RuleSet, at: number): readonly RuleFault[] {
  const question = ruleSet.questions[at];
  if (question === undefined || question.visibleWhen === null || pathTo(ruleSet, question.visibleWhen) !== null) return [];
  const path = ['questions', at, 'visibleWhen'];
  const what = 'is never asked';
  return [{ kind: 'unreachable-question', ruleSet, part: question.id, path, what, example: 'no answers make it visible' }];
}

function rowFaults(ruleSet: RuleSet, table: DecisionTable, tableAt: number): readonly RuleFault[] {
  const reached = new Set(pathsOf(ruleSet, table).flatMap((path) => rowsOf(path)));
  return table.rows.flatMap((row, at): readonly RuleFault[] => {
    if (reached.has(row)) return [];
    const alone = pathTo(ruleSet, row.when);
    const where = { ruleSet, part: row.id, path: ['tables', tableAt, 'rows', at] };
    if (alone === null)
      return [{ ...where, kind: 'unreachable-row', what: 'can never fire', example: `no answers give ${row.outcome}` }];
    const taker = takerOf(ruleSet, table, alone.answers);
    const what = `never fires: ${taker} takes every case that fits it`;
    return [{ ...where, kind: 'shadowed-row', what, example: writtenAnswers(alone.answers) }];
  });
}

function takerOf(ruleSet: RuleSet, table: DecisionTable, answers: Answers): string {
  const decision = decide(table, viewCase(ruleSet, answers, ruleSet.valid.from));
  return decision.kind === 'row' || decision.kind === 'missing' ? decision.row.id : 'an earlier row';
}

/** Answers that make a condition true; null where none do. */
function pathTo(ruleSet: RuleSet, when: Condition): Path | null {
  const [table] = ruleSet.tables;
  const [row] = table?.rows ?? [];
  if (table === undefined || row === undefined) return null;
  const alone: DecisionTable = { ...table, hit: 'first', rows: [{ ...row, when }] };
  return pathsOf(ruleSet, alone).find(({ decision }) => decision.kind === 'row') ?? null;
}

function pathsOf(ruleSet: RuleSet, table: DecisionTable): readonly Path[] {
  return walkPaths(ruleSet, table, { answers: {}, asOf: ruleSet.valid.from }).paths;
}

function rowsOf({ decision }: Path): readonly Row[] {
  if (decision.kind === 'row') return [decision.row];
  return decision.kind === 'collected' ? decision.rows : [];
}

/** Answers for which the source leaves the decision to a person: by a row that says so, or because no row fits. */
export interface FallsToHuman {
  readonly table: string;
  /** Null where no row fits. */
  readonly row: Row | null;
  readonly answers: Answers;
}

/** The combinations of answers that fall to a person: no fault, but to be known. */
export function fallsToHuman(ruleSet: RuleSet): readonly FallsToHuman[] {
  return ruleSet.tables.flatMap((table) =>
    table.hit === 'first'
      ? humanPaths(ruleSet, table)
      : table.rows.filter(isHuman).flatMap((row) => humanPaths(ruleSet, { ...table, rows: [row] })),
  );
}

function humanPaths(ruleSet: RuleSet, table: DecisionTable): readonly FallsToHuman[] {
  return pathsOf(ruleSet, table).flatMap((path): readonly FallsToHuman[] => {
    const { answers, decision } = path;
    if (decision.kind === 'no-row') return [{ table: table.id, row: null, answers }];
    return rowsOf(path)
      .filter(isHuman)
      .map((row) => ({ table: table.id, row, answers }));
  });
}

function isHuman({ outcome }: Row): boolean {
  return isHumanDecision(outcome);
}
