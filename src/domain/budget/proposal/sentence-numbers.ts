import { findAmounts } from '../../money/read-amount.ts';
import type { LedgerDocument } from '../ledger/finding.ts';
import { type LedgerSentence, passagesIn } from '../ledger/sentences.ts';
import { says } from '../ledger/table.ts';
import { type FigureValue, figureValue, type ProposalVocabulary, periodIn, type StatedNumber } from './stated-number.ts';

const longestLabel = 90;
/** What a caption says that a table counts in. */
const unitCaption = /^1\.?000 kr\.?$/u;
/** What is counted stands within so many characters behind its number. */
const countedWithin = 40;

/** The amounts, shares and counts that a document's sentences state; a bare number that counts nothing is none. */
export function numbersOfSentences(document: LedgerDocument, vocabulary: ProposalVocabulary): readonly StatedNumber[] {
  return passagesIn(document).flatMap(({ sentences }) =>
    sentences.flatMap((sentence) => {
      const places = placesIn(sentence, vocabulary);
      return places.flatMap((place, at) => {
        const clause = [places[at - 1]?.end ?? 0, places[at + 1]?.start ?? sentence.text.length] as const;
        return place.value === null ? [] : (numberOf(sentence, { ...place, value: place.value }, clause, vocabulary) ?? []);
      });
    }),
  );
}

/** A number in a sentence; its value is null where it counts nothing, and then it only divides clauses. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly value: FigureValue | null;
}

/** The numbers of a sentence in order, those among them whose unit contradicts their digits with the reading that is likely. */
function placesIn({ text, numbers }: LedgerSentence, { counted }: ProposalVocabulary): readonly Place[] {
  const doubtful = findAmounts(text).flatMap(({ amount, start, end }): readonly Place[] =>
    amount.kind === 'doubtful'
      ? [{ start, end, value: { unit: 'DKK', minor: amount.likelyOre, scale: 2, isApproximate: false, isDoubtful: true } }]
      : [],
  );
  const plain = numbers
    .filter(({ start, end }) => !unitCaption.test(text.slice(start, end)))
    .filter(({ start, end }) => doubtful.every((other) => end <= other.start || start >= other.end))
    .map(({ measure, start, end }): Place => {
      const isCounted = measure.kind === 'number' && says(firstWords(text.slice(end, end + countedWithin)), counted);
      const value = figureValue(measure);
      return { start, end, value: measure.kind === 'number' ? (isCounted ? { ...value, unit: 'count' } : null) : value };
    });
  return [...doubtful, ...plain].sort((a, b) => a.start - b.start);
}

function numberOf(
  { text, quote }: LedgerSentence,
  { start, end, value }: Place & { readonly value: FigureValue },
  [before, next]: readonly [before: number, next: number],
  vocabulary: ProposalVocabulary,
): StatedNumber | null {
  const from = clauseStart(text, before, start);
  const to = clauseEnd(text, end, next);
  const clause = `${text.slice(from, start)} ${text.slice(end, to)}`;
  const label = labelOf(clause, vocabulary) || labelOf(`${text.slice(0, start)} ${text.slice(end)}`, vocabulary);
  if (label === '') return null;
  return {
    ...value,
    label,
    asWritten: text.slice(start, end).trim(),
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
