import { newStemmer } from 'snowball-stemmers';

const stemmer = newStemmer('danish');

/** Lower case without the letters that a foreign keyboard lacks, so that "loentilskud" and its Danish spelling are one word. */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  if (/^[ -~]*$/.test(lower)) return lower;
  return lower
    .normalize('NFC')
    .replace(/\u00e6/gu, 'ae')
    .replace(/\u00f8/gu, 'oe')
    .replace(/\u00e5/gu, 'aa')
    .replace(/[\u00e9\u00e8]/gu, 'e');
}

/** The words and numbers of a text, folded, in order. */
export function wordsOf(text: string): readonly string[] {
  return folded(text).match(/[\p{L}][\p{L}\d]*|\d+(?:[.,]\d+)*/gu) ?? [];
}

/** The stem of a folded word; numbers and short words stay as they are. */
export function stemOf(word: string): string {
  return word.length < 4 || /\d/u.test(word) ? word : stemmer.stem(word);
}

/** Whether two words differ by at most the given number of changed, missing, added or swapped letters. */
export function isWithinEdits(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return (last[b.length] ?? most + 1) <= most;
}
