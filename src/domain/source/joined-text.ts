/** A text as it is searched, with the way back to the characters that are quoted. */
export interface JoinedText {
  readonly text: string;
  /** The original's offset of a character of the joined text; its length gives the original's length. */
  readonly toOriginal: (offset: number) => number;
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

const broken = /(\p{L}+)-(\s*)(?=(\p{Ll}+))/gu;
const pageBreak = /(?<=[\p{L},][ \t]*)\s*(?:\n[ \t]*\n|\f)\s*(?=\p{Ll})/gu;

/**
 * Joins words that a line or page end has broken ("rettighe-der", "ledel- sestilsyn") and sentences that a page end has
 * broken, for searching. A hyphen that the text means ("unge-området", "fysio- og") stays.
 */
export function joinedText(original: string): JoinedText {
  const words = wordsOf(original);
  const cuts = [...brokenWords(original, words), ...brokenSentences(original)].sort((a, b) => a.start - b.start);
  let text = '';
  let at = 0;
  const anchors: { readonly joined: number; readonly original: number }[] = [{ joined: 0, original: 0 }];
  for (const { start, end, put } of cuts) {
    if (start < at) continue;
    text += original.slice(at, start) + put;
    at = end;
    anchors.push({ joined: text.length, original: end });
  }
  text += original.slice(at);
  return { text, toOriginal: (offset) => originalOffset(anchors, offset) };
}

function originalOffset(anchors: readonly { readonly joined: number; readonly original: number }[], offset: number): number {
  let [low, high] = [0, anchors.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((anchors[middle]?.joined ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const anchor = anchors[low] ?? { joined: 0, original: 0 };
  return anchor.original + (offset - anchor.joined);
}

function brokenWords(text: string, words: ReadonlySet<string>): readonly Cut[] {
  return [...text.matchAll(broken)].flatMap((match) => {
    const [whole, before = '', space = '', after = ''] = match;
    if (before !== before.toLowerCase() && !/^\p{Lu}\p{Ll}+$/u.test(before)) return [];
    const [left, right] = [before.toLowerCase(), after.toLowerCase()];
    const isEnding = space === '' ? right.length <= 3 && left.length >= 5 && !words.has(left) : !words.has(right);
    const isJoined = isEnding || words.has(left + right);
    const end = match.index + whole.length;
    return isJoined ? [{ start: match.index + before.length, end, put: '' }] : [];
  });
}

function brokenSentences(text: string): readonly Cut[] {
  return [...text.matchAll(pageBreak)].flatMap((match) => {
    const line = text.slice(text.lastIndexOf('\n', match.index - 1) + 1, match.index);
    const isProse = !line.includes('\t') && line.length > 40;
    return isProse ? [{ start: match.index, end: match.index + match[0].length, put: ' ' }] : [];
  });
}

/** The words that stand alone somewhere in the text: a part of a broken word does not. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/(?<![\p{L}-]|\p{L}-\s+)\p{L}+(?![\p{L}-])/gu)].map(([word]) => word.toLowerCase()));
}
