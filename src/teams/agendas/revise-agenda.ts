import { z } from 'zod';
import { mayKeepAgendas } from '../../app/agendas/agenda-desk.ts';
import { isMadeHere } from '../../app/agendas/making/making-desk.ts';
import { reviseAgenda, saveTemplate } from '../../app/agendas/making/revise-agenda.ts';
import { type AgendaState, meetingName } from '../../cards/agendas/agenda-view.ts';
import { mostWritten, reviseForm } from '../../cards/agendas/new-form.ts';
import type { AgendaItem } from '../../domain/agenda/agenda.ts';
import { writtenItems, writtenText } from '../../domain/agenda/meeting/written-items.ts';
import { type Card, type Outgoing, type Reply, replyFault } from '../turn/reply.ts';
import type { DialogRequest } from '../turn/request.ts';
import { type AgendaContext, askingOf, makingDesk, refused, showsClosed, stateOf, viewOf } from './context.ts';
import { updatesOf } from './post-agenda.ts';

const opened = z.object({ id: z.string().min(1).max(400) });
const sent = opened.extend({
  send: z.literal(true),
  seen: z.int().nonnegative(),
  time: z.string().trim().max(10).catch(''),
  place: z.string().trim().max(120).catch(''),
  items: z.string().trim().max(20_000).catch(''),
  template: z.stringbool().catch(false),
});
type Draft = Omit<z.output<typeof sent>, 'send' | 'id' | 'seen'>;

/** Changes an agenda that was made here. Every message on which it stands is brought up to date. */
export async function reviseDialog(context: AgendaContext, request: DialogRequest): Promise<Reply> {
  if (!mayKeepAgendas(request.person)) return refused(context, request, 'not-allowed');
  const asked = opened.safeParse(request.data);
  const state = asked.success ? await stateOf(context, request, asked.data.id) : null;
  if (state === null) return refused(context, request, 'gone');
  const { texts } = viewOf(context, request);
  const hidden = state.stored.agenda.items.some(({ closed }) => closed) && !showsClosed(request);
  if (!isMadeHere(state.stored)) return says(texts('agendas.revise-not-made-here'));
  if (hidden) return says(texts('agendas.revise-closed'));
  const read = sent.safeParse(request.data);
  if (!read.success) return formOf(context, request, state, draftOf(context, state), []);
  return revised(context, request, state, read.data);
}

async function revised(
  context: AgendaContext,
  request: DialogRequest,
  state: AgendaState,
  draft: z.output<typeof sent>,
): Promise<Reply> {
  const { texts } = viewOf(context, request);
  const form = (...faults: readonly string[]) => formOf(context, request, state, draft, faults, draft.seen);
  if (draft.items.length > mostWritten) return form(texts('agendas.new-too-long', { most: mostWritten }));
  const items = writtenItems(draft.items, context.words.written);
  const meeting = { startTime: draft.time === '' ? null : draft.time, place: draft.place === '' ? null : draft.place };
  const wanted = { id: draft.id, seen: draft.seen, meeting, items, showsClosed: showsClosed(request) };
  const done = await reviseAgenda(makingDesk(context), askingOf(context, request), wanted);
  switch (done.kind) {
    case 'kept': {
      const now = (await stateOf(context, request, draft.id)) ?? state;
      const body = now.stored.agenda.body ?? '';
      const told = draft.template ? await keepTemplate(context, request, body, now.stored.agenda.items) : [];
      return { answer: { kind: 'dialog-closed' }, messages: [...updatesOf(context, request, now), ...told] };
    }
    case 'no-items':
      return form(texts('agendas.new-no-items'));
    case 'changed-meanwhile':
      return form(texts('agendas.revise-changed'));
    case 'decided-gone':
      return form(texts('agendas.revise-decided', { number: done.number ?? '' }));
    case 'closed-items-here':
      return says(texts('agendas.revise-closed'));
    case 'not-made-here':
      return says(texts('agendas.revise-not-made-here'));
    case 'not-found':
      return refused(context, request, 'gone');
    case 'not-allowed':
      return refused(context, request, 'not-allowed');
  }
}

/** Keeps the items as the committee's template: not closed ones, not those of one case or of an earlier meeting. */
export async function keepTemplate(
  context: AgendaContext,
  request: DialogRequest,
  body: string,
  items: readonly AgendaItem[],
): Promise<readonly Outgoing[]> {
  const usual = items.filter(({ closed, carriedFrom }) => !closed && carriedFrom === undefined);
  const text = usual.map((item) => writtenText({ ...item, caseNumber: null }, context.words.written)).join('\n');
  if (text === '') return [];
  const isKept = await saveTemplate(makingDesk(context), askingOf(context, request), { body, items: text });
  const said = context.texts[request.language]('agendas.new-template-kept', { body });
  return isKept ? [{ kind: 'post', to: { kind: 'here' }, content: { text: said, summary: said } }] : [];
}

function draftOf({ words }: AgendaContext, { stored: { agenda } }: AgendaState): Draft {
  const items = agenda.items.map((item) => writtenText(item, words.written)).join('\n');
  return { time: agenda.startTime ?? '', place: agenda.place ?? '', items, template: false };
}

function formOf(
  context: AgendaContext,
  request: DialogRequest,
  { stored }: AgendaState,
  draft: Draft,
  faults: readonly string[],
  seen: number = stored.revision,
): Reply {
  const view = viewOf(context, request);
  const at = { id: stored.id, seen, meeting: meetingName(stored.agenda, view) };
  return formDialog(view.texts('agendas.revise'), reviseForm(draft, at, view, faults));
}

/** A form about an agenda as a whole. */
export function formDialog(title: string, card: Card): Reply {
  return { answer: { kind: 'dialog', title, card, size: 'large' }, messages: [] };
}

function says(message: string): Reply {
  return replyFault('forbidden', message);
}
