import type { Approval } from '../../domain/agenda/meeting/minutes.ts';
import type { Asking } from '../deadlines/change-deadline.ts';
import { type AgendaDesk, auditLine, mayKeepAgendas, mayReadAgendas, refuse } from './agenda-desk.ts';

export type ApprovedMinutes = { readonly kind: 'approved' | 'already' | 'not-a-member' | 'not-found' | 'not-allowed' };

/**
 * A member approves for themselves, by the name that the settings give them; the secretary notes who signed outside Teams.
 * Where the agenda says who attends, nobody else is counted.
 */
export async function approveMinutes(
  desk: AgendaDesk,
  asking: Asking & { readonly at: number },
  agendaId: string,
  signedElsewhere: string | null,
): Promise<ApprovedMinutes> {
  const { person, activityId, at } = asking;
  const mayAct = signedElsewhere === null ? mayReadAgendas(person) : mayKeepAgendas(person);
  if (!mayAct) return refuse(desk, person, `minutes:${agendaId}`);
  const stored = await desk.store.find(person.tenantId, agendaId);
  if (stored === null) return { kind: 'not-found' };
  const present = stored.agenda.present ?? [];
  const name = signedElsewhere ?? person.name;
  const member = present.length === 0 ? name : present.find((one) => one.toLowerCase() === name.toLowerCase());
  if (member === undefined || member.trim() === '') return { kind: 'not-a-member' };
  const approval: Approval = { member, kind: signedElsewhere === null ? 'approved' : 'signed-elsewhere', at };
  const audit = auditLine(person, 'minutes-approved', `minutes:${agendaId}`, { kind: approval.kind });
  const outcome = await desk.store.addApproval(person.tenantId, agendaId, approval, { activityId, audit });
  return { kind: outcome === 'conflict' ? 'already' : 'approved' };
}
