import type { AmountUnit } from '../../money/amount.ts';
import { absolute, atScale, type Decimal, dividedRounded, plainText, powerOfTen, readDecimal } from '../../money/decimal.ts';
import { findAmounts, readAmount } from '../../money/read-amount.ts';

/** Digits behind the comma with which the ledger computes. */
const digits = 6;

/** A number of a table or sentence, in millionths, with how far rounding may have moved it. */
export interface Measure {
  readonly kind: 'money' | 'number' | 'percent';
  readonly micro: bigint;
  /** Half of the last digit written; nothing where the number is exact. */
  readonly slack: bigint;
  readonly isApproximate: boolean;
}

const percent = /^([-\u2212]?\s?\d+(?:,\d+)?)\s*(?:%|pct\.?|procent)$/iu;

/** Reads a cell that is a number: an amount, a percentage or a bare number. Null where it is none, or where its unit is doubtful. */
export function readMeasure(cell: string, unit: AmountUnit | null): Measure | null {
  const text = signed(cell.replace(/\*\*|<\/?u>|\u00a0/gu, ' ').trim());
  const share = percent.exec(text)?.[1];
  if (share !== undefined) return measureOf('percent', readDecimal(share.replace(/\s/u, '')), true);
  const bare = readDecimal(text);
  if (bare !== null && unit === null) return measureOf('number', bare, bare.scale > 0);
  const amount = readAmount(text, { bareUnit: unit });
  if (amount === null || amount.kind === 'doubtful') return null;
  return { kind: 'money', micro: amount.ore * 10_000n, slack: amount.roundingOre * 10_000n, isApproximate: amount.isApproximate };
}

/** Accounts write a negative number in brackets, or with a dash for a minus. */
function signed(text: string): string {
  return text.replace(/^\(\s*(\d[^()]*?)\s*\)$/u, '-$1').replace(/^\u2013\s?(?=\d)/u, '-');
}

function measureOf(kind: Measure['kind'], value: Decimal | null, isRounded: boolean): Measure | null {
  if (value === null) return null;
  const slack = isRounded ? powerOfTen(digits - value.scale) / 2n : 0n;
  return { kind, micro: atScale(value, digits), slack, isApproximate: false };
}

/** The amounts of money in a text that can be computed with, and where they stand. */
export function measuresIn(text: string): readonly { readonly measure: Measure; readonly start: number; readonly end: number }[] {
  return findAmounts(text).flatMap(({ amount, start, end }) =>
    amount.kind === 'doubtful'
      ? []
      : [
          {
            measure: {
              kind: 'money' as const,
              micro: amount.ore * 10_000n,
              slack: amount.roundingOre * 10_000n,
              isApproximate: amount.isApproximate,
            },
            start,
            end,
          },
        ],
  );
}

/** A measure as exact decimal text. */
export function measureText(micro: bigint): string {
  return plainText({ minor: micro, scale: digits });
}

/** One number as a percentage of another, in millionths of a per cent. The whole is not zero. */
export function percentOf(part: bigint, whole: bigint): bigint {
  return dividedRounded(part * 100n * powerOfTen(digits), whole);
}

/** How far a percentage may lie from the stated one: its own last digit and the rounding of both numbers behind it. */
export function percentSlack(stated: Measure, part: Measure, whole: Measure): bigint {
  const spread = (part.slack + whole.slack) * 100n * powerOfTen(digits);
  return stated.slack + (whole.micro === 0n ? 0n : absolute(dividedRounded(spread, whole.micro)));
}

/** Whether two numbers agree within what rounding explains. */
export function isWithin(a: bigint, b: bigint, slack: bigint): boolean {
  return absolute(a - b) <= slack;
}
