import { isSameMatter, mattersOf } from '../../domain/agenda/meeting/matters.ts';
import type { ItemRecord, Matter } from '../../domain/agenda/meeting/record.ts';
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Asking } from '../deadlines/change-deadline.ts';
import { type AgendaDesk, auditLine, mayKeepAgendas, mayReadAgendas, refuse } from './agenda-desk.ts';
import { isOfConsultation } from './awaited-answers.ts';
import { type ItemPlace, nextNumber } from './record-decision.ts';

/** How a matter was closed, or null: it is open again. */
export type Closing = { readonly on: PlainDate; readonly words: string | null } | null;

export type ClosedMatterResult =
  | { readonly kind: 'kept' }
  | { readonly kind: 'day-ahead' | 'no-subject' | 'conflict' | 'not-found' | 'not-allowed' };

/** Closes a matter of an item, or opens it again. Committees are those that the item names; a measure, and a party of a consultation, may be in own words. */
export async function closeMatter(
  desk: AgendaDesk,
  asking: Asking & { readonly at: number },
  { agendaId, itemIndex }: Pick<ItemPlace, 'agendaId' | 'itemIndex'>,
  matter: Matter,
  closing: Closing,
): Promise<ClosedMatterResult> {
  const { person, today, activityId, at } = asking;
  if (!(await mayClose(desk, asking, { agendaId, itemIndex }, matter.kind))) return refuse(desk, person, `agenda:${agendaId}`);
  const stored = await desk.store.find(person.tenantId, agendaId);
  const item = stored?.agenda.items[itemIndex];
  if (stored === null || item === undefined || item.closed) return { kind: 'not-found' };
  const records = await desk.store.records(person.tenantId, agendaId);
  const isNamed = mattersOf(stored.agenda, itemIndex, records).some((one) => isSameMatter(one.matter, matter));
  if (matter.subject.trim() === '') return { kind: 'no-subject' };
  const mayBeAdded = matter.kind === 'measure' || (matter.kind === 'party-answers' && item.consultation !== null);
  if (!isNamed && !mayBeAdded) return { kind: 'not-found' };
  if (closing !== null && closing.on > today) return { kind: 'day-ahead' };
  const record: ItemRecord = {
    itemIndex,
    number: nextNumber(records, itemIndex),
    entry: closing === null ? { kind: 'opened', matter } : { kind: 'closed', matter, ...closing },
    by: person.objectId ?? '',
    at,
  };
  const audit = auditLine(person, closing === null ? 'matter-opened' : 'matter-closed', `agenda:${agendaId}`, {
    item: itemIndex,
    kind: matter.kind,
  });
  const outcome = await desk.store.addRecord(person.tenantId, agendaId, record, { activityId, audit });
  return outcome === 'conflict' ? { kind: 'conflict' } : { kind: 'kept' };
}

/** The secretary closes every matter; whoever owns a consultation's deadline notes its answers. */
export async function mayClose(
  desk: AgendaDesk,
  { person }: Pick<Asking, 'person'>,
  { agendaId, itemIndex }: Pick<ItemPlace, 'agendaId' | 'itemIndex'>,
  kind: Matter['kind'],
): Promise<boolean> {
  if (mayKeepAgendas(person)) return true;
  if (person.objectId === null || !mayReadAgendas(person) || kind !== 'party-answers') return false;
  const own = await desk.store.acceptedBy(person.tenantId, agendaId, person.objectId);
  return own.some(({ key }) => isOfConsultation(key, itemIndex));
}
