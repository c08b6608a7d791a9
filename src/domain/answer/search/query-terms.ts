import { partsOfCompound } from '../../language/compounds.ts';
import { stemOf, tokensOf } from '../../language/words.ts';
import { type QueryTerm, type SearchIndex, synonymWeight } from './search-index.ts';
import { nearWord } from './typing-repair.ts';

/** The words of a question as terms, without stop words; a word unknown to the corpus is read as the known one that it nearly is. */
export function queryTerms(question: string, index: SearchIndex): readonly QueryTerm[] {
  const terms = tokensOf(question)
    .filter(({ word }) => !index.stops.has(word) && (word.length > 1 || /\d/u.test(word)))
    .map(({ word }) => termOf(word, index));
  return [...new Map(terms.map((term) => [term.stem, term])).values()];
}

/**
 * What a question is searched by: its terms, each also as the word that it makes with its neighbour where the corpus writes them as one
 * ("uddannelses huset", "transition mentor"), and a compound that the corpus does not know taken apart, since all of it was asked for.
 */
export function searchTerms(question: string, index: SearchIndex): readonly QueryTerm[] {
  const words = tokensOf(question).map(({ word, end }) => ({ word, isBound: question[end] === '-' }));
  const joined = joinedNeighbours(
    words.map(({ word }) => word),
    index,
  );
  const terms = words.flatMap(({ word, isBound }, at) => {
    const whole = joined[at] ?? [];
    if (whole.length === 0 && ((index.stops.has(word) && !isBound) || (word.length === 1 && !/\d/u.test(word)))) return [];
    const parts = whole.length > 0 || hasStem(stemOf(word), index) ? [] : askedParts(word, index);
    return parts.length === 0 ? [withWhole(termOf(word, index), whole)] : parts.map((part) => termOf(part, index));
  });
  const told = terms.filter(({ isKnown, word }) => isKnown || !adverb.test(word));
  return [...new Map(told.map((term) => [term.stem, term])).values()];
}

/** A word of this ending that no document knows says how, not what: "oprindeligt", "heldigvis". */
const adverb = /(?:ligt|vis)$/u;

function withWhole(term: QueryTerm, whole: readonly string[]): QueryTerm {
  if (whole.length === 0) return term;
  return {
    ...term,
    isKnown: true,
    alternatives: new Map([...term.alternatives, ...whole.map((word) => [stemOf(word), 1] as const)]),
  };
}

/** The parts of a compound; where only its last part is known, the first may begin other compounds: "substitutions|medicin". */
function askedParts(word: string, { known, stops }: SearchIndex): readonly string[] {
  const parts = partsOfCompound(word, known);
  if (parts.some((part) => stops.has(part))) return [];
  if (parts.length > 0 || /\d/u.test(word)) return parts;
  for (let at = shortestLoosePart; at <= word.length - shortestLoosePart; at += 1) {
    const [first, last] = [word.slice(0, at), word.slice(at)];
    if (!known.has(last)) continue;
    const begin = first.replace(/s$/u, '');
    if (begin.length >= shortestLoosePart && [...known].some((other) => other.startsWith(begin))) return [begin, last];
  }
  return [];
}

const shortestLoosePart = 5;
const shortestJoined = 3;
const partOfOwnWeight = 0.25;
/** What a part of a compound is worth against the whole. */
const partWeight = 0.55;

/** For each word, what it makes with its neighbours where the corpus knows them, or what they mean in Danish, as one word. */
function joinedNeighbours(words: readonly string[], index: SearchIndex): readonly (readonly string[])[] {
  const joined: string[][] = words.map(() => []);
  words.forEach((word, at) => {
    const before = words[at - 1];
    if (before === undefined) return;
    const earlier = [...(joined[at - 1] ?? []), before];
    const whole = earlier.map((one) => joinedWord(one, word, index)).find((one) => one !== null);
    if (whole === undefined || whole === null) return;
    joined[at]?.push(whole);
    joined[at - 1]?.push(whole);
  });
  return joined;
}

function joinedWord(first: string, second: string, index: SearchIndex): string | null {
  if (index.stops.has(first) && index.stops.has(second)) return null;
  for (const one of meaningsOf(first, index))
    for (const other of meaningsOf(second, index))
      for (const link of ['', 's', 'e']) {
        const word = `${one}${link}${other}`;
        const isLong = one.length >= shortestJoined && other.length >= shortestJoined;
        if (isLong && (index.known.has(word) || index.postings.has(stemOf(word)))) return word;
      }
  return null;
}

/** A word, and what it means in the glossary; a stop word means itself alone where the glossary does not know it. */
function meaningsOf(word: string, { glossary, stops }: SearchIndex): readonly string[] {
  const meanings = glossary.get(word) ?? [];
  return stops.has(word) ? meanings : [word, ...meanings];
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
  // The beginning of a longer word; of a word that the documents do not use alone, also the end ("sygehusindlaeggelse").
  const least = isOwn ? 5 : 4;
  for (const longer of index.postings.keys())
    if (
      longer.length > stem.length &&
      stem.length >= least &&
      (longer.startsWith(stem) || (!isOwn && stem.length > 4 && longer.endsWith(stem)))
    )
      widen(longer, 0.6);
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
