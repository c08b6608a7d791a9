import type { FoundAmount } from '../../../money/amount.ts';
import { formatAmount } from '../../../money/format-amount.ts';
import { findAmounts } from '../../../money/read-amount.ts';
import type { Finding } from '../finding.ts';
import { measureText } from '../measure.ts';
import type { LedgerPassage } from '../sentences.ts';

/** Names every amount whose unit contradicts its digits, with the likely reading: reported, never repaired. @source Jammerbugt 2020, "1.300.000 mio. kr." */
export function unitFindings(passages: readonly LedgerPassage[]): readonly Finding[] {
  const sentences = passages.flatMap((passage) => passage.sentences);
  const largest = sentences
    .flatMap(({ text }) => findAmounts(text))
    .reduce((most, { amount }) => (amount.kind === 'amount' && amount.ore > most ? amount.ore : most), 0n);
  return sentences.flatMap(({ text, quote }) =>
    findAmounts(text).flatMap((found) => {
      const { amount } = found;
      if (amount.kind !== 'doubtful' || isAmongItsLike(found, largest)) return [];
      const values = { stated: amount.asWritten, computed: formatAmount(amount.likelyOre) };
      const finding: Finding = {
        kind: 'unit',
        quotes: [quote],
        stated: measureText(amount.literalOre * 10_000n),
        computed: measureText(amount.likelyOre * 10_000n),
        message: { key: 'ledger.unit', values },
      };
      return [finding];
    }),
  );
}

/** "1.300 mio. kr." is an amount like others in a document that counts in thousands of millions. */
function isAmongItsLike({ amount }: FoundAmount, largest: bigint): boolean {
  if (amount.kind !== 'doubtful') return false;
  const literal = amount.literalOre < 0n ? -amount.literalOre : amount.literalOre;
  return literal <= largest * 4n;
}
