import { z } from 'zod';
import {
  digestRows,
  escalatedRows,
  monthlyShare,
  myDeadlines,
  noticeRows,
  type ShareOf,
  type ShownDeadlines,
  teamDeadlines,
} from '../../app/deadlines/show-deadlines.ts';
import { deadlineKinds } from '../../cards/deadlines/filter-card.ts';
import { type DeadlineList, deadlineListCard, isBoard, type ListExtras } from '../../cards/deadlines/list-card.ts';
import { timelinessCard } from '../../cards/deadlines/timeliness-card.ts';
import { type PlainDate, readPlainDate } from '../../domain/calendar/plain-date.ts';
import type { MessageContent, Reply } from '../turn/reply.ts';
import type { Turn } from '../turn/request.ts';
import { askingOf, awaitedBy, type DeadlineContext, refreshIds, viewOf } from './context.ts';

const day = z
  .string()
  .transform((text, context) => readPlainDate(text) ?? context.addIssue({ code: 'custom', message: 'no day' }) ?? z.NEVER);
const page = z.int().nonnegative().max(1000).catch(0);

/** Which list a card asked for. Only what may be believed: a kind, a page, and days; who may see it is decided anew. */
export const listSchema = z.union([
  z.object({
    kind: z.enum(['mine', 'team', 'overdue']),
    page,
    of: z.enum(deadlineKinds).optional().catch(undefined),
    who: z.string().max(100).optional().catch(undefined),
  }),
  z.object({ kind: z.enum(['single', 'moved']), reminder: z.string().max(100), page }),
  z.object({ kind: z.enum(['digest', 'escalation']), on: day, after: day, person: z.string().max(100), page }),
]);

/** The message with a list as it stands now, or the refusal in the person's words. */
export async function listContent(
  context: DeadlineContext,
  turn: Turn,
  list: DeadlineList,
  extras: ListExtras = {},
): Promise<MessageContent> {
  const texts = context.texts[turn.language];
  const shown = await rowsOf(context, turn, list);
  if (shown.kind === 'not-allowed') {
    const key = turn.person.objectId === null ? 'deadlines.no-person' : 'deadlines.not-allowed';
    return { text: texts(key), summary: texts(key) };
  }
  const key = ['mine', 'team', 'overdue'].includes(list.kind) ? 'list' : list.kind;
  const { tenantId, objectId } = turn.person;
  const refreshFor = isBoard(list) ? [] : await refreshIds(context, tenantId, objectId);
  const awaited = await awaitedBy(context, tenantId, shown.rows);
  return {
    card: deadlineListCard(shown.rows, list, viewOf(context, turn), { ...extras, refreshFor, awaited }),
    summary: texts(`deadlines.${key}-summary`, { count: shown.rows.length }),
  };
}

/** One's own deadlines are answered in the personal chat, wherever they were asked for. */
export async function personally(context: DeadlineContext, turn: Turn, content: MessageContent): Promise<Reply> {
  if (turn.place.kind === 'personal' || turn.person.objectId === null) {
    return { answer: { kind: 'none' }, messages: [{ kind: 'post', to: { kind: 'here' }, content }] };
  }
  const said = context.texts[turn.language]('deadlines.sent-personally');
  return {
    answer: { kind: 'none' },
    messages: [
      { kind: 'post', to: { kind: 'person', objectId: turn.person.objectId }, content },
      { kind: 'post', to: { kind: 'here' }, content: { text: said, summary: said } },
    ],
  };
}

/** The share met in time of the last six months. */
export async function shareContent(context: DeadlineContext, turn: Turn, of: ShareOf): Promise<MessageContent> {
  const texts = context.texts[turn.language];
  const months = await monthlyShare(context.desk, askingOf(turn), of);
  if (months === null) return { text: texts('deadlines.not-allowed'), summary: texts('deadlines.not-allowed') };
  return { card: timelinessCard(months, of, viewOf(context, turn)), summary: texts('deadlines.share-summary') };
}

function rowsOf({ desk }: DeadlineContext, turn: Turn, list: DeadlineList): Promise<ShownDeadlines> {
  const asking = askingOf(turn);
  switch (list.kind) {
    case 'mine':
      return myDeadlines(desk, asking, { kind: list.of });
    case 'team':
      return teamDeadlines(desk, asking, { kind: list.of, owner: list.who });
    case 'overdue':
      return teamDeadlines(desk, asking, { kind: list.of, owner: list.who, overdueOnly: true });
    case 'digest':
      return digestRows(desk, asking, { about: list.person, on: list.on as PlainDate, after: list.after as PlainDate });
    case 'single':
    case 'moved':
      return noticeRows(desk, asking, list.reminder);
    case 'escalation':
      return escalatedRows(desk, asking, { on: list.on as PlainDate, after: list.after as PlainDate });
  }
}
