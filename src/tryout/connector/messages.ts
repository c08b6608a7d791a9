import { type Json, listOf, objectOf, textOf } from '../json.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';

/** A message as Teams keeps it. `activity` is what was sent, untouched. */
export interface StoredMessage {
  readonly id: string;
  readonly conversationId: string;
  /** The root message of a channel's thread; null for a root and outside channels. */
  readonly threadId: string | null;
  /** `bot`, or the id of a person. */
  readonly from: string;
  readonly text: string;
  readonly card: Json | null;
  readonly summary: string | null;
  readonly activity: Json;
  /** Grows by one with each update. */
  readonly version: number;
}

/** What happened in a conversation; the page and waiting tests are told. */
export interface Change {
  readonly kind: 'posted' | 'updated' | 'deleted' | 'view' | 'dialog' | 'notice';
  readonly conversationId: string;
  readonly messageId: string | null;
}

/** All messages of all conversations, in the order in which they came, with what single people see instead. */
export interface MessageStore {
  readonly post: (conversationId: string, from: string, activity: Json, id?: string) => StoredMessage;
  readonly update: (messageId: string, activity: Json) => StoredMessage | null;
  readonly remove: (messageId: string) => boolean;
  readonly find: (messageId: string) => StoredMessage | null;
  readonly of: (conversationId: string) => readonly StoredMessage[];
  /** The card that a person sees in place of the message's own, until the message is updated. */
  readonly setView: (messageId: string, personId: string, card: Json) => void;
  readonly viewOf: (messageId: string, personId: string) => Json | null;
  readonly onChange: (listener: (change: Change) => void) => () => void;
  readonly tell: (change: Change) => void;
  readonly nextId: () => string;
}

export function createMessageStore(): MessageStore {
  const messages = new Map<string, StoredMessage>();
  const views = new Map<string, Map<string, Json>>();
  const listeners = new Set<(change: Change) => void>();
  let last = Date.now();
  // As in Teams an id is its moment in milliseconds: the page shows it as the time of the message.
  const nextId = () => {
    last = Math.max(last + 1, Date.now());
    return String(last);
  };
  const tell = (change: Change) => {
    for (const listener of listeners) listener(change);
  };
  return {
    nextId,
    tell,
    post: (conversationId, from, activity, id = nextId()) => {
      const [base = conversationId, threadId = null] = conversationId.split(';messageid=');
      const message = { ...shown(activity), id, conversationId: base, threadId, from, version: 1 };
      messages.set(id, message);
      tell({ kind: 'posted', conversationId: base, messageId: id });
      return message;
    },
    update: (messageId, activity) => {
      const before = messages.get(messageId);
      if (before === undefined) return null;
      const message = { ...before, ...shown(activity), version: before.version + 1 };
      messages.set(messageId, message);
      views.delete(messageId);
      tell({ kind: 'updated', conversationId: message.conversationId, messageId });
      return message;
    },
    remove: (messageId) => {
      const before = messages.get(messageId);
      if (before !== undefined) tell({ kind: 'deleted', conversationId: before.conversationId, messageId });
      return messages.delete(messageId);
    },
    find: (messageId) => messages.get(messageId) ?? null,
    of: (conversationId) => [...messages.values()].filter((message) => message.conversationId === conversationId),
    setView: (messageId, personId, card) => {
      const ofMessage = views.get(messageId) ?? new Map<string, Json>();
      views.set(messageId, ofMessage.set(personId, card));
      tell({ kind: 'view', conversationId: messages.get(messageId)?.conversationId ?? '', messageId });
    },
    viewOf: (messageId, personId) => views.get(messageId)?.get(personId) ?? null,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The part of an activity that people see. */
function shown(activity: Json): Pick<StoredMessage, 'text' | 'card' | 'summary' | 'activity'> {
  const attached = listOf(activity['attachments']).map(objectOf);
  const card = attached.find((attachment) => attachment['contentType'] === cardType);
  const summary = textOf(activity['summary']);
  return {
    text: textOf(activity['text']),
    card: card === undefined ? null : objectOf(card['content']),
    summary: summary === '' ? null : summary,
    activity,
  };
}
