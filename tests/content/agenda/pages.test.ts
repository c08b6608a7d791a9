import { describe, expect, test } from 'vitest';
import { itemsOf, readAgenda } from '../../support/agenda-reader.ts';

const prose = Array.from({ length: 6 }, (_one, at) => `Der arbejdes med indsats ${'abcdef'.charAt(at)} i hele kommunen.`);

/** Minutes of three items, with this line wherever a page ends inside a proposal. */
function paged(...ends: readonly string[]): string {
  const items = ends.flatMap((end, at) => [
    ...[`${at + 1}. ${['Besøg', 'Budget', 'Plan'][at]}`, `Sagsnr.: 26/${at + 40}`, 'Sagsfremstilling', ...prose, 'Indstilling'],
    ...['Chefen indstiller,', '', 'at sagen godkendes.', '', ...end.split('|'), '', '', 'Beslutning', 'Godkendt.', ''],
  ]);
  return ['Referat', 'Jobudvalget', 'Mandag den 4. maj 2026', '', ...items].join('\n');
}

const read = (...ends: readonly string[]) => itemsOf(...paged(...ends).split('\n')).map(({ clauses }) => clauses);
const whole = [['at sagen godkendes.'], ['at sagen godkendes.'], ['at sagen godkendes.']];

describe('what a page puts between', () => {
  test("numbers alone that count on from page to page are the pages'", () => {
    expect(read('2', '3', '4')).toEqual(whole);
    expect(read('- 2 -', '- 3 -', '- 4 -')).toEqual(whole);
  });

  test("a number of all pages is the pages' without the word for a page", () => {
    expect(read('2 of 9', '4 of 9', '7 of 9')).toEqual(whole);
    expect(
      read('Jobudvalget, 4. maj 2026\t2 af 9', 'Jobudvalget, 4. maj 2026\t3 af 9', 'Jobudvalget, 4. maj 2026\t5 af 9'),
    ).toEqual(whole);
  });

  test("the header under a page number is the page's, also where it stands only twice", () => {
    const header = "Side 2|Jobudvalget's møde den 04-05-2026";
    expect(read(header, header.replace('2', '3'), '')).toEqual(whole);
  });

  test("a line of nothing but committee, day and page is the page's, also where it stands only twice and no page rises", () => {
    expect(read('Jobudvalget 4.5.2026      - 2 -', 'Jobudvalget 4.5.2026      - 3 -', '')).toEqual(whole);
    expect(read('Dagsorden - Jobudvalget - 4. maj 2026\t2 / 9', 'Dagsorden - Jobudvalget - 4. maj 2026\t4 / 9', '')).toEqual(
      whole,
    );
    expect(read('Jobudvalget, 4. maj 2026   Side 2', 'Jobudvalget, 4. maj 2026   Side 1', '')).toEqual(whole);
    expect(
      read('Side 2   Nordby Kommune, Jobudvalget 4. maj 2026', 'Side 4   Nordby Kommune, Jobudvalget 4. maj 2026', ''),
    ).toEqual(whole);
    expect(
      read(
        'Dagsorden for Jobudvalgets møde den 4. maj 2026 kl. 17   2',
        'Dagsorden for Jobudvalgets møde den 4. maj 2026 kl. 17   3',
        '',
      ),
    ).toEqual(whole);
    expect(read('Jobudvalget, mandag den 4. maj 2026||12', 'Jobudvalget, mandag den 4. maj 2026||15', '')).toEqual(whole);
  });

  test('a committee and a day without a page belong to the text', () => {
    const clauses = [['at sagen godkendes.', 'at Jobudvalget 4. maj 2026 hører mere.']];
    const [first] = read('at Jobudvalget|4. maj 2026 hører mere.', '', '');
    expect([first]).toEqual(clauses);
  });

  test('a decision that a page breaks is one decision', () => {
    const page = (number: number) => ['', 'Jobudvalget, mandag den 4. maj 2026', '', `${number}`, '', ''];
    const items = [1, 2].flatMap((number) => [
      ...[
        `${number}. Plan`,
        `Sagsnr.: 26/${number}`,
        'Beslutning',
        'Godkendt, når udbuddet er',
        ...page(number + 7),
        'afsluttet.',
        '',
      ],
    ]);
    expect(itemsOf('Referat', 'Jobudvalget', 'Mandag den 4. maj 2026', '', ...items).map(({ decisions }) => decisions)).toEqual([
      ['Godkendt, når udbuddet er afsluttet.'],
      ['Godkendt, når udbuddet er afsluttet.'],
    ]);
  });

  test('numbers that do not count on belong to the text', () => {
    expect(read('12', '7', '40')).toEqual([['at sagen godkendes. 12'], ['at sagen godkendes. 7'], ['at sagen godkendes. 40']]);
  });

  test('the names under "Afbud:" at the end of every page stay', () => {
    const pages = [2, 3, 4, 5].flatMap((page) => [
      ...[
        `${page}. Plan ${page}`,
        `Sagsnr.: 26/${page}`,
        '',
        'Beslutning',
        'Godkendt',
        '',
        'Afbud:',
        'Kaj Strand',
        '',
        `Side ${page}`,
        '',
      ],
    ]);
    const { items } = readAgenda(['Referat', 'Jobudvalget', 'Mandag den 4. maj 2026', '', ...pages].join('\n'));
    expect(items.map(({ absent, decisions }) => [absent, decisions.map(({ text }) => text)])).toEqual(
      [2, 3, 4, 5].map(() => [['Kaj Strand'], ['Godkendt']]),
    );
  });

  test("the case number at a page's edge stays", () => {
    const text = paged('Side 2', 'Side 3', 'Side 4')
      .replace(/Side (\d)\n\n\nBeslutning/g, 'Beslutning')
      .replace(/(\d)\. (\p{L}+)\n/gu, 'Side $1\n$1. $2\n');
    expect(readAgenda(text).items.map(({ caseNumber }) => caseNumber)).toEqual(['26/40', '26/41', '26/42']);
  });
});

describe('a text that begins in the middle of an item', () => {
  const page = (number: number) => ['', 'Vestby Kommune', `Dagsorden - Jobudvalget - 4. maj 2026\tSide ${number}`, '', ''];
  const { body, date, kind, items } = readAgenda(
    [
      ...[
        'og den gamle aftale ophører, som Ældrerådet drøftede den 3. april 2026.',
        '',
        'Økonomi',
        'Ingen.',
        '',
        'Indstilling',
        'Chefen indstiller,',
      ],
      ...[
        '',
        'at aftalen godkendes.',
        '',
        'Bilag',
        'Udkast til aftale',
        ...page(5),
        '36. Værksted',
        '',
        'Sagsnr.: 26/14',
        '',
        'Sagsfremstilling',
      ],
      ...['Et værksted.', '', 'Indstilling', 'Chefen indstiller,', '', 'at værkstedet åbner.', ...page(6)],
    ].join('\n'),
  );

  test('has its meeting from the headers of its pages', () => {
    expect([body, date, kind]).toEqual(['Jobudvalget', '2026-05-04', 'dagsorden']);
  });

  test('gives the rest of the item no number, no title, and nothing of it to the next', () => {
    expect(items).toMatchObject([
      { number: null, title: null, recommendation: { clauses: ['at aftalen godkendes.'] }, annexes: ['Udkast til aftale'] },
      { number: 36, title: 'Værksted', recommendation: { clauses: ['at værkstedet åbner.'] }, annexes: [] },
    ]);
  });
});
