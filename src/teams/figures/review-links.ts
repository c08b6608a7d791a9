import type { Signer } from '../../app/deadlines/feed-links.ts';
import { addDays, type PlainDate, readPlainDate } from '../../domain/calendar/plain-date.ts';

const openDays = 7;

/** The addresses of a follow-up's files, open for a week. */
export function reviewLinks(
  tenantId: string,
  id: string,
  today: PlainDate,
  signer: Signer,
  publicUrl: string,
): { readonly csv: string; readonly excel: string } {
  const body = [tenantId, id, addDays(today, openDays)].map(encodeURIComponent).join(':');
  const token = encodeURIComponent(`${body}:${signer.sign(`budget|${body}`)}`);
  return { csv: `${publicUrl}/download/budget.csv/${token}`, excel: `${publicUrl}/download/budget.xlsx/${token}` };
}

/** What a link stands for; null where it is none of ours or has expired. */
export function reviewOfLink(
  token: string,
  today: PlainDate,
  signer: Signer,
): { readonly tenantId: string; readonly id: string } | null {
  const parts = token.split(':');
  const signature = parts.pop() ?? '';
  if (!signer.isSigned(`budget|${parts.join(':')}`, signature)) return null;
  const [tenantId = '', id = '', until = ''] = parts.map(decodeURIComponent);
  const expiresOn = readPlainDate(until);
  return expiresOn === null || today > expiresOn ? null : { tenantId, id };
}
