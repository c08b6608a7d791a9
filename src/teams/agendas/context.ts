import { type AgendaDesk, mayKeepAgendas, mayReadAgendas } from '../../app/agendas/agenda-desk.ts';
import type { MakingDesk, TemplateStore } from '../../app/agendas/making/making-desk.ts';
import type { Register } from '../../app/agendas/search-decisions.ts';
import type { Clock } from '../../app/clock.ts';
import type { Asking } from '../../app/deadlines/change-deadline.ts';
import type { Signer } from '../../app/deadlines/feed-links.ts';
import type { AgendaState, AgendaView } from '../../cards/agendas/agenda-view.ts';
import type { Agenda } from '../../domain/agenda/agenda.ts';
import type { WrittenWords } from '../../domain/agenda/meeting/written-items.ts';
import type { TextsByLanguage } from '../../domain/language/texts.ts';
import { type Reply, replyFault } from '../turn/reply.ts';
import type { AttachedFile, MessageRequest, Turn } from '../turn/request.ts';
import type { FindWords, MoreFinds } from './finds/wanted.ts';

/** A file's own text, or why there is none. */
export type ReadText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly reason: 'unknown-kind' | 'no-text' | 'damaged' };

/** The words of commands and searches: content. */
export interface AgendaWords extends FindWords {
  readonly post: readonly string[];
  readonly list: readonly string[];
  readonly register: readonly string[];
  readonly minutes: readonly string[];
  readonly new: readonly string[];
  readonly file: readonly string[];
  readonly questions: readonly string[];
  /** "Med de nævnte ændringer": which changes, is asked. */
  readonly changes: readonly string[];
  /** A decision that begins with these words postpones its item. */
  readonly postponed: readonly string[];
  readonly written: WrittenWords;
}

/** What the agendas in Teams are wired with. */
export interface AgendaContext {
  readonly desk: AgendaDesk;
  readonly templates: TemplateStore;
  readonly texts: TextsByLanguage;
  readonly clock: Clock;
  readonly words: AgendaWords;
  readonly register: Register;
  readonly signer: Signer;
  /** The address of the server for downloads, without a slash at its end. */
  readonly publicUrl: string;
  readonly makeId: () => string;
  readonly fetchFile: (file: AttachedFile) => Promise<Uint8Array | null>;
  readonly readText: (name: string, bytes: Uint8Array) => Promise<ReadText>;
  readonly readAgenda: (text: string) => Agenda;
  /** Answers a question that the register knows nothing of. */
  readonly ask?: (request: MessageRequest) => Promise<Reply>;
  /** What else the message extension finds: principles, figures, own deadlines. */
  readonly moreFinds?: readonly MoreFinds[];
}

/** Who asks, from a turn, and when. */
export function askingOf({ clock }: AgendaContext, { person, today, activityId }: Turn): Asking & { readonly at: number } {
  return { person, today, activityId, at: clock.now() };
}

/** What making agendas needs of the context. */
export function makingDesk({ desk, templates, words }: AgendaContext): MakingDesk {
  return { ...desk, templates, postponed: words.postponed };
}

/** Closed items are shown in the personal chat of secretary and administrator alone. */
export function showsClosed({ person, place }: Turn): boolean {
  return place.kind === 'personal' && mayKeepAgendas(person);
}

/** What the presenters need for a turn's person where the turn is. */
export function viewOf({ desk, texts, clock }: AgendaContext, turn: Turn): AgendaView {
  return {
    texts: texts[turn.language],
    language: turn.language,
    nameOf: (objectId) => desk.directory.member(turn.person.tenantId, objectId)?.name ?? objectId.slice(0, 8),
    today: turn.today,
    at: clock.now(),
    showsClosed: showsClosed(turn),
    mayKeep: mayKeepAgendas(turn.person),
  };
}

/** What a card that others see may show: nothing closed, whoever made it. */
export function sharedView(context: AgendaContext, turn: Turn): AgendaView {
  return { ...viewOf(context, turn), showsClosed: false };
}

/** An agenda with its records, for whoever may read agendas. */
export async function stateOf({ desk }: AgendaContext, { person }: Turn, id: string): Promise<AgendaState | null> {
  if (!mayReadAgendas(person)) return null;
  const stored = await desk.store.find(person.tenantId, id);
  return stored === null ? null : { stored, records: await desk.store.records(person.tenantId, id) };
}

/** The refusal of what is not there or not for this person. */
export function refused({ texts }: AgendaContext, turn: Turn, key: 'gone' | 'not-allowed' | 'no-role'): Reply {
  const code = key === 'gone' ? 'not-found' : 'forbidden';
  return replyFault(code, texts[turn.language](`agendas.${key}`));
}
