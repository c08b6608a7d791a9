import { z } from 'zod';
import { mayKeepAgendas } from '../../app/agendas/agenda-desk.ts';
import { makeAgenda, openItemsOf } from '../../app/agendas/making/make-agenda.ts';
import { meetingName } from '../../cards/agendas/agenda-view.ts';
import { type AgendaDraft, mostWritten, newAgendaForm } from '../../cards/agendas/new-form.ts';
import type { Choice } from '../../cards/layout/form.ts';
import { writtenItems } from '../../domain/agenda/meeting/written-items.ts';
import { readPlainDate } from '../../domain/calendar/plain-date.ts';
import type { Outgoing, Reply } from '../turn/reply.ts';
import type { DialogRequest } from '../turn/request.ts';
import { type AgendaContext, askingOf, makingDesk, refused, showsClosed, viewOf } from './context.ts';
import { postAgenda } from './post-agenda.ts';
import { formDialog, keepTemplate } from './revise-agenda.ts';

const typed = (most: number) => z.string().trim().max(most).catch('');
const sent = z.object({
  send: z.literal(true),
  ...{ body: typed(120), municipality: typed(60), day: typed(20), time: typed(10), place: typed(120), basis: typed(400) },
  items: z.string().trim().max(20_000).catch(''),
  template: z.stringbool().catch(false),
});
const templateItems = 4;
const mostBases = 6;

/** What an agenda can begin with: nothing, the usual items, a committee's template, or the open items of an earlier agenda. */
interface Basis extends Choice {
  readonly text: string;
  readonly carryOverFrom: string | null;
}

/** Makes an agenda from scratch, from a template, or from the open items of an earlier one. A fault keeps what was typed. */
export async function newAgendaDialog(context: AgendaContext, request: DialogRequest): Promise<Reply> {
  if (!mayKeepAgendas(request.person)) return refused(context, request, 'not-allowed');
  const view = viewOf(context, request);
  const bases = await basesOf(context, request);
  const form = (draft: AgendaDraft, faults: readonly string[]) =>
    formDialog(view.texts('agendas.new-title'), newAgendaForm(draft, bases, view, faults));
  const read = sent.safeParse(request.data);
  if (!read.success) return form(emptyDraft, []);
  const draft = read.data;
  const date = readPlainDate(draft.day);
  const say = (key: string) => view.texts(`agendas.${key}`);
  const faults = [
    ...(draft.body === '' ? [say('new-body-error')] : []),
    ...(date === null ? [say('new-day-error')] : []),
    ...(draft.items.length > mostWritten ? [view.texts('agendas.new-too-long', { most: mostWritten })] : []),
  ];
  if (date === null || faults.length > 0) return form(draft, faults);
  const basis = bases.find(({ value }) => value === draft.basis);
  const items = writtenItems(`${basis?.text ?? ''}\n${draft.items}`, context.words.written);
  const meeting = {
    ...{ body: draft.body, date, municipality: orNull(draft.municipality) },
    ...{ startTime: orNull(draft.time), place: orNull(draft.place) },
  };
  const wanted = { meeting, items, carryOverFrom: basis?.carryOverFrom ?? null, showsClosed: view.showsClosed };
  const made = await makeAgenda(makingDesk(context), askingOf(context, request), wanted);
  switch (made.kind) {
    case 'kept': {
      const told = draft.template ? await keepTemplate(context, request, draft.body, items) : [];
      const { messages } = await postAgenda(context, request, made.stored.id);
      return closed([...messages, ...told]);
    }
    case 'no-items':
      return form(draft, [say('new-no-items')]);
    case 'exists':
      return form(draft, [say('new-exists')]);
    case 'not-allowed':
      return refused(context, request, 'not-allowed');
  }
}

function closed(messages: readonly Outgoing[]): Reply {
  return { answer: { kind: 'dialog-closed' }, messages };
}

const emptyDraft: AgendaDraft = {
  ...{ body: '', municipality: '', day: '', time: '', place: '', basis: 'none', items: '', template: false },
};

async function basesOf(context: AgendaContext, request: DialogRequest): Promise<readonly Basis[]> {
  const view = viewOf(context, request);
  const { tenantId } = request.person;
  const [agendas, templates] = await Promise.all([
    context.desk.store.list(tenantId, mostBases),
    context.templates.list(tenantId),
  ]);
  const open = await Promise.all(
    agendas.map(async ({ id, agenda }) => ({
      id,
      agenda,
      count: (await openItemsOf(makingDesk(context), tenantId, id, showsClosed(request))).length,
    })),
  );
  return [
    { value: 'none', title: view.texts('agendas.new-basis-none'), text: '', carryOverFrom: null },
    ...templates.map(({ body, items }) => {
      const count = writtenItems(items, context.words.written).length;
      const title = view.texts('agendas.new-basis-own', { body, count });
      return { value: `template:${body}`, title, text: items, carryOverFrom: null };
    }),
    {
      ...{ value: 'template', title: view.texts('agendas.new-basis-template') },
      ...{ text: usualItems(context), carryOverFrom: null },
    },
    ...open
      .filter(({ count }) => count > 0)
      .map(({ id, agenda, count }) => ({
        ...{ value: `open:${id}`, text: '', carryOverFrom: id },
        title: view.texts('agendas.new-basis-open', { meeting: meetingName(agenda, view), count }),
      })),
  ];
}

/** An agenda is a Danish document, whoever makes it. */
function usualItems({ texts }: AgendaContext): string {
  return Array.from({ length: templateItems }, (_none, index) => texts.da(`agendas.template-${index + 1}`)).join('\n');
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
