import { z } from 'zod';
import { mayKeepAgendas } from '../../app/agendas/agenda-desk.ts';
import { makeAgenda, openItemsOf } from '../../app/agendas/make-agenda.ts';
import { agendaCard } from '../../cards/agendas/agenda-card.ts';
import { meetingName } from '../../cards/agendas/agenda-view.ts';
import type { Choice } from '../../cards/agendas/form.ts';
import { type AgendaDraft, newAgendaForm } from '../../cards/agendas/new-form.ts';
import { readPlainDate } from '../../domain/calendar/plain-date.ts';
import type { Reply } from '../turn/reply.ts';
import type { DialogRequest } from '../turn/request.ts';
import { type AgendaContext, askingOf, refused, sharedView, viewOf } from './context.ts';
import { dialog } from './item-dialogs.ts';

const typed = (most: number) => z.string().trim().max(most).catch('');
const sent = z.object({
  send: z.literal(true),
  ...{ body: typed(120), municipality: typed(60), day: typed(20), time: typed(10), place: typed(120) },
  ...{ basis: typed(400), items: typed(4000) },
});
const templateItems = 4;
const mostBases = 6;

/** Makes an agenda from scratch, from the template, or from the open items of an earlier one. A fault keeps what was typed. */
export async function newAgendaDialog(context: AgendaContext, request: DialogRequest): Promise<Reply> {
  if (!mayKeepAgendas(request.person)) return refused(context, request, 'not-allowed');
  const view = viewOf(context, request);
  const basis = await basisChoices(context, request);
  const form = (draft: AgendaDraft, faults: readonly string[]) =>
    dialog(context, request, newAgendaForm(draft, basis, view, faults));
  const read = sent.safeParse(request.data);
  if (!read.success) return form(emptyDraft, []);
  const draft = read.data;
  const say = (key: string) => view.texts(`agendas.${key}`);
  const date = readPlainDate(draft.day);
  if (draft.body === '' || date === null)
    return form(draft, [...(draft.body === '' ? [say('new-body-error')] : []), ...(date === null ? [say('new-day-error')] : [])]);
  const chosen = basis.find(({ value }) => value === draft.basis)?.value ?? 'none';
  const carryOverFrom = chosen.startsWith('open:') ? chosen.slice('open:'.length) : null;
  const titles = [...(chosen === 'template' ? templateTitles(context) : []), ...linesOf(draft.items)];
  const wanted = {
    ...{ body: draft.body, date, titles, carryOverFrom },
    ...{ municipality: orNull(draft.municipality), startTime: orNull(draft.time), place: orNull(draft.place) },
  };
  const made = await makeAgenda(context.desk, askingOf(context, request), wanted);
  switch (made.kind) {
    case 'kept': {
      const card = agendaCard({ stored: made.stored, records: [] }, 0, sharedView(context, request), say('kept'));
      const content = { card, summary: say('agenda-summary') };
      return { answer: { kind: 'dialog-closed' }, messages: [{ kind: 'post', to: { kind: 'here' }, content }] };
    }
    case 'no-items':
      return form(draft, [say('new-no-items')]);
    case 'exists':
      return form(draft, [say('new-exists')]);
    case 'not-allowed':
      return refused(context, request, 'not-allowed');
  }
}

const emptyDraft: AgendaDraft = { body: '', municipality: '', day: '', time: '', place: '', basis: 'none', items: '' };

/** What an agenda can begin with: nothing, the template, or the open items of the newest agendas that have some. */
async function basisChoices(context: AgendaContext, request: DialogRequest): Promise<readonly Choice[]> {
  const view = viewOf(context, request);
  const { tenantId } = request.person;
  const agendas = await context.desk.store.list(tenantId, mostBases);
  const open = await Promise.all(
    agendas.map(async ({ id, agenda }) => ({ id, agenda, count: (await openItemsOf(context.desk, tenantId, id)).length })),
  );
  return [
    { value: 'none', title: view.texts('agendas.new-basis-none') },
    { value: 'template', title: view.texts('agendas.new-basis-template') },
    ...open
      .filter(({ count }) => count > 0)
      .map(({ id, agenda, count }) => ({
        value: `open:${id}`,
        title: view.texts('agendas.new-basis-open', { meeting: meetingName(agenda, view), count }),
      })),
  ];
}

/** An agenda is a Danish document, whoever makes it. */
function templateTitles({ texts }: AgendaContext): readonly string[] {
  return Array.from({ length: templateItems }, (_none, index) => texts.da(`agendas.template-${index + 1}`));
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.slice(0, 300));
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
