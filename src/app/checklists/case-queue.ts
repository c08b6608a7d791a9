import type { CaseQueue, QueuedCase } from './ports.ts';
import { auditLine, type NotAllowed, placeOf, type RunAsking, type RunDesk, refuse } from './run-desk.ts';
import { isCaseReference } from './start-run.ts';

export type QueueResult =
  | { readonly kind: 'queue'; readonly queue: CaseQueue; readonly refused: readonly string[] }
  | { readonly kind: 'no-cases' | 'no-queue' | 'changed-since' }
  | NotAllowed;

const mostCases = 60;

/** Lays cases into the conversation's queue; those that wait or are parked there are carried over. */
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
  const conversationId = placeOf(asking.conversationId);
  const before = await desk.store.queueIn(person.tenantId, conversationId);
  const carried = (before?.cases ?? []).filter(({ state }) => state !== 'taken');
  const added = read.filter((text) => !carried.some(({ caseReference }) => caseReference === text));
  const fresh = added.map((caseReference): QueuedCase => ({ caseReference, state: 'waiting', runId: null }));
  const cases = [...carried.map((one): QueuedCase => ({ ...one, state: 'waiting' })), ...fresh].slice(0, mostCases);
  const queue = { id: wanted.id, conversationId, checklist: wanted.checklist, owner, revision: before?.revision ?? 0, cases };
  return save(desk, asking, queue, 'queue-filled', refused);
}

/** The queue of the conversation that the person writes in. */
export async function queueHere(desk: RunDesk, { person, conversationId }: RunAsking): Promise<CaseQueue | null> {
  if (person.objectId === null || person.roles.length === 0) return null;
  return desk.store.queueIn(person.tenantId, placeOf(conversationId));
}

/** The case that is next: the first that waits. Parked ones come back with the next queue. */
export function nextCase({ cases }: CaseQueue): QueuedCase | null {
  return cases.find(({ state }) => state === 'waiting') ?? null;
}

/** Marks a case of the queue as taken by a run, or parks it. */
export async function markCase(desk: RunDesk, asking: RunAsking, queue: CaseQueue, marked: QueuedCase): Promise<QueueResult> {
  const cases = queue.cases.map((one) => (one.caseReference === marked.caseReference ? marked : one));
  return save(desk, asking, { ...queue, cases }, `case-${marked.state}`, []);
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
  return outcome === 'conflict' ? { kind: 'changed-since' } : { kind: 'queue', queue, refused };
}
