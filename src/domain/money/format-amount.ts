import { type AmountUnit, oreOf } from './amount.ts';
import { absolute, type Decimal, formatDecimal, trimmed } from './decimal.ts';

const suffix: Readonly<Record<AmountUnit, string>> = {
  kroner: 'kr.',
  thousands: 't.kr.',
  millions: 'mio. kr.',
  billions: 'mia. kr.',
};
const zeros: Readonly<Record<AmountUnit, number>> = { kroner: 2, thousands: 5, millions: 8, billions: 11 };

/** Writes an amount in full in the given unit, losing nothing: "57.830.000 kr.", "57.830 t.kr.", "57,83 mio. kr.". */
export function formatAmount(ore: bigint, unit: AmountUnit = 'kroner'): string {
  const value = trimmed({ minor: ore, scale: zeros[unit] });
  const isWithOre = unit === 'kroner' && value.scale > 0;
  return `${formatDecimal(isWithOre ? { minor: ore, scale: 2 } : value)} ${suffix[unit]}`;
}

/** Writes an amount as a cell of a table that counts in the unit, without thousands point: "-1000" for a million kroner less in 1.000 kr. */
export function formatCell(ore: bigint, unit: AmountUnit): string {
  return formatDecimal(trimmed({ minor: ore, scale: zeros[unit] })).replaceAll('.', '');
}

/** Writes an amount in the largest unit that needs at most three decimals, so that a reader sees few digits and none is lost. */
export function formatShortAmount(ore: bigint): string {
  const millions: Decimal = trimmed({ minor: ore, scale: zeros.millions });
  return absolute(ore) >= oreOf.millions && millions.scale <= 3 ? formatAmount(ore, 'millions') : formatAmount(ore);
}
