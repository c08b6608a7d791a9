import type { FigureVocabulary } from './vocabulary.ts';
import { folded, isWithinEdits, stemOf, wordsOf } from './words.ts';

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
  /** The phrases that begin with a word, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly ignored: ReadonlySet<string>;
  /** Every stem that the vocabulary or a figure uses: what is not among them may be a slip of the pen. */
  readonly known: ReadonlySet<string>;
  /** The words that a slip of the pen may have meant, by their first letter: for two slips in a word, only those that name figures. */
  readonly wordsByLetter: ReadonlyMap<string, readonly string[]>;
  readonly namesByLetter: ReadonlyMap<string, readonly string[]>;
  /** Every word of the vocabulary and the figures, read once. */
  readonly concepts: ReadonlyMap<string, Concept>;
}

interface Phrase {
  readonly words: readonly string[];
  readonly concept: Concept;
}

/** Prepares the vocabulary, with the words that the figures themselves use. */
export function lexiconOf(vocabulary: FigureVocabulary, figureTexts: readonly string[]): Lexicon {
  const groupsByStem = new Map<string, number[]>();
  const phrases: Phrase[] = [];
  for (const [group, words] of vocabulary.synonyms.entries())
    for (const word of words) {
      const [first = '', ...more] = wordsOf(word);
      if (more.length > 0) phrases.push({ words: [first, ...more], concept: phraseConcept([first, ...more].join(' '), group) });
      else for (const key of new Set([first, stemOf(first)])) groupsByStem.set(key, [...(groupsByStem.get(key) ?? []), group]);
    }
  const texts = [...figureTexts, ...vocabularyTexts(vocabulary), ...phrases.map(({ concept }) => concept.word)];
  const words = new Set([...vocabulary.synonyms.flat(), ...texts].flatMap(wordsOf));
  const known = new Set([...groupsByStem.keys(), ...[...words].flatMap((word) => [word, stemOf(word)])]);
  const lexicon: Lexicon = {
    groupsByStem,
    phrases: groupedBy(
      phrases.toSorted((a, b) => b.concept.word.length - a.concept.word.length),
      (phrase) => phrase.words[0] ?? '',
    ),
    ignored: new Set(vocabulary.ignored.map(folded)),
    known,
    wordsByLetter: groupedBy([...words], (word) => word[0] ?? ''),
    namesByLetter: groupedBy(
      [...new Set([...vocabulary.synonyms.flat(), ...figureTexts].flatMap(wordsOf))],
      (word) => word[0] ?? '',
    ),
    concepts: new Map(),
  };
  return { ...lexicon, concepts: new Map([...words].map((word) => [word, plainConcept(word, lexicon)])) };
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function vocabularyTexts({ intents, units, binding, tables, totals, followUp, ignored, municipalities }: FigureVocabulary) {
  const more = [intents, units, binding, tables].flatMap((lists) => Object.values<readonly string[]>(lists));
  return [...municipalities, ...ignored, ...totals, ...followUp.openers, ...more.flat()];
}

/** The words of a text as concepts, in order; a phrase of several words is one concept. */
export function conceptsOf(text: string, lexicon: Lexicon): readonly Concept[] {
  const words = wordsOf(text);
  const concepts: Concept[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const hit = lexicon.phrases.get(word)?.find((phrase) => phrase.words.every((part, offset) => words[at + offset] === part));
    concepts.push(hit?.concept ?? conceptOf(word, lexicon));
    at += (hit?.words.length ?? 1) - 1;
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
  const read = lexicon.concepts.get(word);
  if (read !== undefined) return read;
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
    const known = edits === 1 ? lexicon.wordsByLetter : lexicon.namesByLetter;
    const near = (known.get(word[0] ?? '') ?? []).filter((name) => name.length >= 5 && isWithinEdits(name, word, edits));
    const best = near.find((name) => name.length > word.length) ?? near[0];
    if (best !== undefined) return best;
  }
  return null;
}

/** How well a question's concept is met by a figure's: 1 for the same word, less for relatives, 0 for strangers. */
export function likeness(asked: Concept, term: Concept): number {
  if (asked.stem === term.stem) return 1;
  if (asked.groups.some((group) => term.groups.includes(group))) return 0.95;
  const part = term.parts.reduce((most, piece) => Math.max(most, pieceLikeness(asked, piece)), 0);
  return isAnotherThing(asked, term) ? part : Math.max(part, wordLikeness(asked.stem, term.stem));
}

/** "Dagpenge" and "sygedagpenge" are two benefits, though the one word ends in the other: each is known by names of its own. */
function isAnotherThing(asked: Concept, term: Concept): boolean {
  const isOneWord = !asked.word.includes(' ') && !term.word.includes(' ');
  return isOneWord && asked.groups.length > 0 && term.groups.length > 0 && term.stem.endsWith(asked.stem);
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
