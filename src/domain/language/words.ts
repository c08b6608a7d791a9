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

/**
 * Forms of one word that the stemmer leaves apart: nouns in -else and -ing beside their verbs, the forms of verbs in -ere beside
 * each other ("justering", "justeret"), verbs in -ende that are no participles, "centret" beside "center".
 */
const apart: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{4})els(?:e|en|er|erne|es|ens)$/u, ''],
  [/(?<=\p{L}{3}er)(?:e|es|er|ede|edes|et|ing|ingen|inger|ingerne)$/u, ''],
  [/(?<=\p{L}{4})n?ing(?:en|er|erne|ens|s)?$/u, ''],
  [/(?<=\p{L}[ksv]end)(?:e|er|es)$/u, ''],
  [/(?<=\p{L}{3}et)t(?:et|ets|er|erne|ernes)$/u, ''],
  [/(?<=cent)(?:ret|eret|re|rene|rets|erets|renes|ers)$/u, 'er'],
];

/** The stem of a folded word; numbers and short words stay as they are. */
export function stemOf(word: string): string {
  if (word.length < 4 || /\d/u.test(word)) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  const bare = apart.reduce((one, [ending, put]) => one.replace(ending, put), word);
  // What is too short is no stem: "ledige" (out of work) is not "leder" (a manager).
  const ofAdjective = /^\p{L}{3}ig(?=(?:e|t|es)?$)/u.exec(bare)?.[0];
  const stem = ofAdjective ?? stemmer.stem(bare);
  if (stems.size < 50_000) stems.set(word, stem);
  return stem;
}
