import type { Texts } from '../../domain/language/texts.ts';
import type { Citation } from '../../domain/source/source.ts';
import { provenanceText, sourceText } from '../words/provenance-text.ts';

/** The dialog that shows a citation's section with the quotation marked. */
export const sectionDialog = 'questions/section';

/** What "vis afsnit" sends: enough to find the section again, nothing that is believed. */
export interface OpenSection {
  readonly dialog: typeof sectionDialog;
  readonly document: string;
  readonly section: string;
  readonly start: number | null;
  readonly end: number | null;
}

/** A citation as the templates lay it out. */
export function citationData(citation: Citation, texts: Texts): object {
  return {
    quote: texts('cards.quotation', { quote: citation.quote }),
    source: sourceText(citation, texts),
    provenance: provenanceText(citation.document, texts),
    showTitle: texts('cards.show-section'),
    hasSection: citation.span !== null,
    open: openSection(citation),
  };
}

/** Data of an Action.Submit that opens the section of a citation in a dialog. */
export function openSection({ document, section, span }: Citation): object {
  const data: OpenSection = {
    dialog: sectionDialog,
    document: document.id,
    section,
    start: span?.start ?? null,
    end: span?.end ?? null,
  };
  return { msteams: { type: 'task/fetch' }, ...data };
}
