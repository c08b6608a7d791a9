import { absolute } from '../../../money/decimal.ts';
import { folded } from '../../question/words.ts';
import type { Finding, FindingKind, LedgerVocabulary } from '../finding.ts';
import { isWithin, percentOf, percentSlack } from '../measure.ts';
import { disagreement } from '../report.ts';
import type { LedgerSentence, SentenceNumber } from '../sentences.ts';

/** Recomputes what a sentence itself says: from A to B that is C, X of Y that is P per cent, a whole with its parts. */
export function sentenceFindings(sentence: LedgerSentence, vocabulary: LedgerVocabulary): readonly Finding[] {
  if (sentence.numbers.length < 2) return [];
  return [
    ...changeClaims(sentence, vocabulary),
    ...ratioClaims(sentence, vocabulary),
    ...partClaims(sentence, vocabulary),
    ...totalClaims(sentence, vocabulary),
  ];
}

/** Whether one of the words stands directly before a place, but for a few small words. */
function isAfter(text: string, at: number, words: readonly string[], within = 14): boolean {
  const before = folded(text.slice(Math.max(0, at - within), at)).replace(/[.,]/gu, ' ');
  return words.some((word) => new RegExp(`(?:^|\\s)${folded(word)}(?:\\s|$)`, 'u').test(before));
}

/** What differs, as a contradiction or, within what rounding explains, as that; nothing where the numbers are the same. */
function judged(
  key: string,
  sentence: LedgerSentence,
  [stated, computed]: readonly [bigint, bigint],
  slack: bigint,
): readonly Finding[] {
  if (stated === computed) return [];
  if (!isWithin(stated, computed, slack)) return [report(key, 'contradiction', sentence, [stated, computed])];
  return key === 'ledger.percent' || slack === 0n ? [] : [report('ledger.rounding', 'rounding', sentence, [stated, computed])];
}

function report(
  key: string,
  kind: FindingKind,
  sentence: LedgerSentence,
  [stated, computed]: readonly [bigint, bigint],
): Finding {
  return disagreement(key, kind, [sentence], {
    stated,
    computed,
    label: sentence.text.trim().slice(0, 60),
    column: '',
  });
}

function changeClaims(sentence: LedgerSentence, { from, to, by, thatIs }: LedgerVocabulary): readonly Finding[] {
  const { text, numbers } = sentence;
  return numbers.flatMap((before, at) => {
    const after = numbers[at + 1];
    if (after === undefined || !isAfter(text, before.start, from, 10) || !isAfter(text, after.start, to, 10)) return [];
    const start = withUnitOf(before, after);
    if (start.measure.kind !== after.measure.kind) return [];
    const claims = numbers.filter(
      (claim) => claim !== before && claim !== after && isAfter(text, claim.start, [...by, ...thatIs], 24),
    );
    return claims.flatMap((claim) => changeClaim(sentence, [start, after], claim));
  });
}

/** "Fra 12 til 14 mio. kr.": the first number counts in the second one's unit. */
function withUnitOf(first: SentenceNumber, second: SentenceNumber): SentenceNumber {
  if (first.measure.kind !== 'number' || second.measure.kind === 'number') return first;
  if (second.measure.kind === 'percent') return { ...first, measure: { ...first.measure, kind: 'percent' } };
  const isMillions = absolute(second.measure.micro) >= 10n ** 12n && absolute(first.measure.micro) < 10n ** 10n;
  const factor = isMillions ? 1_000_000n : 1n;
  return { ...first, measure: { ...second.measure, micro: first.measure.micro * factor } };
}

function changeClaim(
  sentence: LedgerSentence,
  [a, b]: readonly [SentenceNumber, SentenceNumber],
  { measure: claim }: SentenceNumber,
): readonly Finding[] {
  const apart = absolute(b.measure.micro - a.measure.micro);
  const slack = claim.slack + a.measure.slack + b.measure.slack;
  if (claim.kind === a.measure.kind) {
    return isFar(claim.micro, apart) ? [] : judged('ledger.change', sentence, [absolute(claim.micro), apart], slack);
  }
  if (claim.kind !== 'percent' || a.measure.micro === 0n) return [];
  const computed = percentOf(apart, absolute(a.measure.micro));
  const spread = percentSlack(claim, b.measure, a.measure) + a.measure.slack / 10_000n;
  const holds = isWithin(absolute(claim.micro), computed, spread + approximation([a, b], computed));
  return holds ? [] : [report('ledger.change', 'contradiction', sentence, [absolute(claim.micro), computed])];
}

