import { stemOf } from './words.ts';

/** Endings after which an s joins two words and is never the second word's own. */
const joinedByS = /(?:hed|ion|ing|else|skab|dom|tet)$/u;
/** Short words that are parts of compounds all the same, folded. */
const shortParts = new Set(['job', 'loen', 'hus', 'maal', 'raad', 'sag', 'syg', 'ung', 'oeko', 'plan']);

/** Splits a compound into the stems of words that the corpus itself uses; empty where it is no compound of them. */
export function partsOfCompound(word: string, known: ReadonlySet<string>): readonly string[] {
  if (word.length < 7 || /\d/u.test(word)) return [];
  for (let at = word.length - 3; at >= 3; at -= 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (!isPart(second, known)) continue;
    const bare = first.endsWith('s') && first.length > 4 ? first.slice(0, -1) : first;
    if (isPart(bare, known) && !(second.startsWith('s') && joinedByS.test(first))) return [stemOf(bare), stemOf(second)];
    if (isPart(first, known)) return [stemOf(first), stemOf(second)];
    const earlier = partsOfCompound(bare, known);
    if (earlier.length > 0) return [...earlier, stemOf(second)];
  }
  return [];
}

function isPart(word: string, known: ReadonlySet<string>): boolean {
  return (word.length >= 4 || shortParts.has(word)) && (known.has(word) || shortParts.has(word) || known.has(stemOf(word)));
}
