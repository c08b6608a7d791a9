import type { BotAnswer } from '../connector/bot-line.ts';
import { type Json, objectOf, textOf } from '../json.ts';
import type { Actor } from './activities.ts';
import { messagePart } from './activities.ts';
import { type CardAction, refreshOf } from './card-actions.ts';
import { screenAfter } from './dialogs.ts';
import { type Session, sendAs, setScreen } from './session.ts';

const adaptiveCard = 'application/vnd.microsoft.card.adaptive';
const refreshAgainMs = 60_000;
const theme = { context: { theme: 'default' } };

/** A person presses an action of a message's card; `inputs` are what the card's fields hold. */
export async function pressAction(
  session: Session,
  actor: Actor,
  messageId: string,
  action: CardAction,
  inputs: Json,
): Promise<BotAnswer> {
  const data = { ...action.data, ...inputs };
  if (action.type === 'Action.Execute') return execute(session, actor, messageId, { ...action, data }, 'manual');
  const teams = objectOf(action.data['msteams']);
  const { msteams: _msteams, ...plainData } = data;
  switch (textOf(teams['type'])) {
    case 'task/fetch':
      return openTask(session, actor, messageId, data);
    case 'imBack':
      return sendText(session, actor, textOf(teams['value']), {});
    case 'messageBack':
      return sendText(session, actor, textOf(teams['text']), { replyToId: messageId, value: teams['value'] ?? plainData });
    case 'invoke':
      return sendAs(session, actor, { type: 'invoke', name: textOf(teams['name']), value: teams['value'], replyToId: messageId });
    default:
      return sendAs(session, actor, {
        type: 'message',
        replyToId: messageId,
        value: plainData,
        channelData: { legacy: { replyToId: messageId } },
      });
  }
}

/** Teams refreshes a card that names the person when it comes into sight, at most once a minute for one state of it. */
export async function refreshView(session: Session, actor: Actor, messageId: string): Promise<BotAnswer | null> {
  const message = session.messages.find(messageId);
  const refresh = message?.card ? refreshOf(message.card) : null;
  if (message === null || refresh === null || !refresh.userIds.includes(actor.person.id)) return null;
  const key = `${messageId} ${actor.person.id}`;
  const last = session.refreshed.get(key);
  if (last?.version === message.version && Date.now() - last.at < refreshAgainMs) return null;
  session.refreshed.set(key, { at: Date.now(), version: message.version });
  return execute(session, actor, messageId, refresh.action, 'automatic');
}

async function execute(
  session: Session,
  actor: Actor,
  messageId: string,
  action: CardAction,
  trigger: string,
): Promise<BotAnswer> {
  const asked = { type: 'Action.Execute', title: action.title, verb: action.verb ?? '', data: action.data };
  const version = session.messages.find(messageId)?.version;
  const invoke = { type: 'invoke', name: 'adaptiveCard/action', value: { action: asked, trigger }, replyToId: messageId };
  const answer = await sendAs(session, actor, invoke);
  const body = objectOf(answer.body);
  const isCurrent = session.messages.find(messageId)?.version === version;
  if (body['type'] === adaptiveCard && isCurrent) session.messages.setView(messageId, actor.person.id, objectOf(body['value']));
  const notice = noticeOf(body, answer.status);
  if (notice !== null && trigger === 'manual') setScreen(session, actor, { dialog: null, notice });
  return answer;
}

function noticeOf(body: Json, status: number): string | null {
  if (body['type'] === 'application/vnd.microsoft.activity.message') return textOf(body['value']) || null;
  if (body['type'] === 'application/vnd.microsoft.error') return textOf(objectOf(body['value'])['message']);
  return status >= 400 ? String(status) : null;
}

async function openTask(session: Session, actor: Actor, messageId: string, data: Json): Promise<BotAnswer> {
  const invoke = { type: 'invoke', name: 'task/fetch', value: { data, ...theme }, replyToId: messageId };
  const answer = await sendAs(session, actor, invoke);
  setScreen(session, actor, screenAfter(answer.body, { kind: 'task', messageId }));
  return answer;
}

async function sendText(session: Session, actor: Actor, text: string, own: Json): Promise<BotAnswer> {
  const part = { ...messagePart(text, actor.place.kind !== 'personal'), ...own };
  const { id } = session.messages.post(conversationIdOf(actor), actor.person.id, { ...part, text });
  return sendAs(session, actor, part, id);
}

export function conversationIdOf({ place, threadId }: Actor): string {
  return threadId === null ? place.id : `${place.id};messageid=${threadId}`;
}
