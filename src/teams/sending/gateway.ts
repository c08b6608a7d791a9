import { z } from 'zod';
import { SendError } from '../errors.ts';
import { callConnector } from './post-json.ts';

/** Where a conversation is reached. */
export interface ConversationAddress {
  readonly serviceUrl: string;
  readonly conversationId: string;
}

/** Sends activities to Teams' connector and updates them. */
export interface Gateway {
  /** The id of the sent message. */
  readonly post: (to: ConversationAddress, activity: object) => Promise<string>;
  readonly update: (at: ConversationAddress, messageId: string, activity: object) => Promise<void>;
  /** Opens the personal chat with a person whom Teams knows by `channelUserId`. */
  readonly openPersonalChat: (person: {
    readonly serviceUrl: string;
    readonly tenantId: string;
    readonly channelUserId: string;
    readonly botId: string;
  }) => Promise<string>;
  /** The people of a conversation, as Teams names them to this bot. */
  readonly members: (at: ConversationAddress) => Promise<readonly { readonly id: string }[]>;
}

export interface GatewayOptions {
  readonly isAllowedServiceUrl: (url: string) => boolean;
  /** The bot's token for the connector; null in the try-out. */
  readonly token: () => Promise<string | null>;
}

const timeoutMs = 10_000;
const withId = z.object({ id: z.string().default('') });
const page = z.object({ members: z.array(z.object({ id: z.string() })).default([]), continuationToken: z.string().optional() });

/** The gateway over connections that are kept. It tries once: what must arrive is tried again by the outbox. */
export function createGateway({ isAllowedServiceUrl, token }: GatewayOptions): Gateway {
  const call = async (method: 'POST' | 'PUT' | 'GET', serviceUrl: string, path: string, body?: object): Promise<unknown> => {
    if (!isAllowedServiceUrl(serviceUrl))
      throw new SendError('service-host-not-allowed', 'The bot may not send to this host; see ALLOWED_SERVICE_HOSTS');
    const url = `${serviceUrl.replace(/\/$/, '')}/v3/conversations${path}`;
    return callConnector({ method, url, body, token: await token(), timeoutMs });
  };
  const pathOf = ({ conversationId }: ConversationAddress) => `/${encodeURIComponent(conversationId)}`;
  return {
    post: async (to, activity) => withId.parse(await call('POST', to.serviceUrl, `${pathOf(to)}/activities`, activity)).id,
    update: async (at, messageId, activity) => {
      await call('PUT', at.serviceUrl, `${pathOf(at)}/activities/${encodeURIComponent(messageId)}`, {
        ...activity,
        id: messageId,
      });
    },
    openPersonalChat: async ({ serviceUrl, tenantId, channelUserId, botId }) => {
      const wanted = {
        isGroup: false,
        bot: { id: botId },
        members: [{ id: channelUserId }],
        tenantId,
        channelData: { tenant: { id: tenantId } },
      };
      return withId.parse(await call('POST', serviceUrl, '', wanted)).id;
    },
    members: async (at) => {
      const members: { readonly id: string }[] = [];
      let next = '';
      do {
        const read = page.parse(await call('GET', at.serviceUrl, `${pathOf(at)}/pagedmembers?pageSize=500${next}`));
        members.push(...read.members);
        next = read.continuationToken === undefined ? '' : `&continuationToken=${encodeURIComponent(read.continuationToken)}`;
      } while (next !== '');
      return members;
    },
  };
}
