import { randomUUID } from 'node:crypto';
import type { BotAnswer } from '../connector/bot-line.ts';
import type { StoredMessage } from '../connector/messages.ts';
import { type Json, listOf, objectOf } from '../json.ts';
import { botId, botName } from '../people/people.ts';
import { type Actor, fileAttachment, meetingPart, messagePart } from './activities.ts';
import { actionIn, actionsOf, type CardAction, defaultInputs } from './card-actions.ts';
import { type OpenDialog, screenAfter } from './dialogs.ts';
import { conversationIdOf, pressAction, refreshView } from './press.ts';
import { type Session, screenOf, sendAs, setScreen } from './session.ts';

export interface FileToSend {
  readonly name: string;
  readonly content: Uint8Array | string;
}

/** How a message is said: in a thread, with files, or without the mention that calls the bot in shared places. */
export interface Saying {
  readonly threadId?: string;
  readonly files?: readonly FileToSend[];
  readonly isMentioned?: boolean;
  /** The activity's id, to send the same one twice. */
  readonly activityId?: string;
}

/** One person in one conversation. */
export interface Chat {
  readonly conversationId: string;
  /** Says something; resolves when the bot answered the request. `replies` are the messages that came meanwhile. */
  readonly say: (
    text: string,
    how?: Saying,
  ) => Promise<BotAnswer & { readonly id: string; readonly replies: readonly StoredMessage[] }>;
  /** Presses the action with this title or verb on the card as this person sees it. */
  readonly press: (messageId: string, titleOrVerb: string, inputs?: Json) => Promise<BotAnswer>;
  /** Presses an action as a page drew it; its data holds the inputs already. */
  readonly pressAction: (messageId: string, action: CardAction) => Promise<BotAnswer>;
  /** Sends the open dialog with these data. */
  readonly sendDialog: (data: Json) => Promise<BotAnswer>;
  /** Posts a find of the message extension as this person's own message. */
  readonly insert: (card: Json) => StoredMessage;
  /** The conversation's messages, cards as this person sees them. */
  readonly messages: () => readonly StoredMessage[];
  readonly last: () => StoredMessage | undefined;
  readonly cardOf: (messageId: string) => Json;
  /** Lets Teams refresh a card that comes into this person's sight; null where there is nothing to refresh. */
  readonly refresh: (messageId: string) => Promise<BotAnswer | null>;
  readonly dialog: () => OpenDialog | null;
  readonly notice: () => string | null;
  /** Sends the open dialog by one of its actions. */
  readonly submitDialog: (inputs?: Json, titleOrVerb?: string) => Promise<BotAnswer>;
  readonly closeDialog: () => void;
  readonly feedback: (messageId: string, reaction: 'like' | 'dislike', text?: string) => Promise<BotAnswer>;
  readonly search: (commandId: string, query: string, skip?: number) => Promise<readonly Json[]>;
  readonly messageAction: (commandId: string, messageId: string) => Promise<BotAnswer>;
  readonly install: () => Promise<BotAnswer>;
  readonly uninstall: () => Promise<BotAnswer>;
  readonly membersAdded: () => Promise<BotAnswer>;
  readonly startMeeting: () => Promise<BotAnswer>;
  readonly endMeeting: () => Promise<BotAnswer>;
  /** Sends any activity of one's own making, with Teams' frame around it. */
  readonly send: (own: Json) => Promise<BotAnswer>;
}

export function createChat(session: Session, actor: Actor): Chat {
  const messages = () => session.messages.of(actor.place.id).map((message) => seenBy(session, actor, message));
  return {
    conversationId: actor.place.id,
    say: (text, how = {}) => say(session, { ...actor, threadId: how.threadId ?? actor.threadId }, text, how),
    messages,
    last: () => messages().at(-1),
    insert: (card) => {
      const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
      return session.messages.post(conversationIdOf(actor), actor.person.id, { type: 'message', attachments });
    },
    search: (commandId, query, skip = 0) => search(session, actor, commandId, query, skip),
    messageAction: (commandId, messageId) => openMessageAction(session, actor, commandId, messageId),
    ...cardsOf(session, actor),
    ...eventsOf(session, actor),
  };
}

