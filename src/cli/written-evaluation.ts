import type { CaseDeadline } from '../domain/checklist/deadlines.ts';
import { type Evaluation, isDecided, type TableResult } from '../domain/checklist/evaluate.ts';
import { yes } from '../domain/rules/compile.ts';
import { firedRows, trueQuestions } from '../domain/rules/decide.ts';
import { ruleSetKey } from '../domain/rules/rule-set.ts';
import { viewCase } from '../domain/rules/truth.ts';

type Written = Readonly<Record<string, unknown>>;

const statuses = { met: 'overholdt', 'not-met': 'ikke_overholdt', overdue: 'overskredet', open: 'aaben' } as const;

/** An evaluation as the command line writes it: one table's result at the top, several under `tables`. */
export function writtenEvaluation(id: unknown, evaluation: Evaluation): Written {
  const { ruleSet, asOf, tables, deadlines, warnings } = evaluation;
  const [only, ...others] = tables;
  const result =
    only !== undefined && others.length === 0
      ? writtenTable(only)
      : { tables: Object.fromEntries(tables.map((each) => [each.table.id, writtenTable(each)])) };
  return {
    id,
    ...result,
    deadlines: deadlines.map(writtenDeadline),
    warnings: warnings.map((warning) => warning.id),
    ...writtenReading(evaluation),
    rule_set: ruleSetKey(ruleSet),
    standing: ruleSet.standing,
    as_of: asOf,
  };
}

/** Which questions are asked, which of them need no answer, and which answers made each row fire. */
function writtenReading({ ruleSet, answers, asOf, tables }: Evaluation): Written {
  const view = viewCase(ruleSet, answers, asOf);
  const asked = ruleSet.questions.filter(({ id }) => view.visibility(id) === yes);
  const inOrder = (ids: ReadonlySet<string>) => ruleSet.questions.flatMap(({ id }) => (ids.has(id) ? [id] : []));
  const fired = tables.flatMap(({ decision }) => firedRows(decision));
  return {
    asked: asked.map(({ id }) => id),
    optional: asked.flatMap(({ id, isRequired }) => (isRequired ? [] : [id])),
    because: Object.fromEntries(fired.map((row) => [row.id, inOrder(trueQuestions(row.when, view))])),
  };
}

function writtenTable({ decision, outcomes, reasons, possible, ...result }: TableResult): Written {
  const common = {
    reasons,
    possible,
    candidates: result.candidates,
    scope: result.scope,
    responsible: result.responsible,
    opens_checklist: result.opensChecklist,
    next_steps: result.nextSteps,
  };
  if (decision.kind === 'collected') {
    const maybe = decision.maybe.map(({ row, missing }) => ({ outcome: row.outcome, missing, row: row.id }));
    return { outcomes, maybe, ...common, rows: decision.rows.map(({ id }) => id) };
  }
  const suggestion = isDecided(decision) ? null : result.table.defaultSuggestion;
  return {
    outcome: outcomes[0],
    missing: decision.kind === 'missing' ? decision.missing : [],
    ...common,
    ...(suggestion === null ? {} : { default_suggestion: suggestion }),
    row: decision.kind === 'no-row' ? null : decision.row.id,
  };
}

function writtenDeadline(due: CaseDeadline): Written {
  const { id, sourceWords, ambiguity } = due.deadline;
  if (due.kind === 'base-missing') return { id, status: 'base_missing', base: due.base };
  return {
    id,
    ...(due.kind === 'window' ? { from: due.from, to: due.on } : { date: due.on }),
    remind_on: due.remindOn,
    passed: due.hasPassed,
    ...(due.status === null ? {} : { status: statuses[due.status] }),
    ...(sourceWords === null ? {} : { source_words: sourceWords }),
    ...(ambiguity === null ? {} : { ambiguity }),
  };
}
