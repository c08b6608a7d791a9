import { newStemmer } from 'snowball-stemmers';

const stemmer = newStemmer('danish');
const stems = new Map<string, string>();

/** Lower case without the letters that a foreign keyboard lacks: "loentilskud" and its Danish spelling are one word. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/\u00e6/gu, 'ae')
    .replace(/\u00f8/gu, 'oe')
    .replace(/\u00e5/gu, 'aa')
    .replace(/[\u00e9\u00e8]/gu, 'e');
}

/** A word of a text with its place. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words and numbers of a text, folded, in order. A number keeps its separators; "covid-19" is two. */
export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/\p{L}[\p{L}\d]*|\d+(?:[.,]\d+)*/gu)].map((match) => ({
    word: folded(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The stem of a folded word; numbers and short words stay as they are. */
export function stemOf(word: string): string {
  if (word.length < 4 || /\d/u.test(word)) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemmer.stem(word);
  if (stems.size < 50_000) stems.set(word, stem);
  return stem;
}
