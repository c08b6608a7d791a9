import { z } from 'zod';
import { changeDeadline, type DeadlineAction, type DeadlineChange, snoozeChoices } from '../../app/deadlines/change-deadline.ts';
import { deadlineKinds, filterInputs } from '../../cards/deadlines/filter-card.ts';
import type { DeadlineList, ListExtras } from '../../cards/deadlines/list-card.ts';
import { weekdayText } from '../../cards/words/day.ts';
import { type MessageContent, type Reply, replyFault } from '../turn/reply.ts';
import type { CardActionRequest, Turn } from '../turn/request.ts';
import { askingOf, type DeadlineContext } from './context.ts';
import { listContent, listSchema, shareContent } from './lists.ts';

const pressed = z.object({ id: z.string().max(100), list: listSchema, until: z.enum(['tomorrow', 'next-week']).optional() });

const all = (value: unknown) => (value === 'all' || value === '' ? undefined : value);
const chosenFilter = z.object({
  [filterInputs.kind]: z.preprocess(all, z.enum(deadlineKinds).optional()).optional(),
  [filterInputs.person]: z.preprocess(all, z.string().max(100).optional()).optional(),
});

/** "Klaret" and its undoing, a snooze, or a stop: the deadline is changed and the same list shown as it stands afterwards. */
export async function pressDeadline(
  context: DeadlineContext,
  request: CardActionRequest,
  kind: 'met' | 'snooze' | 'stop' | 'reopen',
): Promise<Reply> {
  const read = pressed.safeParse(request.data);
  if (!read.success) return badRequest(context, request);
  const { id, list, until } = read.data;
  const choices = snoozeChoices(request.today, context.desk.settings.closed);
  const action: DeadlineAction =
    kind === 'snooze' ? { kind, until: until === 'next-week' ? choices.nextWeek : choices.tomorrow } : { kind };
  const change = await changeDeadline(context.desk, askingOf(request), id, action);
  const finished = kind === 'met' && change.kind === 'changed' ? change.deadline : null;
  return showList(context, request, list, { notice: noticeOf(context, request, change), finished });
}

/** Another page, or the list as it stands now. */
export async function showDeadlines(context: DeadlineContext, request: CardActionRequest): Promise<Reply> {
  const read = z.object({ list: listSchema }).safeParse(request.data);
  return read.success ? showList(context, request, read.data.list) : badRequest(context, request);
}

/** The same list narrowed to a kind or a person, from its first page. */
export async function filterDeadlines(context: DeadlineContext, request: CardActionRequest): Promise<Reply> {
  const read = z.object({ list: listSchema }).and(chosenFilter).safeParse(request.data);
  if (!read.success) return badRequest(context, request);
  const { list, [filterInputs.kind]: of, [filterInputs.person]: who } = read.data;
  if (list.kind !== 'mine' && list.kind !== 'team' && list.kind !== 'overdue') return badRequest(context, request);
  return showList(context, request, { kind: list.kind, page: 0, of, ...(list.kind === 'mine' ? {} : { who }) });
}

/** The share met in time of the team, or of one person of it. */
export async function filterShare(context: DeadlineContext, request: CardActionRequest): Promise<Reply> {
  const read = chosenFilter.safeParse(request.data);
  if (!read.success) return badRequest(context, request);
  const person = read.data[filterInputs.person];
  return answerPress(request, await shareContent(context, request, person === undefined ? 'team' : { person }));
}

/** What a person must know of a change that did not go as pressed; null where it did. */
export function noticeOf({ texts }: DeadlineContext, turn: Turn, change: DeadlineChange): string | null {
  const say = texts[turn.language];
  switch (change.kind) {
    case 'changed':
    case 'unchanged':
      return null;
    case 'conflict':
      return say('deadlines.conflict');
    case 'day-has-passed':
      return say('deadlines.dialog-day-passed', { day: weekdayText(change.on, turn.language) });
    case 'unknown-person':
      return say('deadlines.dialog-to-error');
    case 'not-found':
      return say('deadlines.gone');
  }
}

async function showList(
  context: DeadlineContext,
  request: CardActionRequest,
  list: DeadlineList,
  extras: ListExtras = {},
): Promise<Reply> {
  return answerPress(request, await listContent(context, request, list, extras));
}

/** A press is answered with the new card in its place; where there is only a sentence to say, with the sentence. */
export function answerPress(request: CardActionRequest, content: MessageContent): Reply {
  if (content.card === undefined) return replyFault('forbidden', content.summary);
  if (request.via === 'execute') return { answer: { kind: 'card', card: content.card }, messages: [] };
  const { messageId, place } = request;
  const update =
    messageId === null
      ? { kind: 'post' as const, to: { kind: 'here' as const }, content }
      : { kind: 'update' as const, conversationId: place.conversationId, messageId, content };
  return { answer: { kind: 'none' }, messages: [update] };
}

function badRequest({ texts }: DeadlineContext, turn: Turn): Reply {
  return replyFault('bad-request', texts[turn.language]('deadlines.gone'));
}
