import type { Approval } from '../../domain/agenda/meeting/minutes.ts';
import { decidedAt } from '../../domain/agenda/meeting/record.ts';
import { folded } from '../../domain/language/words.ts';
import type { Asking } from '../deadlines/change-deadline.ts';
import { type AgendaDesk, auditLine, mayKeepAgendas, mayReadAgendas, refuse } from './agenda-desk.ts';

export type ApprovedMinutes = {
  readonly kind: 'approved' | 'already' | 'not-held' | 'not-a-member' | 'not-found' | 'not-allowed';
};

/**
 * A member approves for themselves, by the name that the settings give them; the secretary notes who signed outside Teams.
 * Where the agenda says who attends, nobody else is counted; before the meeting's day there is nothing to approve.
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
  if (stored.agenda.date !== null && asking.today < stored.agenda.date) return { kind: 'not-held' };
  const present = stored.agenda.present ?? [];
  const name = signedElsewhere ?? person.name;
  const member = present.length === 0 ? name : memberNamed(name, present);
  if (member === undefined || member.trim() === '') return { kind: 'not-a-member' };
  const approval: Approval = { member, kind: signedElsewhere === null ? 'approved' : 'signed-elsewhere', at };
  const changedAt = decidedAt(await desk.store.records(person.tenantId, agendaId));
  const audit = auditLine(person, 'minutes-approved', `minutes:${agendaId}`, { kind: approval.kind });
  const outcome = await desk.store.addApproval(person.tenantId, agendaId, { ...approval, changedAt }, { activityId, audit });
  return { kind: outcome === 'conflict' ? 'already' : 'approved' };
}

/** The member of that name: an agenda may set a party's letter or an office beside it. */
function memberNamed(name: string, members: readonly string[]): string | undefined {
  const wordsOf = (text: string) =>
    folded(text)
      .split(/[^\p{L}\p{N}-]+/u)
      .filter((word) => word !== '');
  const wanted = wordsOf(name);
  const same = members.filter((one) => folded(one) === folded(name));
  const named = same.length > 0 ? same : members.filter((one) => wanted.every((word) => wordsOf(one).includes(word)));
  return wanted.length > 1 || same.length > 0 ? (named.length === 1 ? named[0] : undefined) : undefined;
}
