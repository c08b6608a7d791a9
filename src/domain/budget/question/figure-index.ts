import type { Figure } from '../figure.ts';
import { type Concept, conceptsOf, type Lexicon, lexiconOf, likeness, withParts } from './concepts.ts';
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
}

/** The approved figures, ready to be asked. */
export interface FigureIndex {
  readonly entries: readonly IndexedFigure[];
  readonly lexicon: Lexicon;
  readonly vocabulary: FigureVocabulary;
  readonly municipalities: readonly string[];
  /** The years of each document's figures: a figure without a period is of these. */
  readonly documentYears: ReadonlyMap<string, readonly number[]>;
}

/** Prepares the figures once for many questions. */
export function figureIndexOf(figures: readonly Figure[], vocabulary: FigureVocabulary): FigureIndex {
  const lexicon = lexiconOf(
    vocabulary,
    figures.flatMap(({ label, aliases, dimensions }) => [label, ...aliases, ...dimensionWords(dimensions)]),
  );
  const entries = figures.map((figure) => indexed(figure, lexicon, vocabulary));
  const documentYears = new Map<string, readonly number[]>();
  for (const { figure, years } of entries)
    documentYears.set(figure.documentFile, [...new Set([...(documentYears.get(figure.documentFile) ?? []), ...years])]);
  const municipalities = [...new Set(figures.map(({ municipality }) => municipality))];
  return { entries, lexicon, vocabulary, municipalities, documentYears };
}

function indexed(figure: Figure, lexicon: Lexicon, vocabulary: FigureVocabulary): IndexedFigure {
  const words = (text: string) => conceptsOf(text, lexicon).map((concept) => withParts(concept, lexicon));
  const names = [figure.label, ...figure.aliases].flatMap(words);
  const table = vocabulary.tables[tableOf(figure) ?? ''] ?? [];
  const surroundings = [...dimensionWords(figure.dimensions), ...table, figure.period ?? ''].flatMap(words);
  return {
    figure,
    names,
    surroundings,
    quotation: words(figure.quote),
    years: yearsIn(figure.period ?? ''),
    series: seriesOf(figure),
  };
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

/** A question's words are held against the same figures several times. */
const metBefore = new WeakMap<Concept, WeakMap<IndexedFigure, number>>();

/** How well an asked concept is met by a figure: best by its names, less by what stands around it. */
export function met(asked: Concept, entry: IndexedFigure): number {
  const known = metBefore.get(asked) ?? new WeakMap<IndexedFigure, number>();
  const before = known.get(entry);
  if (before !== undefined) return before;
  const value = meeting(asked, entry);
  metBefore.set(asked, known.set(entry, value));
  return value;
}

function meeting(asked: Concept, entry: IndexedFigure): number {
  const whole = best(asked, entry);
  if (asked.parts.length === 0 || whole >= 0.95) return whole;
  const [head = 0, tail = head] = asked.parts.map((part) => best(part, entry));
  return Math.max(whole, (headWeight * head + (1 - headWeight) * tail) * 0.98);
}

/** In a compound asked for, the first part names the thing ("kontanthj\u00e6lps"), the second mostly its kind ("modtagere"). */
const headWeight = 0.72;

function best(asked: Concept, { names, surroundings, quotation }: IndexedFigure): number {
  const among = (terms: readonly Concept[]) => terms.reduce((most, term) => Math.max(most, likeness(asked, term)), 0);
  return Math.max(among(names), 0.85 * among(surroundings), 0.7 * among(quotation));
}
