import { type Decimal, dividedRounded, formatDecimal, plainText, trimmed } from '../../money/decimal.ts';
import { formatAmount } from '../../money/format-amount.ts';
import type { FigureRow, FigureValue } from '../computation.ts';
import type { Figure, Unit } from '../figure.ts';

/** A value as it is shown in a formula: money in Danish form, shares with their sign. */
export function formatValue(value: Decimal, unit: Unit, isApproximate = false): string {
  const mark = isApproximate ? 'ca. ' : '';
  if (unit === 'DKK') return mark + formatAmount(value.minor);
  return `${mark}${formatDecimal(unit === 'pct' && value.scale === 1 ? value : trimmed(value))}${unit === 'pct' ? ' %' : ''}`;
}

/** A figure's value for a machine. */
export function figureValue(value: Decimal, unit: Unit, isApproximate: boolean): FigureValue {
  return { amount: plainText(value), unit, isApproximate };
}

/** One number as a share of another in per cent, with one decimal. */
export function shareOf(part: bigint, whole: bigint): Decimal {
  return { minor: dividedRounded(part * 1000n, whole), scale: 1 };
}

/** The line of a figure in a list that stands side by side. */
export function rowOf(figure: Figure): FigureRow {
  return { label: figure.label, asWritten: asWritten(figure), municipality: figure.municipality, year: figure.period };
}

/** The figure's number as the source has it: the last cell-like piece of its quotation that holds a digit, else the number in Danish form. */
export function asWritten({ minor, scale, unit, isApproximate }: Figure): string {
  return formatValue({ minor, scale }, unit, isApproximate);
}
