import type { FigureFrame } from '../budget/computation.ts';
import type { Figure, Unit } from '../budget/figure.ts';
import type { Sentence } from '../language/sentence.ts';
import type { Citation, Standing } from '../source/source.ts';

/** A number that may be shown: exact decimal text in kroner, per cent or pieces ("112675000", "38.1"). */
export interface AnswerValue {
  readonly amount: string;
  readonly unit: Unit;
  readonly isApproximate: boolean;
}

/** How a number came about: what was asked of which figures. */
export interface Computation {
  readonly operation: 'lookup' | 'sum' | 'diff' | 'share' | 'change' | 'extreme' | 'compare';
  readonly operands: readonly Figure[];
  /** The calculation as a person reads it, amounts in Danish form. */
  readonly formula: string;
  readonly value: AnswerValue | null;
  /** Side by side, one line each, where figures are compared but not computed into one. */
  readonly rows: readonly {
    readonly label: string;
    readonly asWritten: string;
    readonly municipality: string;
    readonly year: string | null;
  }[];
}

/** What every claim names: whose text it is, of which year, and with what standing. */
export interface Provenance {
  readonly municipality: string | null;
  readonly year: number | null;
  readonly standing: Standing | null;
}

/** An answer with its source, best citation first, at most five, each from one section. */
export interface Answered extends Provenance {
  readonly kind: 'answer';
  readonly question: string;
  /** The answer in short: a quotation, or the figure in a sentence. */
  readonly text: Sentence;
  readonly value: AnswerValue | null;
  readonly computation: Computation | null;
  readonly citations: readonly Citation[];
  /** Total and share beside a figure, contradictions, remarks, overtaken law: each shown under the answer. */
  readonly notes: readonly Sentence[];
  /** The figures that make the picture: the table's rows that the answer's figure belongs to. */
  readonly table: readonly Figure[];
  /** The table's budget line and total, where it states both. */
  readonly frame: FigureFrame | null;
}

/** The nearest finds, without a claim. */
export interface NearestFinds extends Provenance {
  readonly kind: 'nearest';
  readonly question: string;
  readonly citations: readonly Citation[];
  /** Why no claim is made, where that can be said: a year or item that does not exist, a figure that is doubtful. */
  readonly notes: readonly Sentence[];
}

/** It is not in the documents. */
export interface NotFound {
  readonly kind: 'not-found';
  readonly question: string;
  readonly nearestHeadings: readonly string[];
  readonly notes: readonly Sentence[];
}

/** More than one thing may be meant: each option is a full question that can be pressed. */
export interface AskBack {
  readonly kind: 'ask-back';
  readonly question: string;
  readonly head: string;
  readonly options: readonly string[];
}

export type AnswerResult = Answered | NearestFinds | NotFound | AskBack;
