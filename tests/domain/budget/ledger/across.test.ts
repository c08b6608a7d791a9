import { describe, expect, test } from 'vitest';
import { findingsAcross } from './ledger-words.ts';

const frame = `Varde Kommune, rammen for 2022

Budget 2022 i kr.

Mentorindsats\t3.250.000
Virksomhedspraktik\t8.700.000
I alt\t11.950.000
`;

const told = (...texts: readonly string[]) =>
  findingsAcross(...texts).map(({ message, stated, computed, quotes }) => [
    message.key,
    stated,
    computed,
    quotes.map(({ documentFile }) => documentFile),
  ]);

describe('documents about the same year and municipality', () => {
  test('two statements of one amount that differ contradict each other, each with its quotation', () => {
    const other = frame.replace('rammen', 'orientering om rammen').replace('3.250.000', '3.520.000').replace('11.950', '12.220');
    expect(told(frame, other)).toEqual([['ledger.across', '3520000', '3250000', ['document-2.txt', 'document-1.txt']]]);
  });
  test('the same amounts, and amounts that rounding explains, stand', () => {
    const rounded = 'Varde Kommune 2022\n\nBudget 2022, mio. kr.\n\nMentorindsats\t3,3\nVirksomhedspraktik\t8,7\nI alt\t12,0\n';
    expect(told(frame, frame)).toEqual([]);
    expect(told(frame, rounded)).toEqual([]);
  });
  test.each([
    ['of another year', (text: string) => text.replaceAll('2022', '2023')],
    ['of another municipality', (text: string) => text.replaceAll('Varde', 'Horsens')],
    ['of spending beside a budget', (text: string) => text.replace('Budget 2022', 'Forbrug 2022')],
  ])('amounts %s are not held against each other', (_, changed) => {
    const other = frame.replace('3.250.000', '3.520.000').replace('11.950', '12.220');
    expect(told(frame, changed(other))).toEqual([]);
  });
  test('a sentence of one document is held against the row that the other has under its heading', () => {
    const text = (amount: string) =>
      `Varde Kommune 2022\n\nMentorindsats\n\nDer er for 2022 lagt op til en ramme på ${amount} kr.\n`;
    expect(told(frame, text('3.250.000'))).toEqual([]);
    expect(told(frame, text('3.520.000'))).toEqual([
      ['ledger.restated', '3520000', '3250000', ['document-2.txt', 'document-1.txt']],
    ]);
  });
});
