import { z } from 'zod';
import { closeMatter, mayClose } from '../../app/agendas/close-matter.ts';
import { type MatterDraft, matterForm, mattersCard } from '../../cards/agendas/matters-card.ts';
import { readPlainDate } from '../../domain/calendar/plain-date.ts';
import type { Outgoing, Reply } from '../turn/reply.ts';
import type { DialogRequest } from '../turn/request.ts';
import { type AgendaContext, askingOf, refused, stateOf, viewOf } from './context.ts';
import { dialog, openedItem } from './item-dialogs.ts';
import { updatesOf } from './post-agenda.ts';

const typed = z.string().trim().max(2000).catch('');
const named = z.object({
  matter: z.object({ kind: z.enum(['party-answers', 'measure', 'committee-treats']), subject: z.string().max(1000) }),
});
const sent = z.object({ send: z.literal(true), reopen: z.boolean().catch(false), subject: typed, on: typed, words: typed });

/** What an item waits for, and what of it is done. */
export async function mattersDialog(
  context: AgendaContext,
  request: DialogRequest,
  notice: string | null = null,
  messages: readonly Outgoing[] = [],
): Promise<Reply> {
  const found = await openedItem(context, request);
  if (found === null || found.state.stored.agenda.items[found.item]?.closed === true) return refused(context, request, 'gone');
  const place = { agendaId: found.state.stored.id, itemIndex: found.item };
  const mayNote = await mayClose(context.desk, askingOf(context, request), place, 'party-answers');
  return dialog(
    context,
    request,
    mattersCard(found.state, found.item, { ...viewOf(context, request), mayNote }, notice),
    messages,
  );
}

/** The form of a matter: opened with today, kept when sent; a fault keeps what was typed. */
export async function matterDialog(context: AgendaContext, request: DialogRequest): Promise<Reply> {
  const found = await openedItem(context, request);
  const wanted = named.safeParse(request.data);
  if (found === null || !wanted.success) return refused(context, request, 'gone');
  const place = { agendaId: found.state.stored.id, itemIndex: found.item };
  if (!(await mayClose(context.desk, askingOf(context, request), place, wanted.data.matter.kind)))
    return refused(context, request, 'not-allowed');
  const view = viewOf(context, request);
  const { stored } = found.state;
  const at = { id: stored.id, item: found.item, matter: wanted.data.matter };
  const form = (draft: MatterDraft, faults: readonly string[] = []) =>
    dialog(context, request, matterForm(at, draft, view, faults));
  const read = sent.safeParse(request.data);
  if (!read.success) return form({ subject: '', on: at.matter.subject === '' ? '' : request.today, words: '' });
  const draft = read.data;
  const on = readPlainDate(draft.on);
  const isAdded = at.matter.subject === '';
  if (on === null && !draft.reopen && (!isAdded || draft.on !== '')) return form(draft, [view.texts('agendas.matter-on-error')]);
  const matter = isAdded ? { kind: at.matter.kind, subject: draft.subject } : at.matter;
  const closing = draft.reopen || on === null ? null : { on, words: draft.words === '' ? null : draft.words };
  const done = await closeMatter(context.desk, askingOf(context, request), place, matter, closing);
  switch (done.kind) {
    case 'kept': {
      const now = await stateOf(context, request, stored.id);
      const messages = now === null ? [] : updatesOf(context, request, now);
      return mattersDialog(
        context,
        request,
        view.texts(closing === null && !isAdded ? 'agendas.matter-reopened' : 'agendas.matter-kept'),
        messages,
      );
    }
    case 'day-ahead':
      return form(draft, [view.texts('agendas.matter-day-ahead')]);
    case 'no-subject':
      return form(draft, [view.texts('agendas.matter-subject-error')]);
    case 'conflict':
      return form(draft, [view.texts('agendas.matter-conflict')]);
    case 'not-found':
      return refused(context, request, 'gone');
    case 'not-allowed':
      return refused(context, request, 'not-allowed');
  }
}
