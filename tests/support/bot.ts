import type { ConversationStore, KnownConversation } from '../../src/app/conversations.ts';
import { createClock } from '../../src/clock/clock.ts';
import { readTexts } from '../../src/content/texts.ts';
import { type HttpOptions, type HttpServer, startHttp } from '../../src/http/server.ts';
import { createLog } from '../../src/log/log.ts';
import type { BotAuthentication } from '../../src/teams/auth/bot-authentication.ts';
import { createGateway } from '../../src/teams/sending/gateway.ts';
import { type BotOptions, createBot } from '../../src/teams/turn/bot.ts';
import { createCourier } from '../../src/teams/turn/courier.ts';
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
  more: Partial<Pick<BotOptions, 'personOf' | 'clock'> & Pick<HttpOptions, 'download'>> = {},
): Promise<HttpServer> {
  const { download = async () => null, ...parts } = more;
  const log = createLog('silent');
  const isAllowedServiceUrl = (url: string) => url.startsWith('http://127.0.0.1:');
  const gateway = createGateway({ isAllowedServiceUrl, token: async () => null });
  const conversations = memoryConversations();
  const bot = createBot({
    authentication,
    isAllowedServiceUrl,
    gateway,
    courier: createCourier(gateway, conversations, log),
    dispatcher,
    conversations,
    personOf: (tenantId, objectId, name) => ({ tenantId, objectId, name, roles: [] }),
    texts: readTexts(),
    clock: createClock(),
    log,
    ...parts,
  });
  return startHttp({ host: '127.0.0.1', port: 0, log, onMessage: bot, isReady: async () => true, download });
}
