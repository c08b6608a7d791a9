import { folded, stemOf, tokensOf } from '../../../domain/language/words.ts';
import type { SearchFind } from '../../turn/reply.ts';
import type { SearchRequest } from '../../turn/request.ts';

/** What the message extension finds. */
export type FindKind = 'agenda' | 'decision' | 'principle' | 'figure' | 'deadline';
/** The kinds, in the order in which they take turns in a list. */
export const findKinds: readonly FindKind[] = ['agenda', 'decision', 'principle', 'figure', 'deadline'];

/** A find and what it is. Its card is made when it is on the page that is shown. */
export interface KindFind extends Omit<SearchFind, 'card'> {
  readonly kind: FindKind;
  readonly card: () => SearchFind['card'];
}

/** Finds something else than agendas and decisions. */
export type MoreFinds = (request: SearchRequest, wanted: Wanted) => Promise<readonly KindFind[]>;

/** The words that name a kind, and those that say nothing themselves: content. */
export interface FindWords {
  readonly finds: Readonly<Record<FindKind, readonly string[]>>;
  readonly filler: readonly string[];
}

/** What is asked for: of one kind, where the first word names it, else of every kind. */
export interface Wanted {
  readonly kind: FindKind | null;
  /** The query without the word that named the kind. */
  readonly query: string;
  /** Stems of words; numbers and case numbers as they are. */
  readonly words: readonly string[];
}

/** A text made ready to be searched. */
export interface Searchable {
  readonly text: string;
  readonly words: ReadonlySet<string>;
}

/** "princip fritagelse" asks for principles about exemption. */
export function wantedOf(query: string, { finds, filler }: FindWords): Wanted {
  const [first = '', ...rest] = query.trim().split(/\s+/);
  const named = Object.entries(finds).find(([, names]) => names.includes(first.toLowerCase()));
  const kind = (named?.[0] ?? null) as FindKind | null;
  const left = kind === null ? query.trim() : rest.join(' ');
  return { kind, query: left, words: wordsOf(left, filler) };
}

/** Text parts made ready once, however often they are searched. */
export function searchable(...parts: readonly (string | number | null | undefined)[]): Searchable {
  const text = folded(parts.filter((part) => part != null).join(' '));
  return { text, words: new Set(tokensOf(text).flatMap(({ word }) => [word, stemOf(word)])) };
}

/** Whether a text holds every word: in any form of it, or as the beginning, middle or end of a longer one. */
export function holds({ text, words }: Searchable, wanted: Wanted): boolean {
  return wanted.words.every((want) => {
    if (words.has(want)) return true;
    return isWord(want) ? want.length >= 4 && [...words].some((word) => word.includes(want)) : text.includes(want);
  });
}

function wordsOf(query: string, filler: readonly string[]): readonly string[] {
  const skipped = new Set(filler.map(folded));
  return query
    .split(/[\s,;?!()"\u201d\u201c]+/)
    .map((word) => folded(word).replace(/[.:]+$/, ''))
    .filter((word) => word !== '' && !skipped.has(word))
    .map((word) => (isWord(word) ? stemOf(word) : word));
}

function isWord(text: string): boolean {
  return /^\p{L}+$/u.test(text);
}
