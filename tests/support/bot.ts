import type { ConversationStore, KnownConversation } from '../../src/app/conversations.ts';
import { createClock } from '../../src/clock/clock.ts';
import { readTexts } from '../../src/content/texts.ts';
import { type HttpOptions, type HttpServer, startHttp } from '../../src/http/server.ts';
import { createLog } from '../../src/log/log.ts';
import type { BotAuthentication } from '../../src/teams/auth/bot-authentication.ts';
import { type Courier, createCourier } from '../../src/teams/sending/courier.ts';
import { createGateway } from '../../src/teams/sending/gateway.ts';
import { type BotOptions, createBot } from '../../src/teams/turn/bot.ts';
import type { Dispatcher } from '../../src/teams/turn/dispatch.ts';

/** Conversations in memory: for tests of the turn alone. */
export function memoryConversations(): ConversationStore {
  const known = new Map<string, KnownConversation>();
  const dead = new Set<string>();
  return {
    remember: async (one) => void known.set(one.conversationId, one),
    find: async (_tenantId, id) => known.get(id) ?? null,
    personalChatOf: async (_tenantId, objectId) =>
      [...known.values()].find((one) => one.objectId === objectId && !dead.has(one.conversationId)) ?? null,
    markDead: async (_tenantId, id) => void dead.add(id),
  };
}

/** A bot with a dispatcher of the test's, listening on loopback. */
export async function startBot(
  dispatcher: Dispatcher,
  authentication: BotAuthentication | null = null,
  more: Partial<Pick<BotOptions, 'personOf' | 'clock' | 'conversations'> & Pick<HttpOptions, 'download'>> = {},
): Promise<HttpServer & { readonly quiet: () => Promise<void> }> {
  const { download = async () => null, ...parts } = more;
  const log = createLog('silent');
  const isAllowedServiceUrl = (url: string) => url.startsWith('http://127.0.0.1:');
  const gateway = createGateway({ isAllowedServiceUrl, token: async () => null });
  const conversations = more.conversations ?? memoryConversations();
  const courier = followed(createCourier(gateway, conversations, log));
  const bot = createBot({
    authentication,
    isAllowedServiceUrl,
    gateway,
    courier,
    dispatcher,
    conversations,
    personOf: (tenantId, objectId, name) => ({ tenantId, objectId, name, roles: [] }),
    texts: readTexts(),
    clock: createClock(),
    log,
    ...parts,
  });
  const server = await startHttp({ host: '127.0.0.1', port: 0, log, onMessage: bot, isReady: async () => true, download });
  return { ...server, quiet: courier.quiet };
}

/** An invoke is answered before its messages are sent: `quiet` resolves when nothing is on its way any more. */
function followed(courier: Courier): Courier & { readonly quiet: () => Promise<void> } {
  const underWay = new Set<Promise<void>>();
  return {
    ...courier,
    send: (...sent) => {
      const sending = courier.send(...sent).finally(() => underWay.delete(sending));
      underWay.add(sending);
      return sending;
    },
    quiet: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
