import type { Sentence } from '../../language/sentence.ts';
import type { Span } from '../../source/source.ts';
import type { Figure } from '../figure.ts';

/** Something found wrong with a document's numbers, with what it rests on and how it is told. */
export interface FigureFinding {
  readonly quotes: readonly { readonly documentFile: string; readonly quote: string; readonly span: Span | null }[];
  readonly note: Sentence;
}

/** What was found wrong with the passages that the figures come from: it stands beside every answer that uses one of them. */
export function notesBeside(figures: readonly Figure[], findings: readonly FigureFinding[]): readonly Sentence[] {
  return findings
    .filter(({ quotes }) => quotes.some((quote) => figures.some((figure) => isOf(quote, figure))))
    .map(({ note }) => note);
}

function isOf(quote: FigureFinding['quotes'][number], figure: Figure): boolean {
  if (quote.documentFile !== figure.documentFile) return false;
  if (quote.span === null || figure.span === null)
    return quote.quote.includes(figure.quote) || figure.quote.includes(quote.quote);
  return quote.span.start < figure.span.end && figure.span.start < quote.span.end;
}