type Cards = 'cardOf' | 'press' | 'pressAction' | 'refresh' | 'dialog' | 'notice' | 'submitDialog' | 'sendDialog' | 'closeDialog';

function cardsOf(session: Session, actor: Actor): Pick<Chat, Cards> {
  const cardOf = (messageId: string) => cardSeen(session, actor, messageId);
  return {
    cardOf,
    press: (messageId, titleOrVerb, inputs = {}) => {
      const card = cardOf(messageId);
      const action = actionIn(card, titleOrVerb);
      if (action === null) throw new Error(`No action "${titleOrVerb}" on the card; it has ${titles(card)}`);
      return pressAction(session, inThreadOf(session, actor, messageId), messageId, action, {
        ...defaultInputs(card),
        ...inputs,
      });
    },
    pressAction: (messageId, action) => pressAction(session, inThreadOf(session, actor, messageId), messageId, action, {}),
    refresh: (messageId) => refreshView(session, actor, messageId),
    dialog: () => screenOf(session, actor).dialog,
    notice: () => screenOf(session, actor).notice,
    submitDialog: (inputs = {}, titleOrVerb) => submitDialog(session, actor, inputs, titleOrVerb),
    sendDialog: (data) => sendDialog(session, actor, data),
    closeDialog: () => setScreen(session, actor, { dialog: null, notice: null }),
  };
}

type Events = 'feedback' | 'install' | 'uninstall' | 'membersAdded' | 'startMeeting' | 'endMeeting' | 'send';

function eventsOf(session: Session, actor: Actor): Pick<Chat, Events> {
  const send = (own: Json) => sendAs(session, actor, own);
  return {
    feedback: (replyToId, reaction, feedbackText = '') => {
      const actionValue = { reaction, feedback: JSON.stringify({ feedbackText }) };
      return send({ type: 'invoke', name: 'message/submitAction', replyToId, value: { actionName: 'feedback', actionValue } });
    },
    install: async () => {
      await send({ type: 'conversationUpdate', membersAdded: [{ id: botId, name: botName }] });
      return send({ type: 'installationUpdate', action: 'add' });
    },
    uninstall: () => send({ type: 'installationUpdate', action: 'remove' }),
    membersAdded: () => {
      const { id, objectId } = actor.person;
      return send({
        type: 'conversationUpdate',
        membersAdded: [{ id, ...(objectId === null ? {} : { aadObjectId: objectId }) }],
      });
    },
    startMeeting: () => send(meetingPart(actor.place, 'Start')),
    endMeeting: () => send(meetingPart(actor.place, 'End')),
    send,
  };
}

async function say(session: Session, actor: Actor, text: string, how: Saying): ReturnType<Chat['say']> {
  const isShared = actor.place.kind !== 'personal';
  const isCalled = !isShared || (how.isMentioned ?? true);
  const files = (how.files ?? []).map((file) => attach(session, file));
  const part = messagePart(text, isShared && isCalled);
  const own = { ...part, attachments: [...listOf(part['attachments']), ...files] };
  const id = how.activityId ?? session.messages.nextId();
  const before = session.messages.of(actor.place.id).length;
  session.messages.post(conversationIdOf(actor), actor.person.id, { ...own, text }, id);
  // A new message in a channel begins a thread; Teams names it in the conversation's id.
  const inThread = actor.place.kind === 'channel' && actor.threadId === null ? { ...actor, threadId: id } : actor;
  const answer = isCalled ? await sendAs(session, inThread, own, id) : { status: 200, body: '' };
  const replies = session.messages
    .of(actor.place.id)
    .slice(before)
    .filter(({ from }) => from === 'bot');
  return { ...answer, id, replies };
}

