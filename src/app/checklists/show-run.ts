import { type Evaluation, evaluate } from '../../domain/checklist/evaluate.ts';
import { nextStep, type Step } from '../../domain/checklist/next-step.ts';
import { ruleSetOfRun } from '../../domain/rules/adoption.ts';
import type { Answers } from '../../domain/rules/answers.ts';
import type { RuleSet } from '../../domain/rules/rule-set.ts';
import { proposedAnswers } from './carry-answers.ts';
import { type RunningDeadlines, runningDeadlines } from './case-runs.ts';
import type { Run } from './ports.ts';
import { mayDecideRun, openRun, type RunAsking, type RunDesk } from './run-desk.ts';

/** A run as it stands: replayed from its answers. */
export interface RunState {
  readonly run: Run;
  readonly ruleSet: RuleSet;
  readonly answers: Answers;
  readonly step: Step;
  /** Worked out when it is first asked for: a step card shows none of it. */
  readonly evaluation: Evaluation;
  /** What other runs of the case propose. */
  readonly proposed: Answers;
  readonly mayDecide: boolean;
  /** The open deadlines behind a decided run, for whoever may decide it. */
  readonly running: RunningDeadlines;
}

/** A run for whoever may open it; null for everybody else, audited. */
export async function showRun(desk: RunDesk, asking: RunAsking, id: string): Promise<RunState | null> {
  const run = await openRun(desk, asking, id);
  return run === null ? null : stateOf(desk, asking, run);
}

/** Replays a run. Null where its rule set is no longer shipped. */
export async function stateOf(desk: RunDesk, { person }: Pick<RunAsking, 'person'>, run: Run): Promise<RunState | null> {
  const ruleSet = ruleSetOfRun(desk.ruleSets, run.ruleSet);
  if (ruleSet === null) return null;
  const answers = answersOf(run);
  const others = desk.carried.some(({ to }) => to === ruleSet.id)
    ? (await desk.store.runsOfCase(person.tenantId, run.caseReference)).filter(({ owner }) => owner === run.owner)
    : [];
  let evaluation: Evaluation | null = null;
  return {
    run,
    ruleSet,
    answers,
    step: nextStep(ruleSet, answers, run.asOf),
    get evaluation() {
      evaluation ??= evaluate(ruleSet, answers, run.asOf, desk.closed);
      return evaluation;
    },
    proposed: proposedAnswers(desk.carried, others, ruleSet.id),
    mayDecide: mayDecideRun(desk.directory, person, run),
    running: await runningDeadlines(desk, person, run),
  };
}

/** The answers that stand. */
export function answersOf({ answers }: Run): Answers {
  return Object.fromEntries(answers.map(({ question, value }) => [question, value]));
}
