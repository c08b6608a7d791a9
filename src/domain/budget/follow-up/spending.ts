import { dividedRounded } from '../../money/decimal.ts';

/** What a unit was given for a year and what it has spent so far; øre. @da ramme, forbrug */
export interface SpendingLine {
  readonly unit: string;
  readonly frameOre: bigint;
  readonly spentOre: bigint;
}

/** Spending against frames, of one year, to the end of a month. @da budgetopfølgning */
export interface Spending {
  readonly year: number;
  /** 1 to 12. */
  readonly throughMonth: number;
  readonly lines: readonly SpendingLine[];
}

/** Where a unit will stand at the year's end if it goes on spending as it has. @da afvigelse */
export interface Deviation extends SpendingLine {
  readonly forecastOre: bigint;
  /** Above nought: more than the frame. @da merforbrug */
  readonly deviationOre: bigint;
  /** Of the frame, in per cent; null where there is no frame. */
  readonly usedPct: bigint | null;
  readonly result: 'overspend' | 'underspend' | 'balance';
}

const monthsOfYear = 12n;

/** Each unit's deviation, and that of all together. The forecast spends every remaining month what the past ones took on average. */
export function deviationsOf({ lines, throughMonth }: Spending): {
  readonly units: readonly Deviation[];
  readonly total: Deviation;
} {
  const sum = (of: (line: SpendingLine) => bigint) => lines.reduce((total, line) => total + of(line), 0n);
  const all = { unit: '', frameOre: sum(({ frameOre }) => frameOre), spentOre: sum(({ spentOre }) => spentOre) };
  return { units: lines.map((line) => deviationOf(line, throughMonth)), total: deviationOf(all, throughMonth) };
}

function deviationOf(line: SpendingLine, throughMonth: number): Deviation {
  const forecastOre = dividedRounded(line.spentOre * monthsOfYear, BigInt(throughMonth));
  const deviationOre = forecastOre - line.frameOre;
  return {
    ...line,
    forecastOre,
    deviationOre,
    usedPct: line.frameOre === 0n ? null : dividedRounded(line.spentOre * 100n, line.frameOre),
    result: deviationOre > 0n ? 'overspend' : deviationOre < 0n ? 'underspend' : 'balance',
  };
}
