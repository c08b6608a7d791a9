import { queueHere } from '../../app/checklists/case-queue.ts';
import { decidedBefore } from '../../app/checklists/case-runs.ts';
import type { CaseQueue } from '../../app/checklists/ports.ts';
import { placeOf } from '../../app/checklists/run-desk.ts';
import type { RunState } from '../../app/checklists/show-run.ts';
import { startRun } from '../../app/checklists/start-run.ts';
import { movedCard, shareCard } from '../../cards/checklists/list-sheets.ts';
import { overviewCard } from '../../cards/checklists/result-card.ts';
import type { Outgoing, Reply } from '../turn/reply.ts';
import type { CardActionRequest, MessageRequest } from '../turn/request.ts';
import { askingOf, type ChecklistContext, cardReply, ownCard, refused, runOf, said, saidNotInUse, viewOf } from './context.ts';

/** The case to start with, and the queue that it is next in. */
export interface StartedCase {
  readonly checklist: string;
  readonly caseReference: string;
  readonly queue?: CaseQueue;
}

/** Starts a checklist where the person is: in the personal chat at once, elsewhere after saying who will see it. */
export async function startFor(
  context: ChecklistContext,
  request: MessageRequest | CardActionRequest,
  { checklist, caseReference, queue: given }: StartedCase,
): Promise<Reply> {
  const asking = askingOf(context, request);
  const standing = given ?? (await queueHere(context.desk, asking));
  const reference = caseReference.trim().toUpperCase();
  const isQueued = standing?.checklist === checklist && standing.cases.some((one) => one.caseReference === reference);
  const queue = isQueued ? standing : null;
  const shownTo = await confirmedFor(context, request, given);
  const started = await startRun(context.desk, asking, { id: context.makeId(), checklist, caseReference, queue, shownTo });
  switch (started.kind) {
    case 'not-allowed':
      return request.kind === 'message' ? said(context, request, 'not-allowed') : refused(context, request);
    case 'no-case-number':
    case 'no-checklist':
      return said(context, request, started.kind);
    case 'not-in-use':
      return saidNotInUse(context, request, started);
    case 'begun-alone': {
      const name = context.desk.directory.member(request.person.tenantId, started.owner)?.name ?? '';
      return said(context, request, 'begun-alone', { name, case: reference });
    }
    case 'changed-since':
      return said(context, request, 'changed-queue');
    case 'started':
    case 'open-already':
  }
  const state = await runOf(context, request, started.runId);
  if (state === null) return refused(context, request);
  const view = await viewOf(context, request);
  if (request.place.kind !== 'personal') return startShared(context, request, state);
  const earlier = started.kind === 'started' ? await decidedBefore(context.desk, asking, state.run) : null;
  const card = ownCard(state, view, { earlier });
  if (request.kind === 'card-action') return cardReply(context, request, card, state);
  return { answer: { kind: 'none' }, messages: [postOf(card, view.texts('checklists.summary'))] };
}

/** How many people see the next case of a queue, where no more are here than somebody confirmed; null elsewhere. */
async function confirmedFor(
  { peopleIn }: ChecklistContext,
  { person, place }: MessageRequest | CardActionRequest,
  queue: CaseQueue | undefined,
): Promise<number | null> {
  if (place.kind === 'personal' || queue === undefined || queue.shownTo === null) return null;
  const { length } = await peopleIn(person.tenantId, place.conversationId);
  return length <= queue.shownTo ? length : null;
}

/** What is shared here already is shown; anything else says first who would see it, also what its owner began alone. */
async function startShared(
  context: ChecklistContext,
  request: MessageRequest | CardActionRequest,
  state: RunState,
): Promise<Reply> {
  const { tenantId } = request.person;
  const conversationId = placeOf(request.place.conversationId);
  const view = await viewOf(context, request);
  const summary = view.texts('checklists.summary');
  const people = await context.peopleIn(tenantId, request.place.conversationId);
  const before = state.run.sharedAt.find((at) => at.conversationId === conversationId);
  if (before === undefined)
    return { answer: { kind: 'none' }, messages: [postOf(shareCard(state, people.length, view), summary)] };
  const onSent = (messageId: string) => context.desk.store.markPosted(tenantId, state.run.id, { conversationId, messageId });
  const old: readonly Outgoing[] =
    before?.messageId == null
      ? []
      : [{ kind: 'update', conversationId, messageId: before.messageId, content: { card: movedCard(state, view), summary } }];
  return { answer: { kind: 'none' }, messages: [{ ...postOf(overviewCard(state, view, people), summary), onSent }, ...old] };
}

function postOf(card: ReturnType<typeof shareCard>, summary: string): Extract<Outgoing, { kind: 'post' }> {
  return { kind: 'post', to: { kind: 'here' }, content: { card, summary } };
}
