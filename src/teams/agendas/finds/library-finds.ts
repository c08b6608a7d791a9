import { sheetCard } from '../../../cards/layout/sheet.ts';
import { figureText } from '../../../cards/words/amount.ts';
import type { Figure } from '../../../domain/budget/figure.ts';
import type { Texts, TextsByLanguage } from '../../../domain/language/texts.ts';
import type { KnownDocument } from '../../../domain/source/known-document.ts';
import type { PrincipleSet } from '../../../domain/source/known-facts.ts';
import { holds, type KindFind, type MoreFinds, searchable } from './wanted.ts';

/** What of the library the message extension searches. */
export interface SearchedLibrary {
  readonly documents: readonly KnownDocument[];
  readonly principles: readonly PrincipleSet[];
  readonly figures: readonly Figure[];
}

const mostOfEach = 20;

/** Principles and figures that hold every word of a query, each with its document: municipality, year and standing stay with it. */
export function findsInLibrary(library: SearchedLibrary, textsByLanguage: TextsByLanguage): MoreFinds {
  const sourceOf = new Map(library.documents.map(({ document }) => [document.file, document]));
  const principles = library.principles.flatMap((set) => {
    const { municipality, year } = sourceOf.get(set.documentFile) ?? {};
    return set.principles.map((principle) => ({
      ...{ set, principle },
      text: searchable(set.title, principle.quote.quote, principle.key?.quote, municipality, year),
    }));
  });
  const figures = library.figures
    .filter(({ isDoubtful }) => !isDoubtful)
    .map((figure) => ({
      figure,
      text: searchable(
        figure.label,
        figure.section,
        figure.municipality,
        figure.period,
        ...figure.aliases,
        ...amountsIn(figure.quote),
      ),
    }));
  return async ({ language }, wanted) => {
    const texts = textsByLanguage[language];
    if (wanted.words.length === 0 && wanted.kind === null) return [];
    const source = (file: string) => {
      const document = sourceOf.get(file);
      const standing = texts(`cards.standing-${document?.standing ?? 'unknown'}`);
      return [document?.municipality, document?.year, standing, document?.title ?? file]
        .filter((part) => part != null)
        .join(' · ');
    };
    const found = principles.filter(({ text }) => holds(text, wanted)).slice(0, mostOfEach);
    const amounts = figures.filter(({ text }) => holds(text, wanted)).slice(0, mostOfEach);
    return [
      ...found.map(({ set, principle }) =>
        find(texts, {
          kind: 'principle',
          title: unmarked(principle.quote.quote),
          heading: set.title,
          section: texts('agendas.find-kind-principle'),
          lines: [principle.quote.quote, ...(principle.key === null ? [] : [principle.key.quote])].map(unmarked),
          source: source(set.documentFile),
        }),
      ),
      ...amounts.map(({ figure }) =>
        find(texts, {
          kind: 'figure',
          title: `${figure.label}: ${figureText(figure, texts)}`,
          heading: `${figure.label}: ${figureText(figure, texts)}`,
          section: figure.section,
          lines: [figure.quote],
          source: source(figure.documentFile),
        }),
      ),
    ];
  };
}

/** The sentence in which a figure stands, and its amounts as people type them: with points, and without. */
function amountsIn(quote: string): readonly string[] {
  return [quote, quote.replace(/(?<=\d)\.(?=\d{3})/g, '')];
}

/** A quotation without the document's marks of emphasis, which a card would show as signs. */
function unmarked(quote: string): string {
  return quote.replace(/\*+/g, '');
}

/** Calls documents by their titles. */
export function titlesIn({ documents }: Pick<SearchedLibrary, 'documents'>): (file: string) => string {
  const titles = new Map(documents.map(({ document }) => [document.file, document.title]));
  return (file) => titles.get(file) ?? file;
}

interface Found {
  readonly kind: 'principle' | 'figure';
  /** Its line in the list. */
  readonly title: string;
  /** The card's. */
  readonly heading: string;
  readonly section: string;
  readonly lines: readonly string[];
  readonly source: string;
}

function find(texts: Texts, { kind, title, heading, section, lines, source }: Found): KindFind {
  const lead = texts('agendas.find-source', { source });
  const card = () =>
    sheetCard({ title: heading, lead, notice: null, sections: [{ heading: section, lines }], foot: '', actions: [] }, String);
  const subtitle = `${texts(`agendas.find-kind-${kind}`)} · ${source}`.slice(0, 200);
  return { kind, title: title.slice(0, 150), subtitle, card };
}
