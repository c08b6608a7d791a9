import { z } from 'zod';
import { approveMinutes } from '../../app/agendas/approve-minutes.ts';
import { readMinutes } from '../../app/agendas/read-minutes.ts';
import { searchDecisions } from '../../app/agendas/search-decisions.ts';
import { agendaCard } from '../../cards/agendas/agenda-card.ts';
import { registerCard } from '../../cards/agendas/agenda-lists.ts';
import { minutesCard } from '../../cards/agendas/minutes-card.ts';
import type { MinutesVersion } from '../../domain/agenda/meeting/minutes.ts';
import type { Card, Reply } from '../turn/reply.ts';
import type { CardActionRequest, Turn } from '../turn/request.ts';
import { type AgendaContext, askingOf, refused, showsClosed, stateOf, viewOf } from './context.ts';
import { postAgenda } from './post-agenda.ts';

const id = z.string().min(1).max(400);
const page = z.int().nonnegative().max(1000).catch(0);
const shown = z.object({ id, page });
/** Which minutes a card shows; whether the person may see them is decided anew. */
export const minutesSchema = z.object({ id, page, version: z.enum(['open', 'full']).catch('open') });
const searched = z.object({ query: z.string().max(200).catch(''), page });

/** A page of an agenda, for the person who turned it. */
export async function showAgenda(context: AgendaContext, request: CardActionRequest): Promise<Reply> {
  const read = shown.safeParse(request.data);
  const state = read.success ? await stateOf(context, request, read.data.id) : null;
  if (!read.success || state === null) return refused(context, request, 'gone');
  return cardReply(context, request, agendaCard(state, read.data.page, viewOf(context, request)));
}

/** "Læg her". */
export async function pressPost(context: AgendaContext, request: CardActionRequest): Promise<Reply> {
  const read = shown.safeParse(request.data);
  return read.success ? postAgenda(context, request, read.data.id) : refused(context, request, 'gone');
}

/** The minutes, open or full. The full ones are shown in the personal chat alone. */
export async function showMinutes(context: AgendaContext, request: CardActionRequest): Promise<Reply> {
  const read = minutesSchema.safeParse(request.data);
  if (!read.success) return refused(context, request, 'gone');
  const { id: agenda, version, page: at } = read.data;
  const card = await minutesContent(context, request, { id: agenda, version, page: at }, null);
  return card.kind === 'refused' ? card.reply : cardReply(context, request, card.card);
}

/** A member approves; the card then says who is missing. */
export async function pressApprove(context: AgendaContext, request: CardActionRequest): Promise<Reply> {
  const read = minutesSchema.safeParse(request.data);
  if (!read.success) return refused(context, request, 'gone');
  const approved = await approveMinutes(context.desk, askingOf(context, request), read.data.id, null);
  const notice = noticeOfApproval(approved.kind, context, request);
  const card = await minutesContent(context, request, read.data, notice);
  return card.kind === 'refused' ? card.reply : cardReply(context, request, card.card, true);
}

/** What a person must know of an approval that was not counted. */
export function noticeOfApproval(
  kind: Awaited<ReturnType<typeof approveMinutes>>['kind'],
  { texts }: AgendaContext,
  { language }: Turn,
): string | null {
  const say = texts[language];
  switch (kind) {
    case 'approved':
      return null;
    case 'already':
      return say('agendas.approve-again');
    case 'not-held':
      return say('agendas.approve-not-held');
    case 'not-a-member':
      return say('agendas.approve-not-member');
    case 'not-found':
      return say('agendas.gone');
    case 'not-allowed':
      return say('agendas.not-allowed');
  }
}

/** A page of the register. */
export async function showRegister(context: AgendaContext, request: CardActionRequest): Promise<Reply> {
  const { query, page: at } = searched.parse(request.data);
  const found = await searchDecisions(context.desk, askingOf(context, request), context.register, query);
  if (found === null) return refused(context, request, 'no-role');
  return cardReply(context, request, registerCard(found, query, at, viewOf(context, request)));
}

/** The card of minutes, or the refusal. Full minutes are never made outside the personal chat. */
export async function minutesContent(
  context: AgendaContext,
  turn: Turn,
  wanted: { readonly id: string; readonly version: MinutesVersion; readonly page: number },
  notice: string | null,
): Promise<{ readonly kind: 'shown'; readonly card: Card } | { readonly kind: 'refused'; readonly reply: Reply }> {
  const version = showsClosed(turn) ? wanted.version : 'open';
  const read = await readMinutes(context.desk, askingOf(context, turn), wanted.id, version);
  if (read.kind !== 'minutes')
    return { kind: 'refused', reply: refused(context, turn, read.kind === 'not-found' ? 'gone' : 'no-role') };
  return { kind: 'shown', card: minutesCard(read, wanted.page, viewOf(context, turn), notice) };
}

/** An Execute is answered with the card; a Submit updates the message. `forAll` moves the message on for everybody. */
export function cardReply(context: AgendaContext, request: CardActionRequest, card: Card, forAll = false): Reply {
  const { messageId, place, via } = request;
  const content = { card, summary: context.texts[request.language]('agendas.agenda-summary') };
  const update =
    messageId === null
      ? ({ kind: 'post', to: { kind: 'here' }, content } as const)
      : ({ kind: 'update', conversationId: place.conversationId, messageId, content } as const);
  if (via === 'execute') return { answer: { kind: 'card', card }, messages: forAll && messageId !== null ? [update] : [] };
  return { answer: { kind: 'none' }, messages: [update] };
}
