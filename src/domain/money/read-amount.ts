import { type Amount, type AmountUnit, type FoundAmount, oreOf } from './amount.ts';
import { atScale, type Decimal, dividedRounded, powerOfTen, readDecimal } from './decimal.ts';

const number = '(?<number>(?<![\\d.,])[-\\u2212]?\\s?(?:\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,\\d+)?(?!\\d|[.,]\\d))';
const scaleWord = '(?<scale>mia|milliard(?:er)?|mio|mill(?:ion(?:er)?)?|tusind|t(?=\\.?\\s?kr)|1\\.000)';
const currency = '(?<currency>kr(?:oner)?\\b|dkk\\b|kr\\.)';
const approximately = '(?<approx>(?:ca|cirka|omkring|godt|knap|knapt|omtrent|circa|about|around)\\.?\\s+)?';
const leading = '(?<lead>(?:kr|dkk)\\.?\\s*)?';
const closing = '\\.?(?:,-)?';
const written = new RegExp(
  `(?<![\\p{L}\\d])${approximately}${leading}${number}(?:,-)?(?:\\s*(?:${scaleWord}(?:\\b|(?=kr))\\.?)?\\s*${currency}${closing}|\\s*${scaleWord.replace('scale', 'bare')}\\b\\.?)?`,
  'giu',
);

/** What a bare number counts in, where the table or sentence around it says so. */
export interface AmountContext {
  readonly bareUnit: AmountUnit | null;
}

const noContext: AmountContext = { bareUnit: null };

/** Reads the one amount that a text is: "57,83 mio. kr.", "57.830 t.kr.", "kr. 45 mio", or "-1000" where the table counts in 1.000 kr. */
export function readAmount(text: string, context: AmountContext = noContext): Amount | null {
  const trimmed = text.replace(/\*\*|<\/?u>/gu, '').trim();
  const [found] = findAmounts(trimmed, context);
  return found !== undefined && found.start === 0 && found.end === trimmed.length ? found.amount : null;
}

/** Every amount of money in a text, in order. A number without currency or scale counts only where the context names the unit. */
export function findAmounts(text: string, context: AmountContext = noContext): readonly FoundAmount[] {
  return [...text.matchAll(written)].flatMap((match) => {
    const amount = amountOf(match, context);
    return amount === null ? [] : [{ amount, start: match.index, end: match.index + match[0].length }];
  });
}

function amountOf(match: RegExpExecArray, context: AmountContext): Amount | null {
  const { number: digits = '', scale, bare, currency: kroner, lead, approx } = match.groups ?? {};
  const value = readDecimal(digits.replace(/\s/u, ''));
  const unit = unitOf(scale ?? bare, kroner !== undefined || lead !== undefined) ?? context.bareUnit;
  if (value === null || unit === null) return null;
  const asWritten = match[0].trim();
  const ore = oreIn(value, unit);
  if (digits.includes('.') && (scale ?? bare) !== undefined && (unit === 'millions' || unit === 'billions'))
    return { kind: 'doubtful', asWritten, literalOre: ore, likelyOre: likelyOre(digits, unit) };
  const roundingOre = unit === 'kroner' ? 0n : dividedRounded(oreOf[unit], 2n * powerOfTen(value.scale));
  return { kind: 'amount', ore, unit, roundingOre, isApproximate: approx !== undefined, asWritten };
}

/** "1.300.000 mio." and "600.000 mio." were meant in kroner; "4.419 mio." was meant with a comma. */
function likelyOre(digits: string, unit: AmountUnit): bigint {
  const isInKroner = digits.split('.').length > 2 || /\d{3}\.000$/u.test(digits);
  const value = readDecimal(isInKroner ? digits : digits.replace('.', ','));
  return value === null ? 0n : oreIn(value, isInKroner ? 'kroner' : unit);
}

function oreIn(value: Decimal, unit: AmountUnit): bigint {
  return atScale({ minor: value.minor * oreOf[unit], scale: value.scale }, 0);
}

function unitOf(scale: string | undefined, hasCurrency: boolean): AmountUnit | null {
  const word = scale?.toLowerCase() ?? '';
  if (word.startsWith('mia') || word.startsWith('milliard')) return 'billions';
  if (word.startsWith('mi')) return 'millions';
  if (!hasCurrency) return null;
  return word === '' ? 'kroner' : 'thousands';
}
