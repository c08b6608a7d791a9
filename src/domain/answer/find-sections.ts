import { partsOfCompound } from '../language/compounds.ts';
import { folded } from '../language/words.ts';
import type { AskedQuestion } from './follow-up.ts';
import type { Library } from './library.ts';
import type { LibraryPassage } from './library-passage.ts';
import { searchTerms } from './search/query-terms.ts';
import { type Hit, type QueryTerm, search } from './search/search-index.ts';
import type { NumberedPlace, Slots } from './slots.ts';

/** A section that may answer, with its best passage. */
export interface SectionFind {
  /** The passage's number in the library. */
  readonly number: number;
  readonly passage: LibraryPassage;
  readonly score: number;
  readonly coverage: number;
}

/** What a search came to: the sections best first, and how far the question is covered. */
export interface Findings {
  readonly finds: readonly SectionFind[];
  readonly terms: readonly QueryTerm[];
  /** Words of the question that the documents do not know. */
  readonly unknown: number;
  /** Named places, years or municipalities that do not exist. */
  readonly conflicts: number;
  /** The question names a place by its number, and it was found. */
  readonly isPlaced: boolean;
}

/** What a word of the question before is worth in a follow-up. */
const keptShare = 0.4;
const otherPassagesShare = 0.17;
const mostFinds = 40;
const yearBonus = 0.18;
/** What a passage gains by holding the kind of thing that was asked for. */
const wantBonus = {
  person: 0.15,
  moment: 0.3,
  year: 0.3,
  place: 0.3,
  reference: 0.6,
  amount: 0.15,
  rate: 0.15,
  count: 0.15,
  reason: 0.35,
  'yes-no': 0,
  any: 0,
} as const;
/** A row of a table answers a question in words seldom, and so do the few words that only state a figure. */
const rowLoss = 0.55;
const figureLoss = 0.2;
const titleLoss = 0.25;
/** A year alone is a poor answer to "when". */
const bareYearBonus = 0.1;

/** Finds the sections that come nearest to a question; slots are hard conditions where anything meets them. */
export function findSections(asked: AskedQuestion, library: Library): Findings {
  const { slots } = asked;
  const terms = termsOf(asked, library);
  const hits = search(terms, library.index);
  const inMunicipality = (passage: LibraryPassage) =>
    slots.municipalities.length === 0 || slots.municipalities.includes(passage.document.municipality ?? '');
  const scored = new Map(hits.map((hit) => [hit.passage, hit]));
  const placed =
    slots.places.length === 0
      ? null
      : library.passages.flatMap((passage, number) =>
          inMunicipality(passage) && slots.places.some((place) => standsAt(passage, place)) ? [number] : [],
        );
  // "sagsnr i horsens" says nothing but what is wanted.
  const onlyWanted = terms.length === 0 && slots.want === 'reference' ? library.passages.map((_passage, number) => number) : [];
  const numbers = placed === null || placed.length === 0 ? [...hits.map(({ passage }) => passage), ...onlyWanted] : placed;
  const none: Hit = { passage: 0, score: 0.5, coverage: terms.length === 0 ? 1 : 0 };
  const candidates = numbers.flatMap((number) => {
    const passage = library.passages[number];
    if (passage === undefined || !inMunicipality(passage)) return [];
    const hit = scored.get(number) ?? none;
    return [
      {
        number,
        passage,
        coverage: hit.coverage,
        score:
          hit.score *
          (bonusOf(passage, slots) - (library.index.titles.has(number) && !passage.answers.has(slots.want) ? titleLoss : 0)),
      },
    ];
  });
  const conflicts =
    (placed !== null && placed.length === 0 ? 1 : 0) + yearConflict(slots, library) + elsewhereConflict(slots, library);
  return {
    finds: helpedBySection(candidates),
    terms,
    unknown: terms.filter(({ isKnown }) => !isKnown).length,
    conflicts,
    isPlaced: placed !== null && placed.length > 0,
  };
}

