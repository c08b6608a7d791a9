import type { PlainDate } from '../calendar/plain-date.ts';
import type { Section, SourceDocument, Span } from './source.ts';

/** What a short marked quotation is to its document. */
export type QuoteKind =
  | 'statement'
  | 'principle'
  | 'value'
  | 'strategy'
  | 'date'
  | 'decision'
  | 'duty'
  | 'figure'
  | 'contradiction';

/** A short quotation that the product carries itself: an exact piece of a document, at most 300 characters, in one section. */
export interface MarkedQuote extends Span {
  readonly id: string;
  readonly documentFile: string;
  readonly sectionId: string;
  readonly kind: QuoteKind;
  /** What the quotation is about, in the content's own words; null where its section's heading says it. */
  readonly label: string | null;
  readonly quote: string;
  /** Law that has overtaken what the text says; by the id of the law reference. */
  readonly overtakenBy: readonly string[];
}

/** Since when and until when a document's content was meant to hold, and whether it still is. */
export interface Validity {
  readonly status: 'current' | 'historical';
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  /** The period in words, "2. halvår 2017". */
  readonly period: string;
}

/** A document that the product knows without having its text: its facts, its outline and its marked quotations. */
export interface KnownDocument {
  readonly document: SourceDocument;
  readonly validity: Validity;
  readonly note: string;
  /** The text's length and fingerprint: offsets fit only a text with both. */
  readonly length: number;
  readonly sha256: string;
  /** Every heading of the document, in order, with its offsets. */
  readonly sections: readonly Section[];
  readonly quotes: readonly MarkedQuote[];
}
