import type { Citation } from '../source/source.ts';
import type { Library } from './library.ts';
import type { LibraryPassage } from './library-passage.ts';

/** A quotation of a section at most this long: what a reader takes in at a glance, and what a card holds. */
const longestQuote = 1_150;

/** A citation of the section around a passage: the whole section where it is short, else the stretch around the passage. */
export function citationOf(passage: LibraryPassage, library: Library): Citation {
  const { document } = passage;
  const text = library.texts.get(document.file);
  if (text === undefined)
    return { document, section: headingOf(passage), quote: passage.quote, span: { start: passage.start, end: passage.end } };
  const span = widened(passage, library);
  return { document, section: headingOf(passage), quote: text.slice(span.start, span.end), span };
}

/** Takes in neighbouring passages of the section, the following ones first, while the quotation stays short. */
function widened(passage: LibraryPassage, { passages }: Library): { readonly start: number; readonly end: number } {
  const neighbours = passages
    .filter(({ document, section }) => document.file === passage.document.file && section.id === passage.section.id)
    .sort((a, b) => a.start - b.start);
  let first = neighbours.indexOf(passage);
  let last = first;
  const length = (from: number, to: number) => (neighbours[to]?.end ?? 0) - (neighbours[from]?.start ?? 0);
  for (let grew = true; grew; ) {
    grew = false;
    if (last + 1 < neighbours.length && length(first, last + 1) <= longestQuote) {
      last += 1;
      grew = true;
    }
    if (first > 0 && length(first - 1, last) <= longestQuote) {
      first -= 1;
      grew = true;
    }
  }
  const [start, end] = [neighbours[first]?.start ?? passage.start, neighbours[last]?.end ?? passage.end];
  return { start, end: Math.min(end, Math.max(passage.end, start + longestQuote), start + Math.max(longestQuote, 0)) };
}

function headingOf({ section }: LibraryPassage): string {
  return section.heading === '' ? (section.headingPath[0] ?? '') : section.heading;
}