/** What is searched for: the question's own words, and less so those that it leans on and does not replace. */
function termsOf({ text, own, slots, before }: AskedQuestion, { index }: Library): readonly QueryTerm[] {
  const isTold = (word: string) => isSlotWord(word, slots) || (before !== null && isSlotWord(word, before));
  const terms = searchTerms(text, index).filter(({ word }) => !isTold(word));
  if (before === null) return terms;
  const mine = new Set(searchTerms(own, index).map(({ stem }) => stem));
  const kinds = new Set(terms.filter(({ stem }) => mine.has(stem)).flatMap(({ word }) => kindOf(word, index.known)));
  return terms
    .filter(({ stem, word }) => mine.has(stem) || !kindOf(word, index.known).some((kind) => kinds.has(kind)))
    .map((term) => (mine.has(term.stem) ? term : { ...term, idf: term.idf * keptShare }));
}

/** The last part of a compound says what kind of thing it is: "uddannelsesparate" and "aktivitetsparate" are of one kind. */
function kindOf(word: string, known: ReadonlySet<string>): readonly string[] {
  return partsOfCompound(word, known).slice(-1);
}

/** Passages best first; each is helped by the best other passage of its section, which a reader sees beside it. */
function helpedBySection(candidates: readonly SectionFind[]): readonly SectionFind[] {
  const bySection = new Map<string, readonly number[]>();
  const keyOf = ({ passage }: SectionFind) => `${passage.document.file}|${passage.section.id}`;
  for (const candidate of candidates)
    bySection.set(
      keyOf(candidate),
      [...(bySection.get(keyOf(candidate)) ?? []), candidate.score].sort((a, b) => b - a).slice(0, 2),
    );
  return candidates
    .map((candidate) => {
      const [first = 0, second = 0] = bySection.get(keyOf(candidate)) ?? [];
      return { ...candidate, score: candidate.score + otherPassagesShare * (candidate.score === first ? second : first) };
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, mostFinds);
}

function bonusOf({ text, document, lead, section, quote, isFigure, answers }: LibraryPassage, { years, want }: Slots): number {
  const own = `${text} ${lead} ${section.heading}`;
  const hasYear =
    years.length === 0
      ? 0
      : years.some((year) => own.includes(String(year)))
        ? yearBonus
        : years.includes(document.year ?? 0)
          ? yearBonus / 2
          : -yearBonus;
  const isNumberWanted = want === 'amount' || want === 'rate' || want === 'count' || (want === 'moment' && answers.has('moment'));
  const loss = isNumberWanted ? 0 : quote.includes('\t') ? rowLoss : isFigure ? figureLoss : 0;
  const wanted = answers.has(want)
    ? wantBonus[want]
    : want === 'moment' && years.length === 0 && answers.has('year')
      ? bareYearBonus
      : 0;
  return 1 + hasYear + wanted - loss;
}

/** Whether a passage is, or stands in, the place that a question names by its number. */
function standsAt({ text, section }: LibraryPassage, { kind, labels, number }: NumberedPlace): boolean {
  const headings = folded([section.heading, ...section.headingPath].join(' \n '));
  const own = folded(text);
  const labelled = new RegExp(`(?<!\\p{L})(?:${labels.join('|')})\\p{L}*\\.?\\s*(?:nr\\.?\\s*)?${number}(?!\\d)`, 'u');
  if (labelled.test(headings)) return true;
  if (kind === 'principle') return /princip/u.test(headings) && new RegExp(`^\\s*\\**${number}[.)]`, 'u').test(own);
  return labelled.test(own);
}

/** A municipality that no document is of or speaks of. */
function elsewhereConflict({ elsewhere }: Slots, { index }: Library): number {
  return elsewhere.some((name) => !index.known.has(name)) ? 1 : 0;
}

/** A year before or after everything that the named municipality's documents speak of. */
function yearConflict({ years, municipalities }: Slots, { passages }: Library): number {
  if (years.length === 0) return 0;
  const within = passages.filter(
    ({ document }) => municipalities.length === 0 || municipalities.includes(document.municipality ?? ''),
  );
  return years.some((year) =>
    within.some(
      ({ text, document, lead }) => document.year === year || text.includes(String(year)) || lead.includes(String(year)),
    ),
  )
    ? 0
    : 1;
}

function isSlotWord(word: string, { municipalities, years, places }: Slots): boolean {
  return (
    municipalities.some((name) => word === folded(name) || word === `${folded(name)}s`) ||
    years.some((year) => word === String(year)) ||
    places.some(({ labels, number }) => labels.includes(word) || word === String(number))
  );
}
