import type { Provenance } from '../../domain/answer/answer-result.ts';
import type { Texts } from '../../domain/language/texts.ts';
import type { Citation } from '../../domain/source/source.ts';
import { plain } from '../markdown.ts';

/** "Aalborg · 2016 · vedtaget": whose text it is, of which year, and with what standing. Every claim carries it. */
export function provenanceText(of: Provenance, texts: Texts): string {
  const municipality = of.municipality === null ? texts('cards.municipality-unknown') : plain(of.municipality);
  const year = of.year === null ? texts('cards.year-unknown') : String(of.year);
  return [municipality, year, texts(`cards.standing-${of.standing ?? 'unknown'}`)].join(' · ');
}

/** "Kilde: title, section": the line under a quotation. */
export function sourceText({ document, section }: Citation, texts: Texts): string {
  const title = plain(document.title);
  return section === ''
    ? texts('cards.source-line-short', { title })
    : texts('cards.source-line', { title, section: plain(section) });
}
