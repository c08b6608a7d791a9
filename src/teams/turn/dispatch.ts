import { sayVerb } from '../../cards/questions/guide-cards.ts';
import type { Texts } from '../../domain/language/texts.ts';
import type { Feature } from './feature.ts';
import { noReply, type Reply, replyFault } from './reply.ts';
import type { CardActionRequest, MessageRequest, Request } from './request.ts';

/** What the features answer to, looked up by name. The last feature that takes messages answers what is no command. */
export interface Dispatcher {
  readonly features: readonly Feature[];
  /** Answers a message that is no command and no file of a feature. */
  readonly ask: (request: MessageRequest) => Promise<Reply>;
}

/** Hands a request to the feature that answers to it. */
export async function dispatch({ features, ask }: Dispatcher, request: Request, texts: Texts): Promise<Reply> {
  switch (request.kind) {
    case 'message':
      return answerMessage({ features, ask }, request);
    case 'card-action':
      // Teams presses by itself what a card, whoever made it, names as its refresh: that may look, and never act.
      if (request.trigger === 'automatic' && !features.some(({ refreshes }) => refreshes?.includes(request.verb) === true))
        return noReply;
      if (request.verb === sayVerb) return answerMessage({ features, ask }, saidAnew(request));
      return (await first(features, (feature) => feature.cardActions?.[request.verb]?.(request))) ?? unknown(texts);
    case 'dialog-open':
    case 'dialog-submit':
      return (await first(features, (feature) => feature.dialogs?.[request.dialog]?.(request))) ?? unknown(texts);
    case 'search':
      return (
        (await first(features, (feature) => feature.searches?.[request.commandId]?.(request))) ?? {
          answer: { kind: 'finds', finds: [] },
          messages: [],
        }
      );
    case 'message-action-open':
    case 'message-action-submit':
      return (await first(features, (feature) => feature.messageActions?.[request.commandId]?.(request))) ?? unknown(texts);
    case 'feedback':
      return (await first(features, (feature) => feature.onFeedback?.(request))) ?? noReply;
    case 'installed':
    case 'uninstalled':
    case 'members-added':
    case 'meeting-started':
    case 'meeting-ended': {
      const replies = await Promise.all(features.map((feature) => feature.onEvent?.(request)));
      return { answer: { kind: 'none' }, messages: replies.flatMap((reply) => reply?.messages ?? []) };
    }
  }
}

async function answerMessage({ features, ask }: Dispatcher, request: MessageRequest): Promise<Reply> {
  if (request.files.length > 0) {
    const reply = await first(features, (feature) => feature.readFile?.(request));
    if (reply !== null) return reply;
  }
  for (const command of features.flatMap(({ commands }) => commands ?? [])) {
    const args = command.read(request);
    if (args !== null) return command.run(request, args);
  }
  return request.text === '' ? noReply : ask(request);
}

/** What a person corrected after a refusal is read as a message. */
function saidAnew({ activityId, person, place, language, today, data }: CardActionRequest): MessageRequest {
  const text = typeof data['question'] === 'string' ? data['question'].trim() : '';
  return { ...{ activityId, person, place, language, today }, kind: 'message', text, files: [] };
}

async function first(
  features: readonly Feature[],
  answer: (feature: Feature) => Promise<Reply | null> | undefined,
): Promise<Reply | null> {
  for (const feature of features) {
    const reply = await answer(feature);
    if (reply !== undefined && reply !== null) return reply;
  }
  return null;
}

/** A card of an older version, or data that was not ours. */
function unknown(texts: Texts): Reply {
  return replyFault('not-found', texts('common.unknown-action'));
}
