import type { AgendaItem } from '../../../domain/agenda/agenda.ts';
import { carriedItem, isCarriedTo, openItems } from '../../../domain/agenda/meeting/carry-over.ts';
import type { Asking } from '../../deadlines/change-deadline.ts';
import { agendaId, mayKeepAgendas, refuse } from '../agenda-desk.ts';
import { type KeptAgenda, keepAgenda } from '../keep-agenda.ts';
import { agendaOfItems, type MakingDesk, type NewMeeting } from './making-desk.ts';

/** An agenda to be made here: its meeting, and its items. */
export interface NewAgenda {
  readonly meeting: NewMeeting;
  readonly items: readonly AgendaItem[];
  /** Open items of this agenda come first; null for none. */
  readonly carryOverFrom: string | null;
  /** True in the personal chat of someone who may see closed items: only there do they carry over. */
  readonly showsClosed: boolean;
}

/** Makes an agenda from items and the open ones of an earlier one. An agenda of the same committee and day is never overwritten. */
export async function makeAgenda(
  desk: MakingDesk,
  asking: Asking,
  { meeting, items, carryOverFrom, showsClosed }: NewAgenda,
): Promise<KeptAgenda | { readonly kind: 'exists' }> {
  const { person } = asking;
  if (!mayKeepAgendas(person)) return refuse(desk, person, 'agenda');
  const carried = carryOverFrom === null ? [] : await openItemsOf(desk, person.tenantId, carryOverFrom, showsClosed);
  const agenda = agendaOfItems(meeting, [...carried, ...items]);
  const id = agendaId({ agenda, file: null });
  if ((await desk.store.find(person.tenantId, id)) !== null) return { kind: 'exists' };
  return keepAgenda(desk, asking, { agenda, file: null });
}

const mostAgendas = 50;

/** The items of an agenda that carry over, as they stand on the next; those that were carried already are not among them. */
export async function openItemsOf(
  desk: MakingDesk,
  tenantId: string,
  id: string,
  withClosed: boolean,
): Promise<readonly AgendaItem[]> {
  const all = await desk.store.list(tenantId, mostAgendas);
  const stored = await desk.store.find(tenantId, id);
  if (stored === null) return [];
  const records = await desk.store.records(tenantId, id);
  const others = all.filter((one) => one.id !== id).map(({ agenda }) => agenda);
  return openItems(stored.agenda, records, { postponed: desk.postponed, withClosed })
    .filter(({ item }) => !isCarriedTo(item, id, others))
    .map((open) => carriedItem(open, { agendaId: id, agenda: stored.agenda }, records));
}
