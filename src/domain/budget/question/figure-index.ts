import type { Figure } from '../figure.ts';
import { signedMinor } from '../query/signs.ts';
import { type Concept, conceptsOf, type Lexicon, lexiconOf } from './concepts.ts';
import type { Meeting } from './meetings/meeting.ts';
import { Terms } from './meetings/terms.ts';
import { holdsAny } from './phrases.ts';
import type { FigureVocabulary } from './vocabulary.ts';
import { folded } from './words.ts';

/** A figure with the words by which it may be asked for. */
export interface IndexedFigure {
  readonly figure: Figure;
  /** What names the figure: its label and other names. */
  readonly names: readonly Concept[];
  /** What stands around it: its dimensions and its table. */
  readonly surroundings: readonly Concept[];
  readonly quotation: readonly Concept[];
  readonly years: readonly number[];
  /** What it has in common with the same figure of other periods. */
  readonly series: string;
  /** Its place among the figures. */
  readonly at: number;
  /** Its words by their places among the terms; `own` are the names that are neither ignored nor the municipality's. */
  readonly terms: Readonly<Record<'names' | 'surroundings' | 'quotation' | 'own', readonly number[]>>;
  /** With the sign that its name gives it. */
  readonly signed: bigint;
  readonly foldedLabel: string;
  /** Whether it stands in a column that holds the change between two others. */
  readonly isChange: boolean;
  /** Whether it is the whole country's. */
  readonly isOfCountry: boolean;
  /** Whether its name negates something ("ikke COVID-19"). */
  readonly isNegated: boolean;
}

/** The approved figures, ready to be asked. */
export interface FigureIndex {
  readonly entries: readonly IndexedFigure[];
  readonly lexicon: Lexicon;
  readonly vocabulary: FigureVocabulary;
  readonly municipalities: readonly string[];
  /** The years of each document's figures: a figure without a period is of these. */
  readonly documentYears: ReadonlyMap<string, readonly number[]>;
  /** Every word that figures are known by, once, with the places of the words that a compound among them is made of. */
  readonly terms: readonly Concept[];
  readonly termParts: readonly (readonly number[])[];
  /** The last figure of each series. */
  readonly lastOfSeries: readonly number[];
  readonly generic: readonly Concept[];
  readonly heads: readonly Concept[];
  readonly roles: readonly Concept[];
  readonly country: Concept | null;
  /** The names of municipalities as they are compared. */
  readonly towns: readonly string[];
  /** How words asked before are met. */
  readonly remembered: Map<string, Meeting>;
}

/** Prepares the figures once for many questions. */
export function figureIndexOf(figures: readonly Figure[], words: FigureVocabulary): FigureIndex {
  const named = [...new Set(figures.map(({ municipality }) => municipality))];
  const vocabulary = { ...words, municipalities: [...new Set([...words.municipalities, ...named])] };
  const lexicon = lexiconOf(
    vocabulary,
    figures.flatMap(({ label, aliases, dimensions }) => [label, ...aliases, ...dimensionWords(dimensions)]),
  );
  const terms = new Terms(lexicon);
  const entries = figures.map((figure, at) => indexed(figure, at, terms, vocabulary));
  const concepts = (list: readonly string[]) => list.flatMap((word) => conceptsOf(word, lexicon));
  return {
    entries,
    lexicon,
    vocabulary,
    municipalities: named,
    documentYears: documentYearsOf(entries),
    terms: terms.all,
    termParts: terms.parts(),
    lastOfSeries: [...new Map(entries.map(({ series, at }) => [series, at])).values()],
    generic: concepts(vocabulary.generic),
    heads: concepts(vocabulary.heads),
    roles: concepts(vocabulary.roles),
    country: concepts(vocabulary.country)[0] ?? null,
    towns: vocabulary.municipalities.map(spelled),
    remembered: new Map(),
  };
}

function documentYearsOf(entries: readonly IndexedFigure[]): ReadonlyMap<string, readonly number[]> {
  const documentYears = new Map<string, readonly number[]>();
  for (const { figure, years } of entries)
    documentYears.set(figure.documentFile, [...new Set([...(documentYears.get(figure.documentFile) ?? []), ...years])]);
  return documentYears;
}

function indexed(figure: Figure, at: number, terms: Terms, vocabulary: FigureVocabulary): IndexedFigure {
  const names = [figure.label, ...figure.aliases].flatMap((text) => terms.read(text));
  const table = vocabulary.tables[tableOf(figure) ?? ''] ?? [];
  const around = [...dimensionWords(figure.dimensions), ...table, figure.period ?? ''];
  const surroundings = around.flatMap((text) => terms.read(text));
  const quotation = terms.read(figure.quote);
  const town = figure.municipality.toLowerCase();
  return {
    figure,
    names,
    surroundings,
    quotation,
    years: yearsIn(figure.period ?? ''),
    series: seriesOf(figure),
    at,
    terms: {
      names: terms.placesOf(names),
      surroundings: terms.placesOf(surroundings),
      quotation: terms.placesOf(quotation),
      own: terms.allPlacesOf(names.filter(({ word }) => !terms.lexicon.ignored.has(word) && word !== town)),
    },
    signed: signedMinor(figure, vocabulary),
    foldedLabel: folded(figure.label),
    isChange: isChangeColumn(figure, vocabulary),
    isOfCountry: vocabulary.country.some((name) => folded(name) === folded(String(figure.dimensions['gruppe'] ?? ''))),
    isNegated: names.some(({ word }) => holdsAny([word], vocabulary.binding.negations)),
  };
}

function isChangeColumn({ dimensions }: Figure, { changeColumns }: FigureVocabulary): boolean {
  const column = folded(String(dimensions['kolonne'] ?? '')).replace(/[.]/gu, '');
  return [...changeColumns.count, ...changeColumns.share].some((name) => folded(name) === column);
}

/** A municipality's name as names are compared. */
export function spelled(name: string): string {
  return folded(name).replace(/^copenhagen$/u, 'koebenhavn');
}

function dimensionWords(dimensions: Figure['dimensions']): readonly string[] {
  return Object.entries(dimensions).flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'tabel' && name !== 'serie' ? [`${name} ${value}`] : [],
  );
}

/** The table that a figure stands in, where it stands in one. */
export function tableOf({ dimensions }: Figure): string | null {
  const table = dimensions['tabel'];
  return typeof table === 'string' ? table : null;
}

/** Whether a figure is the total of its table. */
export function isTotal({ dimensions }: Figure): boolean {
  return dimensions['total'] === true;
}

/** The years that a period names; a span from one year to another holds those between. */
export function yearsIn(text: string): readonly number[] {
  const years = [...text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu)].map(([year]) => Number(year));
  const [first, last] = years;
  if (first === undefined || last === undefined || years.length !== 2 || !/\d\s*[-\u2013]/u.test(text)) return years;
  return Array.from({ length: Math.max(last - first + 1, 1) }, (_, offset) => first + offset);
}

function seriesOf({ municipality, label, unit, dimensions }: Figure): string {
  const fixed = Object.entries(dimensions).filter(([, value]) => typeof value === 'string' && !/\d{4}/u.test(value));
  const name = folded(label).replace(/\b(?:19|20)\d{2}\b/gu, '');
  return JSON.stringify([municipality, name.trim(), unit, fixed.sort()]);
}
