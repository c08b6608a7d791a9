/** An exact decimal number: `minor` / 10^`scale`. */
export interface Decimal {
  readonly minor: bigint;
  readonly scale: number;
}

/** Ten to the power of a small natural number. */
export function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/** A number without its sign. */
export function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Divides and rounds half away from zero, as a budget's tables do. The divisor is not zero. */
export function dividedRounded(dividend: bigint, divisor: bigint): bigint {
  const [top, bottom] = divisor < 0n ? [-dividend, -divisor] : [dividend, divisor];
  const half = top < 0n ? -bottom : bottom;
  return (2n * top + half) / (2n * bottom);
}

/** The number at another scale, rounded half away from zero where digits are lost. */
export function atScale(value: Decimal, scale: number): bigint {
  return scale >= value.scale
    ? value.minor * powerOfTen(scale - value.scale)
    : dividedRounded(value.minor, powerOfTen(value.scale - scale));
}

const written = /^([-\u2212\u2013+]?)\s?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/u;

/** Reads a number as Danish texts write it: point between thousands, comma before decimals. Null where it is no such number. */
export function readDecimal(text: string): Decimal | null {
  const match = written.exec(text.trim());
  if (match === null) return null;
  const [, sign = '', whole = '', decimals = ''] = match;
  const minor = BigInt(whole.replaceAll('.', '') + decimals);
  return { minor: sign === '' || sign === '+' ? minor : -minor, scale: decimals.length };
}

/** Writes a number the Danish way, with point between thousands and every decimal of its scale. */
export function formatDecimal({ minor, scale }: Decimal): string {
  const digits = absolute(minor)
    .toString()
    .padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale).replace(/\B(?=(\d{3})+$)/gu, '.');
  const decimals = scale === 0 ? '' : `,${digits.slice(-scale)}`;
  return `${minor < 0n ? '-' : ''}${whole}${decimals}`;
}

/** The same number without closing zeros among its decimals, but never fewer than `least` of them. */
export function trimmed({ minor, scale }: Decimal, least = 0): Decimal {
  let shorter: Decimal = { minor, scale };
  while (shorter.scale > least && shorter.minor % 10n === 0n) shorter = { minor: shorter.minor / 10n, scale: shorter.scale - 1 };
  return shorter;
}

/** The number as exact decimal text for machines: "112675000", "-4419000.5", "38.1". */
export function plainText(value: Decimal): string {
  return formatDecimal(trimmed(value)).replaceAll('.', '').replace(',', '.');
}
