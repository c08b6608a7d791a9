import { markCase, queueHere } from '../../app/checklists/case-queue.ts';
import { startRun } from '../../app/checklists/start-run.ts';
import { shareCard } from '../../cards/checklists/list-sheets.ts';
import type { Reply } from '../turn/reply.ts';
import type { CardActionRequest, MessageRequest } from '../turn/request.ts';
import { askingOf, type ChecklistContext, cardReply, ownCard, refused, runOf, said, viewOf } from './context.ts';

/** Starts a checklist where the person is: in the personal chat at once, elsewhere after saying who will see it. */
export async function startFor(
  context: ChecklistContext,
  request: MessageRequest | CardActionRequest,
  checklist: string,
  caseReference: string,
): Promise<Reply> {
  const asking = askingOf(context, request);
  const started = await startRun(context.desk, asking, { id: context.makeId(), checklist, caseReference });
  if (started.kind === 'not-allowed')
    return request.kind === 'message' ? said(context, request, 'not-allowed') : refused(context, request);
  if (started.kind === 'no-case-number' || started.kind === 'no-checklist') return said(context, request, started.kind);
  const queue = await queueHere(context.desk, asking);
  const queued = queue?.cases.find((one) => one.caseReference === caseReference.trim().toUpperCase());
  if (queue !== null && queued !== undefined && queued.state !== 'taken')
    await markCase(context.desk, { ...asking, activityId: null }, queue, { ...queued, state: 'taken', runId: started.runId });
  const state = await runOf(context, request, started.runId);
  if (state === null) return refused(context, request);
  const view = await viewOf(context, request);
  const isPersonal = request.place.kind === 'personal';
  const people = isPersonal ? [] : await context.peopleIn(request.person.tenantId, request.place.conversationId);
  const card = isPersonal ? ownCard(state, view) : shareCard(state, people.length, view);
  if (request.kind === 'card-action' && isPersonal) return cardReply(context, request, card, state);
  const content = { card, summary: view.texts('checklists.summary') };
  return { answer: { kind: 'none' }, messages: [{ kind: 'post', to: { kind: 'here' }, content }] };
}
