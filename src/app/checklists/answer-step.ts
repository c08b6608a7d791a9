import { ruleSetOfRun } from '../../domain/rules/adoption.ts';
import { type AnswerFault, type AnswerValue, dontKnow, readAnswer } from '../../domain/rules/answers.ts';
import type { Question, RuleSet } from '../../domain/rules/rule-set.ts';
import { queueHere } from './case-queue.ts';
import type { CaseQueue, Run, RunAnswer } from './ports.ts';
import { auditLine, mayOpenRun, type NotAllowed, openRun, placeOf, type RunAsking, type RunDesk } from './run-desk.ts';
import { type RunState, stateOf } from './show-run.ts';

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

/** What became of a step, with the queue of the conversation in which it was answered. */
export type AnsweredStep =
  | {
      readonly kind: 'answered';
      readonly state: RunState;
      readonly first: readonly FirstAnswer[];
      /** The required questions that were forgotten and are still asked, or whose answer was cleared: the others were recorded. */
      readonly missing: readonly StepFault[];
      readonly queue: CaseQueue | null;
    }
  | { readonly kind: 'faulty'; readonly state: RunState; readonly faults: readonly StepFault[]; readonly queue: CaseQueue | null }
  | { readonly kind: 'not-open'; readonly state: RunState; readonly queue: CaseQueue | null }
  | NotAllowed;

/** Records the answers of a step. Each question stands for itself: of two people who answer it at once, the first is recorded. */
export async function answerStep(desk: RunDesk, asking: RunAsking, sent: SentStep): Promise<AnsweredStep> {
  const known = knownStep(desk, asking, sent);
  if (known !== null) return record(desk, asking, known);
  const run = await openRun(desk, asking, sent.runId);
  const ruleSet = run === null ? null : ruleSetOfRun(desk.ruleSets, run.ruleSet);
  if (run === null || ruleSet === null) return { kind: 'not-allowed' };
  const step = readStep(run, ruleSet, asking, sent);
  if (run.state === 'open' && step.faults.length === 0) return record(desk, asking, { run, ...step });
  const [state, queue] = await Promise.all([stateOf(desk, asking, run), queueHere(desk, asking)]);
  if (state === null) return { kind: 'not-allowed' };
  return run.state === 'open' ? { kind: 'faulty', state, faults: step.faults, queue } : { kind: 'not-open', state, queue };
}

/**
 * A step that needs nothing of what stands on the run now: who may open a run may always, its rule set never changes, and whether it
 * is open and whose answer was first the database decides. Null where the run must be read: nobody saw it here, an answer may stand
 * already, or there is a fault to show.
 */
function knownStep(desk: RunDesk, asking: RunAsking, sent: SentStep): WantedStep | null {
  const run = desk.store.lastSeen(asking.person.tenantId, sent.runId);
  const ruleSet = run === null ? null : ruleSetOfRun(desk.ruleSets, run.ruleSet);
  if (run === null || ruleSet === null || run.state !== 'open' || !mayOpenRun(desk.directory, asking, run)) return null;
  const { wanted, faults, missing } = readStep(run, ruleSet, asking, sent);
  const isNew = wanted.length > 0 && wanted.every((one) => !isStanding(run, one));
  return isNew && faults.length === 0 ? { run, wanted, missing } : null;
}

interface WantedStep {
  readonly run: Run;
  readonly wanted: readonly RunAnswer[];
  readonly missing: readonly Question[];
}

async function record(desk: RunDesk, asking: RunAsking, { run: before, wanted, missing }: WantedStep): Promise<AnsweredStep> {
  const { person, activityId, conversationId } = asking;
  const fresh = wanted.filter((one) => !isStanding(before, one));
  const questions = fresh.map(({ question }) => question).join(',');
  const audit = auditLine(person, 'checklist-answered', `run:${before.id}`, { questions });
  const step = { runId: before.id, conversationId: placeOf(conversationId), answers: fresh };
  const after = fresh.length === 0 ? null : await desk.store.addAnswers(person.tenantId, step, { activityId, audit });
  const run = after?.run ?? before;
  const queue = after === null ? await queueHere(desk, asking) : after.queue;
  const state = await stateOf(desk, asking, run);
  if (state === null) return { kind: 'not-allowed' };
  if (fresh.length > 0 && run.state !== 'open') return { kind: 'not-open', state, queue };
  const asked = new Set(state.step.kind === 'ask' ? state.step.questions.map(({ id }) => id) : []);
  const left = missing.filter(({ id }) => asked.has(id) || id in state.answers).map(required);
  return { kind: 'answered', state, first: firstAnswers(state, wanted), missing: left, queue };
}

/**
 * What was sent. Of a card that several people fill, each may answer a part; a card sent with nothing on it is sent by mistake. An
 * optional question that was left empty was asked and is not known, once nothing required is left beside it.
 */
function readStep(run: Run, ruleSet: RuleSet, { person, at }: RunAsking, { values, seen }: SentStep) {
  const sent = values(ruleSet);
  const [given, passedOver]: [RunAnswer[], RunAnswer[]] = [[], []];
  const [faults, missing]: [StepFault[], Question[]] = [[], []];
  for (const question of ruleSet.questions) {
    const { id, isRequired } = question;
    const isSent = Object.hasOwn(sent, id);
    if (!isSent && !Object.hasOwn(seen, id)) continue;
    const read = readAnswer(question, sent[id]);
    const answer = (value: AnswerValue): RunAnswer => ({
      question: id,
      version: (seen[id] ?? 0) + 1,
      value,
      by: person.objectId ?? '',
      at,
    });
    const isStandingAlready = run.answers.some((one) => one.question === id);
    if ('fault' in read) faults.push({ question, fault: read.fault });
    else if (read.value !== null) given.push(answer(read.value));
    else if (isRequired && (isSent || !isStandingAlready)) missing.push(question);
    else if (!isRequired && (isSent || !isStandingAlready)) passedOver.push(answer(dontKnow));
  }
  const isNothing = given.length === 0 && missing.length > 0;
  const wanted = missing.length > 0 ? given : [...given, ...passedOver];
  return { wanted, missing, faults: [...faults, ...(isNothing || faults.length > 0 ? missing.map(required) : [])] };
}

function required(question: Question): StepFault {
  return { question, fault: 'required' };
}

function isStanding(run: Run, { question, value }: RunAnswer): boolean {
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
