import type { PlainDate } from '../../calendar/plain-date.ts';
import type { AgendaItem, Decision } from '../agenda.ts';
import { decisionOf, type ItemRecord } from './record.ts';

/** What follows from an item. */
export type FollowUpKind = 'consultation-ends' | 'named-date' | 'review';

/** A deadline that an item or its decision asks for. A person accepts it, gives it an owner, and moves it where its day has passed. */
export interface FollowUp {
  /** Stays the same however often the item is read: kind, item and day. */
  readonly key: string;
  readonly kind: FollowUpKind;
  readonly itemIndex: number;
  readonly dueOn: PlainDate;
  /** Who is asked in a consultation. */
  readonly parties: readonly string[];
  /** The sentence of the item that names the day; the item's title for a consultation. */
  readonly quote: string;
  readonly hasPassed: boolean;
}

/** What an item and what was decided on it ask for, by day; nothing of a closed item, whose content is never shown. */
export function followUpsOf(
  item: AgendaItem,
  itemIndex: number,
  records: readonly ItemRecord[],
  today: PlainDate,
): readonly FollowUp[] {
  if (item.closed) return [];
  const made = (kind: FollowUpKind, dueOn: PlainDate, quote: string, parties: readonly string[] = []): FollowUp => ({
    key: `${kind}|${itemIndex}|${dueOn}`,
    kind,
    itemIndex,
    dueOn,
    parties,
    quote,
    hasPassed: dueOn < today,
  });
  const { consultation } = item;
  const ends =
    consultation?.to == null ? [] : [made('consultation-ends', consultation.to, item.title ?? '', consultation.parties)];
  const consulted = new Set([consultation?.from, consultation?.to]);
  const named = item.dates
    .filter(({ date }) => !consulted.has(date))
    .map(({ date, sentence }) => made('named-date', date, sentence));
  const record = decisionOf(records, itemIndex);
  const review =
    record?.entry.kind === 'decided' && record.entry.decision.reviewOn !== null
      ? [made('review', record.entry.decision.reviewOn, item.title ?? '')]
      : [];
  const byKey = new Map([...ends, ...named, ...review].map((one) => [one.key, one]));
  return [...byKey.values()].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

/** The kind and the item of a proposal's key. */
export function readFollowUpKey(key: string): Pick<FollowUp, 'kind' | 'itemIndex'> | null {
  const [, kind, index] = /^(consultation-ends|named-date|review)[|](\d+)[|]/.exec(key) ?? [];
  return kind === undefined ? null : { kind: kind as FollowUpKind, itemIndex: Number(index) };
}

/** A step of an item's way through the committees: done where that committee's decision is known. */
export interface ChainStep {
  readonly body: string;
  readonly decision: Decision | null;
}

/** The chain stays open until each step is closed: the committees that the recommendation names, in their order. */
export function chainOf(item: AgendaItem): readonly ChainStep[] {
  const bodies = [
    ...new Set([...item.decisions.map(({ body }) => body).filter((body) => body !== null), ...(item.recommendation?.to ?? [])]),
  ];
  return bodies.map((body) => ({ body, decision: item.decisions.findLast((decision) => decision.body === body) ?? null }));
}