/** "Ca." leaves one part in fifty. */
function approximation(numbers: readonly SentenceNumber[], value: bigint): bigint {
  return numbers.some(({ measure }) => measure.isApproximate) ? absolute(value) / 50n : 0n;
}

/** Another amount altogether: more than five times as large or small. */
function isFar(a: bigint, b: bigint): boolean {
  return absolute(a) > 5n * absolute(b) || absolute(b) > 5n * absolute(a);
}

function ratioClaims(sentence: LedgerSentence, { outOf, thatIs }: LedgerVocabulary): readonly Finding[] {
  const { text, numbers } = sentence;
  return numbers.flatMap((claim, at) => {
    if (claim.measure.kind !== 'percent') return [];
    const [part, near] = [numbers[at - 1], numbers[at - 2]];
    const next = numbers[at + 1];
    const isPlain = ({ measure }: SentenceNumber) => measure.kind !== 'percent';
    const isClaimed = isAfter(text, claim.start, thatIs, 24) || text[claim.start - 1] === '(';
    if (part === undefined || !isPlain(part) || !isClaimed) return [];
    if (near !== undefined && isPlain(near) && isAfter(text, part.start, outOf, 16) && part.start - near.end < 40)
      return ratio(sentence, near, part, claim);
    if (next !== undefined && isPlain(next) && isAfter(text, next.start, ['af', 'of'], 60) && next.start - claim.end < 60)
      return ratio(sentence, part, next, claim);
    return [];
  });
}

function ratio(
  sentence: LedgerSentence,
  part: SentenceNumber,
  whole: SentenceNumber,
  { measure: claim }: SentenceNumber,
): readonly Finding[] {
  const top = withUnitOf(part, whole);
  if (whole.measure.micro === 0n || top.measure.kind !== whole.measure.kind) return [];
  const computed = percentOf(top.measure.micro, whole.measure.micro);
  const slack = percentSlack(claim, top.measure, whole.measure) + approximation([part, whole], computed);
  return isWithin(claim.micro, computed, slack) || computed > 100_000_000n
    ? []
    : [report('ledger.percent', 'contradiction', sentence, [claim.micro, computed])];
}

function partClaims(sentence: LedgerSentence, vocabulary: LedgerVocabulary): readonly Finding[] {
  const { text, numbers } = sentence;
  const plain = folded(text);
  const marker = vocabulary.parts
    .flatMap((word) =>
      [...plain.matchAll(new RegExp(`(?:^|[\\s,(])${folded(word)}(?=[\\s,:])`, 'gu'))].map(({ index }) => ({ word, index })),
    )
    .sort((a, b) => a.index - b.index)[0];
  if (marker === undefined || vocabulary.incomplete.some((word) => plain.includes(folded(word)))) return [];
  const whole = numbers.filter(({ end }) => end <= marker.index).at(-1);
  const parts = numbers.filter(({ start }) => start > marker.index);
  const kind = whole?.measure.kind;
  if (whole === undefined || parts.length < 2 || kind === 'percent' || parts.some(({ measure }) => measure.kind !== kind))
    return [];
  const sum = parts.reduce((total, { measure }) => total + absolute(measure.micro), 0n);
  const stated = absolute(whole.measure.micro);
  const slack = parts.reduce((total, { measure }) => total + measure.slack, whole.measure.slack);
  const isComplete = vocabulary.wholeParts.includes(marker.word) || sum > stated || (stated - sum) * 5n <= stated;
  return isComplete ? judged('ledger.parts', sentence, [stated, sum], slack) : [];
}

/** "300.000 kr. til A og 200.000 kr. til B, i alt 500.000 kr.": the last amount adds up those before it. */
function totalClaims(sentence: LedgerSentence, { total, incomplete }: LedgerVocabulary): readonly Finding[] {
  const { text, numbers } = sentence;
  const amounts = numbers.filter(({ measure }) => measure.kind === 'money');
  const last = amounts.at(-1);
  const parts = amounts.slice(0, -1);
  if (last === undefined || parts.length < 2 || !isAfter(text, last.start, total, 16)) return [];
  if (incomplete.some((word) => folded(text).includes(folded(word)))) return [];
  const sum = parts.reduce((all, { measure }) => all + absolute(measure.micro), 0n);
  const stated = absolute(last.measure.micro);
  const slack = amounts.reduce((all, { measure }) => all + measure.slack, 0n);
  return absolute(sum - stated) * 4n > stated ? [] : judged('ledger.parts', sentence, [stated, sum], slack);
}
