import { readDecimal } from '../../money/decimal.ts';
import type { SpendingLine } from './spending.ts';

/** How a list heads its columns, and the words by which a heading says that its amounts are in thousands or millions. */
export interface SpendingWords {
  readonly unit: readonly string[];
  readonly frame: readonly string[];
  readonly spent: readonly string[];
  /** Lines that add up the others and are not units. */
  readonly totals: readonly string[];
  readonly thousands: readonly string[];
  readonly millions: readonly string[];
}

/** A row of a list, by its column's heading, with its line in the file. */
export interface SpendingRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A row that cannot be taken, and why. */
export interface SpendingFault {
  readonly line: number;
  readonly kind: 'no-unit' | 'no-amount' | 'twice' | 'total-differs';
  readonly cell: string;
}

/** A list of frames and spending; null where it has no such columns. */
export interface SpendingList {
  readonly lines: readonly SpendingLine[];
  readonly faults: readonly SpendingFault[];
}

/** Reads a list of units with their frame and what they have spent. A line of totals is compared and left out. */
export function readSpending(
  columns: readonly string[],
  rows: readonly SpendingRow[],
  words: SpendingWords,
): SpendingList | null {
  const column = (names: readonly string[], taken: readonly string[] = []) =>
    columns.find((heading) => !taken.includes(heading) && holds(heading, names));
  const spent = column(words.spent);
  const frame = column(words.frame, spent === undefined ? [] : [spent]);
  if (spent === undefined || frame === undefined) return null;
  const unit = column(words.unit, [spent, frame]) ?? columns.find((heading) => heading !== spent && heading !== frame);
  if (unit === undefined) return null;
  const lines: SpendingLine[] = [];
  const faults: SpendingFault[] = [];
  for (const { line, cells } of rows) {
    const name = (cells[unit] ?? '').trim();
    const amounts = [amountIn(cells[frame], factorOf(frame, words)), amountIn(cells[spent], factorOf(spent, words))] as const;
    const [frameOre, spentOre] = amounts;
    if (name === '') faults.push({ line, kind: 'no-unit', cell: cells[frame] ?? '' });
    else if (frameOre === null || spentOre === null)
      faults.push({ line, kind: 'no-amount', cell: (frameOre === null ? cells[frame] : cells[spent]) ?? '' });
    else if (holds(name, words.totals)) {
      const sum = (of: (one: SpendingLine) => bigint) => lines.reduce((total, one) => total + of(one), 0n);
      if (sum((one) => one.frameOre) !== frameOre || sum((one) => one.spentOre) !== spentOre)
        faults.push({ line, kind: 'total-differs', cell: name });
    } else if (lines.some((one) => one.unit.toLowerCase() === name.toLowerCase()))
      faults.push({ line, kind: 'twice', cell: name });
    else lines.push({ unit: name, frameOre, spentOre });
  }
  return { lines, faults };
}

function holds(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.some((word) => new RegExp(`(?<!\\p{L})${word.replaceAll('.', '\\.')}`, 'u').test(lower));
}

function factorOf(heading: string, { thousands, millions }: SpendingWords): bigint {
  if (holds(heading, millions)) return 1_000_000n;
  return holds(heading, thousands) ? 1_000n : 1n;
}

/** An amount as Danes write it, or as a spreadsheet hands over its number ("57830000.5"); null where it is none. */
function amountIn(cell: string | undefined, factor: bigint): bigint | null {
  const text = (cell ?? '').replace(/\s*kr\.?$/iu, '').trim();
  const read = /^-?\d+\.\d{1,2}$/u.test(text) ? readDecimal(text.replace('.', ',')) : readDecimal(text);
  if (read === null || read.scale > 8) return null;
  const ore = read.minor * factor * 100n;
  const divisor = 10n ** BigInt(read.scale);
  return ore % divisor === 0n ? ore / divisor : null;
}
