import type { PlainDate } from '../calendar/plain-date.ts';

/** Whether a body adopted the text, a working group recommended it, or a report only describes it. */
export type Standing = 'adopted' | 'recommended' | 'described';

/** A municipal document that answers may cite. Never mixed with another municipality's or year's. */
export interface SourceDocument {
  /** Readable id, `aalborg-2016-principles`. */
  readonly id: string;
  /** The document's own file name, by which citations name it. */
  readonly file: string;
  readonly municipality: string | null;
  readonly title: string;
  readonly body: string | null;
  /** The day on the document where it states one. */
  readonly datedOn: PlainDate | null;
  /** The year that its content is valid for. */
  readonly year: number | null;
  readonly caseNumber: string | null;
  readonly standing: Standing | null;
}

/** A stretch of a document's own characters, `start` included, `end` not (UTF-16 code units of the text as imported). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A heading's stretch of text, with the path of headings above it. */
export interface Section extends Span {
  readonly id: string;
  readonly documentId: string;
  readonly heading: string;
  readonly headingPath: readonly string[];
}

/** An exact piece of a document, as a reader may check it. Offsets are missing where the document was never imported. */
export interface Citation {
  readonly document: SourceDocument;
  readonly section: string;
  readonly quote: string;
  readonly span: Span | null;
}
