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
  const open = await openRunOf(desk, asking, { ...wanted, caseReference });
  if (open !== null) return takeUp(desk, asking, wanted.queue ?? null, open);
  const found = rulesForNewRun(desk.ruleSets, desk.adoptions, wanted.checklist, today);
  if (found.kind === 'unknown') return { kind: 'no-checklist' };
  if (found.kind === 'not-in-use') return found;
  const ruleSet = ruleSetKey(found.ruleSet);
  const shownTo = wanted.shownTo ?? null;
  const owner = (shownTo === null ? null : ownerOf(desk, person.tenantId, wanted.queue ?? null)) ?? person.objectId;
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
  const made = current ?? (await openRunOf(desk, asking, { ...wanted, caseReference }))?.id;
  return made === undefined ? { kind: 'no-checklist' } : { kind: 'open-already', runId: made };
}

/** The case's run that is still open: the person's own, or the queue's where the person may open it. */
async function openRunOf(desk: RunDesk, asking: RunAsking, { checklist, caseReference, queue }: WantedRun): Promise<Run | null> {
  const { person } = asking;
  const own = (await desk.store.runsOf(person.tenantId, [person.objectId ?? ''], ['open'])).find(
    (run) => run.caseReference === caseReference && checklistOf(run.ruleSet) === checklist,
  );
  const queued = queue?.cases.find((one) => one.caseReference === caseReference)?.runId ?? null;
  if (own !== undefined || queued === null) return own ?? null;
  const run = await desk.store.find(person.tenantId, queued);
  return run !== null && run.state === 'open' && mayOpenRun(desk.directory, asking, run) ? run : null;
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
function ownerOf({ directory }: RunDesk, tenantId: string, queue: CaseQueue | null): string | null {
  const owner = queue === null ? null : directory.member(tenantId, queue.owner);
  return owner !== null && mayFill(owner) ? owner.objectId : null;
}

function mayFill({ roles }: Pick<Person, 'roles'>): boolean {
  return roles.some((role) => role === 'caseworker' || role === 'team-leader' || role === 'professional-leader');
}
