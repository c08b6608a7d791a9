import type { LibrarySources } from '../domain/answer/library.ts';
import { importedFindings } from '../domain/budget/ledger/imported-findings.ts';
import { approvedFigures, type FigureDecision, type FigureProposal } from '../domain/budget/proposal/proposal.ts';
import { proposeFigures } from '../domain/budget/proposal/propose-figures.ts';
import type { ImportedDocument } from '../domain/source/imported-document.ts';
import type { KnownDocument } from '../domain/source/known-document.ts';
import { contentFolder } from './content-folder.ts';
import { readLibraryContent } from './read-library-content.ts';
import { readFigureVocabulary, readLedgerVocabulary } from './words/read-figure-words.ts';
import { readLanguageWords } from './words/read-language-words.ts';
import { readProposalWords } from './words/read-proposal-words.ts';

/** What the library is built from: the product's content, the deployment's own documents, and what was approved of their numbers. */
export function readLibrarySources(
  imported: readonly ImportedDocument[],
  figureDecisions: readonly FigureDecision[] = [],
  folder: string = contentFolder,
): LibrarySources {
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
    figures: [
      ...content.figures,
      ...approvedFigures(imported.flatMap(figureProposer(content.documents, folder)), figureDecisions),
    ],
    findings: [...findings, ...findingsIn(imported, content.documents, folder)],
    dates: content.dates.map(({ label, on, quote }) => ({
      label,
      on,
      documentFile: quote.documentFile,
      sectionId: quote.sectionId,
    })),
    labels: [...principles, ...dates, ...decisions, ...duties],
    words: readLanguageWords(folder),
    figureWords: readFigureVocabulary(folder),
    laws: new Map(content.laws.map(({ id, name }) => [id, name])),
  };
}

/** What the ledger finds in imported documents: of those that the product knows by their text, the findings are written down. */
function findingsIn(imported: readonly ImportedDocument[], known: readonly KnownDocument[], folder: string) {
  const byFile = new Map(known.map(({ document, sha256 }) => [document.file, sha256]));
  const same = imported.filter(({ document, sha256 }) => byFile.get(document.file) === sha256);
  const documents = imported.map(({ document, text }) => ({ file: document.file, text }));
  return importedFindings(documents, new Set(same.map(({ document }) => document.file)), readLedgerVocabulary(folder));
}

/** Proposes the numbers of imported documents; none of a document that the product knows by its text: its figures are written down. */
export function figureProposer(
  known: readonly KnownDocument[],
  folder: string = contentFolder,
): (imported: ImportedDocument) => readonly FigureProposal[] {
  const { vocabulary } = readProposalWords(folder);
  const byFile = new Map(known.map(({ document, sha256 }) => [document.file, sha256]));
  return (imported) => (byFile.get(imported.document.file) === imported.sha256 ? [] : proposeFigures(imported, vocabulary));
}
