import { expect, test } from 'vitest';
import { finished } from '../../../src/cards/finish.ts';
import { atLineStart, plain } from '../../../src/cards/markdown.ts';
import { danishNumber, valueText } from '../../../src/cards/words/amount.ts';
import { dayText, instantText, shortDayText, weekdayText } from '../../../src/cards/words/day.ts';
import { readTexts } from '../../../src/content/texts.ts';
import { plainDate } from '../../../src/domain/calendar/plain-date.ts';

const { da, en } = readTexts();

test.each([
  ['112675000', '112.675.000'],
  ['38.1', '38,1'],
  ['-4419000.50', '-4.419.000,5'],
  ['-0.5', '-0,5'],
  ['12345678901234567890.00', '12.345.678.901.234.567.890'],
])('%s is written %s in Danish, with every digit', (amount, written) => expect(danishNumber(amount)).toBe(written));

test('a value carries its unit in the language of the reader', () => {
  expect(valueText({ amount: '6', unit: 'weeks', isApproximate: true }, da)).toBe('ca. 6 uger');
  expect(valueText({ amount: '1000', unit: 'DKK', isApproximate: false }, en)).toBe('DKK 1.000');
});

test('days are written in full, with the weekday, and short', () => {
  const day = plainDate('2026-11-24');
  expect([dayText(day, 'da'), weekdayText(day, 'da'), shortDayText(day, 'da')]).toEqual([
    '24. november 2026',
    'tirsdag den 24. november 2026',
    '24.11.2026',
  ]);
});

test('an instant is told in Copenhagen time', () =>
  expect(instantText(Date.UTC(2026, 5, 30, 22, 30), 'da')).toBe('01.07.2026 00.30'));

test.each([
  ['24. november', '24\\. november'],
  ['- ikke en liste', '\\- ikke en liste'],
  ['# nr. 1', '\\# nr. 1'],
  ['2.5 mio.', '2.5 mio.'],
])('"%s" at the start of a line is no list', (text, shown) => expect(atLineStart(text)).toBe(shown));

test('text of a person is shown with all its signs', () =>
  expect(plain('*a* _b_ [c](d) `e` 1) f')).toBe('\\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` 1) f'));

test('behind an Execute lies a Submit with the same data and the verb', () => {
  const card = finished({ actions: [{ type: 'Action.Execute', title: 'Gem', verb: 'a/b', data: { id: 1 } }] });
  expect(card).toMatchObject({
    version: '1.5',
    actions: [{ verb: 'a/b', fallback: { type: 'Action.Submit', title: 'Gem', data: { id: 1, verb: 'a/b' } } }],
  });
});

test('what a refresh asks for needs no fallback', () => {
  const refresh = { action: { type: 'Action.Execute', verb: 'a/view' }, userIds: ['29:1'] };
  expect(finished({ refresh })['refresh']).toEqual(refresh);
});
