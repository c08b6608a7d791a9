import type { AgendaItem } from '../../../domain/agenda/agenda.ts';
import { itemMoves } from '../../../domain/agenda/meeting/item-moves.ts';
import { decisionOf } from '../../../domain/agenda/meeting/record.ts';
import type { Asking } from '../../deadlines/change-deadline.ts';
import { auditLine, mayKeepAgendas, refuse } from '../agenda-desk.ts';
import { type KeptAgenda, keepAgenda } from '../keep-agenda.ts';
import { type AgendaTemplate, agendaOfItems, isMadeHere, type MakingDesk, type NewMeeting } from './making-desk.ts';

/** An agenda made here with its items as they are written now. The committee and the day stay: they are what it is called by. */
export interface RevisedAgenda {
  readonly id: string;
  readonly meeting: Pick<NewMeeting, 'startTime' | 'place'>;
  readonly items: readonly AgendaItem[];
  /** The revision that the person saw. */
  readonly seen: number;
  /** True in the personal chat of someone who may see closed items. */
  readonly showsClosed: boolean;
}

export type Revised =
  | KeptAgenda
  | { readonly kind: 'not-found' | 'not-made-here' | 'closed-items-here' | 'changed-meanwhile' }
  /** A decided item is neither removed nor renamed: its decision would belong to none. */
  | { readonly kind: 'decided-gone'; readonly number: number | null };

/** Changes the items of an agenda that was made here. An item keeps what was carried over with it as long as its title stands. */
export async function reviseAgenda(desk: MakingDesk, asking: Asking, wanted: RevisedAgenda): Promise<Revised> {
  const { person } = asking;
  if (!mayKeepAgendas(person)) return refuse(desk, person, `agenda:${wanted.id}`);
  const stored = await desk.store.find(person.tenantId, wanted.id);
  if (stored === null) return { kind: 'not-found' };
  if (!isMadeHere(stored)) return { kind: 'not-made-here' };
  const before = stored.agenda.items;
  if (!wanted.showsClosed && before.some(({ closed }) => closed)) return { kind: 'closed-items-here' };
  if (stored.revision !== wanted.seen) return { kind: 'changed-meanwhile' };
  const { municipality, body, date } = stored.agenda;
  if (body === null || date === null) return { kind: 'not-found' };
  const items = wanted.items.map((item) => keptDetails(item, before));
  const agenda = { ...stored.agenda, ...agendaOfItems({ municipality, body, date, ...wanted.meeting }, items) };
  const records = await desk.store.records(person.tenantId, wanted.id);
  const moves = itemMoves(before, agenda.items);
  const gone = before.find((_item, index) => moves.get(index) === null && decisionOf(records, index) !== null);
  if (gone !== undefined && agenda.items.length > 0) return { kind: 'decided-gone', number: gone.number };
  return keepAgenda(desk, asking, { agenda, file: null });
}

/** What a person cannot write in the form stays with the item of the same title. */
function keptDetails(item: AgendaItem, before: readonly AgendaItem[]): AgendaItem {
  const old = before.find(({ title }) => title?.toLowerCase() === item.title?.toLowerCase());
  if (old === undefined) return item;
  const { title, closed, caseNumber, annexes, recommendation } = item;
  const clauses = recommendation?.clauses ?? [];
  const kept = old.recommendation === null ? recommendation : { ...old.recommendation, clauses };
  return { ...old, title, closed, caseNumber, annexes, recommendation: clauses.length === 0 ? null : kept };
}

/** Keeps what is usual for a committee; what was kept for it before is replaced. */
export async function saveTemplate(desk: MakingDesk, asking: Asking, template: AgendaTemplate): Promise<boolean> {
  const { person, activityId } = asking;
  if (!mayKeepAgendas(person)) {
    refuse(desk, person, 'agenda-template');
    return false;
  }
  const audit = auditLine(person, 'agenda-template-kept', `agenda-template:${template.body.toLowerCase()}`);
  return (await desk.templates.save(person.tenantId, template, { activityId, audit })) !== 'conflict';
}
