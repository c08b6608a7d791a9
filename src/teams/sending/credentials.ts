import { JwtTokenProviderFactory, ManagedIdentityAppCredentials, MicrosoftAppCredentials } from 'botframework-connector';

/** How the bot is registered. */
export interface Registration {
  readonly appId: string;
  readonly password: string;
  readonly type: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
  readonly tenantId: string;
}

const connectorAudience = 'https://api.botframework.com';

/** The bot's token for the connector, kept by the SDK until it expires. */
export function connectorToken({ appId, password, type, tenantId }: Registration): () => Promise<string> {
  const credentials =
    type === 'UserAssignedMSI'
      ? new ManagedIdentityAppCredentials(appId, connectorAudience, new JwtTokenProviderFactory())
      : new MicrosoftAppCredentials(appId, password, type === 'SingleTenant' ? tenantId : undefined);
  return () => credentials.getToken();
}
