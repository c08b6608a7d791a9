import { describe, expect, test } from 'vitest';
import { readAgenda } from '../../support/agenda-reader.ts';

const items = [
  ...['1. Ny aftale om praktikpladser', 'Sagsnr. 26/11', 'Sagsfremstilling', 'En aftale.', '', 'Beslutning', 'Godkendt.', ''],
  ...[
    '2. Budgetopfølgning',
    'Sagsnr. 26/12',
    'Sagsfremstilling',
    'Et budget.',
    '',
    'Beslutning',
    'Drøftet.',
    '',
    'Bilag',
    'Notat om forbrug',
    '',
  ],
  ...['3. Lukket: Køb af hus', ''],
];
const head = ['Referat', 'Jobudvalget', 'Mandag den 4. maj 2026', ''];
const list = [
  ...['Bilagsliste', '', '1. Ny aftale om praktikpladser', '1. Aftale (44/26)', '2. Overslag (45/26)', ''],
  ...['2. Budgetopfølgning', '1. Notat om forbrug (46/26)', ''],
];
const annexesIn = (...lines: readonly string[]) =>
  readAgenda(lines.join('\n')).items.map(({ title, annexes }) => [title, ...annexes]);

describe('an annex', () => {
  test('is told without its number and the word that says whether it is open', () => {
    expect(
      annexesIn(
        ...head,
        ...items.slice(0, 7),
        'Bilag',
        '',
        '1 - Åben - Notat om skole - udkast (73/26)',
        '2 - Lukket - Regnskab (74/26)',
      ),
    ).toEqual([['Ny aftale om praktikpladser', 'Notat om skole - udkast (73/26)', 'Regnskab (74/26)']]);
  });

  test('a heading over the next group of items is none', () => {
    const [, ...first] =
      annexesIn(
        ...head,
        ...items.slice(8, 19),
        'Sager til efterretning',
        '',
        '3. Besøg',
        'Sagsnr. 26/13',
        'Beslutning',
        'Drøftet.',
      )[0] ?? [];
    expect(first).toEqual(['Notat om forbrug']);
  });
});

describe('a list of annexes for all items', () => {
  const expected = [
    ['Ny aftale om praktikpladser', 'Aftale (44/26)', 'Overslag (45/26)'],
    ['Budgetopfølgning', 'Notat om forbrug'],
    ['Lukket: Køb af hus'],
  ];

  test('a closing list gives the items their annexes where none stand under them, and is no item', () => {
    expect(annexesIn(...head, ...items, ...list, 'Underskriftsblad', '', 'Bo Lund')).toEqual(expected);
  });

  test('a list may say to which item its annexes are', () => {
    const named = list.map((line) =>
      line.replace('1. Ny aftale om praktikpladser', 'Bilag til punkt 1').replace('2. Budgetopfølgning', 'Bilag til punkt 2'),
    );
    expect(annexesIn(...head, ...items, ...named)).toEqual(expected);
  });

  test('an opening list does too', () => {
    const punkter = items.map((line) => line.replace(/^(\d)\. /, 'Punkt $1: '));
    expect(annexesIn(...head, ...list, ...punkter)).toEqual(expected);
  });
});

describe('the numbers of annexes', () => {
  const under = (...lines: readonly string[]) =>
    annexesIn(...head, '1. Plan', 'Sagsnr. 26/11', 'Beslutning', 'Godkendt.', ...lines)[0]?.slice(1);

  test('a number before a small letter is a part of the title unless the numbers count the annexes', () => {
    expect(under('Bilag', '2. budgetopfølgning 2026', 'Notat')).toEqual(['2. budgetopfølgning 2026', 'Notat']);
    expect(under('Bilag', '1. oplæg', '2. notat')).toEqual(['oplæg', 'notat']);
  });

  test('files with which an item ends, each under a number that counts them, are its annexes without a heading', () => {
    expect(under('Sagsfremstilling', 'En plan.', '', '1.', 'Oplæg til plan (PDF)', '', '2.', 'Høringssvar (DOC)')).toEqual([
      'Oplæg til plan (PDF)',
      'Høringssvar (DOC)',
    ]);
    expect(under('Sagsfremstilling', 'En plan.', '', '2.', 'Oplæg til plan (PDF)')).toEqual([]);
  });

  test('what a council says of the matter is no annex, and its letter is', () => {
    const lines = ['Bilag', 'Notat', '', 'Ældrerådets udtalelse', 'Rådet tager planen til efterretning.'];
    expect(under(...lines)).toEqual(['Notat']);
    expect(under('Bilag', 'Notat', 'Ældrerådets høringssvar')).toEqual(['Notat', 'Ældrerådets høringssvar']);
  });
});
