/** An expanded Adaptive Card, ready to send. */
export type Card = Readonly<Record<string, unknown>>;

/** A citation entity of schema.org/Message: `position` matches `[n]` in the text. */
export interface MessageCitation {
  readonly position: number;
  readonly name: string;
  readonly abstract: string;
}

/** Where a message goes. `person` is that person's personal chat with the bot. */
export type Recipient =
  | { readonly kind: 'here' }
  | { readonly kind: 'person'; readonly objectId: string }
  | { readonly kind: 'conversation'; readonly conversationId: string };

export interface MessageContent {
  readonly text?: string;
  readonly card?: Card;
  /** Shown in notifications: never a case number. Required with a card. */
  readonly summary: string;
  readonly citations?: readonly MessageCitation[];
  /** True only on text that a model wrote. */
  readonly isGenerated?: boolean;
  readonly wantsFeedback?: boolean;
}

export type Outgoing =
  | {
      readonly kind: 'post';
      readonly to: Recipient;
      readonly content: MessageContent;
      /** Told the sent message's id, for cards that are updated later. */
      readonly onSent?: (messageId: string) => Promise<void>;
    }
  | {
      readonly kind: 'update';
      readonly conversationId: string;
      readonly messageId: string;
      /** A function where several people change what the message shows: it is asked when the message is written. */
      readonly content: MessageContent | (() => Promise<MessageContent>);
      /** Sent where the message was deleted. */
      readonly whenGone?: Extract<Outgoing, { readonly kind: 'post' }>;
    };

/** A find of the message extension: the card that is inserted, and its line in the list. */
export interface SearchFind {
  readonly title: string;
  readonly subtitle: string;
  readonly card: Card;
}

/** The body of an invoke's answer; `none` for messages. Answered before any message is sent. */
export type InvokeAnswer =
  | { readonly kind: 'none' }
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'dialog'; readonly title: string; readonly card: Card; readonly size?: 'small' | 'medium' | 'large' }
  | { readonly kind: 'dialog-closed'; readonly message?: string }
  | { readonly kind: 'finds'; readonly finds: readonly SearchFind[] }
  | { readonly kind: 'error'; readonly code: 'bad-request' | 'forbidden' | 'not-found' | 'conflict'; readonly message: string };

export interface Reply {
  readonly answer: InvokeAnswer;
  readonly messages: readonly Outgoing[];
}

export const noReply: Reply = { answer: { kind: 'none' }, messages: [] };

/** A message posted where the person wrote. */
export function replyHere(content: MessageContent): Reply {
  return { answer: { kind: 'none' }, messages: [{ kind: 'post', to: { kind: 'here' }, content }] };
}

/** A press or dialog that is answered with a fault alone, told in the person's language. */
export function replyFault(code: Extract<InvokeAnswer, { kind: 'error' }>['code'], message: string): Reply {
  return { answer: { kind: 'error', code, message }, messages: [] };
}
