import { nextStep } from '../../domain/checklist/next-step.ts';
import { dontKnow, readAnswer } from '../../domain/rules/answers.ts';
import type { Question, RuleSet } from '../../domain/rules/rule-set.ts';
import type { CaseQueue, QueuedCase, RunAnswer } from './ports.ts';
import { auditLine, isCaseReference, type NotAllowed, placeOf, type RunAsking, type RunDesk, refuse } from './run-desk.ts';

export type QueueResult =
  | { readonly kind: 'queue'; readonly queue: CaseQueue; readonly refused: readonly string[] }
  | { readonly kind: 'no-cases' | 'no-queue' | 'changed-since' | 'full' }
  /** The conversation's queue of another checklist is not worked through. */
  | { readonly kind: 'other-checklist'; readonly checklist: string; readonly left: number }
  | NotAllowed;

/** How a queued case stands: a taken one by its run. */
export type CaseStanding = 'waiting' | 'parked' | 'open' | 'over';

const mostCases = 60;

/** Lays cases into the conversation's queue, after those that are not worked through; one queue is of one checklist. */
export async function fillQueue(
  desk: RunDesk,
  asking: RunAsking,
  wanted: { readonly id: string; readonly checklist: string; readonly references: readonly string[] },
): Promise<QueueResult> {
  const { person } = asking;
  const owner = person.objectId;
  if (owner === null || person.roles.length === 0) return refuse(desk, person, 'queue');
  const references = [...new Set(wanted.references.map((text) => text.toUpperCase()))];
  const read = references.filter((text) => isCaseReference(desk, text));
  const refused = references.filter((text) => !isCaseReference(desk, text));
  if (read.length === 0) return { kind: 'no-cases' };
  const before = await desk.store.queueIn(person.tenantId, placeOf(asking.conversationId));
  const carried = before === null ? [] : await unfinished(desk, asking, before);
  if (before !== null && carried.length > 0 && before.checklist !== wanted.checklist)
    return { kind: 'other-checklist', checklist: before.checklist, left: carried.length };
  const added = read.filter((text) => !carried.some(({ caseReference }) => caseReference === text));
  if (carried.length + added.length > mostCases) return { kind: 'full' };
  const fresh = added.map((caseReference): QueuedCase => ({ caseReference, state: 'waiting', runId: null, owner }));
  const queue: CaseQueue = {
    ...{ id: wanted.id, conversationId: placeOf(asking.conversationId), checklist: wanted.checklist, owner },
    ...{ revision: before?.revision ?? 0, cases: [...carried, ...fresh] },
    ...{ common: carried.length > 0 ? (before?.common ?? []) : [], shownTo: null, current: before?.current ?? null },
  };
  return save(desk, asking, queue, 'queue-filled', refused);
}

/** Carries what is unfinished over to the next meeting: parked and open cases wait again, finished ones are gone. */
export async function carryOver(desk: RunDesk, asking: RunAsking, queue: CaseQueue): Promise<QueueResult> {
  const cases = (await unfinished(desk, asking, queue)).map((one): QueuedCase => ({ ...one, state: 'waiting' }));
  return save(desk, asking, { ...queue, cases, shownTo: null, current: null }, 'queue-carried-over', []);
}

/** Takes every case off the queue; what was begun of them stays. */
export async function emptyQueue(desk: RunDesk, asking: RunAsking, queue: CaseQueue): Promise<QueueResult> {
  return save(desk, asking, { ...queue, cases: [], common: [], shownTo: null, current: null }, 'queue-emptied', []);
}

async function unfinished(desk: RunDesk, asking: RunAsking, queue: CaseQueue): Promise<readonly QueuedCase[]> {
  const standings = await standingsOf(desk, asking, queue);
  return queue.cases.filter(({ caseReference }) => standings.get(caseReference) !== 'over');
}

/** How each case of a queue stands. */
export async function standingsOf(
  { store }: RunDesk,
  { person }: RunAsking,
  { cases }: CaseQueue,
): Promise<ReadonlyMap<string, CaseStanding>> {
  const standing = async ({ state, runId }: QueuedCase): Promise<CaseStanding> => {
    const run = runId === null ? null : await store.find(person.tenantId, runId);
    if (run !== null && run.state !== 'open') return 'over';
    return state === 'taken' ? 'open' : state;
  };
  return new Map(await Promise.all(cases.map(async (one) => [one.caseReference, await standing(one)] as const)));
}

