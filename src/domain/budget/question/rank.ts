import { type Concept, conceptsOf, likeness } from './concepts.ts';
import { type FigureIndex, type IndexedFigure, met } from './figure-index.ts';

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

/** From this likeness on a word counts as met. */
export const metFrom = 0.55;

/** Unknown words of this form are verbs: they tell little about which figure is meant. */
const verbal = /(?:es|ede|eret|erer|ing)$/u;

/** How much a word tells: the fewer series of figures know it, the more. */
export function weightsOf(asked: readonly Concept[], index: FigureIndex): readonly number[] {
  const generic = index.vocabulary.generic.flatMap((word) => conceptsOf(word, index.lexicon));
  const series = new Map(index.entries.map((entry) => [entry.series, entry]));
  return asked.map((concept) => {
    const known = [...series.values()].filter((entry) => met(concept, entry) >= metFrom).length;
    const weight = Math.log(1 + series.size / Math.max(known, 0.7));
    const isWeak = (known === 0 && verbal.test(concept.word)) || generic.some((word) => likeness(concept, word) >= 0.95);
    return isWeak ? 0.35 * weight : weight;
  });
}

/** The candidates by score, best first; those that meet nothing are left out. */
export function ranked(
  asked: readonly Concept[],
  entries: readonly IndexedFigure[],
  weights: readonly number[],
  index: FigureIndex,
): readonly Candidate[] {
  return entries
    .map((entry) => candidateOf(asked, entry, weights, index))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

function candidateOf(asked: readonly Concept[], entry: IndexedFigure, weights: readonly number[], index: FigureIndex): Candidate {
  const meets = asked.map((concept) => met(concept, entry));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const gained = meets.reduce((sum, value, at) => sum + (value >= metFrom ? value : 0) * (weights[at] ?? 0), 0);
  const coverage = total === 0 ? 0 : gained / total;
  const precision = precisionOf(asked, entry, index);
  return { entry, coverage, precision, score: coverage * (0.7 + 0.3 * precision), meets };
}

/** The other names of a figure are alternatives, so a name counts once, by the share of its own words that were asked. */
function precisionOf(asked: readonly Concept[], { figure, names }: IndexedFigure, index: FigureIndex): number {
  const towns = new Set([figure.municipality.toLowerCase()]);
  const own = names.filter(({ word }) => !index.lexicon.ignored.has(word) && !towns.has(word));
  if (own.length === 0) return 0.5;
  const entry = { figure, names: asked, surroundings: [], quotation: [], years: [], series: '' };
  return own.filter((name) => met(name, entry) >= metFrom).length / own.length;
}
