import type { MinutesVersion } from '../../domain/agenda/meeting/minutes.ts';
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Signer } from '../deadlines/feed-links.ts';

/** The files that minutes are exported to. */
export type MinutesFormat = 'docx' | 'md' | 'json';
export const minutesFormats: readonly MinutesFormat[] = ['docx', 'md', 'json'];

/** Whose link shows which minutes, until when. What the person may see is decided anew when the link is followed. */
export interface MinutesLink {
  readonly tenantId: string;
  readonly objectId: string;
  readonly agendaId: string;
  readonly version: MinutesVersion;
  readonly language: 'da' | 'en';
  readonly expiresOn: PlainDate;
}

/** The days that a link works. */
export const minutesLinkDays = 7;

/** The link as text for an address, signed. */
export function minutesToken(link: MinutesLink, signer: Signer): string {
  const { tenantId, objectId, agendaId, version, language, expiresOn } = link;
  const body = ['minutes', tenantId, objectId, agendaId, version, language, expiresOn].map(encodeURIComponent).join(':');
  return `${body}:${signer.sign(body)}`;
}

/** The link that a token stands for, or null where it is not ours or has expired. */
export function readMinutesToken(token: string, signer: Signer, today: PlainDate): MinutesLink | null {
  const parts = token.split(':');
  const signature = parts.pop() ?? '';
  if (parts.length !== 7 || !signer.isSigned(parts.join(':'), signature)) return null;
  const [use, tenantId = '', objectId = '', agendaId = '', version, language, expiresOn = ''] = parts.map(decodeURIComponent);
  if (use !== 'minutes' || expiresOn < today) return null;
  if ((version !== 'open' && version !== 'full') || (language !== 'da' && language !== 'en')) return null;
  return { tenantId, objectId, agendaId, version, language, expiresOn: expiresOn as PlainDate };
}
