import type { Sentence } from '../../language/sentence.ts';
import type { Span } from '../../source/source.ts';

/**
 * What the ledger says of a document's numbers: arithmetic that rounding cannot explain, a unit that contradicts its digits,
 * a difference that rounding may explain, or something a reader should know.
 */
export type FindingKind = 'contradiction' | 'unit' | 'rounding' | 'remark';

/** A stretch of a document that a finding rests on. */
export interface LedgerQuote {
  readonly documentFile: string;
  readonly quote: string;
  readonly span: Span;
}

/** A total, difference, percentage or unit that was recomputed and does not agree. The source is never repaired. @da regnefejl */
export interface Finding {
  readonly kind: FindingKind;
  readonly quotes: readonly LedgerQuote[];
  /** The number as stated and as recomputed, exact decimal text, null where there is none. */
  readonly stated: string | null;
  readonly computed: string | null;
  readonly message: Sentence;
}

/** The text of a document to be gone through. */
export interface LedgerDocument {
  readonly file: string;
  readonly text: string;
}

/** The words by which documents announce arithmetic. */
export interface LedgerVocabulary {
  readonly total: readonly string[];
  readonly difference: readonly string[];
  readonly frame: readonly string[];
  readonly part: readonly string[];
  readonly percent: readonly string[];
  readonly change: readonly string[];
  readonly thousands: readonly string[];
  readonly millions: readonly string[];
  readonly kroner: readonly string[];
  readonly incomplete: readonly string[];
  readonly parts: readonly string[];
  readonly wholeParts: readonly string[];
  readonly thatIs: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly by: readonly string[];
  readonly outOf: readonly string[];
  readonly restated: readonly string[];
  /** What amounts are of: budget, spending, savings. */
  readonly roles: readonly string[];
  /** Every municipality that a document may be of. */
  readonly municipalities: readonly string[];
}
