import { mayKeepAgendas } from '../../app/agendas/agenda-desk.ts';
import { type AgendaChanges, changesBetween } from '../../app/agendas/keep-agenda.ts';
import type { PostedAt } from '../../app/agendas/ports.ts';
import { agendaCard } from '../../cards/agendas/agenda-card.ts';
import type { AgendaState } from '../../cards/agendas/agenda-view.ts';
import type { Texts } from '../../domain/language/texts.ts';
import type { Outgoing, Reply } from '../turn/reply.ts';
import type { Turn } from '../turn/request.ts';
import { type AgendaContext, refused, sharedView, stateOf, viewOf } from './context.ts';

type Update = Extract<Outgoing, { readonly kind: 'update' }>;

/** Posts an agenda where the person is; where it stands already, that message is updated and its thread told what changed; where it was deleted, it is posted anew. */
export async function postAgenda(context: AgendaContext, turn: Turn, id: string): Promise<Reply> {
  if (!mayKeepAgendas(turn.person)) return refused(context, turn, 'not-allowed');
  const state = await stateOf(context, turn, id);
  if (state === null) return refused(context, turn, 'gone');
  const texts = context.texts[turn.language];
  const posted = state.stored.posted.find(({ conversationId }) => placeOf(conversationId) === placeOf(turn.place.conversationId));
  const mark = (at: PostedAt) => context.desk.store.markPosted(turn.person.tenantId, id, at);
  const { conversationId } = turn.place;
  const anew = {
    ...({ kind: 'post', to: { kind: 'here' }, content: contentOf(context, turn, state) } as const),
    onSent: (messageId: string) => mark({ conversationId, messageId }),
  };
  if (posted === undefined) return { answer: { kind: 'text', text: texts('agendas.posted') }, messages: [anew] };
  const changed = changedText(posted.shown == null ? null : changesBetween(posted.shown, state.stored.agenda), texts);
  return {
    answer: { kind: 'text', text: texts('agendas.posted-again') },
    messages: [
      { ...updateOf(context, turn, state, posted), whenGone: anew },
      {
        kind: 'post',
        to: { kind: 'conversation', conversationId: posted.conversationId },
        content: { text: changed, summary: texts('agendas.changed-title') },
        onSent: async () => {
          const now = await context.desk.store.find(turn.person.tenantId, id);
          if (now?.posted.some(({ messageId }) => messageId === posted.messageId)) await mark(posted);
        },
      },
    ],
  };
}

/** Every message on which the agenda stands is brought up to what was recorded. */
export function updatesOf(context: AgendaContext, turn: Turn, state: AgendaState): readonly Update[] {
  return state.stored.posted.map((posted) => updateOf(context, turn, state, posted));
}

function updateOf(context: AgendaContext, turn: Turn, state: AgendaState, { conversationId, messageId }: PostedAt): Update {
  return { kind: 'update', conversationId, messageId, content: contentOf(context, turn, state, conversationId) };
}

/** A card in a place that others see holds nothing closed. */
function contentOf(context: AgendaContext, turn: Turn, state: AgendaState, at: string = turn.place.conversationId) {
  const isOwnChat = at === turn.place.conversationId && turn.place.kind === 'personal';
  const view = isOwnChat ? viewOf(context, turn) : sharedView(context, turn);
  return { card: agendaCard(state, 0, view), summary: view.texts('agendas.agenda-summary') };
}

/** What reading a changed file changed, in words; closed items by number alone. */
export function changedText(changes: AgendaChanges | null, texts: Texts): string {
  const lines = (['added', 'removed', 'changed'] as const)
    .filter((kind) => (changes?.[kind].length ?? 0) > 0)
    .map((kind) => texts(`agendas.changed-${kind}`, { items: (changes?.[kind] ?? []).slice(0, 20).join('; ') }));
  return [texts('agendas.changed-title'), ...(lines.length === 0 ? [texts('agendas.changed-nothing')] : lines)].join('\n\n');
}

/** A channel without its thread: an agenda stands once in each. */
function placeOf(conversationId: string): string {
  return conversationId.replace(/;messageid=.*$/, '');
}
