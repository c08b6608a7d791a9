import {
  type DecisionFault,
  decisionOf,
  faultsOfDecision,
  type ItemDecision,
  type ItemRecord,
} from '../../domain/agenda/meeting/record.ts';
import type { Asking } from '../deadlines/change-deadline.ts';
import { type AgendaDesk, auditLine, mayKeepAgendas, refuse } from './agenda-desk.ts';

export type RecordedDecision =
  | { readonly kind: 'recorded'; readonly records: readonly ItemRecord[] }
  | { readonly kind: 'faulty'; readonly faults: readonly DecisionFault[] }
  /** Somebody wrote first: what stands now is shown beside what was typed. */
  | { readonly kind: 'conflict'; readonly records: readonly ItemRecord[] }
  | { readonly kind: 'closed-item-here' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-allowed' };

/** Which item of which agenda, as the person last saw it, and whether the place shows closed items. */
export interface ItemPlace {
  readonly agendaId: string;
  readonly itemIndex: number;
  /** The number of the last decision or undoing that the person saw; 0 for none. */
  readonly seen: number;
  /** True in the personal chat of someone who may see closed items. */
  readonly showsClosed: boolean;
}

/** Records the decision on an item, or undoes the last (`null`). A closed item is recorded only where closed members see it. */
export async function recordDecision(
  desk: AgendaDesk,
  asking: Asking & { readonly at: number },
  place: ItemPlace,
  decision: ItemDecision | null,
): Promise<RecordedDecision> {
  const { person, today, activityId, at } = asking;
  if (!mayKeepAgendas(person)) return refuse(desk, person, `agenda:${place.agendaId}`);
  const stored = await desk.store.find(person.tenantId, place.agendaId);
  const item = stored?.agenda.items[place.itemIndex];
  if (item === undefined) return { kind: 'not-found' };
  if (item.closed && !place.showsClosed) return { kind: 'closed-item-here' };
  const faults = decision === null ? [] : faultsOfDecision(decision, today);
  if (faults.length > 0) return { kind: 'faulty', faults };
  const records = await desk.store.records(person.tenantId, place.agendaId);
  if (lastDecision(records, place.itemIndex) !== place.seen) return { kind: 'conflict', records };
  if (decision === null && decisionOf(records, place.itemIndex) === null) return { kind: 'recorded', records };
  const record: ItemRecord = {
    itemIndex: place.itemIndex,
    number: nextNumber(records, place.itemIndex),
    entry: decision === null ? { kind: 'undone' } : { kind: 'decided', decision },
    by: person.objectId ?? '',
    at,
  };
  const audit = auditLine(person, decision === null ? 'decision-undone' : 'decision-recorded', `agenda:${place.agendaId}`, {
    item: place.itemIndex,
    outcome: item.closed ? null : (decision?.outcome ?? null),
  });
  const outcome = await desk.store.addRecord(person.tenantId, place.agendaId, record, { activityId, audit });
  if (outcome === 'conflict') return { kind: 'conflict', records: await desk.store.records(person.tenantId, place.agendaId) };
  return { kind: 'recorded', records: [...records, record] };
}

/** The number of an item's last decision or undoing; 0 for none. What was followed up meanwhile is no reason to ask again. */
export function lastDecision(records: readonly ItemRecord[], itemIndex: number): number {
  const own = records.filter(
    (one) => one.itemIndex === itemIndex && (one.entry.kind === 'decided' || one.entry.kind === 'undone'),
  );
  return Math.max(0, ...own.map(({ number }) => number));
}

/** The number of an item's next record. */
export function nextNumber(records: readonly ItemRecord[], itemIndex: number): number {
  return 1 + Math.max(0, ...records.filter((one) => one.itemIndex === itemIndex).map(({ number }) => number));
}
