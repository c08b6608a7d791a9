import { type NewRunRules, rulesForNewRun } from '../../domain/rules/adoption.ts';
import { checklistOf, ruleSetKey } from '../../domain/rules/rule-set.ts';
import type { Person } from '../access/person.ts';
import { withTaken } from './case-queue.ts';
import type { CaseQueue, NewRun, Run } from './ports.ts';
import {
  auditLine,
  isCaseReference,
  mayOpenRun,
  type NotAllowed,
  placeOf,
  type RunAsking,
  type RunDesk,
  refuse,
} from './run-desk.ts';

/** A run was started, or one that is open was found again; or why not. */
export type StartedRun =
  | { readonly kind: 'started' | 'open-already'; readonly runId: string }
  | { readonly kind: 'no-case-number' }
  | { readonly kind: 'no-checklist' }
  /** Before its adoption begins, or after it ended. */
  | Extract<NewRunRules, { readonly kind: 'not-in-use' }>
  /** Somebody else took the queue's case meanwhile. */
  | { readonly kind: 'changed-since' }
  /** The queue's case was begun by its owner, for itself: that person alone can show it. */
  | { readonly kind: 'begun-alone'; readonly owner: string }
  | NotAllowed;

/** What is to be started; a case of a queue is taken off it in the same moment. */
export interface WantedRun {
  readonly id: string;
  readonly checklist: string;
  readonly caseReference: string;
  readonly queue?: CaseQueue | null;
  /** How many people see it from the start, since somebody confirmed so for the whole queue; null where nobody did. */
  readonly shownTo?: number | null;
}

/** Starts a checklist for a case. The case's open run of the same person, or of the queue, is taken up again rather than doubled. */
export async function startRun(desk: RunDesk, asking: RunAsking, wanted: WantedRun): Promise<StartedRun> {
  const { person, today, at, activityId } = asking;
  if (person.objectId === null || !mayFill(person)) return refuse(desk, person, `checklist:${wanted.checklist}`);
  const caseReference = wanted.caseReference.trim().toUpperCase();
  if (!isCaseReference(desk, caseReference)) return { kind: 'no-case-number' };
  const all = await openRunsOf(desk, asking, { ...wanted, caseReference });
  const open = all.find((run) => mayOpenRun(desk.directory, asking, run));
  if (open !== undefined) return takeUp(desk, asking, wanted.queue ?? null, open);
  const [alone] = wanted.shownTo == null ? [] : all;
  if (alone !== undefined) return { kind: 'begun-alone', owner: alone.owner };
  const found = rulesForNewRun(desk.ruleSets, desk.adoptions, wanted.checklist, today);
  if (found.kind === 'unknown') return { kind: 'no-checklist' };
  if (found.kind === 'not-in-use') return found;
  const ruleSet = ruleSetKey(found.ruleSet);
  const shownTo = wanted.shownTo ?? null;
  const owner = ownerOf(desk, person, { ...wanted, caseReference });
  const answers = wanted.queue?.common.filter(({ question }) => found.ruleSet.questions.some(({ id }) => id === question)) ?? [];
  const run: NewRun = {
    ...{ id: wanted.id, caseReference, ruleSet, asOf: today, owner, isTrial: found.kind === 'trial', startedAt: at, answers },
    sharedIn: shownTo === null ? null : placeOf(asking.conversationId),
  };
  const queue = wanted.queue == null ? null : withTaken(wanted.queue, caseReference, run.id);
  const audit = auditLine(person, 'checklist-started', `run:${run.id}`, { ruleSet, trial: run.isTrial, people: shownTo });
  const outcome = await desk.store.start(person.tenantId, run, queue, { activityId, audit });
  if (outcome === 'changed') return { kind: 'started', runId: run.id };
  if (outcome === 'conflict') return { kind: 'changed-since' };
  // The same activity again: the run that it started.
  const current = queue === null ? null : (await desk.store.queueIn(person.tenantId, queue.conversationId))?.current;
  const made = current ?? (await openRunsOf(desk, asking, { ...wanted, caseReference }))[0]?.id;
  return made === undefined ? { kind: 'no-checklist' } : { kind: 'open-already', runId: made };
}

/** The case's runs that are still open: where a queue is worked through, the queue's before its owner's; else the person's own before the queue's. */
async function openRunsOf(desk: RunDesk, { person }: RunAsking, wanted: WantedRun): Promise<readonly Run[]> {
  const { checklist, caseReference, queue, shownTo = null } = wanted;
  const queuedId = queue?.cases.find((one) => one.caseReference === caseReference)?.runId ?? null;
  const queued = queuedId === null ? null : await desk.store.find(person.tenantId, queuedId);
  const own = (await desk.store.runsOf(person.tenantId, [ownerOf(desk, person, wanted)], ['open'])).find(
    (run) => run.caseReference === caseReference && checklistOf(run.ruleSet) === checklist,
  );
  return (shownTo === null ? [own, queued] : [queued, own]).flatMap((run) => (run?.state === 'open' ? [run] : []));
}

async function takeUp(desk: RunDesk, { person, activityId }: RunAsking, queue: CaseQueue | null, run: Run): Promise<StartedRun> {
  if (queue !== null && queue.current !== run.id) {
    const audit = auditLine(person, 'case-taken', `run:${run.id}`);
    const outcome = await desk.store.saveQueue(person.tenantId, withTaken(queue, run.caseReference, run.id), {
      activityId,
      audit,
    });
    if (outcome === 'conflict') return { kind: 'changed-since' };
  }
  return { kind: 'open-already', runId: run.id };
}

/** A queue's cases are those of whoever laid them in, also where somebody else goes on to the next; a secretary's are whose turn it is. */
function ownerOf({ directory }: RunDesk, person: Person, { queue, caseReference, shownTo = null }: WantedRun): string {
  const laidIn = queue?.cases.find((one) => one.caseReference === caseReference)?.owner ?? queue?.owner;
  const owner = shownTo === null || laidIn === undefined ? null : directory.member(person.tenantId, laidIn);
  return owner !== null && mayFill(owner) ? owner.objectId : (person.objectId ?? '');
}

function mayFill({ roles }: Pick<Person, 'roles'>): boolean {
  return roles.some((role) => role === 'caseworker' || role === 'team-leader' || role === 'professional-leader');
}
