import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerFigure } from '../../../../src/domain/budget/answer-figure.ts';
import type { Figure } from '../../../../src/domain/budget/figure.ts';
import { figureIndexOf } from '../../../../src/domain/budget/question/figure-index.ts';
import { vocabulary } from './shipped-figures.ts';

const names = [
  'Bogholderiet',
  'Fjordgruppen',
  'Lyngholm',
  'Strandgaarden',
  'Vandtaarnet',
  'Kystvejen',
  'Egelunden',
  'Mosebakken',
];

/** One table of a municipality: its parts in kroner, and the total that they make. */
const tables = fc
  .uniqueArray(fc.integer({ min: 1, max: 90_000_000 }), { minLength: 2, maxLength: names.length })
  .map((amounts) => ({ amounts, index: figureIndexOf(figuresOf(amounts), vocabulary) }));

function figuresOf(amounts: readonly number[]): readonly Figure[] {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return [...amounts.map((amount, at) => figure(names[at] ?? '', amount, {})), figure('Samlet fordelt', total, { total: true })];
}

function figure(label: string, kroner: number, dimensions: Figure['dimensions']): Figure {
  return {
    id: label,
    documentFile: 'table.txt',
    municipality: 'Varde',
    section: '',
    label,
    aliases: [],
    unit: 'DKK',
    minor: BigInt(kroner) * 100n,
    scale: 2,
    isApproximate: false,
    period: '2022',
    dimensions: { tabel: 'a.fordeling', ...dimensions },
    role: 'actual',
    remark: null,
    isDoubtful: false,
    quote: `${label}\t${kroner} kr.`,
    span: null,
  };
}

function amount(question: string, index: ReturnType<typeof figureIndexOf>): number {
  const answer = answerFigure({ question, context: [], index, findings: [] });
  return answer.kind === 'value' ? Number(answer.value.amount) : Number.NaN;
}

describe('tables of any amounts', () => {
  test('the shares of all parts make one hundred per cent within rounding', () => {
    fc.assert(
      fc.property(tables, ({ amounts, index }) => {
        const shares = amounts.map((_, at) => amount(`hvor stor en andel af fordelingen får ${names[at]}`, index));
        const sum = shares.reduce((total, share) => total + share, 0);
        expect(Math.abs(sum - 100)).toBeLessThanOrEqual(0.05 * amounts.length + 1e-9);
      }),
      { numRuns: 25 },
    );
  });
  test('the sum of two parts, less their difference, is twice the smaller', () => {
    fc.assert(
      fc.property(tables, ({ amounts: [first = 0, second = 0], index }) => {
        const [a, b] = names;
        const sum = amount(`hvor meget får ${a} og ${b} tilsammen`, index);
        const apart = amount(`forskellen mellem ${a} og ${b}`, index);
        expect(sum).toBe(first + second);
        expect(sum - apart).toBe(2 * Math.min(first, second));
      }),
      { numRuns: 25 },
    );
  });
  test('the largest and the smallest part are those of the table, and its total is the sum', () => {
    fc.assert(
      fc.property(tables, ({ amounts, index }) => {
        expect(amount('hvad er den største post i fordelingen', index)).toBe(Math.max(...amounts));
        expect(amount('hvad er den mindste post i fordelingen', index)).toBe(Math.min(...amounts));
        expect(amount('hvor meget er der fordelt i alt', index)).toBe(amounts.reduce((sum, one) => sum + one, 0));
      }),
      { numRuns: 25 },
    );
  });
});