/** The queue of the conversation that the person writes in. */
export async function queueHere(desk: RunDesk, { person, conversationId }: RunAsking): Promise<CaseQueue | null> {
  if (person.objectId === null || person.roles.length === 0) return null;
  return desk.store.queueIn(person.tenantId, placeOf(conversationId));
}

/** The case that is next: the first that waits, then those that were parked, except the one that is worked on and those that are over, where it is known. */
export function nextCase({ cases, current }: CaseQueue, standings?: ReadonlyMap<string, CaseStanding>): QueuedCase | null {
  const isOver = ({ caseReference }: QueuedCase) => standings?.get(caseReference) === 'over';
  const others = cases.filter((one) => (one.runId === null || one.runId !== current) && !isOver(one));
  return others.find(({ state }) => state === 'waiting') ?? others.find(({ state }) => state === 'parked') ?? null;
}

/** The queue with a case taken by a run, and worked on. */
export function withTaken(queue: CaseQueue, caseReference: string, runId: string): CaseQueue {
  const cases = queue.cases.map(
    (one): QueuedCase => (one.caseReference === caseReference ? { ...one, state: 'taken', runId } : one),
  );
  return { ...queue, current: runId, cases };
}

/** Sets a case aside until the others are done. */
export async function parkCase(
  desk: RunDesk,
  asking: RunAsking,
  queue: CaseQueue,
  fits: (one: QueuedCase) => boolean,
): Promise<QueueResult> {
  const found = queue.cases.find(fits);
  if (found === undefined || (await standingsOf(desk, asking, queue)).get(found.caseReference) === 'over')
    return { kind: 'no-queue' };
  const parked: QueuedCase = { ...found, state: 'parked' };
  const cases = queue.cases.map((one) => (one === found ? parked : one));
  return save(desk, asking, { ...queue, cases }, 'case-parked', []);
}

/** The questions that a queue may answer once for all its cases: the choices that every case is asked first. */
export function commonQuestions(ruleSet: RuleSet, { today }: Pick<RunAsking, 'today'>): readonly Question[] {
  const step = nextStep(ruleSet, {}, today);
  return step.kind === 'ask' ? step.questions.filter(({ type }) => type === 'choice') : [];
}

/** Keeps what holds for every case, and that the person saw how many people see them. */
export async function confirmQueue(
  desk: RunDesk,
  asking: RunAsking,
  queue: CaseQueue,
  confirmed: { readonly ruleSet: RuleSet; readonly values: Readonly<Record<string, unknown>>; readonly shownTo: number },
): Promise<QueueResult> {
  const { person, at } = asking;
  const given = commonQuestions(confirmed.ruleSet, asking).flatMap((question): readonly RunAnswer[] => {
    const read = readAnswer(question, confirmed.values[question.id] ?? null);
    if ('fault' in read || read.value === null || read.value === dontKnow) return [];
    return [{ question: question.id, version: 1, value: read.value, by: person.objectId ?? '', at }];
  });
  // What is not known for all of them is asked for each.
  const kept = queue.common.filter(({ question }) => confirmed.values[question] === undefined);
  // From the queue's own card a parked case may be taken up again at once.
  const next = { ...queue, common: [...kept, ...given], shownTo: confirmed.shownTo, current: null };
  return save(desk, asking, next, 'queue-confirmed', []);
}

async function save(
  { store }: RunDesk,
  { person, activityId }: RunAsking,
  queue: CaseQueue,
  action: string,
  refused: readonly string[],
): Promise<QueueResult> {
  const audit = auditLine(person, action, `queue:${queue.id}`, { cases: queue.cases.length });
  const outcome = await store.saveQueue(person.tenantId, queue, { activityId, audit });
  if (outcome === 'conflict') return { kind: 'changed-since' };
  // What the same activity has done already is shown as it stands.
  const saved =
    outcome === 'changed'
      ? { ...queue, revision: queue.revision + 1 }
      : await store.queueIn(person.tenantId, queue.conversationId);
  return saved === null ? { kind: 'no-queue' } : { kind: 'queue', queue: saved, refused };
}