function attach(session: Session, { name, content }: FileToSend): Json {
  const key = randomUUID();
  session.files.set(key, { name, content: typeof content === 'string' ? new TextEncoder().encode(content) : content });
  return fileAttachment(name, `${session.serviceUrl()}files/${key}`);
}

async function submitDialog(session: Session, actor: Actor, inputs: Json, titleOrVerb?: string): Promise<BotAnswer> {
  const { dialog } = screenOf(session, actor);
  if (dialog === null) throw new Error('No dialog is open');
  const action = titleOrVerb === undefined ? null : actionIn(dialog.card, titleOrVerb);
  if (action === null && titleOrVerb !== undefined)
    throw new Error(`No action "${titleOrVerb}" in the dialog; it has ${titles(dialog.card)}`);
  const submit = action ?? actionsOf(dialog.card).find(({ type }) => type === 'Action.Submit' || type === 'Action.Execute');
  return sendDialog(session, actor, { ...submit?.data, ...defaultInputs(dialog.card), ...inputs });
}

async function sendDialog(session: Session, actor: Actor, data: Json): Promise<BotAnswer> {
  const { dialog } = screenOf(session, actor);
  if (dialog === null) throw new Error('No dialog is open');
  const { origin } = dialog;
  const value = { data, context: { theme: 'default' } };
  const isTask = origin.kind === 'task';
  const about = isTask ? {} : { commandId: origin.commandId, commandContext: 'message', messagePayload: origin.messagePayload };
  const replyTo = isTask && origin.messageId !== null ? { replyToId: origin.messageId } : {};
  const name = isTask ? 'task/submit' : 'composeExtension/submitAction';
  const answer = await sendAs(session, actor, { type: 'invoke', name, value: { ...about, ...value }, ...replyTo });
  setScreen(session, actor, screenAfter(answer.body, origin));
  return answer;
}

async function search(session: Session, actor: Actor, commandId: string, query: string, skip: number): Promise<readonly Json[]> {
  const parameters = query === '' ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'query', value: query }];
  const value = { commandId, parameters, queryOptions: { skip, count: 25 } };
  const { body } = await sendAs(session, actor, { type: 'invoke', name: 'composeExtension/query', value });
  return listOf(objectOf(objectOf(body)['composeExtension'])['attachments']).map(objectOf);
}

async function openMessageAction(session: Session, actor: Actor, commandId: string, messageId: string): Promise<BotAnswer> {
  const message = session.messages.find(messageId);
  const user = { id: actor.person.objectId ?? actor.person.id, displayName: actor.person.name, userIdentityType: 'aadUser' };
  const messagePayload = { id: messageId, body: { contentType: 'html', content: message?.text ?? '' }, from: { user } };
  const value = { commandId, commandContext: 'message', messagePayload, context: { theme: 'default' } };
  const answer = await sendAs(session, actor, { type: 'invoke', name: 'composeExtension/fetchTask', value });
  setScreen(session, actor, screenAfter(answer.body, { kind: 'message-action', commandId, messagePayload }));
  return answer;
}

function seenBy(session: Session, actor: Actor, message: StoredMessage): StoredMessage {
  const view = session.messages.viewOf(message.id, actor.person.id);
  return view === null ? message : { ...message, card: view };
}

function cardSeen(session: Session, actor: Actor, messageId: string): Json {
  const message = session.messages.find(messageId);
  const card = message === null ? null : seenBy(session, actor, message).card;
  if (card === null) throw new Error(`No card on message ${messageId}`);
  return card;
}

/** What is pressed on a message of a thread happens in that thread. */
function inThreadOf(session: Session, actor: Actor, messageId: string): Actor {
  return { ...actor, threadId: session.messages.find(messageId)?.threadId ?? actor.threadId };
}

function titles(card: Json): string {
  return actionsOf(card)
    .map(({ title, verb }) => `"${title || verb}"`)
    .join(', ');
}
