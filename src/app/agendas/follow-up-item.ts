import { type FollowUp, followUpsOf } from '../../domain/agenda/meeting/follow-up.ts';
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Deadline } from '../../domain/deadline/deadline.ts';
import { type Asking, toSave } from '../deadlines/change-deadline.ts';
import { type AgendaDesk, auditLine, mayKeepAgendas, mayReadAgendas, refuse } from './agenda-desk.ts';
import type { AcceptedFollowUp } from './ports.ts';

/** A proposal, and the deadline it became where it was accepted. */
export interface ProposedFollowUp extends FollowUp {
  readonly accepted: AcceptedFollowUp | null;
}

/** What an item asks for, or null where there is no such item or the person may not see it. */
export async function proposeFollowUps(
  desk: AgendaDesk,
  { person, today }: Asking,
  agendaId: string,
  itemIndex: number,
): Promise<readonly ProposedFollowUp[] | null> {
  if (!mayReadAgendas(person)) return null;
  const stored = await desk.store.find(person.tenantId, agendaId);
  const item = stored?.agenda.items[itemIndex];
  if (item === undefined) return null;
  const records = await desk.store.records(person.tenantId, agendaId);
  const accepted = new Map((await desk.store.accepted(person.tenantId, agendaId)).map((one) => [one.key, one]));
  return followUpsOf(item, itemIndex, records, today).map((proposal) => ({
    ...proposal,
    accepted: accepted.get(proposal.key) ?? null,
  }));
}

export type AcceptedProposal =
  | { readonly kind: 'accepted'; readonly deadline: Deadline }
  | { readonly kind: 'accepted-already' }
  | { readonly kind: 'day-has-passed'; readonly on: PlainDate }
  | { readonly kind: 'unknown-person' | 'not-found' | 'not-allowed' };

/** What a person accepts: the proposal, its owner, its words, and another day where its own has passed. */
export interface Acceptance {
  readonly agendaId: string;
  readonly itemIndex: number;
  readonly key: string;
  readonly owner: string;
  readonly title: string;
  /** Which item of which meeting says so, in words. */
  readonly source: string;
  readonly dueOn: PlainDate | null;
}

/** A proposal becomes a deadline of its owner, once. A day that has passed must be moved first: no reminder is started for history. */
export async function acceptFollowUp(
  desk: AgendaDesk,
  asking: Asking,
  wanted: Acceptance,
  id: string,
): Promise<AcceptedProposal> {
  const { person, today, activityId } = asking;
  if (!mayKeepAgendas(person)) return refuse(desk, person, `agenda:${wanted.agendaId}`);
  const proposals = await proposeFollowUps(desk, asking, wanted.agendaId, wanted.itemIndex);
  const proposal = proposals?.find(({ key }) => key === wanted.key);
  const stored = await desk.store.find(person.tenantId, wanted.agendaId);
  if (proposal === undefined || stored === null) return { kind: 'not-found' };
  if (proposal.accepted !== null) return { kind: 'accepted-already' };
  if (desk.directory.member(person.tenantId, wanted.owner) === null) return { kind: 'unknown-person' };
  const dueOn = wanted.dueOn ?? proposal.dueOn;
  if (dueOn < today) return { kind: 'day-has-passed', on: dueOn };
  const deadline: Deadline = {
    id,
    kind: 'agenda',
    title: wanted.title,
    caseReference: stored.agenda.items[wanted.itemIndex]?.caseNumber ?? null,
    dueOn,
    vagueWords: null,
    trigger: null,
    source: wanted.source,
    assumption: null,
    owner: wanted.owner,
    state: 'open',
    metOn: null,
    snoozedUntil: null,
  };
  const audit = auditLine(person, 'follow-up-accepted', `agenda:${wanted.agendaId}`, { key: wanted.key, due: dueOn });
  const outcome = await desk.store.accept(
    person.tenantId,
    wanted.agendaId,
    { key: wanted.key, deadlineId: id },
    toSave(deadline, null, desk.settings, today),
    { activityId, audit },
  );
  return outcome === 'conflict' ? { kind: 'accepted-already' } : { kind: 'accepted', deadline };
}
