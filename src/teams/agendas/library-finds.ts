import { sheetCard } from '../../cards/agendas/sheet.ts';
import { figureText } from '../../cards/words/amount.ts';
import type { Figure } from '../../domain/budget/figure.ts';
import type { Texts, TextsByLanguage } from '../../domain/language/texts.ts';
import { folded } from '../../domain/language/words.ts';
import type { KnownDocument } from '../../domain/source/known-document.ts';
import type { PrincipleSet } from '../../domain/source/known-facts.ts';
import type { SearchFind } from '../turn/reply.ts';
import type { SearchRequest } from '../turn/request.ts';

/** What of the library the message extension searches. */
export interface SearchedLibrary {
  readonly documents: readonly KnownDocument[];
  readonly principles: readonly PrincipleSet[];
  readonly figures: readonly Figure[];
}

const mostOfEach = 20;

/** Principles and figures that hold every word of a query, each with its document: municipality, year and standing stay with it. */
export function findsInLibrary(
  library: SearchedLibrary,
  textsByLanguage: TextsByLanguage,
): (request: SearchRequest) => Promise<readonly SearchFind[]> {
  const sourceOf = new Map(library.documents.map(({ document }) => [document.file, document]));
  const principles = library.principles.flatMap((set) => set.principles.map((principle) => ({ set, principle })));
  return async ({ query, language }) => {
    const texts = textsByLanguage[language];
    const words = folded(query)
      .split(/\s+/)
      .filter((word) => word !== '');
    if (words.length === 0) return [];
    const holds = (...parts: readonly (string | null)[]) => {
      const text = folded(parts.filter((part) => part !== null).join(' '));
      return words.every((word) => text.includes(word));
    };
    const source = (file: string) => {
      const document = sourceOf.get(file);
      const standing = texts(`cards.standing-${document?.standing ?? 'unknown'}`);
      return [document?.municipality, document?.year, standing, document?.title ?? file]
        .filter((part) => part != null)
        .join(' · ');
    };
    const found = principles.filter(({ set, principle }) =>
      holds(set.title, principle.quote.quote, principle.key?.quote ?? null),
    );
    const figures = library.figures.filter(
      (one) => !one.isDoubtful && holds(one.label, one.municipality, one.period, ...one.aliases),
    );
    return [
      ...found.slice(0, mostOfEach).map(({ set, principle }) =>
        find(texts, {
          title: principle.quote.quote,
          kind: texts('agendas.find-principle', { title: set.title }),
          lines: [principle.quote.quote, ...(principle.key === null ? [] : [principle.key.quote])],
          source: source(set.documentFile),
        }),
      ),
      ...figures.slice(0, mostOfEach).map((figure) =>
        find(texts, {
          title: `${figure.label}: ${figureText(figure, texts)}`,
          kind: figure.section,
          lines: [figureText(figure, texts), figure.quote],
          source: source(figure.documentFile),
        }),
      ),
    ];
  };
}

interface Found {
  readonly title: string;
  readonly kind: string;
  readonly lines: readonly string[];
  readonly source: string;
}

function find(texts: Texts, { title, kind, lines, source }: Found): SearchFind {
  const lead = texts('agendas.find-source', { source });
  const card = sheetCard({ title, lead, notice: null, sections: [{ heading: kind, lines }], foot: '', actions: [] }, String);
  return { title: title.slice(0, 150), subtitle: source.slice(0, 200), card };
}
