import type { Person, Place } from '../../app/access/person.ts';
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Language } from '../../domain/language/texts.ts';

/** What every request carries, checked at the door. Card data is never believed for who, where or which role. */
export interface Turn {
  readonly activityId: string;
  readonly person: Person;
  readonly place: Place;
  readonly language: Language;
  readonly today: PlainDate;
}

/** Data that a card or dialog sent back: strings only are believed after each feature's own zod schema read them. */
export type CardData = Readonly<Record<string, unknown>>;

export interface AttachedFile {
  readonly name: string;
  readonly contentType: string;
  readonly downloadUrl: string;
}

export interface MessageRequest extends Turn {
  readonly kind: 'message';
  /** Without the mention of the bot, trimmed; a CPR number in it has already been refused. */
  readonly text: string;
  readonly files: readonly AttachedFile[];
}

export interface CardActionRequest extends Turn {
  readonly kind: 'card-action';
  readonly verb: string;
  readonly data: CardData;
  /** `automatic` when Teams refreshes a card by itself. */
  readonly trigger: 'manual' | 'automatic';
  /** An Execute is answered with a card, a Submit with messages. */
  readonly via: 'execute' | 'submit';
  /** The message that holds the card. */
  readonly messageId: string | null;
}

export interface DialogRequest extends Turn {
  readonly kind: 'dialog-open' | 'dialog-submit';
  readonly dialog: string;
  readonly data: CardData;
  readonly messageId: string | null;
}

export interface SearchRequest extends Turn {
  readonly kind: 'search';
  readonly commandId: string;
  readonly query: string;
  readonly skip: number;
  readonly count: number;
}

export interface MessageActionRequest extends Turn {
  readonly kind: 'message-action-open' | 'message-action-submit';
  readonly commandId: string;
  readonly messageText: string;
  readonly data: CardData;
}

export interface FeedbackRequest extends Turn {
  readonly kind: 'feedback';
  readonly reaction: 'like' | 'dislike';
  readonly text: string;
  readonly messageId: string | null;
}

export interface EventRequest extends Turn {
  readonly kind: 'installed' | 'uninstalled' | 'members-added' | 'meeting-started' | 'meeting-ended';
}

/** One normalised request in; what is not understood never becomes one. */
export type Request =
  | MessageRequest
  | CardActionRequest
  | DialogRequest
  | SearchRequest
  | MessageActionRequest
  | FeedbackRequest
  | EventRequest;
