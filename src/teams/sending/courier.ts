import type { ConversationStore } from '../../app/conversations.ts';
import type { Log } from '../../log/log.ts';
import { SendError } from '../errors.ts';
import type { MessageContent, Outgoing, Recipient } from '../turn/reply.ts';
import type { Turn } from '../turn/request.ts';
import { messageActivity } from './activity.ts';
import type { ConversationAddress, Gateway } from './gateway.ts';
import { createUpdateLines } from './update-lines.ts';

/** Sends what a reply says, where it says. */
export interface Courier {
  readonly send: (turn: Turn, serviceUrl: string, outgoing: readonly Outgoing[]) => Promise<void>;
  /** Writes to a person's personal chat without a turn. Throws a SendError; a chat that refuses is marked dead. */
  readonly sendToPerson: (
    tenantId: string,
    objectId: string,
    content: MessageContent,
  ) => Promise<{ readonly conversationId: string; readonly messageId: string }>;
}

const tries = 3;
const retriable = [412, 429, 502, 503, 504];
const longestWaitMs = 2_000;
const mostRewrites = 5;
/** A connection that broke at once is tried again; one that was waited for in vain is not. */
const patienceMs = 5_000;

/**
 * The courier over the gateway. A message in a turn is tried three times at most, within seconds; reminders have their outbox. `isShared`
 * where other replicas write to the same conversations.
 */
export function createCourier(
  gateway: Gateway,
  conversations: ConversationStore,
  log: Log,
  { isShared }: { readonly isShared: boolean } = { isShared: false },
): Courier {
  const inLine = createUpdateLines();
  const sendToPerson: Courier['sendToPerson'] = async (tenantId, objectId, content) => {
    const chat = await conversations.personalChatOf(tenantId, objectId);
    if (chat === null) throw new SendError('no-conversation', 'The person has not opened Rettesnor in Teams');
    try {
      const messageId = await gateway.post(
        { serviceUrl: chat.serviceUrl, conversationId: chat.conversationId },
        messageActivity(content),
      );
      return { conversationId: chat.conversationId, messageId };
    } catch (fault) {
      if (fault instanceof SendError && (fault.status === 403 || fault.status === 404))
        await conversations.markDead(tenantId, chat.conversationId);
      throw fault;
    }
  };

  /** Where another replica may write the same message, what was written is held against how things stand then, and written again where it is old. */
  async function write(at: ConversationAddress, { messageId, content }: Extract<Outgoing, { kind: 'update' }>): Promise<void> {
    if (typeof content !== 'function') return gateway.update(at, messageId, messageActivity(content));
    let written = await content();
    for (let attempt = 1; ; attempt += 1) {
      await gateway.update(at, messageId, messageActivity(written));
      if (!isShared || attempt >= mostRewrites) return;
      const now = await content();
      if (JSON.stringify(now) === JSON.stringify(written)) return;
      written = now;
    }
  }

  /** A post that broke off is not sent again: it could stand there twice. */
  const post = (turn: Turn, serviceUrl: string, { to, content, onSent }: Extract<Outgoing, { kind: 'post' }>) =>
    withRetries({ mayBeTwice: false }, async () => {
      const messageId =
        to.kind === 'person'
          ? (await sendToPerson(turn.person.tenantId, to.objectId, content)).messageId
          : await gateway.post(await addressOf(turn, serviceUrl, to), messageActivity(content));
      await onSent?.(messageId);
    });

  async function update(turn: Turn, serviceUrl: string, outgoing: Extract<Outgoing, { kind: 'update' }>): Promise<void> {
    const { conversationId, whenGone } = outgoing;
    try {
      await withRetries({ mayBeTwice: true }, async () =>
        write(await addressOf(turn, serviceUrl, { kind: 'conversation', conversationId }), outgoing),
      );
    } catch (fault) {
      if (whenGone === undefined || !(fault instanceof SendError) || fault.status !== 404) throw fault;
      await post(turn, serviceUrl, whenGone);
    }
  }

  /** Where a conversation is reached: this turn's by this turn's address, another by what was remembered of it in the same tenant. */
  async function addressOf(
    turn: Turn,
    serviceUrl: string,
    to: Exclude<Recipient, { kind: 'person' }>,
  ): Promise<ConversationAddress> {
    if (to.kind === 'here' || to.conversationId === turn.place.conversationId)
      return { serviceUrl, conversationId: turn.place.conversationId };
    const known = await conversations.find(turn.person.tenantId, to.conversationId);
    return { serviceUrl: known?.serviceUrl ?? serviceUrl, conversationId: to.conversationId };
  }

  return {
    sendToPerson,
    send: async (turn, serviceUrl, outgoing) => {
      for (const one of outgoing) {
        try {
          await (one.kind === 'post'
            ? post(turn, serviceUrl, one)
            : inLine(`${one.conversationId}|${one.messageId}`, () => update(turn, serviceUrl, one)));
        } catch (fault) {
          log.error('send-failed', fault, { kind: one.kind, status: fault instanceof SendError ? fault.status : null });
        }
      }
    },
  };
}

async function withRetries({ mayBeTwice }: { readonly mayBeTwice: boolean }, work: () => Promise<void>): Promise<void> {
  const begun = Date.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (fault) {
      if (!(fault instanceof SendError) || attempt >= tries) throw fault;
      const isCutOff = fault.code === 'connector-unreachable';
      const mayTryAgain = isCutOff ? mayBeTwice && Date.now() - begun < patienceMs : retriable.includes(fault.status ?? 0);
      if (!mayTryAgain) throw fault;
      const wait = Math.min(fault.retryAfterMs ?? 200 * 2 ** attempt * (0.75 + Math.random() / 2), longestWaitMs);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}
