import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AmountUnit } from '../../../src/domain/money/amount.ts';
import { dividedRounded, formatDecimal, plainText, readDecimal } from '../../../src/domain/money/decimal.ts';
import { formatAmount, formatCell, formatShortAmount } from '../../../src/domain/money/format-amount.ts';
import { findAmounts, readAmount } from '../../../src/domain/money/read-amount.ts';

const million = 1_000_000_00n;
const units: readonly AmountUnit[] = ['kroner', 'thousands', 'millions', 'billions'];
const oreRead = (text: string, bareUnit: AmountUnit | null = null) => {
  const amount = readAmount(text, { bareUnit });
  return amount?.kind === 'amount' ? amount.ore : amount?.kind;
};

describe('reading', () => {
  test.each([
    ['57,83 mio. kr.', 57_830_000_00n],
    ['57.830.000 kr.', 57_830_000_00n],
    ['57.830 t.kr.', 57_830_000_00n],
    ['57.830 t. kr.', 57_830_000_00n],
    ['57.830 tkr.', 57_830_000_00n],
    ['112,675 mill. kr.', 112_675_000_00n],
    ['kr. 45 mio', 45n * million],
    ['kr. 45 mio kr.', 45n * million],
    ['kr. 15 mio.', 15n * million],
    ['ca. 4,2 mio.kr.', 4_200_000_00n],
    ['1,4 mia.', 1_400n * million],
    ['1,4 mia. kr.', 1_400n * million],
    ['45 millioner kroner', 45n * million],
    ['1 mio. kr.', million],
    ['-0,9 mio. kr.', -900_000_00n],
    ['**-6,4 mio. kr.**', -6_400_000_00n],
    ['\u2212300.000 kr.', -300_000_00n],
    ['1.234,50 kr.', 1_234_50n],
    ['600.000 kr', 600_000_00n],
    ['250 kr.', 250_00n],
    ['DKK 5.000', 5_000_00n],
    ['500,- kr.', 500_00n],
  ])('%s is read', (text, ore) => {
    expect(oreRead(text)).toBe(ore);
  });
  test('a bare number is an amount only where its table names the unit', () => {
    expect(oreRead('-1000')).toBeUndefined();
    expect(oreRead('-1000', 'thousands')).toBe(-1_000_000_00n);
    expect(oreRead('-10.530', 'thousands')).toBe(-10_530_000_00n);
  });
  test.each([
    ['1.300.000 mio. kr.', 1_300_000_00n],
    ['600.000 mio. kr.', 600_000_00n],
    ['-4.419 mio. kr.', -4_419_000_00n],
  ])('%s is doubtful and names its likely reading', (text, likely) => {
    expect(readAmount(text)).toMatchObject({ kind: 'doubtful', asWritten: text, likelyOre: likely });
  });
  test('an amount keeps what was written, whether it is approximate, and how far it is rounded', () => {
    expect(readAmount('ca. 312 mill. kr.')).toMatchObject({
      asWritten: 'ca. 312 mill. kr.',
      isApproximate: true,
      roundingOre: 500_000_00n,
    });
    expect(readAmount('12,2 mio. kr.')).toMatchObject({ isApproximate: false, roundingOre: 50_000_00n });
  });
  test('amounts are found in a sentence, years and counts are not', () => {
    const text = 'Der er i 2020 et budget på 2,5 mio. kr. til 14 borgere, heraf 300.000 kr. til mentor (jf. punkt 6).';
    expect(findAmounts(text).map(({ amount }) => amount.asWritten)).toEqual(['2,5 mio. kr.', '300.000 kr.']);
  });
  test.each(['', 'kr.', '12,2', '2020', 'mio. kr.', '1.2.3 kr. og'])('"%s" is no amount', (text) => {
    expect(readAmount(text)).toBeNull();
  });
});

describe('writing', () => {
  test('the form is the one asked for', () => {
    expect(units.map((unit) => formatAmount(57_830_000_00n, unit))).toEqual([
      '57.830.000 kr.',
      '57.830 t.kr.',
      '57,83 mio. kr.',
      '0,05783 mia. kr.',
    ]);
    expect(formatAmount(1_234_50n)).toBe('1.234,50 kr.');
    expect(formatCell(-1_000_000_00n, 'thousands')).toBe('-1000');
    expect([112_675_000_00n, 3_812_345_67n, 650_000_00n].map(formatShortAmount)).toEqual([
      '112,675 mio. kr.',
      '3.812.345,67 kr.',
      '650.000 kr.',
    ]);
  });
  test('formatting and reading are inverse in every form', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }), fc.constantFrom(...units), (ore, unit) => {
        const full = readAmount(formatAmount(ore, unit));
        const isWithPointAndMillions = full?.kind === 'doubtful';
        expect(isWithPointAndMillions ? full.literalOre : full?.ore).toBe(ore);
        expect(oreRead(formatShortAmount(ore)) === ore || formatShortAmount(ore).includes('.')).toBe(true);
        const cell = readAmount(formatCell(ore, unit), { bareUnit: unit });
        expect(cell?.kind === 'amount' && cell.ore).toBe(ore);
      }),
    );
  });
});

describe('decimals', () => {
  test('Danish decimals survive writing and reading', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: 0, max: 6 }), (minor, scale) => {
        expect(readDecimal(formatDecimal({ minor, scale }))).toEqual({ minor, scale });
      }),
    );
  });
  test('division rounds half away from zero on both sides', () => {
    expect([dividedRounded(5n, 2n), dividedRounded(-5n, 2n), dividedRounded(7n, -2n), dividedRounded(1n, 3n)]).toEqual([
      3n,
      -3n,
      -4n,
      0n,
    ]);
  });
  test('machines read a point and no closing zeros', () => {
    expect([plainText({ minor: 38100n, scale: 3 }), plainText({ minor: -11267500000n, scale: 2 })]).toEqual([
      '38.1',
      '-112675000',
    ]);
  });
});
