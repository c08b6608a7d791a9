import type { LedgerDocument, LedgerQuote } from './finding.ts';
import { type Measure, measuresIn, readMeasure } from './measure.ts';

/** A number in a sentence. */
export interface SentenceNumber {
  readonly measure: Measure;
  readonly start: number;
  readonly end: number;
}

/** A sentence of running text with its numbers, in order. */
export interface LedgerSentence {
  readonly text: string;
  readonly quote: LedgerQuote;
  readonly numbers: readonly SentenceNumber[];
}

/** A heading with the sentences under it. */
export interface LedgerPassage {
  readonly heading: string;
  readonly start: number;
  readonly sentences: readonly LedgerSentence[];
}

const sentenceEnd = /[.!?]["\u201d)*]*\s+(?=["\u201c*(]*\p{Lu})/gu;
const abbreviated = /(?:^|[\s(])(?:ca|nr|d|pr|fx|jf|evt|bl|eks|inkl|ekskl|pkt|hhv|vedr|stk|pol|mio|mill)\.$/u;
const longestHeading = 120;

/** The running text of a document under its headings; table rows are left out. */
export function passagesIn(document: LedgerDocument): readonly LedgerPassage[] {
  const passages: { heading: string; start: number; sentences: LedgerSentence[] }[] = [{ heading: '', start: 0, sentences: [] }];
  let start = 0;
  for (const line of document.text.split('\n')) {
    const text = line.trim();
    if (isHeading(text)) passages.push({ heading: text, start, sentences: [] });
    if (text !== '' && !line.includes('\t') && !text.startsWith('|'))
      passages.at(-1)?.sentences.push(...sentencesOf(line, start, document));
    start += line.length + 1;
  }
  return passages;
}

function isHeading(text: string): boolean {
  return (
    text.length > 2 &&
    text.length <= longestHeading &&
    !/[.:;,?!]$/u.test(text) &&
    /^[\p{Lu}\d"#]/u.test(text) &&
    !text.includes('\t')
  );
}

function sentencesOf(line: string, offset: number, { file }: LedgerDocument): readonly LedgerSentence[] {
  const ends = [...line.matchAll(sentenceEnd)]
    .map((match) => match.index + match[0].trimEnd().length)
    .filter((end) => !abbreviated.test(line.slice(0, end)));
  const starts = [0, ...ends];
  return starts.map((from, at) => {
    const text = line.slice(from, starts[at + 1] ?? line.length);
    const span = { start: offset + from, end: offset + from + text.length };
    return { text, quote: { documentFile: file, quote: text.trim(), span }, numbers: numbersIn(text) };
  });
}

const percent = /[-\u2212]?\d+(?:,\d+)?\s*(?:%|pct\.?|procent(?!point))/giu;
const bare =
  /(?<![\d.,\u00a7/-])(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![\d]|[.,]\d|\.\s*(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)|\.\s+\p{Ll}|[-/\u2013]\d|\s?%)/gu;

function numbersIn(text: string): readonly SentenceNumber[] {
  const found: SentenceNumber[] = [...measuresIn(text)];
  const isFree = (start: number, end: number) => found.every((other) => end <= other.start || start >= other.end);
  for (const pattern of [percent, bare])
    for (const match of text.matchAll(pattern)) {
      const measure = readMeasure(match[0], null);
      const [start, end] = [match.index, match.index + match[0].length];
      const isYear = /^(?:19|20)\d{2}$/u.test(match[0]);
      if (measure !== null && !isYear && isFree(start, end)) found.push({ measure, start, end });
    }
  return found.sort((a, b) => a.start - b.start);
}
