import type { KnownDocument, MarkedQuote } from '../../domain/source/known-document.ts';

/** A quotation with what is wrong with it. */
export interface QuoteFault {
  readonly quote: MarkedQuote;
  readonly what: string;
}

/** What is wrong with quotations: an unknown document, section or law, or offsets that do not fit. Empty where all is well. */
export function quoteFaults(
  quotes: readonly MarkedQuote[],
  documents: readonly KnownDocument[],
  lawIds: ReadonlySet<string>,
): readonly QuoteFault[] {
  const byFile = new Map(documents.map((known) => [known.document.file, known]));
  return quotes.flatMap((quote) => {
    const known = byFile.get(quote.documentFile);
    const fault = known === undefined ? `cites the unknown document "${quote.documentFile}"` : faultIn(quote, known);
    const laws = quote.overtakenBy.filter((law) => !lawIds.has(law)).map((law) => `names the unknown law "${law}"`);
    return [fault, ...laws].flatMap((what) => (what === null ? [] : [{ quote, what }]));
  });
}

function faultIn({ sectionId, start, end, quote }: MarkedQuote, { sections, length }: KnownDocument): string | null {
  const section = sections.find(({ id }) => id === sectionId);
  if (section === undefined) return `stands in the unknown section "${sectionId}"`;
  if (end - start !== quote.length) return `is ${quote.length} characters long, but its offsets say ${end - start}`;
  if (end > length) return `ends after the document's end (${length})`;
  return start < section.start || start >= section.end ? `begins outside its section "${section.heading}"` : null;
}
