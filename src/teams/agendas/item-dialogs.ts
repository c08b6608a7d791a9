import { z } from 'zod';
import { mayKeepAgendas, refuse } from '../../app/agendas/agenda-desk.ts';
import { acceptFollowUp, type ProposedFollowUp, proposeFollowUps } from '../../app/agendas/follow-up-item.ts';
import { recordDecision } from '../../app/agendas/record-decision.ts';
import { type AgendaState, type AgendaView, meetingName } from '../../cards/agendas/agenda-view.ts';
import { acceptForm, followUpList, titleOfProposal } from '../../cards/agendas/follow-up-cards.ts';
import { historySheet } from '../../cards/agendas/history-sheet.ts';
import { itemSheet } from '../../cards/agendas/item-sheet.ts';
import { weekdayText } from '../../cards/words/day.ts';
import { readPlainDate } from '../../domain/calendar/plain-date.ts';
import type { Card, Outgoing, Reply } from '../turn/reply.ts';
import type { DialogRequest } from '../turn/request.ts';
import { type AgendaContext, askingOf, refused, showsClosed, stateOf, viewOf } from './context.ts';
import { updatesOf } from './post-agenda.ts';

const opened = z.object({ id: z.string().min(1).max(400), item: z.int().nonnegative().max(5000) });
const undone = opened.extend({ seen: z.int().nonnegative(), send: z.literal(true) });
const proposed = opened.extend({ key: z.string().max(100) });
const accepted = proposed.extend({
  send: z.literal(true),
  title: z.string().trim().max(300).catch(''),
  owner: z.string().max(100).catch(''),
  day: z.string().max(20).catch(''),
});

/** An item of an agenda that the person may see, as a dialog asked for it. */
export interface OpenedItem {
  readonly state: AgendaState;
  readonly item: number;
}

/** The item that a dialog names, or null: gone, or closed and not to be shown here. */
export async function openedItem(context: AgendaContext, request: DialogRequest): Promise<OpenedItem | null> {
  const read = opened.safeParse(request.data);
  const state = read.success ? await stateOf(context, request, read.data.id) : null;
  if (!read.success || state === null) return null;
  const item = state.stored.agenda.items[read.data.item];
  if (item === undefined) return null;
  if (item.closed && !showsClosed(request)) {
    refuse(context.desk, request.person, `agenda:${read.data.id}`);
    return null;
  }
  return { state, item: read.data.item };
}

/** An item with all that is known of it. */
export async function itemDialog(context: AgendaContext, request: DialogRequest, notice: string | null = null): Promise<Reply> {
  const found = await openedItem(context, request);
  if (found === null) return refused(context, request, 'gone');
  const proposals = await proposalsOf(context, request, found);
  const card = itemSheet(found.state, found.item, proposals.length, viewOf(context, request), notice);
  return card === null ? refused(context, request, 'gone') : dialog(context, request, card);
}

/** An item's history; sent, it undoes the last decision. */
export async function historyDialog(context: AgendaContext, request: DialogRequest): Promise<Reply> {
  const found = await openedItem(context, request);
  if (found === null) return refused(context, request, 'gone');
  const view = viewOf(context, request);
  const asked = undone.safeParse(request.data);
  if (!asked.success) return shown(historySheet(found.state, found.item, view), []);
  const { id: agendaId, item: itemIndex, seen } = asked.data;
  const place = { agendaId, itemIndex, seen, showsClosed: showsClosed(request) };
  const done = await recordDecision(context.desk, askingOf(context, request), place, null);
  if (done.kind === 'not-allowed') return refused(context, request, 'not-allowed');
  const state = (await stateOf(context, request, agendaId)) ?? found.state;
  const notice = done.kind === 'recorded' ? view.texts('agendas.undone') : null;
  return shown(historySheet(state, itemIndex, view, notice), done.kind === 'recorded' ? updatesOf(context, request, state) : []);

  function shown(card: Card | null, messages: readonly Outgoing[]): Reply {
    return card === null ? refused(context, request, 'gone') : dialog(context, request, card, messages);
  }
}

