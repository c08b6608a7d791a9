import type { Sentence } from '../../language/sentence.ts';
import { atScale, type Decimal } from '../../money/decimal.ts';
import type { FigureAnswer, FigureFrame, FigureResult } from '../computation.ts';
import type { Figure, Unit } from '../figure.ts';
import type { FigureIndex, IndexedFigure } from '../question/figure-index.ts';
import type { FigureQuestion } from '../question/figure-question.ts';
import type { Operation } from '../question/vocabulary.ts';
import { budgetBeside, partsBeside, totalBeside } from './mentions.ts';
import { notesOn } from './notes.ts';
import { signedMinor } from './signs.ts';
import { asWritten, figureValue, formatValue, rowOf } from './values.ts';

/** Everything that a query works on. */
export interface Ask {
  readonly question: FigureQuestion;
  readonly index: FigureIndex;
}

/** A figure's value with the sign that its name gives it. */
export function valueIn(entry: IndexedFigure, { vocabulary }: FigureIndex): Decimal {
  return { minor: signedMinor(entry.figure, vocabulary), scale: entry.figure.scale };
}

/** Two or more values on one scale, so that they can be added. */
export function onOneScale(values: readonly Decimal[]): { readonly minors: readonly bigint[]; readonly scale: number } {
  const scale = Math.max(...values.map((value) => value.scale));
  return { minors: values.map((value) => atScale(value, scale)), scale };
}

/** A value with the sign between operands, as the formula shows it: "57,83 mio. kr. + 24,64 mio. kr. = 82,47 mio. kr.". */
export function chained(entries: readonly IndexedFigure[], sign: string, index: FigureIndex): string {
  return entries
    .map((entry) => formatValue(valueIn(entry, index), entry.figure.unit, entry.figure.isApproximate))
    .join(` ${sign} `);
}

/** Puts an answer together. A number that rests on an approximate figure is itself approximate. */
export function resultOf(
  operation: Operation,
  entries: readonly IndexedFigure[],
  computed: { readonly value: Decimal; readonly unit: Unit; readonly formula: string; readonly notes?: readonly Sentence[] },
  { index }: Ask,
): FigureAnswer {
  const figures = entries.map(({ figure }) => figure);
  const first = entries[0];
  if (first === undefined) return { kind: 'no-figure' };
  if (figures.some(({ isDoubtful }) => isDoubtful)) return doubtful(figures);
  const isApproximate = figures.some((figure) => figure.isApproximate);
  const value = figureValue(computed.value, computed.unit, isApproximate);
  const shown = `${computed.formula}${formatValue(computed.value, computed.unit, isApproximate)}`;
  const result: FigureResult = {
    kind: 'value',
    value,
    computation: { operation, operands: figures, formula: shown, value, rows: figures.map(rowOf) },
    figures,
    notes: [...(computed.notes ?? []), ...notesOn(operation, entries, index)],
    table: partsBeside(first, index).map(({ figure }) => figure),
    frame: frameBeside(first, index),
  };
  return result;
}

function frameBeside(entry: IndexedFigure, index: FigureIndex): FigureFrame | null {
  const [budget, total] = [budgetBeside(entry, index)?.figure, totalBeside(entry, index)?.figure];
  return budget === undefined || total === undefined || budget.unit !== total.unit ? null : { budget, total };
}

/** A figure that cannot be read safely is quoted, with its likely reading named as such. */
export function doubtful(figures: readonly Figure[]): FigureAnswer {
  const doubted = figures.filter(({ isDoubtful }) => isDoubtful);
  return {
    kind: 'doubtful',
    figures: [...doubted, ...figures.filter(({ isDoubtful }) => !isDoubtful)],
    notes: doubted.map((figure) => ({ key: 'figures.doubtful', values: { quote: figure.quote, likely: asWritten(figure) } })),
  };
}
