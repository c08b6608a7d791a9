import type { LibrarySources } from '../domain/answer/library.ts';
import type { ImportedDocument } from '../domain/source/imported-document.ts';
import { contentFolder } from './content-folder.ts';
import { readFigureVocabulary } from './read-figure-words.ts';
import { readLanguageWords } from './read-language-words.ts';
import { readLibraryContent } from './read-library-content.ts';

/** What the library is built from: the product's content, and the deployment's own documents. */
export function readLibrarySources(imported: readonly ImportedDocument[], folder: string = contentFolder): LibrarySources {
  const content = readLibraryContent(folder);
  const principles = content.principles.flatMap(({ title, principles: list }) =>
    list.map(({ quote, number }) => ({ label: number === null ? title : `${title} ${number}`, quote })),
  );
  const dates = content.dates.map(({ label, quote }) => ({ label, quote }));
  const decisions = content.decisions.map(({ title, quote }) => ({ label: title, quote }));
  const duties = content.duties.map(({ what, quote }) => ({ label: what, quote }));
  const findings = content.findings.map(({ message, quotes }) => ({
    quotes: quotes.map(({ documentFile, quote, start, end }) => ({ documentFile, quote, span: { start, end } })),
    note: { key: 'figures.finding', values: { message } },
  }));
  return {
    known: content.documents,
    imported,
    figures: content.figures,
    findings,
    dates: content.dates.map(({ label, on, quote }) => ({
      label,
      on,
      documentFile: quote.documentFile,
      sectionId: quote.sectionId,
    })),
    labels: [...principles, ...dates, ...decisions, ...duties],
    words: readLanguageWords(folder),
    figureWords: readFigureVocabulary(folder),
  };
}
