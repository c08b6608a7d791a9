import { folded } from './words.ts';

/** Phrases of the vocabulary, taken apart so that a word finds those it may begin. */
interface PhraseBook {
  readonly byFirstWord: ReadonlyMap<string, readonly Phrase[]>;
  /** Phrases whose first word has an open beginning or end. */
  readonly open: readonly Phrase[];
}

type Phrase = readonly Part[];

/** A word of a phrase: as it stands, or the letters that a word begins or ends with; none at all is any word. */
interface Part {
  readonly letters: string;
  readonly kind: 'word' | 'beginning' | 'end';
}

const books = new WeakMap<readonly string[], PhraseBook>();

/** Lists of phrases come from the vocabulary and live as long as it does: each is taken apart once. */
function bookOf(phrases: readonly string[]): PhraseBook {
  const known = books.get(phrases);
  if (known !== undefined) return known;
  const byFirstWord = new Map<string, Phrase[]>();
  const open: Phrase[] = [];
  for (const phrase of phrases) {
    const parts = folded(phrase).split(' ').map(partOf);
    const [first] = parts;
    if (first === undefined) continue;
    if (first.kind !== 'word') open.push(parts);
    else byFirstWord.set(first.letters, [...(byFirstWord.get(first.letters) ?? []), parts]);
  }
  const book = { byFirstWord, open };
  books.set(phrases, book);
  return book;
}

function partOf(word: string): Part {
  if (word.endsWith('*')) return { letters: word.slice(0, -1), kind: 'beginning' };
  return word.startsWith('*') ? { letters: word.slice(1), kind: 'end' } : { letters: word, kind: 'word' };
}

/** How many words the longest of the phrases takes that stands at a place; 0 where none does. */
export function longestAt(words: readonly string[], at: number, phrases: readonly string[]): number {
  return standingAt(words, at, phrases).length;
}

/** The words that the longest phrase at a place says itself, without those that may be any word. */
export function saidAt(words: readonly string[], at: number, phrases: readonly string[]): readonly string[] {
  return standingAt(words, at, phrases).flatMap(({ letters }, offset) => (letters === '' ? [] : (words[at + offset] ?? [])));
}

const none: Phrase = [];

function standingAt(words: readonly string[], at: number, phrases: readonly string[]): Phrase {
  const { byFirstWord, open } = bookOf(phrases);
  let longest = none;
  for (const parts of byFirstWord.get(words[at] ?? '') ?? [])
    if (parts.length > longest.length && standsAt(words, at, parts)) longest = parts;
  for (const parts of open) if (parts.length > longest.length && standsAt(words, at, parts)) longest = parts;
  return longest;
}

/** Whether any of the phrases occurs among the words. */
export function holdsAny(words: readonly string[], phrases: readonly string[]): boolean {
  return words.some((_, at) => standingAt(words, at, phrases).length > 0);
}

/** Whether any of the phrases opens the words. */
export function opensWith(words: readonly string[], phrases: readonly string[]): boolean {
  return standingAt(words, 0, phrases).length > 0;
}

function standsAt(words: readonly string[], at: number, parts: Phrase): boolean {
  for (let offset = 0; offset < parts.length; offset += 1) {
    const part = parts[offset];
    if (part !== undefined && !isWord(words[at + offset] ?? '', part)) return false;
  }
  return true;
}

function isWord(word: string, { letters, kind }: Part): boolean {
  switch (kind) {
    case 'word':
      return word === letters;
    case 'beginning':
      return word.startsWith(letters);
    case 'end':
      return word.endsWith(letters);
  }
}
