import { z } from 'zod';
import type { MarkedQuote, QuoteKind } from '../../domain/source/known-document.ts';

/** No quotation that the product carries is longer. */
export const longestQuote = 300;

const offset = z.int().nonnegative();

/** A short quotation as the content files write it. */
export const quoteFields = {
  section: z.string().min(1),
  quote: z.string().min(1).max(longestQuote),
  start: offset,
  end: offset,
  overtakenBy: z.array(z.string()).optional(),
};
export const quoteSchema = z.strictObject(quoteFields);

type WrittenQuote = z.output<typeof quoteSchema>;

/** What the file that a quotation stands in says of it. */
export interface QuoteContext {
  readonly id: string;
  readonly documentFile: string;
  readonly kind: QuoteKind;
  readonly label?: string | null;
}

/** The quotation with what its file says of it. */
export function markedQuote(written: WrittenQuote, { id, documentFile, kind, label = null }: QuoteContext): MarkedQuote {
  const { section, quote, start, end, overtakenBy = [] } = written;
  return { id, documentFile, sectionId: section, kind, label, quote, start, end, overtakenBy };
}
