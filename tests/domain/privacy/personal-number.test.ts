import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonalNumbers, hasPersonalNumber, withoutPersonalNumbers } from '../../../src/domain/privacy/personal-number.ts';

const two = (value: number) => String(value).padStart(2, '0');
const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((list) => list.join(''));
const parts = fc.record({
  d: fc.integer({ min: 1, max: 28 }).map(two),
  m: fc.integer({ min: 1, max: 12 }).map(two),
  y: fc.integer({ min: 0, max: 99 }).map(two),
  serial: digits(4),
});
const gap = fc.constantFrom(
  ...[
    '',
    '-',
    ' ',
    '  ',
    ' - ',
    '--',
    '\u2013',
    '\u2014',
    '\u2010',
    '\u2011',
    '\u2212',
    ' \u2013 ',
    '\u00a0',
    '\u2009',
    '\u202f',
    '- ',
  ],
);
const apart = fc.constantFrom('', '.', '/', '-', ' ', '. ');
const script = fc.constantFrom(0x30, 0xff10, 0x660, 0x6f0, 0x966, 0x1d7ce);
const around = fc.constantFrom(
  '*',
  'Må * fritages?',
  'cpr*',
  'CPR-nr.: *.',
  'borgeren (*) bor i Horsens',
  'x*y',
  '2 sager, * og 24/1187',
);

const written = fc
  .tuple(parts, gap, apart, script, around, fc.constantFrom('', '\u200b', '\u00ad', '\u2060'))
  .map(([{ d, m, y, serial }, gapSign, apartSign, zero, sentence, hidden]) => {
    const number = `${d}${apartSign}${m}${apartSign}${hidden}${y}${gapSign}${serial}`;
    const inScript = number.replaceAll(/\d/g, (sign) => String.fromCodePoint(zero + Number(sign)));
    return sentence.replace('*', inScript);
  });

const count = (max: number) => fc.integer({ min: 0, max }).map(String);
const thousands = fc.integer({ min: 0, max: 999_999_999 }).map((value) => value.toString().replaceAll(/\B(?=(\d{3})+$)/g, '.'));
const harmless = fc.oneof(
  thousands.map((amount) => `${amount} kr.`),
  thousands.map((amount) => `-${amount},50 kr. i 2020`),
  fc.tuple(count(999), count(999)).map(([whole, part]) => `${whole},${part} mio. kr.`),
  parts.map(({ d, m, y }) => `den ${d}.${m}.20${y} kl. 15.00`),
  parts.map(({ d, m, y }) => `${d}-${m}-19${y}, 20${y}-${m}-${d}, ${d}/${m}`),
  fc.tuple(digits(2), digits(2), digits(2), digits(2)).map(([a, b, c, e]) => `tlf. +45 ${a} ${b} ${c} ${e}`),
  digits(8).map((phone) => `ring ${phone} eller +45${phone}`),
  fc.tuple(fc.integer({ min: 1990, max: 2029 }), digits(6)).map(([year, number]) => `${year}-${number}`),
  fc.tuple(parts, count(99), parts).map(([{ d, m, y }, a, day]) => `${d}.${m}.${y}-A${two(Number(a))}-${day.m}-${day.y}`),
  fc.tuple(digits(3), fc.integer({ min: 1990, max: 2029 }), digits(5)).map(([a, year, b]) => `${a}-${year}-${b}`),
  fc.tuple(parts, digits(4)).map(([{ y }, number]) => `${y}/${number}`),
  fc.tuple(digits(6), digits(4)).map(([a, b]) => `Budget\t${a}\t${b}`),
);

describe('a personal number', () => {
  test('is refused in every spelling, script and sentence', () => {
    fc.assert(
      fc.property(written, (text) => hasPersonalNumber(text)),
      { numRuns: 100_000 },
    );
  });

  test.each([
    ['1/2-90 1234'],
    ['01 02 90 12 34'],
    ['0 1 0 2 9 0 1 2 3 4'],
    ['01021990-1234'],
    ['610290-1234'],
    ['cpr 0102-901234'],
    ['010290-\n1234'],
    ['https://x.example/?q=borger%20010290%2D1234'],
  ])('is refused written as %j', (text) => {
    expect(hasPersonalNumber(text)).toBe(true);
  });

  test('needs a birth date that is in the calendar', () => {
    expect(['310290-1234', '011390-1234', '3202901234'].filter(hasPersonalNumber)).toEqual([]);
  });

  test('is found at the characters as typed', () => {
    const text = 'Må Ole (０１０２９０ – 1234) fritages?';
    expect(findPersonalNumbers(text).map(({ start, end }) => text.slice(start, end))).toEqual(['０１０２９０ – 1234']);
  });

  test('is masked, and nothing else is lost', () => {
    fc.assert(
      fc.property(written, (number) => {
        const masked = withoutPersonalNumbers(`Hej, ${number} og tak`);
        return masked.startsWith('Hej, ') && masked.endsWith(' og tak') && !hasPersonalNumber(masked);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('what is no personal number', () => {
  test('amounts, dates, times, telephone, case and journal numbers pass', () => {
    fc.assert(
      fc.property(harmless, (text) => !hasPersonalNumber(text)),
      { numRuns: 100_000 },
    );
  });

  test('ids that machines draw pass, alone and in what is built of them', () => {
    const id = fc.uuid({ version: 4 });
    const built = fc.oneof(
      id,
      id.map((one) => one.toUpperCase()),
      id.map((one) => one.replaceAll('-', '')),
      fc.tuple(id, id).map(([one, other]) => `19:${one}_${other}@unq.gbl.spaces`),
      fc.tuple(id, count(99)).map(([one, item]) => `https://x.example/sag/${one}?punkt=${item}`),
      fc
        .tuple(id, id)
        .map(([tenant, organiser]) => `?context=%7b%22Tid%22%3a%22${tenant}%22%2c%22Oid%22%3a%22${organiser}%22%7d`),
      id.map((one) => `https://x.sharepoint.com/sites/job/plan.docx?d=w${one.replaceAll('-', '')}&csf=1`),
    );
    fc.assert(
      fc.property(built, (text) => !hasPersonalNumber(text)),
      { numRuns: 100_000 },
    );
  });

  test('a number beside such an id is refused all the same', () => {
    const beside = fc.tuple(fc.uuid({ version: 4 }), parts, fc.constantFrom(' ', ', ', '/', '_', '-'));
    fc.assert(
      fc.property(
        beside,
        ([id, { d, m, y, serial }, sign]) =>
          hasPersonalNumber(`${id}${sign}${d}${m}${y}-${serial}`) &&
          hasPersonalNumber(`${d}${m}${y}-${serial} ${id}`) &&
          hasPersonalNumber(`%22${d}${m}${y}${serial}%22`) &&
          hasPersonalNumber(`${d}${m}${y}${serial}a${id.replaceAll('-', '')}.pdf`),
      ),
      { numRuns: 10_000 },
    );
  });

  test.each([
    ['eb811184-9522-42ea-8e14-e1b1889400ef'],
    ['2012-031143'],
    ['00.30.02-S00-21-19'],
    ['15.10.12 - 2013/01963'],
    ['25.11.20 15.00'],
    ['1.1.2019-2020'],
    ['01.02.2019-2020'],
    ['-120590 -1500'],
    ['12 10 45 67, 21 10 45 68'],
  ])('%j passes', (text) => {
    expect(hasPersonalNumber(text)).toBe(false);
  });
});
