import type { Span } from '../../source/source.ts';
import type { Figure, Unit } from '../figure.ts';
import type { LedgerVocabulary } from '../ledger/finding.ts';
import type { Measure } from '../ledger/measure.ts';

/** The words by which numbers are recognised. */
export interface ProposalVocabulary {
  readonly ledger: LedgerVocabulary;
  /** What is counted: persons, places, cases. */
  readonly counted: readonly string[];
  /** Words that open a clause and name nothing. */
  readonly openers: readonly string[];
}

/** What a number comes to; the unit is null where none is stated, and doubtful where it contradicts the digits. */
export interface FigureValue extends Pick<Figure, 'minor' | 'scale' | 'isApproximate' | 'isDoubtful'> {
  readonly unit: Unit | null;
}

/** A number as a document states it, with what names it. */
export interface StatedNumber extends FigureValue, Pick<Figure, 'label' | 'quote' | 'dimensions'> {
  readonly asWritten: string;
  /** The head of its column; empty outside tables. */
  readonly column: string;
  /** A year or month that stands with the number itself. */
  readonly period: string | null;
  readonly span: Span;
}

const kinds = { money: 'DKK', percent: 'pct', number: null } as const;
/** A measure is in millionths. */
const measureScale = 6;
const moneyScale = 2;

/** The measure as a figure keeps it: money in øre, everything else with no more digits than it has. */
export function figureValue({ kind, micro, isApproximate }: Measure): FigureValue {
  const least = kind === 'money' ? moneyScale : 0;
  let [minor, scale] = [micro, measureScale];
  while (scale > least && minor % 10n === 0n) [minor, scale] = [minor / 10n, scale - 1];
  return { unit: kinds[kind], minor, scale, isApproximate, isDoubtful: false };
}

/** The year, or the month and year, that a text names once; null where it names none or several. */
export function periodIn(text: string): string | null {
  const years = [...new Set([...text.matchAll(/(?<![\d.,])(?:19|20)\d{2}(?![\d.,]\d|\d)/gu)].map(([year]) => year))];
  return years.length === 1 ? (years[0] ?? null) : null;
}
