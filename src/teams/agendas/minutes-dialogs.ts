import { z } from 'zod';
import { mayKeepAgendas } from '../../app/agendas/agenda-desk.ts';
import { approveMinutes } from '../../app/agendas/approve-minutes.ts';
import { minutesFormats, minutesLinkDays, minutesToken } from '../../app/agendas/minutes-links.ts';
import { readMinutes } from '../../app/agendas/read-minutes.ts';
import { exportSheet, signedForm } from '../../cards/agendas/minutes-card.ts';
import { addDays } from '../../domain/calendar/plain-date.ts';
import type { Reply } from '../turn/reply.ts';
import type { DialogRequest } from '../turn/request.ts';
import { type AgendaContext, askingOf, refused, showsClosed, viewOf } from './context.ts';
import { dialog } from './item-dialogs.ts';
import { minutesContent, minutesSchema, noticeOfApproval } from './presses.ts';

const signed = z.object({ send: z.literal(true), member: z.string().trim().max(100).catch('') });

/** The secretary notes who signed outside Teams. */
export async function signedDialog(context: AgendaContext, request: DialogRequest): Promise<Reply> {
  const read = minutesSchema.safeParse(request.data);
  if (!read.success) return refused(context, request, 'gone');
  if (!mayKeepAgendas(request.person)) return refused(context, request, 'not-allowed');
  const { id, page } = read.data;
  const version = showsClosed(request) ? read.data.version : 'open';
  const shown = await readMinutes(context.desk, askingOf(context, request), id, version);
  if (shown.kind !== 'minutes') return refused(context, request, 'gone');
  const view = viewOf(context, request);
  const sent = signed.safeParse(request.data);
  if (!sent.success) return dialog(context, request, signedForm(shown, page, view));
  if (sent.data.member === '')
    return dialog(context, request, signedForm(shown, page, view, [view.texts('agendas.signed-error')]));
  const done = await approveMinutes(context.desk, askingOf(context, request), id, sent.data.member);
  const notice = noticeOfApproval(done.kind, context, request);
  if (notice !== null) return dialog(context, request, signedForm(shown, page, view, [notice]));
  const card = await minutesContent(context, request, { id, version, page }, null);
  const { messageId, place } = request;
  if (card.kind === 'refused' || messageId === null) return { answer: { kind: 'dialog-closed' }, messages: [] };
  const content = { card: card.card, summary: view.texts('agendas.minutes-summary') };
  return {
    answer: { kind: 'dialog-closed' },
    messages: [{ kind: 'update', conversationId: place.conversationId, messageId, content }],
  };
}

/** The links to the exported files: of the person who opened the dialog, for the version that may be seen here. */
export async function exportDialog(context: AgendaContext, request: DialogRequest): Promise<Reply> {
  const read = minutesSchema.safeParse(request.data);
  if (!read.success) return refused(context, request, 'gone');
  const version = showsClosed(request) ? read.data.version : 'open';
  const shown = await readMinutes(context.desk, askingOf(context, request), read.data.id, version);
  if (shown.kind !== 'minutes') return refused(context, request, shown.kind === 'not-found' ? 'gone' : 'no-role');
  const { person, language, today } = request;
  const expiresOn = addDays(today, minutesLinkDays);
  const link = { tenantId: person.tenantId, objectId: person.objectId ?? '', agendaId: shown.id, version, language, expiresOn };
  const token = encodeURIComponent(minutesToken(link, context.signer));
  const links = minutesFormats.map((format) => ({ format, url: `${context.publicUrl}/download/minutes.${format}/${token}` }));
  return dialog(context, request, exportSheet(links, expiresOn, shown, viewOf(context, request)));
}
