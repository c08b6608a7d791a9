import { folded, wordsOf } from '../question/words.ts';
import type { LedgerDocument, LedgerVocabulary } from './finding.ts';

/** Whose numbers a document holds, and of which year mostly; null where that is not clear. */
export interface Belonging {
  readonly municipality: string | null;
  readonly year: number | null;
}

/** The municipality and the year that a document names far oftener than any other. */
export function belongingOf({ text }: LedgerDocument, { municipalities }: LedgerVocabulary): Belonging {
  const names = new Map(municipalities.flatMap((name) => [folded(name), `${folded(name)}s`].map((word) => [word, name])));
  const named = wordsOf(text).flatMap((word) => names.get(word) ?? []);
  const years = [...text.matchAll(/(?<![\d.-])(?:19|20)\d{2}(?![\d.-])/gu)].map(([year]) => Number(year));
  return { municipality: mostly(named), year: mostly(years) };
}

/** What occurs at least twice as often as anything else. */
function mostly<T>(items: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first !== undefined && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : null;
}

/** Documents of one municipality and year, each group of two or more. */
export function alike<T extends { readonly belonging: Belonging }>(documents: readonly T[]): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const document of documents) {
    const { municipality, year } = document.belonging;
    if (municipality === null || year === null) continue;
    const key = `${municipality} ${year}`;
    groups.set(key, [...(groups.get(key) ?? []), document]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
