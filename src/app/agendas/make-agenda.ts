import type { Agenda, AgendaItem } from '../../domain/agenda/agenda.ts';
import { isOpenItem } from '../../domain/agenda/meeting/record.ts';
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Asking } from '../deadlines/change-deadline.ts';
import { type AgendaDesk, agendaId, mayKeepAgendas, refuse } from './agenda-desk.ts';
import { type KeptAgenda, keepAgenda } from './keep-agenda.ts';

/** An agenda to be made here: its meeting, and titles of its items. */
export interface NewAgenda {
  readonly municipality: string | null;
  readonly body: string;
  readonly date: PlainDate;
  readonly startTime: string | null;
  readonly place: string | null;
  readonly titles: readonly string[];
  /** Open items of this agenda come first; null for none. */
  readonly carryOverFrom: string | null;
}

/** Makes an agenda from titles and the open items of an earlier one. An agenda of the same committee and day is never overwritten. */
export async function makeAgenda(
  desk: AgendaDesk,
  asking: Asking,
  wanted: NewAgenda,
): Promise<KeptAgenda | { readonly kind: 'exists' }> {
  const { person } = asking;
  if (!mayKeepAgendas(person)) return refuse(desk, person, 'agenda');
  const carried = wanted.carryOverFrom === null ? [] : await openItemsOf(desk, person.tenantId, wanted.carryOverFrom);
  const items = [...carried, ...wanted.titles.map(emptyItem)].map((item, index) => ({
    ...item,
    number: index + 1,
    line: index + 1,
  }));
  const { municipality, body, date, startTime, place } = wanted;
  const agenda: Agenda = {
    ...{ kind: 'dagsorden', municipality, body, date, startTime, place },
    ...{ present: null, absent: null, substitutes: [], items, faults: [] },
  };
  const id = agendaId({ agenda, file: null });
  if ((await desk.store.find(person.tenantId, id)) !== null) return { kind: 'exists' };
  return keepAgenda(desk, asking, { agenda, file: null });
}

/** The items that carry over: not decided, or postponed. Closed items stay where closed members see them. */
export async function openItemsOf(desk: AgendaDesk, tenantId: string, id: string): Promise<readonly AgendaItem[]> {
  const stored = await desk.store.find(tenantId, id);
  if (stored === null) return [];
  const records = await desk.store.records(tenantId, id);
  return stored.agenda.items.filter(
    (item, index) => !item.closed && isOpenItem(records, index) && !item.decisions.some(({ ownMeeting }) => ownMeeting),
  );
}

function emptyItem(title: string): AgendaItem {
  return {
    ...{ number: null, title, caseNumber: null, documentNumber: null, page: null, closed: false, line: 1, matter: null },
    ...{ caseStatement: null, legalBasis: null, economy: null, communication: null, recommendation: null, decisions: [] },
    ...{ annexes: [], emptyAnnexHeading: false, absent: [], consultation: null, dates: [], truncated: false },
  };
}
