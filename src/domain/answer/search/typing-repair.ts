import { partsOfCompound } from '../../language/compounds.ts';
import type { SearchIndex } from './search-index.ts';

/** Typing repair, for words that the corpus does not know: one change in short words, two in long ones; the first letter stands. */
export function nearWord(word: string, index: SearchIndex): string | null {
  if (word.length < 5) return null;
  if (partsOfCompound(word, index.known).length > 0) return null;
  let best: string | null = null;
  let least = word.length >= 8 ? 3 : 2;
  for (const known of index.known) {
    if (known[0] !== word[0] || Math.abs(known.length - word.length) >= least) continue;
    const edits = editsBetween(word, known, least);
    if (edits < least) [best, least] = [known, edits];
  }
  return best;
}

function editsBetween(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}
