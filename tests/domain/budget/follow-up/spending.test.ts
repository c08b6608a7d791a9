import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSpending } from '../../../../src/domain/budget/follow-up/read-spending.ts';
import { deviationsOf } from '../../../../src/domain/budget/follow-up/spending.ts';

const words = {
  unit: ['enhed'],
  frame: ['ramme', 'budget'],
  spent: ['forbrug'],
  totals: ['i alt'],
  thousands: ['1.000'],
  millions: ['mio'],
};
const list = (columns: readonly string[], rows: readonly (readonly string[])[]) =>
  readSpending(
    columns,
    rows.map((cells, index) => ({
      line: index + 2,
      cells: Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ''])),
    })),
    words,
  );

test('a list names its columns in its own words, and its heading may say thousands', () => {
  const read = list(['Enhed', 'Budget 2026 (1.000 kr.)', 'Forbrug (1.000 kr.)'], [['Jobhuset', '57.830', '41.200,5']]);
  expect(read).toEqual({ lines: [{ unit: 'Jobhuset', frameOre: 5_783_000_000n, spentOre: 4_120_050_000n }], faults: [] });
});

test('a number of a spreadsheet and one written the Danish way are the same', () => {
  const read = list(['Enhed', 'Ramme', 'Forbrug'], [['A', '1250000.5', '1.250.000,50 kr.']]);
  expect(read?.lines).toEqual([{ unit: 'A', frameOre: 125_000_050n, spentOre: 125_000_050n }]);
});

test('a line of totals is no unit: it is compared with the lines above it', () => {
  const rows = [
    ['A', '100', '50'],
    ['B', '200', '60'],
  ];
  expect(list(['Enhed', 'Ramme', 'Forbrug'], [...rows, ['I alt', '300', '110']])?.faults).toEqual([]);
  expect(list(['Enhed', 'Ramme', 'Forbrug'], [...rows, ['I alt', '310', '110']])?.faults).toMatchObject([
    { line: 4, kind: 'total-differs' },
  ]);
});

test('what cannot be read is named by its line, and the other lines are taken', () => {
  const rows = [
    ['A', '100', 'mange'],
    ['', '100', '10'],
    ['B', '100', '10'],
    ['b', '100', '10'],
  ];
  const read = list(['Enhed', 'Ramme', 'Forbrug'], rows);
  expect(read?.lines.map(({ unit }) => unit)).toEqual(['B']);
  expect(read?.faults).toMatchObject([
    { line: 2, kind: 'no-amount', cell: 'mange' },
    { line: 3, kind: 'no-unit' },
    { line: 5, kind: 'twice' },
  ]);
});

test('a list without such columns is none', () => {
  expect(list(['Sag', 'Frist'], [['24/1', '2026-01-01']])).toBeNull();
});

test('the forecast spends the remaining months as the past ones', () => {
  const lines = [{ unit: 'A', frameOre: 120_000n, spentOre: 110_000n }];
  expect(deviationsOf({ year: 2026, throughMonth: 10, lines }).units).toMatchObject([
    { forecastOre: 132_000n, deviationOre: 12_000n, usedPct: 92n, result: 'overspend' },
  ]);
  expect(deviationsOf({ year: 2026, throughMonth: 12, lines }).total).toMatchObject({
    deviationOre: -10_000n,
    result: 'underspend',
  });
});

test('all units together deviate as much as their sum, within half an øre a unit', () => {
  const line = fc.record({ unit: fc.constant('x'), frameOre: fc.bigInt(0n, 10n ** 12n), spentOre: fc.bigInt(0n, 10n ** 12n) });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), fc.integer({ min: 1, max: 12 }), (lines, throughMonth) => {
      const { units, total } = deviationsOf({ year: 2026, throughMonth, lines });
      const sum = units.reduce((all, { deviationOre }) => all + deviationOre, 0n);
      const apart = sum > total.deviationOre ? sum - total.deviationOre : total.deviationOre - sum;
      expect(apart).toBeLessThanOrEqual(BigInt(lines.length));
    }),
  );
});
