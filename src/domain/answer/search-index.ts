import { partsOfCompound } from '../language/compounds.ts';
import type { LanguageWords } from '../language/language-words.ts';
import { folded, stemOf, tokensOf } from '../language/words.ts';
import type { LibraryPassage } from './library-passage.ts';

/** A term of a question with what it is worth in the search. */
export interface QueryTerm {
  readonly word: string;
  readonly stem: string;
  /** Stems that mean the same or are parts of it, each with its weight. */
  readonly alternatives: ReadonlyMap<string, number>;
  readonly idf: number;
  readonly isKnown: boolean;
}

/** A passage that a search found: its score, and how much of the question it covers (0 to 1, by the terms' rarity). */
export interface Hit {
  readonly passage: number;
  readonly score: number;
  readonly coverage: number;
}

/** The passages, ready to be searched. */
export interface SearchIndex {
  readonly postings: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly lengths: readonly number[];
  readonly averageLength: number;
  readonly count: number;
  readonly known: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
}

const weights = { text: 1, lead: 0.5, labels: 0.6, heading: 0.55, path: 0.25, document: 0.2 };
const saturation = 1.2;
const lengthShare = 0.45;
const partWeight = 0.55;
const partOfOwnWeight = 0.25;
/** What a word that means the same is worth against the word itself. */
export const synonymWeight = 0.7;

/** Prepares passages for searching: stems and parts of compounds, weighted by the field they stand in (BM25F). */
export function searchIndexOf(passages: readonly LibraryPassage[], words: LanguageWords): SearchIndex {
  const known = new Set(
    passages.flatMap(({ text, labels, section }) =>
      tokensOf(`${text} ${labels.join(' ')} ${section.heading}`).map(({ word }) => word),
    ),
  );
  const stops = new Set(words.stop.map(folded));
  const postings = new Map<string, Map<number, number>>();
  const lengths = passages.map((passage, number) => {
    const { text, lead, labels, section, document } = passage;
    const fields = {
      text,
      lead,
      labels: labels.join(' '),
      heading: section.heading,
      path: section.headingPath.join(' '),
      document: `${document.title} ${document.municipality ?? ''}`,
    };
    let length = 0;
    for (const [field, weight] of Object.entries(weights)) {
      for (const { word } of tokensOf(fields[field as keyof typeof fields])) {
        if (stops.has(word)) continue;
        if (field === 'text') length += 1;
        add(postings, stemOf(word), number, weight);
        for (const part of partsOfCompound(word, known)) add(postings, part, number, weight * partWeight);
      }
    }
    return length;
  });
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return { postings, lengths, averageLength, count: passages.length, known, stops, synonyms: synonymsOf(words) };
}

/** The terms of a question, without stop words; a word unknown to the corpus is read as the known one that it nearly is. */
export function queryTerms(question: string, index: SearchIndex): readonly QueryTerm[] {
  const terms = tokensOf(question)
    .filter(({ word }) => !index.stops.has(word) && (word.length > 1 || /\d/u.test(word)))
    .map(({ word }) => termOf(word, index));
  return [...new Map(terms.map((term) => [term.stem, term])).values()];
}

/** Passages that hold any of the terms, best first. */
export function search(terms: readonly QueryTerm[], index: SearchIndex): readonly Hit[] {
  const found = new Map<number, { score: number; covered: number }>();
  const total = terms.reduce((sum, { idf }) => sum + idf, 0);
  for (const { alternatives, idf } of terms) {
    const best = new Map<number, number>();
    for (const [stem, weight] of alternatives) {
      for (const [passage, frequency] of index.postings.get(stem) ?? []) {
        const norm = 1 - lengthShare + (lengthShare * (index.lengths[passage] ?? 0)) / index.averageLength;
        const score = (weight * frequency * (saturation + 1)) / (frequency + saturation * norm);
        if (score > (best.get(passage) ?? 0)) best.set(passage, score);
      }
    }
    for (const [passage, score] of best) {
      const hit = found.get(passage) ?? { score: 0, covered: 0 };
      hit.score += idf * score;
      hit.covered += idf * Math.min(1, score / 0.8);
      found.set(passage, hit);
    }
  }
  return [...found]
    .map(([passage, { score, covered }]) => ({ passage, score, coverage: total === 0 ? 0 : covered / total }))
    .sort((a, b) => b.score - a.score);
}

function termOf(word: string, index: SearchIndex): QueryTerm {
  const own = stemOf(word);
  const meant = hasStem(own, index) || /\d/u.test(word) ? word : (nearWord(word, index) ?? word);
  const stem = stemOf(meant);
  // A word that the documents use themselves is looked for as it is; what is like it helps less.
  const isOwn = index.postings.has(stem);
  const alternatives = new Map<string, number>([[stem, meant === word ? 1 : 0.8]]);
  const widen = (other: string, weight: number) => alternatives.set(other, Math.max(weight, alternatives.get(other) ?? 0));
  for (const part of partsOfCompound(meant, index.known)) widen(part, isOwn ? partOfOwnWeight : partWeight);
  for (const synonym of index.synonyms.get(stem) ?? []) widen(synonym, synonymWeight);
  if (stem.length >= 5)
    for (const longer of index.postings.keys()) if (longer.length > stem.length && longer.startsWith(stem)) widen(longer, 0.6);
  const holders = isOwn
    ? new Set(index.postings.get(stem)?.keys())
    : holdersOf(
        [...alternatives].filter(([, weight]) => weight >= 0.5).map(([one]) => one),
        index,
      );
  const idf = Math.log(1 + (index.count - holders.size + 0.5) / (holders.size + 0.5));
  const isKnown = isOwn || [...alternatives.keys()].some((one) => index.postings.has(one));
  return { word, stem, alternatives, idf: Math.min(idf, highestIdf(index)), isKnown };
}

function holdersOf(stems: readonly string[], { postings }: SearchIndex): ReadonlySet<number> {
  return new Set(stems.flatMap((stem) => [...(postings.get(stem)?.keys() ?? [])]));
}

/** A word that stands nowhere is worth no more than one that stands in a single passage. */
function highestIdf({ count }: SearchIndex): number {
  return Math.log(1 + (count - 0.5) / 1.5);
}

function hasStem(stem: string, index: SearchIndex): boolean {
  return index.postings.has(stem) || index.synonyms.has(stem);
}

/** Typing repair, for words that the corpus does not know: one change in short words, two in long ones; the first letter stands. */
function nearWord(word: string, index: SearchIndex): string | null {
  if (word.length < 5) return null;
  if (partsOfCompound(word, index.known).length > 0) return null;
  let best: string | null = null;
  let least = word.length >= 8 ? 3 : 2;
  for (const known of index.known) {
    if (known[0] !== word[0] || Math.abs(known.length - word.length) >= least) continue;
    const edits = editsBetween(word, known, least);
    if (edits < least) [best, least] = [known, edits];
  }
  return best;
}

function editsBetween(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}

function synonymsOf({ synonyms }: LanguageWords): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, Set<string>>();
  for (const group of synonyms) {
    const stems = [...new Set(group.flatMap((word) => tokensOf(word).map((token) => stemOf(token.word))))];
    for (const stem of stems) map.set(stem, new Set([...(map.get(stem) ?? []), ...stems.filter((other) => other !== stem)]));
  }
  return new Map([...map].map(([stem, others]) => [stem, [...others]]));
}

function add(postings: Map<string, Map<number, number>>, stem: string, passage: number, weight: number): void {
  const list = postings.get(stem) ?? new Map<number, number>();
  list.set(passage, (list.get(passage) ?? 0) + weight);
  postings.set(stem, list);
}
