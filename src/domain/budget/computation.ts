import type { Sentence } from '../language/sentence.ts';
import type { Figure, Unit } from './figure.ts';
import type { Operation } from './question/vocabulary.ts';

/** A number that may be shown: exact decimal text in kroner, per cent or pieces ("112675000", "38.1"). */
export interface FigureValue {
  readonly amount: string;
  readonly unit: Unit;
  readonly isApproximate: boolean;
}

/** One line of figures that stand side by side. */
export interface FigureRow {
  readonly label: string;
  readonly asWritten: string;
  readonly municipality: string;
  readonly year: string | null;
}

/** How a number came about: what was asked of which figures, with the calculation as a person reads it. */
export interface FigureComputation {
  readonly operation: Operation;
  readonly operands: readonly Figure[];
  readonly formula: string;
  readonly value: FigureValue | null;
  readonly rows: readonly FigureRow[];
}

/** What the figures answer: a number only where it is safe to show one. */
export type FigureAnswer =
  | FigureResult
  | { readonly kind: 'doubtful'; readonly figures: readonly Figure[]; readonly notes: readonly Sentence[] }
  /** The question asks for a number that is not safe: the figures show where to look. */
  | { readonly kind: 'withheld'; readonly figures: readonly Figure[]; readonly notes: readonly Sentence[] }
  | {
      readonly kind: 'side-by-side';
      readonly computation: FigureComputation;
      readonly figures: readonly Figure[];
      readonly notes: readonly Sentence[];
    }
  | { readonly kind: 'ask-back'; readonly head: string; readonly options: readonly string[] }
  | { readonly kind: 'no-figure' };

/** A number with its figures, best first, and what a reader must know beside it. */
export interface FigureResult {
  readonly kind: 'value';
  readonly computation: FigureComputation;
  readonly value: FigureValue;
  readonly figures: readonly Figure[];
  readonly notes: readonly Sentence[];
  /** The table that the answer's figure belongs to, for a picture. */
  readonly table: readonly Figure[];
  /** What the table's budget line and its total state, for a picture of the frame; null where it lacks one of them. */
  readonly frame: FigureFrame | null;
}

/** A frame and what was spread of it. */
export interface FigureFrame {
  readonly budget: Figure;
  readonly total: Figure;
}
