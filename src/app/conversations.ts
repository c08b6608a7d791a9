/** A conversation as the bot met it: where it is reached, and for a personal chat whose it is. */
export interface KnownConversation {
  readonly tenantId: string;
  readonly conversationId: string;
  readonly kind: 'personal' | 'group' | 'channel' | 'meeting';
  readonly serviceUrl: string;
  /** Entra object id of the person of a personal chat. */
  readonly objectId: string | null;
  /** How Teams names that person to this bot. */
  readonly channelUserId: string | null;
  /** How Teams names the bot. */
  readonly botId: string | null;
}

/** Keeps where the bot may write. */
export interface ConversationStore {
  readonly remember: (conversation: KnownConversation) => Promise<void>;
  readonly find: (tenantId: string, conversationId: string) => Promise<KnownConversation | null>;
  /** The personal chat of a person, if it is known and not dead. */
  readonly personalChatOf: (tenantId: string, objectId: string) => Promise<KnownConversation | null>;
  /** The connector said that the bot may no longer write there. */
  readonly markDead: (tenantId: string, conversationId: string) => Promise<void>;
}
