import type { AnswerValue } from '../../domain/answer/answer-result.ts';
import type { Figure } from '../../domain/budget/figure.ts';
import type { Texts } from '../../domain/language/texts.ts';

const danish = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 20 });

/** An exact decimal text as Danes write it: "112675000" is 112.675.000, "38.1" is 38,1. No digit is lost or rounded. */
export function danishNumber(amount: string): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  const digits = fraction.replace(/0+$/, '');
  const grouped = danish.format(BigInt(whole.replace('-', '')));
  return `${whole.startsWith('-') ? '-' : ''}${grouped}${digits === '' ? '' : `,${digits}`}`;
}

/** A value with its unit, "ca." before an approximate one. */
export function valueText(value: AnswerValue, texts: Texts): string {
  const number = texts(`cards.unit-${value.unit.toLowerCase()}`, { number: danishNumber(value.amount) });
  return value.isApproximate ? texts('cards.approximately', { number }) : number;
}

/** A figure's value with its unit. */
export function figureText(figure: Figure, texts: Texts): string {
  return valueText(
    { amount: decimalOf(figure.minor, figure.scale), unit: figure.unit, isApproximate: figure.isApproximate },
    texts,
  );
}

function decimalOf(minor: bigint, scale: number): string {
  if (scale === 0) return String(minor);
  const digits = String(minor < 0n ? -minor : minor).padStart(scale + 1, '0');
  return `${minor < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
