import { type Kysely, sql } from 'kysely';
import type { ConversationStore, KnownConversation } from '../app/conversations.ts';

const columns = sql`tenant_id as "tenantId", conversation_id as "conversationId", kind, service_url as "serviceUrl", object_id as "objectId",
  channel_user_id as "channelUserId", bot_id as "botId"`;
const mostRemembered = 10_000;

/** Conversations on a database. What this process wrote last is not written again. */
export function conversationStore(db: Kysely<unknown>): ConversationStore {
  const written = new Map<string, string>();
  return {
    remember: async (conversation) => {
      const key = `${conversation.tenantId}|${conversation.conversationId}`;
      const state = JSON.stringify(conversation);
      if (written.get(key) === state) return;
      const { tenantId, conversationId, kind, serviceUrl, objectId, channelUserId, botId } = conversation;
      await sql`
        insert into conversation (tenant_id, conversation_id, kind, service_url, object_id, channel_user_id, bot_id)
        values (${tenantId}, ${conversationId}, ${kind}, ${serviceUrl}, ${objectId}, ${channelUserId}, ${botId})
        on conflict (tenant_id, conversation_id) do update set kind = excluded.kind, service_url = excluded.service_url, object_id = excluded.object_id,
          channel_user_id = excluded.channel_user_id, bot_id = excluded.bot_id, dead_since = null`.execute(db);
      if (written.size >= mostRemembered) written.clear();
      written.set(key, state);
    },
    find: async (tenantId, conversationId) => {
      const { rows } =
        await sql<KnownConversation>`select ${columns} from conversation where tenant_id = ${tenantId} and conversation_id = ${conversationId}`.execute(
          db,
        );
      return rows[0] ?? null;
    },
    personalChatOf: async (tenantId, objectId) => {
      const { rows } = await sql<KnownConversation>`
        select ${columns} from conversation where tenant_id = ${tenantId} and object_id = ${objectId} and kind = 'personal' and dead_since is null limit 1`.execute(
        db,
      );
      return rows[0] ?? null;
    },
    markDead: async (tenantId, conversationId) => {
      written.delete(`${tenantId}|${conversationId}`);
      await sql`update conversation set dead_since = now() where tenant_id = ${tenantId} and conversation_id = ${conversationId} and dead_since is null`.execute(
        db,
      );
    },
  };
}
