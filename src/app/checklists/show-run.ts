import type { CaseDeadline } from '../../domain/checklist/deadlines.ts';
import { deadlinesOfOutcomes, type Evaluation, evaluate } from '../../domain/checklist/evaluate.ts';
import { nextStep, type Step } from '../../domain/checklist/next-step.ts';
import { ruleSetOfRun } from '../../domain/rules/adoption.ts';
import type { Answers } from '../../domain/rules/answers.ts';
import type { RuleSet } from '../../domain/rules/rule-set.ts';
import { countedAnswers } from '../../domain/rules/truth.ts';
import { proposedAnswers } from './carry-answers.ts';
import { nothingRuns, type RunningDeadlines, runningDeadlines } from './case-runs.ts';
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
  /** The deadlines that follow: of what was decided, where that was something else than what is proposed. */
  readonly deadlines: readonly CaseDeadline[];
  /** The answers of questions that are still asked. */
  readonly counted: Answers;
  /** What other runs of the case propose to this person. */
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
    ? await desk.store.runsOfCase(person.tenantId, run.caseReference)
    : [];
  // What was answered alone is proposed to nobody but those who may see it.
  const proposing = others.filter((one) => mayDecideRun(desk.directory, person, one));
  const decision = run.state === 'decided' ? run.decisions.at(-1) : undefined;
  let evaluated: Evaluation | null = null;
  const evaluation = () => {
    evaluated ??= evaluate(ruleSet, answers, run.asOf, desk.closed);
    return evaluated;
  };
  return {
    run,
    ruleSet,
    answers,
    step: nextStep(ruleSet, answers, run.asOf),
    get evaluation() {
      return evaluation();
    },
    get deadlines() {
      const departed = decision?.kind === 'departed' ? decision.outcome : null;
      return departed === null ? evaluation().deadlines : deadlinesOfOutcomes(evaluation(), outcomesIn(departed), desk.closed);
    },
    get counted() {
      return countedAnswers(ruleSet, answers, run.asOf);
    },
    proposed: proposing.length === 0 ? {} : proposedAnswers(desk.carried, proposing.map(withCounted(desk)), ruleSet.id),
    mayDecide: mayDecideRun(desk.directory, person, run),
    running: run.state === 'decided' ? await runningDeadlines(desk, person, run) : nothingRuns,
  };
}

function withCounted({ ruleSets }: RunDesk) {
  return (run: Run) => {
    const ruleSet = ruleSetOfRun(ruleSets, run.ruleSet);
    return { ...run, counted: ruleSet === null ? {} : countedAnswers(ruleSet, answersOf(run), run.asOf) };
  };
}

/** The outcomes of a decision: of several tables one after another. */
export function outcomesIn(decided: string | null): readonly string[] {
  return (decided ?? '').split(',').filter((code) => code !== '');
}

/** The answers that stand. */
export function answersOf({ answers }: Run): Answers {
  return Object.fromEntries(answers.map(({ question, value }) => [question, value]));
}
