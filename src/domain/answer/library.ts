import type { Figure } from '../budget/figure.ts';
import type { FigureFinding } from '../budget/query/findings-beside.ts';
import { type FigureIndex, figureIndexOf } from '../budget/question/figure-index.ts';
import type { FigureVocabulary } from '../budget/question/vocabulary.ts';
import type { LanguageWords } from '../language/language-words.ts';
import type { ImportedDocument } from '../source/imported-document.ts';
import { joinedText } from '../source/joined-text.ts';
import type { KnownDocument, MarkedQuote } from '../source/known-document.ts';
import { passagesOf, sectionsOf } from '../source/sections.ts';
import type { SourceDocument } from '../source/source.ts';
import type { LibraryPassage } from './library-passage.ts';
import { answersOf } from './passage-answers.ts';
import { type SearchIndex, searchIndexOf } from './search/search-index.ts';

/** Everything that questions are answered from, prepared once. */
export interface Library {
  readonly documents: readonly SourceDocument[];
  /** The full text of a document where it was imported. */
  readonly texts: ReadonlyMap<string, string>;
  readonly passages: readonly LibraryPassage[];
  readonly index: SearchIndex;
  readonly figures: FigureIndex;
  readonly figureList: readonly Figure[];
  readonly findings: readonly FigureFinding[];
  readonly dates: readonly NamedMoment[];
  readonly words: LanguageWords;
}

/** A day, month or year that a document names, and what for. */
export interface NamedMoment {
  readonly label: string;
  readonly documentFile: string;
  readonly sectionId: string;
  readonly on: string;
}

/** What a library is made of. */
export interface LibrarySources {
  readonly known: readonly KnownDocument[];
  readonly imported: readonly ImportedDocument[];
  readonly figures: readonly Figure[];
  readonly findings: readonly FigureFinding[];
  readonly labels: readonly { readonly label: string; readonly quote: MarkedQuote }[];
  readonly dates: readonly NamedMoment[];
  readonly words: LanguageWords;
  readonly figureWords: FigureVocabulary;
  /** Names of the law references, by id. */
  readonly laws: ReadonlyMap<string, string>;
}

/** Builds the library: imported documents by their text, the others by the quotations that the product carries. */
export function buildLibrary(sources: LibrarySources): Library {
  const importedFiles = new Map(sources.imported.map((one) => [one.document.file, one]));
  const known = new Map(sources.known.map((one) => [one.document.file, one]));
  const fromTexts = sources.imported.flatMap((one) => textPassages(one, known.get(one.document.file), sources));
  const fromQuotes = sources.known
    .filter(({ document }) => !importedFiles.has(document.file))
    .flatMap((one) => quotePassages(one, sources));
  const passages = [...fromTexts, ...fromQuotes].map((passage) => ({
    ...passage,
    overtakenBy: passage.overtakenBy.map((id) => sources.laws.get(id) ?? id),
  }));
  const documents = [
    ...sources.imported.map(({ document }) => known.get(document.file)?.document ?? document),
    ...sources.known.map(({ document }) => document).filter(({ file }) => !importedFiles.has(file)),
  ];
  return {
    documents,
    texts: new Map(sources.imported.map(({ document, text }) => [document.file, text])),
    passages,
    index: searchIndexOf(passages, sources.words),
    figures: figureIndexOf(sources.figures, sources.figureWords),
    figureList: sources.figures,
    findings: sources.findings,
    dates: sources.dates,
    words: sources.words,
  };
}

function textPassages(
  imported: ImportedDocument,
  known: KnownDocument | undefined,
  { labels, figures, words }: LibrarySources,
): readonly LibraryPassage[] {
  const { text } = imported;
  const answers = answersOf(words);
  const isSame = known !== undefined && known.sha256 === imported.sha256;
  const document = known?.document ?? imported.document;
  const sections = isSame ? known.sections : sectionsOf(document.id, text);
  const marks = isSame ? marksOf(document.file, labels, figures) : [];
  return sections.flatMap((section) =>
    passagesOf(text, section.start, section.end).map(({ start, end, lead }) => {
      const quote = text.slice(start, end);
      const within = marks.filter((mark) => mark.start < end && mark.end > start);
      const overtakenBy = isSame
        ? known.quotes.filter((mark) => mark.start < end && mark.end > start).flatMap((mark) => mark.overtakenBy)
        : [];
      return {
        document,
        section,
        start,
        end,
        quote,
        text: joinedText(quote).text,
        lead,
        isFigure: false,
        labels: within.map(({ label }) => label),
        answers: answers(quote),
        overtakenBy: [...new Set(overtakenBy)],
      };
    }),
  );
}

function quotePassages(known: KnownDocument, sources: LibrarySources): readonly LibraryPassage[] {
  const { document, sections } = known;
  const answers = answersOf(sources.words);
  const marks = marksOf(document.file, sources.labels, sources.figures);
  const byPlace = new Map(quotesOf(known, sources).map((quote) => [`${quote.start}-${quote.end}`, quote]));
  return [...byPlace.values()].flatMap((quote) => {
    const section = sections.find(({ start, end }) => quote.start >= start && quote.start < end);
    if (section === undefined) return [];
    const within = marks.filter((mark) => mark.start < quote.end && mark.end > quote.start);
    const labels = [...new Set(within.map(({ label }) => label))];
    return [{ document, section, ...quote, text: joinedText(quote.quote).text, lead: '', labels, answers: answers(quote.quote) }];
  });
}

/** Everything that the product quotes of a document: sentences, principles, dates, decisions, duties and figures. */
function quotesOf({ document, quotes }: KnownDocument, { labels, figures }: LibrarySources): readonly Quoted[] {
  const ofLabels = labels.map(({ quote }) => quote).filter(({ documentFile }) => documentFile === document.file);
  const ofFigures = figures.flatMap(({ documentFile, span, quote }) =>
    documentFile === document.file && span !== null ? [{ ...span, quote, overtakenBy: [], isFigure: true }] : [],
  );
  const said = [...ofLabels, ...quotes].map(({ start, end, quote, overtakenBy }) => ({
    start,
    end,
    quote,
    overtakenBy,
    isFigure: false,
  }));
  return [...ofFigures, ...said];
}

type Quoted = Pick<LibraryPassage, 'start' | 'end' | 'quote' | 'overtakenBy' | 'isFigure'>;

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** What the content knows of places in a document: labels of dates, decisions and figures. */
function marksOf(file: string, labels: LibrarySources['labels'], figures: readonly Figure[]): readonly Mark[] {
  const ofLabels = labels
    .filter(({ quote }) => quote.documentFile === file)
    .map(({ label, quote }) => ({ start: quote.start, end: quote.end, label }));
  const ofFigures = figures.flatMap(({ documentFile, span, label, aliases }) =>
    documentFile === file && span !== null ? [{ ...span, label: [label, ...aliases].join(' ') }] : [],
  );
  return [...ofLabels, ...ofFigures];
}
