import type { PlainDate } from '../../calendar/plain-date.ts';
import type { Agenda, AgendaItem } from '../agenda.ts';
import { chainOf } from './follow-up.ts';
import { decisionOf, type ItemRecord, type Matter } from './record.ts';

/** A matter of an item, and how it was closed; null while the item waits for it. */
export interface FollowedMatter {
  readonly matter: Matter;
  readonly closed: ClosedMatter | null;
}

/** When a matter was closed, in which words, and who wrote it. */
export interface ClosedMatter {
  readonly on: PlainDate | null;
  readonly words: string | null;
  /** Entra object id; null where the text itself says it. */
  readonly by: string | null;
}

const carriedOut = new Set(['approved', 'approved-with-changes', 'recommended']);

/**
 * What an item waits for: the answers of its consultation's parties, the committees of its chain, and, once it is approved, what it
 * proposed to do. Measures and parties in own words stand with them. Nothing of a closed item.
 */
export function mattersOf(agenda: Agenda, itemIndex: number, records: readonly ItemRecord[]): readonly FollowedMatter[] {
  const item = agenda.items[itemIndex];
  if (item === undefined || item.closed) return [];
  const own = records.filter((record) => record.itemIndex === itemIndex).sort((a, b) => a.number - b.number);
  const matters: readonly Matter[] = [
    ...[...new Set([...(item.consultation?.parties ?? []), ...writtenOf('party-answers', own)])].map(
      (subject) => ({ kind: 'party-answers', subject }) as const,
    ),
    ...stepsOf(item).map(({ body: subject }) => ({ kind: 'committee-treats', subject }) as const),
    ...measuresOf(item, itemIndex, own).map((subject) => ({ kind: 'measure', subject }) as const),
  ];
  return matters.map((matter) => ({ matter, closed: closedOf(matter, own) ?? treated(matter, agenda, itemIndex, own) }));
}

export function isSameMatter(a: Matter, b: Matter): boolean {
  return a.kind === b.kind && a.subject === b.subject;
}

/** A chain of one committee is the meeting itself. */
function stepsOf(item: AgendaItem): ReturnType<typeof chainOf> {
  const steps = chainOf(item);
  return steps.length < 2 ? [] : steps;
}

function measuresOf(item: AgendaItem, itemIndex: number, own: readonly ItemRecord[]): readonly string[] {
  const standing = decisionOf(own, itemIndex)?.entry;
  const isToBeDone =
    standing?.kind === 'decided'
      ? carriedOut.has(standing.decision.outcome)
      : item.decisions.some(({ ownMeeting }) => ownMeeting);
  return [...new Set([...(isToBeDone ? (item.recommendation?.clauses ?? []) : []), ...writtenOf('measure', own)])];
}

/** What a person added in own words. */
function writtenOf(kind: Matter['kind'], own: readonly ItemRecord[]): readonly string[] {
  return own.flatMap(({ entry }) => ('matter' in entry && entry.matter.kind === kind ? [entry.matter.subject] : []));
}

function closedOf(matter: Matter, own: readonly ItemRecord[]): ClosedMatter | null {
  const last = own.findLast(({ entry }) => 'matter' in entry && isSameMatter(entry.matter, matter));
  return last?.entry.kind === 'closed' ? { on: last.entry.on, words: last.entry.words, by: last.by } : null;
}

/** A committee has treated the item where the text has its decision, or where the decision was recorded here. */
function treated(
  matter: Matter,
  { body, date, items }: Agenda,
  itemIndex: number,
  own: readonly ItemRecord[],
): ClosedMatter | null {
  const item = items[itemIndex];
  if (item === undefined || matter.kind !== 'committee-treats') return null;
  const read = chainOf(item).find((step) => step.body === matter.subject)?.decision ?? null;
  if (read !== null) return { on: read.date, words: read.text, by: null };
  if (matter.subject.toLowerCase() !== body?.toLowerCase()) return null;
  const here = decisionOf(own, itemIndex);
  if (here?.entry.kind === 'decided' && here.entry.decision.outcome === 'postponed') return null;
  if (here?.entry.kind === 'decided') return { on: date, words: here.entry.decision.text, by: here.by };
  const ownMeeting = item.decisions.find((decision) => decision.ownMeeting);
  return ownMeeting === undefined ? null : { on: ownMeeting.date ?? date, words: ownMeeting.text, by: null };
}
