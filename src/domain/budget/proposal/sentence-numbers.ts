import type { LedgerDocument } from '../ledger/finding.ts';
import { type LedgerSentence, passagesIn, type SentenceNumber } from '../ledger/sentences.ts';
import { says } from '../ledger/table.ts';
import { figureValue, type ProposalVocabulary, periodIn, type StatedNumber } from './stated-number.ts';

const longestLabel = 90;
/** What a caption says that a table counts in. */
const unitCaption = /^1\.?000 kr\.?$/u;
/** What is counted stands within so many characters behind its number. */
const countedWithin = 40;

/** The amounts, shares and counts that a document's sentences state; a bare number that counts nothing is none. */
export function numbersOfSentences(document: LedgerDocument, vocabulary: ProposalVocabulary): readonly StatedNumber[] {
  return passagesIn(document).flatMap(({ sentences }) =>
    sentences.flatMap((sentence) =>
      sentence.numbers.flatMap((number, at) => {
        const found = numberOf(sentence, number, at, vocabulary);
        return found === null ? [] : [found];
      }),
    ),
  );
}

function numberOf(
  { text, quote, numbers }: LedgerSentence,
  number: SentenceNumber,
  at: number,
  vocabulary: ProposalVocabulary,
): StatedNumber | null {
  if (unitCaption.test(text.slice(number.start, number.end))) return null;
  const value = figureValue(number.measure);
  const after = text.slice(number.end, number.end + countedWithin);
  const isCounted = number.measure.kind === 'number' && says(firstWords(after), vocabulary.counted);
  if (number.measure.kind === 'number' && !isCounted) return null;
  const from = clauseStart(text, numbers[at - 1]?.end ?? 0, number.start);
  const to = clauseEnd(text, number.end, numbers[at + 1]?.start ?? text.length);
  const clause = `${text.slice(from, number.start)} ${text.slice(number.end, to)}`;
  const label = labelOf(clause, vocabulary) || labelOf(text.replace(text.slice(number.start, number.end), ' '), vocabulary);
  if (label === '') return null;
  return {
    ...value,
    unit: value.unit ?? 'count',
    label,
    asWritten: text.slice(number.start, number.end).trim(),
    column: '',
    period: periodIn(text.slice(from, to)) ?? periodIn(text),
    quote: quote.quote,
    span: quote.span,
    dimensions: {},
  };
}

/** A clause begins behind the number before it, or behind the last sign that divides clauses. */
function clauseStart(text: string, before: number, start: number): number {
  const divided = Math.max(text.lastIndexOf(', ', start), text.lastIndexOf('; ', start), text.lastIndexOf(': ', start));
  return Math.max(before, divided < before ? before : divided + 1);
}

function clauseEnd(text: string, end: number, next: number): number {
  const found = /[,;]\s/u.exec(text.slice(end, next));
  return found === null ? next : end + found.index;
}

/** What a clause says without its number: no openers, years or signs, cut between words. */
function labelOf(clause: string, { openers }: ProposalVocabulary): string {
  const words = clause
    .replace(/(?<!\d)(?:19|20)\d{2}(?!\d)|[()"\u201d\u201c*]/gu, ' ')
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word));
  const isOpener = (word: string | undefined) => word !== undefined && openers.includes(word.toLowerCase().replace(/[.,]/gu, ''));
  let [from, to] = [0, words.length];
  while (from < to && isOpener(words[from])) from += 1;
  while (to > from && isOpener(words[to - 1])) to -= 1;
  const label = words
    .slice(from, to)
    .join(' ')
    .replace(/[.,;:]+$/u, '');
  if (label.length <= longestLabel) return label;
  return label.slice(0, label.lastIndexOf(' ', longestLabel));
}

function firstWords(text: string): string {
  return text.trim().split(/\s+/u).slice(0, 3).join(' ');
}
