import { type Approval, type Minutes, type MinutesVersion, minutesOf } from '../../domain/agenda/meeting/minutes.ts';
import { decidedAt } from '../../domain/agenda/meeting/record.ts';
import type { Asking } from '../deadlines/change-deadline.ts';
import { type AgendaDesk, auditLine, mayKeepAgendas, mayReadAgendas, refuse } from './agenda-desk.ts';

/** Minutes with their approvals, and when something was recorded last. */
export type ReadMinutes =
  | {
      readonly kind: 'minutes';
      readonly id: string;
      readonly minutes: Minutes;
      readonly approvals: readonly Approval[];
      readonly changedAt: number;
    }
  | { readonly kind: 'not-found' | 'not-allowed' };

/** The minutes for who may read them: the open version for every role, the full one for secretary and administrator. */
export async function readMinutes(
  desk: AgendaDesk,
  { person }: Asking,
  id: string,
  version: MinutesVersion,
): Promise<ReadMinutes> {
  const mayRead = version === 'full' ? mayKeepAgendas(person) : mayReadAgendas(person);
  if (!mayRead) return refuse(desk, person, `minutes:${id}`);
  const stored = await desk.store.find(person.tenantId, id);
  if (stored === null) return { kind: 'not-found' };
  const [records, approvals] = await Promise.all([
    desk.store.records(person.tenantId, id),
    desk.store.approvals(person.tenantId, id),
  ]);
  if (version === 'full') desk.audit.note(auditLine(person, 'full-minutes-read', `minutes:${id}`));
  const minutes = minutesOf(stored.agenda, records, version);
  return { kind: 'minutes', id, minutes, approvals, changedAt: decidedAt(records) };
}
