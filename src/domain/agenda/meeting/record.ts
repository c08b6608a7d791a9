import type { PlainDate } from '../../calendar/plain-date.ts';

/** The usual ends of an item. @da beslutning */
export type Outcome =
  | 'approved'
  | 'approved-with-changes'
  | 'recommended'
  | 'noted'
  | 'discussed'
  | 'postponed'
  | 'rejected'
  | 'other';

/** How many voted for, against and neither, where there was a vote. */
export interface Votes {
  readonly for: number;
  readonly against: number;
  readonly neither: number;
}

/** What the secretary writes of one item. */
export interface ItemDecision {
  readonly outcome: Outcome;
  /** The decision word for word, as it stands in the minutes. */
  readonly text: string;
  /** What the changes are, where the decision is made "with the changes that were named". */
  readonly amendments: string | null;
  readonly votes: Votes | null;
  readonly dissent: string | null;
  /** Members who took no part because they are disqualified. */
  readonly disqualified: readonly string[];
  /** Members who were away at this item. */
  readonly absent: readonly string[];
  /** The day on which the decision is to be looked at again. */
  readonly reviewOn: PlainDate | null;
}

/** What an item waits for after its meeting: a party's answer, a measure, another committee's treatment; by what it is called. */
export interface Matter {
  readonly kind: 'party-answers' | 'measure' | 'committee-treats';
  readonly subject: string;
}

/** One entry of an item's history: a decision, that the last one was undone, or that a matter was closed or opened again. Entries are never changed. */
export interface ItemRecord {
  readonly itemIndex: number;
  readonly number: number;
  readonly entry:
    | { readonly kind: 'decided'; readonly decision: ItemDecision }
    | { readonly kind: 'undone' }
    | { readonly kind: 'closed'; readonly matter: Matter; readonly on: PlainDate; readonly words: string | null }
    | { readonly kind: 'opened'; readonly matter: Matter };
  /** Entra object id. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What is wrong with a decision as it was written; the person is told before anything is kept. */
export type DecisionFault = 'no-text' | 'which-changes' | 'no-votes' | 'review-has-passed';

/** "Med de nævnte ændringer" asks which; a vote has votes; a review lies ahead. */
export function faultsOfDecision(decision: ItemDecision, today: PlainDate): readonly DecisionFault[] {
  const { text, outcome, amendments, votes, reviewOn } = decision;
  return [
    ...(text.trim() === '' ? (['no-text'] as const) : []),
    ...(outcome === 'approved-with-changes' && (amendments ?? '').trim() === '' ? (['which-changes'] as const) : []),
    ...(votes !== null && votes.for + votes.against + votes.neither === 0 ? (['no-votes'] as const) : []),
    ...(reviewOn !== null && reviewOn <= today ? (['review-has-passed'] as const) : []),
  ];
}

/** The decision that stands for an item: undoing takes away the last one, and the one before stands again. */
export function decisionOf(records: readonly ItemRecord[], itemIndex: number): ItemRecord | null {
  const standing: ItemRecord[] = [];
  for (const record of [...records].filter((one) => one.itemIndex === itemIndex).sort((a, b) => a.number - b.number)) {
    if (record.entry.kind === 'decided') standing.push(record);
    else if (record.entry.kind === 'undone') standing.pop();
  }
  return standing.at(-1) ?? null;
}

/** An item that is not ended carries over: nothing was decided, or it was postponed. The rule is shown with the items. */
export function isOpenItem(records: readonly ItemRecord[], itemIndex: number): boolean {
  const last = decisionOf(records, itemIndex);
  return last === null || (last.entry.kind === 'decided' && last.entry.decision.outcome === 'postponed');
}

/** When what was decided was changed last: milliseconds since 1970, 0 for never. Following up changes no minutes. */
export function decidedAt(records: readonly ItemRecord[]): number {
  return Math.max(0, ...records.filter(({ entry }) => entry.kind === 'decided' || entry.kind === 'undone').map(({ at }) => at));
}
