import { partsOfCompound } from '../../language/compounds.ts';
import type { LanguageWords } from '../../language/language-words.ts';
import { folded, stemOf, tokensOf } from '../../language/words.ts';
import type { LibraryPassage } from '../library-passage.ts';

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
  /** Passages by two stems that stand beside each other in them, stop words left out. */
  readonly pairs: ReadonlyMap<string, ReadonlySet<number>>;
  /** Stems that the corpus writes with a capital within a sentence: names of places, bodies and persons. */
  readonly names: ReadonlySet<string>;
  /** The passages that only repeat the headings they stand under: they name a matter and say nothing of it. */
  readonly titles: ReadonlySet<number>;
  readonly known: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
  /** What an English word means in Danish, both folded. */
  readonly glossary: ReadonlyMap<string, readonly string[]>;
}

const weights = { text: 1, lead: 0.5, labels: 0.6, heading: 0.55, path: 0.25, document: 0.2 };
const saturation = 1.2;
/** What two words of a question gain by standing beside each other in a passage as they do there, for each point of their rarity. */
const pairGain = 0.6;
const lengthShare = 0.38;
const partWeight = 0.55;
/** A title may add that much to the headings above it. */
const mostOwnOfTitle = 0.15;
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
  addAcronyms(passages, postings);
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const titles = new Set(passages.flatMap((passage, number) => (isTitle(passage, stops) ? [number] : [])));
  return {
    titles,
    pairs: pairsIn(passages, stops),
    names: namesIn(passages),
    postings,
    lengths,
    averageLength,
    count: passages.length,
    known,
    stops,
    synonyms: synonymsOf(words),
    glossary: glossaryOf(words),
  };
}

/** An abbreviation that the corpus explains, "Ressourcecenter Jammerbugt (RCJ)", is found wherever the full name stands. */
function addAcronyms(passages: readonly LibraryPassage[], postings: Map<string, Map<number, number>>): void {
  const explained = new Map<string, string>();
  for (const { text } of passages)
    for (const [, name = '', short = ''] of text.matchAll(/(\p{Lu}[\p{L}-]+(?: [\p{L}-]+){0,3}) \((\p{Lu}{2,5})\)/gu))
      if (folded(name)[0] === folded(short)[0]) explained.set(name, stemOf(folded(short)));
  for (const [name, short] of explained)
    passages.forEach(({ text }, number) => {
      if (text.includes(name)) add(postings, short, number, weights.labels);
    });
}

function namesIn(passages: readonly LibraryPassage[]): ReadonlySet<string> {
  const balance = new Map<string, number>();
  for (const { text } of passages) {
    for (const [word] of text.matchAll(/(?<=[\p{Ll},\u2013-]\s["\u201d]?)\p{Lu}[\p{L}\d]{2,}/gu)) count(balance, word, 1);
    for (const [word] of text.matchAll(/(?<![\p{L}\d])\p{Ll}[\p{L}\d]{2,}/gu)) count(balance, word, -1);
  }
  return new Set([...balance].flatMap(([stem, more]) => (more > 0 ? [stem] : [])));
}

function count(balance: Map<string, number>, word: string, by: number): void {
  const stem = stemOf(folded(word));
  balance.set(stem, (balance.get(stem) ?? 0) + by);
}

function pairsIn(passages: readonly LibraryPassage[], stops: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<number>> {
  const pairs = new Map<string, Set<number>>();
  passages.forEach(({ text }, number) => {
    const stems = tokensOf(text).flatMap(({ word }) => (stops.has(word) ? [] : [stemOf(word)]));
    stems.forEach((stem, at) => {
      const pair = `${stem} ${stems[at + 1] ?? ''}`;
      pairs.set(pair, (pairs.get(pair) ?? new Set()).add(number));
    });
  });
  return pairs;
}

function isTitle({ text, section }: LibraryPassage, stops: ReadonlySet<string>): boolean {
  const stemsIn = (part: string) =>
    tokensOf(part).flatMap(({ word }) => (stops.has(word) || !/\p{L}{3}/u.test(word) ? [] : [stemOf(word)]));
  const own = stemsIn(text);
  const above = new Set(stemsIn([section.heading, ...section.headingPath].join(' ')));
  return own.filter((stem) => !above.has(stem)).length <= own.length * mostOwnOfTitle;
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
  terms.forEach((term, at) => {
    const next = terms[at + 1];
    if (next === undefined) return;
    for (const passage of index.pairs.get(`${term.stem} ${next.stem}`) ?? []) {
      const hit = found.get(passage);
      if (hit !== undefined) hit.score += (pairGain * (term.idf + next.idf)) / 2;
    }
  });
  return [...found]
    .map(([passage, { score, covered }]) => ({ passage, score, coverage: total === 0 ? 0 : covered / total }))
    .sort((a, b) => b.score - a.score);
}

function glossaryOf({ english }: LanguageWords): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(english).map(([word, danish]) => [folded(word), danish.map(folded)]));
}

/** Words that mean the same lead to each other; an English word leads to its Danish ones, not back. */
function synonymsOf({ synonyms, english }: LanguageWords): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, Set<string>>();
  const lead = (stem: string, others: readonly string[]) =>
    map.set(stem, new Set([...(map.get(stem) ?? []), ...others.filter((other) => other !== stem)]));
  for (const group of synonyms) {
    const stems = stemsOf(group);
    for (const stem of stems) lead(stem, stems);
  }
  for (const [word, danish] of Object.entries(english)) for (const stem of stemsOf([word])) lead(stem, stemsOf(danish));
  return new Map([...map].map(([stem, others]) => [stem, [...others]]));
}

function stemsOf(words: readonly string[]): readonly string[] {
  return [...new Set(words.flatMap((word) => tokensOf(word).map((token) => stemOf(token.word))))];
}

function add(postings: Map<string, Map<number, number>>, stem: string, passage: number, weight: number): void {
  const list = postings.get(stem) ?? new Map<number, number>();
  list.set(passage, (list.get(passage) ?? 0) + weight);
  postings.set(stem, list);
}
