import type { FigureVocabulary } from './vocabulary.ts';
import { folded, isWithinEdits, phraseAt, stemOf, wordsOf } from './words.ts';

/** A word of a question or figure with what it may stand for. */
export interface Concept {
  readonly word: string;
  /** The word that was probably meant, where `word` is a slip of the pen. */
  readonly meant: string;
  readonly stem: string;
  /** The groups of synonyms that it belongs to. */
  readonly groups: readonly number[];
  /** The known words that a compound is made of. */
  readonly parts: readonly Concept[];
  readonly isKnown: boolean;
}

/** The vocabulary, ready for reading words. */
export interface Lexicon {
  readonly groupsByStem: ReadonlyMap<string, readonly number[]>;
  readonly phrases: readonly { readonly phrase: string; readonly group: number }[];
  readonly ignored: ReadonlySet<string>;
  /** Every stem that the vocabulary or a figure uses: what is not among them may be a slip of the pen. */
  readonly known: ReadonlySet<string>;
  /** The words that a slip of the pen may have meant. */
  readonly words: ReadonlySet<string>;
}

/** Prepares the vocabulary, with the words that the figures themselves use. */
export function lexiconOf(vocabulary: FigureVocabulary, figureTexts: readonly string[]): Lexicon {
  const groupsByStem = new Map<string, number[]>();
  const phrases: { phrase: string; group: number }[] = [];
  for (const [group, words] of vocabulary.synonyms.entries())
    for (const word of words) {
      const [first = '', ...more] = wordsOf(word);
      if (more.length > 0) phrases.push({ phrase: [first, ...more].join(' '), group });
      else for (const key of new Set([first, stemOf(first)])) groupsByStem.set(key, [...(groupsByStem.get(key) ?? []), group]);
    }
  const { intents, units, binding, tables, totals, followUp, ignored } = vocabulary;
  const more = [intents, units, binding, tables].flatMap((lists) => Object.values<readonly string[]>(lists));
  const texts = [
    ...figureTexts,
    ...vocabulary.municipalities,
    ...ignored,
    ...totals,
    ...followUp.openers,
    ...more.flat(),
    ...phrases.map(({ phrase }) => phrase),
  ];
  const words = new Set([...vocabulary.synonyms.flat(), ...texts].flatMap(wordsOf));
  const known = new Set([...groupsByStem.keys(), ...[...words].flatMap((word) => [word, stemOf(word)])]);
  phrases.sort((a, b) => b.phrase.length - a.phrase.length);
  return { groupsByStem, phrases, ignored: new Set(ignored.map(folded)), known, words };
}

/** The words of a text as concepts, in order; a phrase of several words is one concept. */
export function conceptsOf(text: string, lexicon: Lexicon): readonly Concept[] {
  const words = wordsOf(text);
  const concepts: Concept[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const hit = lexicon.phrases.find(({ phrase }) => phraseAt(words, at, phrase) > 0);
    const length = hit === undefined ? 1 : hit.phrase.split(' ').length;
    const word = words.slice(at, at + length).join(' ');
    concepts.push(hit === undefined ? conceptOf(word, lexicon) : phraseConcept(word, hit.group));
    at += length - 1;
  }
  return concepts;
}

function phraseConcept(word: string, group: number): Concept {
  return { word, meant: word, stem: word, groups: [group], parts: [], isKnown: true };
}

function conceptOf(word: string, lexicon: Lexicon): Concept {
  const plain = plainConcept(word, lexicon);
  if (plain.isKnown || lexicon.ignored.has(word) || /\d/u.test(word)) return plain;
  const parts = partsOf(word, lexicon);
  if (parts.length > 0) return { ...plain, parts, isKnown: true };
  const meant = repaired(word, lexicon);
  return meant === null ? plain : { ...plainConcept(meant, lexicon), word };
}

function plainConcept(word: string, lexicon: Lexicon): Concept {
  const stem = stemOf(word);
  const groups = lexicon.groupsByStem.get(word) ?? lexicon.groupsByStem.get(stem) ?? [];
  return { word, meant: word, stem, groups, parts: [], isKnown: lexicon.known.has(stem) || lexicon.known.has(word) };
}

const shortest = 4;

/** A compound falls into two known words, with or without a joining s or e; the longest first part wins. */
function partsOf(word: string, lexicon: Lexicon): readonly Concept[] {
  for (let at = word.length - shortest; at >= shortest; at -= 1) {
    const first = word.slice(0, at);
    const rest = word.slice(at);
    const heads = [first, first.replace(/[se]$/u, '')].map((part) => plainConcept(part, lexicon));
    const head = heads.find(({ isKnown, word: part }) => isKnown && part.length >= shortest);
    const tail = plainConcept(rest, lexicon);
    if (head !== undefined && tail.isKnown) return [head, tail].filter((part) => !lexicon.ignored.has(part.word));
  }
  return [];
}

/** The one known word that an unknown word is a slip of, or null. */
function repaired(word: string, lexicon: Lexicon): string | null {
  if (word.length < shortest) return null;
  const most = word.length >= 8 ? 2 : 1;
  for (let edits = 1; edits <= most; edits += 1) {
    const near = [...lexicon.words].filter(
      (known) => known.length >= 5 && known[0] === word[0] && isWithinEdits(known, word, edits),
    );
    const best = near.find((known) => known.length > word.length) ?? near[0];
    if (best !== undefined) return best;
  }
  return null;
}

/** How well a question's concept is met by a figure's: 1 for the same word, less for relatives, 0 for strangers. */
export function likeness(asked: Concept, term: Concept): number {
  if (asked.stem === term.stem) return 1;
  if (asked.groups.some((group) => term.groups.includes(group))) return 0.95;
  const part = term.parts.reduce((most, piece) => Math.max(most, pieceLikeness(asked, piece)), 0);
  return Math.max(part, wordLikeness(asked.stem, term.stem));
}

function pieceLikeness(asked: Concept, piece: Concept): number {
  return asked.stem === piece.stem || asked.groups.some((group) => piece.groups.includes(group)) ? 0.85 : 0;
}

/** A figure's word with the pieces that it is made of, so that a part of it may be asked for. */
export function withParts(concept: Concept, lexicon: Lexicon): Concept {
  return concept.parts.length > 0 || concept.word.includes(' ') ? concept : { ...concept, parts: partsOf(concept.word, lexicon) };
}

/** An asked compound is narrower than its part: "till\u00e6gsbevilling" is no "bevilling", though "ramme" may mean "aktiveringsramme". */
function wordLikeness(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 5 || /\d/u.test(short)) return 0;
  const isAskedLonger = a === long;
  if (long.startsWith(short)) return isAskedLonger && long.length > short.length + 3 ? 0.6 : 0.8;
  if (long.endsWith(short)) return isAskedLonger ? 0.45 : 0.7;
  return 0;
}