/** The deadlines that an item asks for. */
export async function followUpsDialog(
  context: AgendaContext,
  request: DialogRequest,
  notice: string | null = null,
): Promise<Reply> {
  const found = await openedItem(context, request);
  if (found === null) return refused(context, request, 'gone');
  const proposals = await proposalsOf(context, request, found);
  return dialog(context, request, followUpList(found.state, found.item, proposals, viewOf(context, request), notice));
}

/** A proposal is accepted: with an owner, in words, and moved where its day has passed. A fault keeps what was typed. */
export async function acceptDialog(context: AgendaContext, request: DialogRequest): Promise<Reply> {
  if (!mayKeepAgendas(request.person)) return refused(context, request, 'not-allowed');
  const wanted = proposed.safeParse(request.data);
  const found = wanted.success ? await openedItem(context, request) : null;
  const proposal =
    found === null ? undefined : (await proposalsOf(context, request, found)).find(({ key }) => key === wanted.data?.key);
  if (found === null || proposal === undefined) return refused(context, request, 'gone');
  const { state, item } = found;
  const view = viewOf(context, request);
  const people = context.desk.directory.members(request.person.tenantId).filter(({ roles }) => roles.length > 0);
  const at = { id: state.stored.id, item, proposal };
  const form = (draft: Parameters<typeof acceptForm>[2], faults: readonly string[]) =>
    dialog(context, request, acceptForm(at, people, draft, view, faults));
  const sent = accepted.safeParse(request.data);
  if (!sent.success) {
    const day = proposal.hasPassed ? '' : proposal.dueOn;
    return form({ title: titleOfProposal(proposal, view), owner: request.person.objectId ?? '', day }, []);
  }
  const { title, owner, day, key } = sent.data;
  if (title === '') return form(sent.data, [view.texts('agendas.accept-what-error')]);
  const acceptance = {
    agendaId: state.stored.id,
    itemIndex: item,
    key,
    owner,
    title,
    source: sourceOf(found, view),
    dueOn: readPlainDate(day),
  };
  const done = await acceptFollowUp(context.desk, askingOf(context, request), acceptance, context.makeId());
  switch (done.kind) {
    case 'accepted': {
      const name = view.nameOf(done.deadline.owner);
      const notice = view.texts('agendas.accepted', { name, day: weekdayText(done.deadline.dueOn, view.language) });
      return followUpsDialog(context, request, notice);
    }
    case 'accepted-already':
      return followUpsDialog(context, request, view.texts('agendas.accepted-already'));
    case 'day-has-passed':
      return form(sent.data, [view.texts('agendas.accept-day-error', { day: weekdayText(done.on, view.language) })]);
    case 'unknown-person':
      return form(sent.data, [view.texts('agendas.accept-owner-error')]);
    case 'not-found':
      return refused(context, request, 'gone');
    case 'not-allowed':
      return refused(context, request, 'not-allowed');
  }
}

async function proposalsOf(
  context: AgendaContext,
  request: DialogRequest,
  { state, item }: OpenedItem,
): Promise<readonly ProposedFollowUp[]> {
  return (await proposeFollowUps(context.desk, askingOf(context, request), state.stored.id, item)) ?? [];
}

/** A dialog of agendas with its card. */
export function dialog(context: AgendaContext, request: DialogRequest, card: Card, messages: readonly Outgoing[] = []): Reply {
  const title = context.texts[request.language]('agendas.item-dialog');
  return { answer: { kind: 'dialog', title, card, size: 'large' }, messages };
}

/** "Social- og Beskæftigelsesudvalget tirsdag den 1. december 2026, punkt 2". */
function sourceOf({ state, item }: OpenedItem, view: AgendaView): string {
  const { agenda } = state.stored;
  const meeting = meetingName(agenda, view);
  const number = agenda.items[item]?.number ?? null;
  return number === null ? meeting : view.texts('agendas.accept-source', { meeting, number });
}
