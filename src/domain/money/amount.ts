/** What an amount counts in, as it was written. */
export type AmountUnit = 'kroner' | 'thousands' | 'millions' | 'billions';

/** An amount of money in øre that can be computed with. @da beløb */
export interface ReadableAmount {
  readonly kind: 'amount';
  readonly ore: bigint;
  readonly unit: AmountUnit;
  /** How far the true amount may lie from the written one: half of its last digit, in øre; nothing where it is written out in kroner. */
  readonly roundingOre: bigint;
  /** Written with "ca.", "godt", "knap" or the like. */
  readonly isApproximate: boolean;
  readonly asWritten: string;
}

/** An amount whose unit contradicts its digits: quoted, never computed with. @source Jammerbugt 2020, "1.300.000 mio. kr." */
export interface DoubtfulAmount {
  readonly kind: 'doubtful';
  /** What was probably meant, named as such. */
  readonly likelyOre: bigint;
  /** What the words say when taken literally. */
  readonly literalOre: bigint;
  readonly asWritten: string;
}

export type Amount = ReadableAmount | DoubtfulAmount;

/** An amount and where it stands in its text. */
export interface FoundAmount {
  readonly amount: Amount;
  readonly start: number;
  readonly end: number;
}

/** How many øre one of the unit is. */
export const oreOf: Readonly<Record<AmountUnit, bigint>> = {
  kroner: 100n,
  thousands: 100_000n,
  millions: 100_000_000n,
  billions: 100_000_000_000n,
};
