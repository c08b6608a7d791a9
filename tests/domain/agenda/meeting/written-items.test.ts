import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writtenItems, writtenText } from '../../../../src/domain/agenda/meeting/written-items.ts';

const words = {
  item: ['punkt', 'item'],
  closed: ['lukket', 'lukket punkt'],
  caseNumber: ['sagsnr', 'sag'],
  annex: ['bilag', 'annex'],
  clause: ['at', 'that'],
};
const read = (text: string) =>
  writtenItems(text, words).map(({ title, closed, caseNumber, recommendation, annexes }) => ({
    ...{ title, closed, caseNumber, annexes },
    clauses: recommendation?.clauses ?? [],
  }));
const plain = { closed: false, caseNumber: null, annexes: [], clauses: [] };

test.each([
  ['1. Budget\n2) Eventuelt', ['Budget', 'Eventuelt']],
  ['Punkt 1: Budget\nPunkt 12. Eventuelt', ['Budget', 'Eventuelt']],
  ['- Budget\n\n• Eventuelt', ['Budget', 'Eventuelt']],
  ['1. behandling af budget 2027\n2. 3. kvartal', ['1. behandling af budget 2027', '3. kvartal']],
  [
    'Punktafgifter\nAtletik\nBilagsadministration\nLukketider i haller',
    ['Punktafgifter', 'Atletik', 'Bilagsadministration', 'Lukketider i haller'],
  ],
])('one item a line, whatever numbers stand before it: %j', (text, titles) => {
  expect(read(text)).toEqual(titles.map((title) => ({ ...plain, title })));
});

test('lines under an item are its case number, its recommendation and its annexes', () => {
  expect(
    read('Budget\nSagsnr.: 00.30-1-26\nat budgettet godkendes\nat det sendes i høring\nBilag: Notat\nAnnex: Tabel\nEventuelt'),
  ).toEqual([
    {
      ...{ title: 'Budget', closed: false, caseNumber: '00.30-1-26', annexes: ['Notat', 'Tabel'] },
      clauses: ['at budgettet godkendes', 'at det sendes i høring'],
    },
    { ...plain, title: 'Eventuelt' },
  ]);
});

test('an item is closed where it is written so', () => {
  expect(read('Lukket punkt: Personalesag\n3. Lukket: Købstilbud')).toEqual([
    { ...plain, title: 'Personalesag', closed: true },
    { ...plain, title: 'Købstilbud', closed: true },
  ]);
});

const usual = ['at det godkendes', 'Bilag: Notat', 'Sag: 1', 'Lukket: X', '2. Budget', 'Punkt 3: Y', '- z', '1. behandling'];

test('any text whatever is read without an exception, and each title is a piece of it', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(...usual)), { maxLength: 12 }), (lines) => {
      const text = lines.join('\n');
      for (const { title } of writtenItems(text, words)) expect(text).toContain(title);
    }),
  );
});

test('what is written back is read as the same items', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...usual), { maxLength: 12 }), (lines) => {
      const items = writtenItems(['Eventuelt', ...lines].join('\n'), words);
      expect(writtenItems(items.map((item) => writtenText(item, words)).join('\n'), words)).toEqual(items);
    }),
  );
});
