import { type Activity, ConfigurationBotFrameworkAuthentication, StatusCodes } from 'botbuilder';
import { type AuthenticateRequestResult, AuthenticationError, ClaimsIdentity } from 'botframework-connector';
import jwt from 'jsonwebtoken';
import type { SigningKey } from './keys.ts';

/** What an incoming activity must carry. */
export interface BotTrust {
  readonly appId: string;
  /** Entra tenants whose people may talk to the bot. */
  readonly tenants: readonly string[];
  readonly isAllowedServiceUrl: (url: string) => boolean;
  readonly findKey: (kid: string) => Promise<SigningKey | null>;
  readonly now: () => number;
}

const issuer = 'https://api.botframework.com';
const channel = 'msteams';
const toleranceSeconds = 300;
const mostCached = 1_000;

interface Verified {
  readonly claims: jwt.JwtPayload;
  readonly endorsements: readonly string[];
}

/** Stricter than the SDK's: RS256 alone, a service address that must be claimed and equal, Teams alone, our tenants alone; every failure is a 401 without words. */
export class BotAuthentication extends ConfigurationBotFrameworkAuthentication {
  private readonly trust: BotTrust;
  /** Tokens that were verified before: Teams sends the same one for an hour, and verifying costs more than the rest of a turn. */
  private readonly verified = new Map<string, Verified>();

  constructor(trust: BotTrust) {
    super({ MicrosoftAppId: trust.appId });
    this.trust = trust;
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    const { claims, endorsements } = await this.verify(header).catch((fault: unknown) => refuse(fault));
    const { serviceUrl, channelId, channelData, conversation } = activity;
    if (typeof serviceUrl !== 'string' || claims['serviceurl'] !== serviceUrl || !this.trust.isAllowedServiceUrl(serviceUrl))
      return refuse();
    if (channelId !== channel || !endorsements.includes(channel)) return refuse();
    const tenants = [channelData?.tenant?.id, conversation?.tenantId].filter((tenant) => tenant !== undefined);
    if (tenants.length === 0 || !tenants.every((tenant) => this.trust.tenants.includes(tenant))) return refuse();
    const list = Object.entries(claims).map(([type, value]) => ({ type, value: String(value) }));
    return { audience: this.trust.appId, claimsIdentity: new ClaimsIdentity(list, true) } as unknown as AuthenticateRequestResult;
  }

  private async verify(header: string): Promise<Verified> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(header)?.[1];
    if (token === undefined) return refuse();
    const known = this.verified.get(token);
    const seconds = this.trust.now() / 1000;
    if (known !== undefined && (known.claims.exp ?? 0) + toleranceSeconds > seconds) return known;
    this.verified.delete(token);
    const decoded = jwt.decode(token, { complete: true });
    const key =
      decoded?.header.alg === 'RS256' && decoded.header.kid !== undefined ? await this.trust.findKey(decoded.header.kid) : null;
    if (key === null) return refuse();
    const options = {
      algorithms: ['RS256' as const],
      issuer,
      audience: this.trust.appId,
      clockTolerance: toleranceSeconds,
      clockTimestamp: Math.floor(seconds),
    };
    const claims = jwt.verify(token, key.key, options);
    if (typeof claims === 'string' || claims.exp === undefined) return refuse();
    const verified = { claims, endorsements: key.endorsements };
    if (this.verified.size >= mostCached) this.verified.delete(this.verified.keys().next().value ?? '');
    this.verified.set(token, verified);
    return verified;
  }
}

function refuse(cause?: unknown): never {
  throw Object.assign(new AuthenticationError('', StatusCodes.UNAUTHORIZED), { cause });
}
