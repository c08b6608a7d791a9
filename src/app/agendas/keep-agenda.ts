import type { Agenda, AgendaItem } from '../../domain/agenda/agenda.ts';
import { itemMoves } from '../../domain/agenda/meeting/item-moves.ts';
import type { Asking } from '../deadlines/change-deadline.ts';
import { type AgendaDesk, agendaId, auditLine, mayKeepAgendas, refuse } from './agenda-desk.ts';
import type { StoredAgenda } from './ports.ts';

/** What reading a changed file again changed, item by item. */
export interface AgendaChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

export type KeptAgenda =
  | { readonly kind: 'kept'; readonly stored: StoredAgenda; readonly changes: AgendaChanges | null }
  | { readonly kind: 'no-items'; readonly agenda: Agenda }
  | { readonly kind: 'not-allowed' };

/** Keeps an agenda that was read. The same meeting's agenda is replaced, and what changed is told. */
export async function keepAgenda(
  desk: AgendaDesk,
  asking: Asking,
  read: { readonly agenda: Agenda; readonly file: string | null },
): Promise<KeptAgenda> {
  const { person, activityId } = asking;
  if (!mayKeepAgendas(person)) return refuse(desk, person, 'agenda');
  if (read.agenda.items.length === 0) return { kind: 'no-items', agenda: read.agenda };
  const id = agendaId(read);
  const before = await desk.store.find(person.tenantId, id);
  const stored: StoredAgenda = { id, ...read, revision: (before?.revision ?? 0) + 1, posted: before?.posted ?? [] };
  const audit = auditLine(person, 'agenda-kept', `agenda:${id}`, { items: read.agenda.items.length, revision: stored.revision });
  const moves = itemMoves(before?.agenda.items ?? [], read.agenda.items);
  await desk.store.save(person.tenantId, stored, { activityId, audit }, moves);
  return { kind: 'kept', stored, changes: before === null ? null : changesBetween(before.agenda, read.agenda) };
}

/** What differs between two readings; a closed item is named by its number alone. */
export function changesBetween(before: Agenda, after: Agenda): AgendaChanges {
  const old = new Map(before.items.map((item) => [nameOf(item), item]));
  const fresh = new Map(after.items.map((item) => [nameOf(item), item]));
  return {
    added: [...fresh.keys()].filter((name) => !old.has(name)),
    removed: [...old.keys()].filter((name) => !fresh.has(name)),
    changed: [...fresh]
      .filter(([name, item]) => old.has(name) && contentOf(old.get(name)) !== contentOf(item))
      .map(([name]) => name),
  };
}

function nameOf({ number, title, closed }: AgendaItem): string {
  return [number, closed ? null : title].filter((part) => part !== null).join(' ');
}

/** What a reader would call a change, as text that does not depend on the order of fields: not the line on which an item stands. */
function contentOf(item: AgendaItem | undefined): string {
  return JSON.stringify(item ?? null, (name, value: unknown) => {
    if (name === 'line' || name === 'caseStatement') return undefined;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
