import { z } from 'zod';
import { addDeadline } from '../../app/deadlines/add-deadline.ts';
import { changeDeadline, type DeadlineAction, mayTend } from '../../app/deadlines/change-deadline.ts';
import { moveDeadline } from '../../app/deadlines/move-deadline.ts';
import { changeDeadlineDialog, type DeadlineDraft, newDeadlineDialog, newDialog } from '../../cards/deadlines/dialog-card.ts';
import { changeDialog } from '../../cards/deadlines/list-card.ts';
import { savedDeadlineCard } from '../../cards/deadlines/saved-card.ts';
import { readPlainDate } from '../../domain/calendar/plain-date.ts';
import type { Reply } from '../turn/reply.ts';
import type { DialogRequest, MessageActionRequest, Turn } from '../turn/request.ts';
import { askingOf, type DeadlineContext, viewOf } from './context.ts';
import { listContent, listSchema } from './lists.ts';
import { noticeOf } from './presses.ts';

const opened = z.object({ id: z.string().max(100), list: listSchema });
const chosen = opened.extend({
  action: z.enum(['snooze', 'move', 'move-trigger', 'hand-over', 'stop']),
  day: z.string().optional(),
  to: z.string().max(100).optional(),
});
const written = z.object({
  title: z.string().trim().max(200).catch(''),
  day: z.string().catch(''),
  case: z.string().trim().max(60).catch(''),
});

/** Choose a day, move, hand over or stop: opened with what the store holds, saved with what was chosen. */
export async function changeInDialog(context: DeadlineContext, request: DialogRequest): Promise<Reply> {
  const read = opened.safeParse(request.data);
  const deadline = read.success ? await context.desk.store.find(request.person.tenantId, read.data.id) : null;
  if (!read.success || deadline === null || !(await mayTend(context.desk, askingOf(request), deadline.owner)))
    return closed(context, request, 'deadlines.gone');
  const people = context.desk.directory
    .members(request.person.tenantId)
    .filter(({ objectId, roles }) => objectId !== deadline.owner && roles.length > 0);
  const open = (error: string | null): Reply => ({
    answer: {
      kind: 'dialog',
      title: context.texts[request.language]('deadlines.dialog-title'),
      card: changeDeadlineDialog(deadline, { dialog: changeDialog, ...read.data }, people, viewOf(context, request), error),
    },
    messages: [],
  });
  if (request.kind === 'dialog-open') return open(null);
  const choice = chosen.safeParse(request.data);
  const action = choice.success ? actionOf(choice.data) : null;
  if (action === null) return open(context.texts[request.language]('deadlines.dialog-day-error'));
  const isMove = action.kind === 'move' || action.kind === 'move-trigger';
  const change = isMove
    ? await moveDeadline(context.desk, askingOf(request), deadline.id, action)
    : await changeDeadline(context.desk, askingOf(request), deadline.id, action);
  const notice = noticeOf(context, request, change);
  if (notice !== null && change.kind !== 'conflict') return open(notice);
  return closedWithList(context, request, read.data.list, notice);
}

/** Lays in a deadline from a dialog. A fault keeps what was typed. */
export async function newInDialog(
  context: DeadlineContext,
  request: DialogRequest | MessageActionRequest,
  draft: DeadlineDraft,
): Promise<Reply> {
  const texts = context.texts[request.language];
  const open = (kept: DeadlineDraft, error: string | null): Reply => ({
    answer: {
      kind: 'dialog',
      title: texts('deadlines.dialog-new-title'),
      card: newDeadlineDialog(kept, { dialog: newDialog }, viewOf(context, request), error),
    },
    messages: [],
  });
  if (request.kind === 'dialog-open' || request.kind === 'message-action-open') return open(draft, null);
  const { title, day, case: caseReference } = written.parse(request.data);
  const kept = { title, day, caseReference };
  const dueOn = readPlainDate(day);
  if (title === '') return open(kept, texts('deadlines.dialog-what-error'));
  if (dueOn === null) return open(kept, texts('deadlines.dialog-day-error'));
  const wanted = { kind: 'own' as const, title, caseReference: caseReference === '' ? null : caseReference, dueOn };
  const added = await addDeadline(context.desk, askingOf(request), wanted, context.makeId());
  if (added.kind === 'no-person') return open(kept, texts('deadlines.no-person'));
  const content = {
    card: savedDeadlineCard(added.deadline, added.firstReminderOn, viewOf(context, request)),
    summary: texts('deadlines.saved-summary'),
  };
  return { answer: { kind: 'dialog-closed' }, messages: [{ kind: 'post', to: receiverOf(request), content }] };
}

function actionOf({ action, day, to }: z.infer<typeof chosen>): DeadlineAction | null {
  const on = readPlainDate(day ?? '');
  switch (action) {
    case 'stop':
      return { kind: 'stop' };
    case 'snooze':
      return on === null ? null : { kind: 'snooze', until: on };
    case 'move':
      return on === null ? null : { kind: 'move', dueOn: on };
    case 'move-trigger':
      return on === null ? null : { kind: 'move-trigger', on };
    case 'hand-over':
      return { kind: 'hand-over', to: to ?? '' };
  }
}

async function closedWithList(
  context: DeadlineContext,
  request: DialogRequest,
  list: z.infer<typeof listSchema>,
  notice: string | null,
): Promise<Reply> {
  const content = await listContent(context, request, list, { notice });
  const { messageId, place } = request;
  if (messageId === null || content.card === undefined)
    return { answer: { kind: 'dialog-closed' }, messages: [{ kind: 'post', to: receiverOf(request), content }] };
  return {
    answer: { kind: 'dialog-closed' },
    messages: [{ kind: 'update', conversationId: place.conversationId, messageId, content }],
  };
}

function receiverOf({ place, person }: Turn) {
  return place.kind === 'personal' || person.objectId === null
    ? ({ kind: 'here' } as const)
    : ({ kind: 'person', objectId: person.objectId } as const);
}

function closed({ texts }: DeadlineContext, turn: Turn, key: string): Reply {
  return { answer: { kind: 'dialog-closed', message: texts[turn.language](key) }, messages: [] };
}
