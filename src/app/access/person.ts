/** What a person may do is decided by roles from the settings, by Entra object id and tenant. Nobody has one by default. */
export type Role = 'caseworker' | 'team-leader' | 'professional-leader' | 'secretary' | 'administrator';

/** Somebody who talks to the bot. `objectId` is null for guests and anonymous people: they are denied. */
export interface Person {
  readonly tenantId: string;
  /** Entra object id. */
  readonly objectId: string | null;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Where a message was written. */
export interface Place {
  readonly kind: 'personal' | 'group' | 'channel' | 'meeting';
  readonly conversationId: string;
  /** The channel thread's root message, where there is one. */
  readonly threadId: string | null;
  readonly meetingId: string | null;
}
