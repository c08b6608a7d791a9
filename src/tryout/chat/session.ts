import type { BotAnswer, BotLine } from '../connector/bot-line.ts';
import type { MessageStore } from '../connector/messages.ts';
import type { Json } from '../json.ts';
import { type Actor, activityOf } from './activities.ts';
import type { PersonScreen } from './dialogs.ts';

/** What the chats of one stand-in share. */
export interface Session {
  readonly line: BotLine;
  readonly messages: MessageStore;
  readonly serviceUrl: () => string;
  /** What each person sees beside their chats, by the person's id. */
  readonly screens: Map<string, PersonScreen>;
  /** When each person's view of a message was last refreshed by itself, by `message person`. */
  readonly refreshed: Map<string, { readonly at: number; readonly version: number }>;
  readonly files: Map<string, { readonly name: string; readonly content: Uint8Array }>;
}

/** Sends the bot an activity of somebody somewhere. */
export function sendAs(session: Session, actor: Actor, own: Json, id = session.messages.nextId()): Promise<BotAnswer> {
  return session.line.send(activityOf(actor, id, session.serviceUrl(), own));
}

export function setScreen(session: Session, actor: Actor, screen: PersonScreen): void {
  session.screens.set(actor.person.id, screen);
  session.messages.tell({ kind: 'dialog', conversationId: actor.place.id, messageId: null });
}

export function screenOf(session: Session, actor: Actor): PersonScreen {
  return session.screens.get(actor.person.id) ?? { dialog: null, notice: null };
}
