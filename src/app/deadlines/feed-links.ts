import type { PlainDate } from '../../domain/calendar/plain-date.ts';

/** Whose open deadlines a link shows, until when, and under which of the person's keys: raising the number revokes every earlier link. */
export interface FeedLink {
  readonly tenantId: string;
  readonly objectId: string;
  readonly expiresOn: PlainDate;
  readonly revision: number;
}

/** Signs and verifies text with the server's key. */
export interface Signer {
  readonly sign: (text: string) => string;
  readonly isSigned: (text: string, signature: string) => boolean;
}

/** Why a link shows nothing. */
export type RefusedLink = 'forged' | 'expired' | 'revoked';

/** The link as text for an address: its parts and their signature, in letters that an address may hold. */
export function linkToken(link: FeedLink, signer: Signer): string {
  const body = [link.tenantId, link.objectId, link.expiresOn, String(link.revision)].map(encodeURIComponent).join(':');
  return `${body}:${signer.sign(body)}`;
}

/** The link that a token stands for, where it is ours, has not expired, and was not revoked. */
export async function readLinkToken(
  token: string,
  signer: Signer,
  today: PlainDate,
  revisionOf: (tenantId: string, objectId: string) => Promise<number>,
): Promise<FeedLink | RefusedLink> {
  const parts = token.split(':');
  const signature = parts.pop() ?? '';
  const [tenantId, objectId, expiresOn, revision, ...more] = parts.map(decoded);
  if (tenantId === undefined || objectId === undefined || expiresOn === undefined || revision === undefined || more.length > 0)
    return 'forged';
  if (!signer.isSigned(parts.join(':'), signature)) return 'forged';
  if (expiresOn < today) return 'expired';
  if (Number(revision) !== (await revisionOf(tenantId, objectId))) return 'revoked';
  return { tenantId, objectId, expiresOn: expiresOn as PlainDate, revision: Number(revision) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
