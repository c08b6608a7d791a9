import type { Reply } from './reply.ts';
import type {
  CardActionRequest,
  DialogRequest,
  EventRequest,
  FeedbackRequest,
  MessageActionRequest,
  MessageRequest,
  SearchRequest,
} from './request.ts';

/** A command that a person types. The first that reads the text runs; where none does, the text is a question. */
export interface Command {
  readonly name: string;
  /** The command's arguments, or null where the text is not this command. Danish and English words are both accepted. */
  readonly read: (request: MessageRequest) => Readonly<Record<string, string>> | null;
  readonly run: (request: MessageRequest, args: Readonly<Record<string, string>>) => Promise<Reply>;
}

/** One part of the bot in Teams: what it answers to. Names are `area/name` and unique over all features (a test). */
export interface Feature {
  readonly name: string;
  readonly commands?: readonly Command[];
  readonly cardActions?: Readonly<Record<string, (request: CardActionRequest) => Promise<Reply>>>;
  /** The card actions that only look: Teams may press them by itself. */
  readonly refreshes?: readonly string[];
  /** Opening (`dialog-open`, invoke task/fetch) and sending (`dialog-submit`, invoke task/submit) of a dialog, by its name. */
  readonly dialogs?: Readonly<Record<string, (request: DialogRequest) => Promise<Reply>>>;
  readonly searches?: Readonly<Record<string, (request: SearchRequest) => Promise<Reply>>>;
  readonly messageActions?: Readonly<Record<string, (request: MessageActionRequest) => Promise<Reply>>>;
  /** Files sent to the bot in the personal chat: null where the file is not for this feature. */
  readonly readFile?: (request: MessageRequest) => Promise<Reply | null>;
  readonly onFeedback?: (request: FeedbackRequest) => Promise<Reply>;
  readonly onEvent?: (request: EventRequest) => Promise<Reply>;
}
