import type { Texts } from '../../domain/language/texts.ts';
import type { SourceDocument, Span } from '../../domain/source/source.ts';
import type { Card } from '../card.ts';
import { plain } from '../markdown.ts';
import { expand } from '../template.ts';
import { provenanceText, sourceText } from '../words/provenance-text.ts';

/** A section of a document to be shown whole, with the stretch that the answer quoted (offsets within `text`). */
export interface SectionView {
  readonly document: SourceDocument;
  readonly headingPath: readonly string[];
  readonly heading: string;
  readonly text: string;
  readonly mark: Span | null;
}

/** A dialog's card must stay under 28 kB; this many characters leave room for the rest of it. */
const mostCharacters = 8_000;
const around = 3_000;

/** The section with the quotation highlighted in it; of a long one the part around the quotation. */
export function sectionCard(view: SectionView, texts: Texts): Card {
  const { text, mark, isCut } = window(view);
  return expand('section', {
    heading: plain(view.heading),
    hasPath: view.headingPath.length > 0,
    path: view.headingPath.map(plain).join(' › '),
    provenance: provenanceText(view.document, texts),
    source: sourceText({ document: view.document, section: '', quote: '', span: null }, texts),
    hasHint: mark !== null,
    hint: texts(isCut ? 'cards.section-cut' : 'cards.section-marked'),
    paragraphs: paragraphsOf(text, mark),
  });
}

function window({ text, mark }: SectionView): { readonly text: string; readonly mark: Span | null; readonly isCut: boolean } {
  if (text.length <= mostCharacters) return { text, mark, isCut: false };
  const from = Math.max(0, (mark?.start ?? 0) - around);
  const to = Math.min(text.length, from + mostCharacters);
  const [before, after] = [from > 0 ? '… ' : '', to < text.length ? ' …' : ''];
  const shift = before.length - from;
  const shown = mark === null ? null : { start: mark.start + shift, end: Math.min(mark.end, to) + shift };
  return { text: `${before}${text.slice(from, to)}${after}`, mark: shown, isCut: true };
}

/** A line of text becomes a block of its own, its marked stretch a run of its own. */
function paragraphsOf(text: string, mark: Span | null): readonly object[] {
  return [...text.matchAll(/[^\n]+/g)]
    .filter((line) => line[0].trim() !== '')
    .map((line) => ({ inlines: runsOf(line[0], line.index, mark) }));
}

function runsOf(line: string, offset: number, mark: Span | null): readonly object[] {
  const start = clamp((mark?.start ?? 0) - offset, line.length);
  const end = clamp((mark?.end ?? 0) - offset, line.length);
  if (mark === null || start >= end) return [run(line, false)];
  const pieces = [run(line.slice(0, start), false), run(line.slice(start, end), true), run(line.slice(end), false)];
  return pieces.filter(({ text }) => text !== '');
}

function run(text: string, highlight: boolean): { readonly type: string; readonly text: string; readonly highlight: boolean } {
  return { type: 'TextRun', text, highlight };
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}
