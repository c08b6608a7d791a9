import type { Concept } from './concepts.ts';
import type { FigureIndex, IndexedFigure } from './figure-index.ts';
import { meetingOf, metFrom, precisionsOf } from './meetings/meetings.ts';

/** A figure as a candidate: how much of the question it meets, and how much of it the question names. */
export interface Candidate {
  readonly entry: IndexedFigure;
  /** The weighted share of the question's words that the figure meets, 0 to 1. */
  readonly coverage: number;
  /** The weighted share of the figure's own name that the question says, 0 to 1. */
  readonly precision: number;
  readonly score: number;
  /** For each asked concept, how well it is met. */
  readonly meets: readonly number[];
}

/** How much each word tells. */
export function weightsOf(asked: readonly Concept[], index: FigureIndex): readonly number[] {
  return asked.map((concept) => meetingOf(concept, index).weight);
}

/** The candidates by score, best first; those that meet nothing are left out. */
export function ranked(
  asked: readonly Concept[],
  entries: readonly IndexedFigure[],
  weights: readonly number[],
  index: FigureIndex,
): readonly Candidate[] {
  const meetings = asked.map((concept) => meetingOf(concept, index).by);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const precisionOf = precisionsOf(asked, index);
  return entries
    .flatMap((entry) => {
      const meets = meetings.map((by) => by[entry.at] ?? 0);
      const gained = meets.reduce((sum, value, at) => sum + (value >= metFrom ? value : 0) * (weights[at] ?? 0), 0);
      if (total === 0 || gained === 0) return [];
      const [coverage, precision] = [gained / total, precisionOf(entry)];
      return [{ entry, coverage, precision, score: coverage * (0.7 + 0.3 * precision), meets }];
    })
    .sort((a, b) => b.score - a.score);
}
