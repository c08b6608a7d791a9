import { type AnswerFault, type AnswerValue, dontKnow, readAnswer } from '../../domain/rules/answers.ts';
import type { Question, RuleSet } from '../../domain/rules/rule-set.ts';
import type { RunAnswer } from './ports.ts';
import { auditLine, type NotAllowed, type RunAsking, type RunDesk } from './run-desk.ts';
import { type RunState, showRun, stateOf } from './show-run.ts';

/** What a person answers, and the version of each answer that the person saw: 0 for none. */
export interface SentStep {
  readonly runId: string;
  /** What was sent, by question; read once the run's rule set is known. */
  readonly values: (ruleSet: RuleSet) => Readonly<Record<string, unknown>>;
  readonly seen: Readonly<Record<string, number>>;
}

/** An answer that somebody else gave first: shown, and asked whether to change it. */
export interface FirstAnswer {
  readonly question: Question;
  readonly standing: RunAnswer;
  readonly wanted: AnswerValue;
}

/** What cannot be taken, and where. */
export interface StepFault {
  readonly question: Question;
  readonly fault: AnswerFault | 'required';
}

export type AnsweredStep =
  | { readonly kind: 'answered'; readonly state: RunState; readonly first: readonly FirstAnswer[] }
  | { readonly kind: 'faulty'; readonly state: RunState; readonly faults: readonly StepFault[] }
  | { readonly kind: 'not-open'; readonly state: RunState }
  | NotAllowed;

/** Records the answers of a step. Each question stands for itself: of two people who answer it at once, the first is recorded. */
export async function answerStep(desk: RunDesk, asking: RunAsking, sent: SentStep): Promise<AnsweredStep> {
  const state = await showRun(desk, asking, sent.runId);
  if (state === null) return { kind: 'not-allowed' };
  if (state.run.state !== 'open') return { kind: 'not-open', state };
  const { wanted, faults } = readStep(state, asking, sent);
  if (faults.length > 0) return { kind: 'faulty', state, faults };
  const { person, activityId } = asking;
  const fresh = wanted.filter((one) => !isStanding(state, one));
  const questions = fresh.map(({ question }) => question).join(',');
  const audit = auditLine(person, 'checklist-answered', `run:${sent.runId}`, { questions });
  const after =
    fresh.length === 0 ? null : await desk.store.addAnswers(person.tenantId, sent.runId, fresh, { activityId, audit });
  const run = after?.run ?? state.run;
  const now = after === null ? state : ((await stateOf(desk, asking, run)) ?? state);
  if (fresh.length > 0 && run.state !== 'open') return { kind: 'not-open', state: now };
  return { kind: 'answered', state: now, first: firstAnswers(now, wanted) };
}

function readStep(state: RunState, { person, at }: RunAsking, { values, seen }: SentStep) {
  const sent = values(state.ruleSet);
  const wanted: RunAnswer[] = [];
  const faults: StepFault[] = [];
  for (const question of state.ruleSet.questions) {
    if (!Object.hasOwn(sent, question.id) && !isLeftEmpty(state, question, seen)) continue;
    const read = readAnswer(question, sent[question.id]);
    if ('fault' in read) faults.push({ question, fault: read.fault });
    else if (read.value === null && question.isRequired) faults.push({ question, fault: 'required' });
    else {
      const version = (seen[question.id] ?? 0) + 1;
      // An optional question that was left empty was asked, and is not known.
      wanted.push({ question: question.id, version, value: read.value ?? dontKnow, by: person.objectId ?? '', at });
    }
  }
  return { wanted, faults };
}

/** Clients leave an empty field out: an optional question that was shown, and that nobody has answered meanwhile. */
function isLeftEmpty({ run }: RunState, { id, isRequired }: Question, seen: SentStep['seen']): boolean {
  return !isRequired && Object.hasOwn(seen, id) && !run.answers.some(({ question }) => question === id);
}

function isStanding({ run }: RunState, { question, value }: RunAnswer): boolean {
  return run.answers.some((one) => one.question === question && isSame(one.value, value));
}

function firstAnswers({ run, ruleSet }: RunState, wanted: readonly RunAnswer[]): readonly FirstAnswer[] {
  return wanted.flatMap((mine) => {
    const standing = run.answers.find(({ question }) => question === mine.question);
    const question = ruleSet.questions.find(({ id }) => id === mine.question);
    return standing === undefined || question === undefined || isSame(standing.value, mine.value)
      ? []
      : [{ question, standing, wanted: mine.value }];
  });
}

function isSame(a: AnswerValue, b: AnswerValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
