import { mayKeepAgendas } from '../../app/agendas/agenda-desk.ts';
import { keepAgenda } from '../../app/agendas/keep-agenda.ts';
import { agendaCard } from '../../cards/agendas/agenda-card.ts';
import { hasPersonalNumber } from '../../domain/privacy/personal-number.ts';
import { type Reply, replyHere } from '../turn/reply.ts';
import type { AttachedFile, MessageRequest } from '../turn/request.ts';
import { type AgendaContext, askingOf, viewOf } from './context.ts';
import { changedText } from './post-agenda.ts';

const readable = /\.(txt|pdf|docx|html?)$/i;

/** A file sent to the bot: read as an agenda and kept in the personal chat; elsewhere it is said where to send it. Null where no file is an agenda's. */
export async function readAgendaFile(context: AgendaContext, request: MessageRequest): Promise<Reply | null> {
  const file = request.files.find(({ name }) => readable.test(name));
  if (file === undefined) return null;
  if (request.place.kind !== 'personal') return sendToPersonalChat(context, request);
  if (!mayKeepAgendas(request.person)) return sayHere(context, request, 'not-allowed', {});
  const bytes = await context.fetchFile(file);
  if (bytes === null) return sayHere(context, request, 'file-not-fetched', { file: file.name });
  const read = await context.readText(file.name, bytes);
  if (read.kind === 'unreadable') return sayHere(context, request, `file-${read.reason}`, { file: file.name });
  if (hasPersonalNumber(read.text)) return sayHere(context, request, 'file-personal-number', { file: file.name });
  return keepText(context, request, file, read.text);
}

/** Elsewhere than in the personal chat the bot says that it reads files there, and opens it where the person has one. */
export function sendToPersonalChat(context: AgendaContext, request: MessageRequest): Reply {
  const { objectId } = request.person;
  if (request.place.kind === 'personal' || objectId === null) return sayHere(context, request, 'send-file-here', {});
  const text = context.texts[request.language]('agendas.send-file-here');
  const { messages, answer } = sayHere(context, request, 'in-channel', {});
  return {
    answer,
    messages: [...messages, { kind: 'post', to: { kind: 'person', objectId }, content: { text, summary: text } }],
  };
}

async function keepText(context: AgendaContext, request: MessageRequest, file: AttachedFile, text: string): Promise<Reply> {
  const kept = await keepAgenda(context.desk, askingOf(context, request), { agenda: context.readAgenda(text), file: file.name });
  switch (kept.kind) {
    case 'not-allowed':
      return sayHere(context, request, 'not-allowed', {});
    case 'no-items':
      return sayHere(context, request, 'file-not-agenda', { file: file.name });
    case 'kept': {
      const view = viewOf(context, request);
      const state = { stored: kept.stored, records: await context.desk.store.records(request.person.tenantId, kept.stored.id) };
      const card = agendaCard(state, 0, view);
      const told =
        kept.changes === null
          ? view.texts('agendas.kept')
          : `${changedText(kept.changes, view.texts)}\n\n${view.texts('agendas.kept')}`;
      const { answer, messages } = replyHere({ card, summary: view.texts('agendas.agenda-summary') });
      return {
        answer,
        messages: [
          ...messages,
          { kind: 'post', to: { kind: 'here' }, content: { text: told, summary: view.texts('agendas.agenda-summary') } },
        ],
      };
    }
  }
}

function sayHere(
  { texts }: AgendaContext,
  { language }: MessageRequest,
  key: string,
  values: Readonly<Record<string, string>>,
): Reply {
  const text = texts[language](`agendas.${key}`, values);
  return replyHere({ text, summary: texts[language]('agendas.agenda-summary') });
}
