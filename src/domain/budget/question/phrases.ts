import { folded } from './words.ts';

/** Phrases of the vocabulary, taken apart so that a word finds those it may begin. */
interface PhraseBook {
  readonly byFirstWord: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Phrases whose first word has an open beginning or end. */
  readonly open: readonly (readonly string[])[];
}

const books = new WeakMap<readonly string[], PhraseBook>();

/** Lists of phrases come from the vocabulary and live as long as it does: each is taken apart once. */
function bookOf(phrases: readonly string[]): PhraseBook {
  const known = books.get(phrases);
  if (known !== undefined) return known;
  const byFirstWord = new Map<string, (readonly string[])[]>();
  const open: (readonly string[])[] = [];
  for (const phrase of phrases) {
    const parts = folded(phrase).split(' ');
    const [first = ''] = parts;
    if (first.includes('*')) open.push(parts);
    else byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), parts]);
  }
  const book = { byFirstWord, open };
  books.set(phrases, book);
  return book;
}

/** How many words the longest of the phrases takes that stands at a place; 0 where none does. */
export function longestAt(words: readonly string[], at: number, phrases: readonly string[]): number {
  return standingAt(words, at, phrases).length;
}

/** The words that the longest phrase at a place says itself, without those that may be any word. */
export function saidAt(words: readonly string[], at: number, phrases: readonly string[]): readonly string[] {
  return standingAt(words, at, phrases).flatMap((part, offset) => (part === '*' ? [] : (words[at + offset] ?? [])));
}

function standingAt(words: readonly string[], at: number, phrases: readonly string[]): readonly string[] {
  const { byFirstWord, open } = bookOf(phrases);
  let longest: readonly string[] = [];
  for (const parts of byFirstWord.get(words[at] ?? '') ?? [])
    if (parts.length > longest.length && standsAt(words, at, parts)) longest = parts;
  for (const parts of open) if (parts.length > longest.length && standsAt(words, at, parts)) longest = parts;
  return longest;
}

/** Whether any of the phrases occurs among the words. */
export function holdsAny(words: readonly string[], phrases: readonly string[]): boolean {
  return words.some((_, at) => longestAt(words, at, phrases) > 0);
}

/** Whether any of the phrases opens the words. */
export function opensWith(words: readonly string[], phrases: readonly string[]): boolean {
  return longestAt(words, 0, phrases) > 0;
}

function standsAt(words: readonly string[], at: number, parts: readonly string[]): boolean {
  return parts.every((part, offset) => isWord(words[at + offset] ?? '', part));
}

function isWord(word: string, pattern: string): boolean {
  if (pattern.endsWith('*')) return word.startsWith(pattern.slice(0, -1));
  if (pattern.startsWith('*')) return word.endsWith(pattern.slice(1));
  return word === pattern;
}
