import type { Section, SourceDocument } from '../source/source.ts';
import type { Want } from './slots.ts';

/** A passage as it is searched and quoted. */
export interface LibraryPassage {
  readonly document: SourceDocument;
  readonly section: Section;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Broken words and sentences joined; for searching only. */
  readonly text: string;
  readonly lead: string;
  /** It is carried for its figure: the few words that state it. */
  readonly isFigure: boolean;
  /** What the content knows that the passage is about. */
  readonly labels: readonly string[];
  /** Names of the law that has overtaken what the text says. */
  readonly overtakenBy: readonly string[];
  /** The kinds of question that the passage holds the kind of answer to: a day, a number, a person or body, a reason. */
  readonly answers: ReadonlySet<Want>;
}
