import type { PlainDate } from '../calendar/plain-date.ts';
import type { MarkedQuote } from './known-document.ts';

/** A municipality's values, principles or strategy in their own order and numbering. @da principper, værdier */
export interface PrincipleSet {
  readonly id: string;
  readonly documentFile: string;
  readonly title: string;
  readonly lead: string | null;
  readonly note: string | null;
  readonly principles: readonly Principle[];
}

/** One principle, as worded in its document. @da princip */
export interface Principle {
  readonly id: string;
  /** The number that the document gives it; null where it gives none. */
  readonly number: string | null;
  readonly quote: MarkedQuote;
  /** The sentence that says most about how it is meant. */
  readonly key: MarkedQuote | null;
}

/** A day, month or year that a document names, or a period. @da dato, frist */
export interface KnownDate {
  readonly id: string;
  readonly label: string;
  /** `2017-10-31`, `2016-05` or `2014`; `to` where it is a period. */
  readonly on: string;
  readonly to: string | null;
  readonly precision: string;
  readonly kind: string;
  readonly quote: MarkedQuote;
}

/** What a committee decided about an item, and what was recommended to it. @da beslutning */
export interface KnownDecision {
  readonly id: string;
  readonly itemNumber: number;
  readonly title: string;
  readonly caseNumber: string;
  readonly decidedOn: PlainDate | null;
  readonly body: string;
  readonly quote: MarkedQuote;
  readonly recommendation: MarkedQuote | null;
}

/** What a document says that somebody does regularly, once, or when something happens. @da pligt */
export interface KnownDuty {
  readonly id: string;
  readonly rhythm: 'monthly' | 'yearly' | 'yearly-per-employee' | 'once' | 'on-event' | 'continuous' | 'on-dates';
  readonly what: string;
  readonly dates: readonly string[];
  readonly quote: MarkedQuote;
}

/** A law or guidance around the documents, with how well it was read. The bot quotes no law as being in force on its own word. */
export interface LawReference {
  readonly id: string;
  readonly name: string;
  readonly says: string;
  readonly status: string;
  readonly caveat: string | null;
  readonly url: string;
}

/** A place where the documents disagree with themselves: quoted as written, with what a recomputation gives. Never repaired. */
export interface SourceFinding {
  readonly id: string;
  readonly kind: string;
  readonly message: string;
  readonly stated: string | null;
  readonly computed: string | null;
  readonly quotes: readonly MarkedQuote[];
}
