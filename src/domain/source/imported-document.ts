import type { SourceDocument } from './source.ts';

/** What of a document was guessed from its text rather than told. */
export type GuessedField = 'municipality' | 'year' | 'standing' | 'title';

/** A document of the municipality's own, with its text as read: every offset is in it. @da importeret dokument */
export interface ImportedDocument {
  readonly document: SourceDocument;
  readonly text: string;
  readonly sha256: string;
  readonly guessed: readonly GuessedField[];
}
