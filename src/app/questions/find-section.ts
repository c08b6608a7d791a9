import type { Library } from '../../domain/answer/library.ts';
import type { SourceDocument, Span } from '../../domain/source/source.ts';

/** Which section is to be shown, as a card asked for it: nothing of it is believed. */
export interface WantedSection {
  /** The document's id. */
  readonly document: string;
  /** The section's heading. */
  readonly section: string;
  /** The stretch that was quoted, in the document's own characters. */
  readonly start: number | null;
  readonly end: number | null;
}

/** A section as it is shown: its whole text where the document was imported, else what the product quotes of it. */
export interface ShownSection {
  readonly document: SourceDocument;
  readonly headingPath: readonly string[];
  readonly heading: string;
  readonly text: string;
  readonly mark: Span | null;
}

/** The section in which a quotation stands; null where there is no such document or section any more. */
export function findSection(
  { passages, texts }: Pick<Library, 'passages' | 'texts'>,
  wanted: WantedSection,
): ShownSection | null {
  const { start, end } = wanted;
  const inDocument = passages.filter(({ document }) => document.id === wanted.document);
  const passage =
    inDocument.find((one) => start !== null && one.start <= start && start < one.end) ??
    inDocument.find(({ section }) => section.heading === wanted.section);
  if (passage === undefined) return null;
  const { document, section } = passage;
  const shown = { document, headingPath: section.headingPath, heading: section.heading };
  const text = texts.get(document.file);
  if (text !== undefined) {
    const mark = start === null || end === null ? null : markIn(section, { start, end });
    return { ...shown, text: text.slice(section.start, section.end), mark };
  }
  const quotes = inDocument.filter((one) => one.section.id === section.id).map(({ quote }) => quote);
  const before = quotes.slice(0, quotes.indexOf(passage.quote)).reduce((length, quote) => length + quote.length + gap.length, 0);
  const mark = start === null ? null : { start: before, end: before + passage.quote.length };
  return { ...shown, text: quotes.join(gap), mark };
}

/** Between quotations of a document that was not imported. */
const gap = '\n[\u2026]\n';

function markIn(section: Span, quoted: Span): Span | null {
  const start = Math.max(0, quoted.start - section.start);
  const end = Math.min(section.end, quoted.end) - section.start;
  return start < end ? { start, end } : null;
}
