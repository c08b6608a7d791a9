import { expect, test } from 'vitest';
import { folded, stemOf } from '../../../src/domain/language/words.ts';

const stem = (word: string) => stemOf(folded(word));

test.each<readonly string[]>([
  ['justering', 'justeringen', 'justeret', 'justeres', 'justere'],
  ['afgørelse', 'afgørelser', 'afgør', 'afgøre'],
  ['godkendelse', 'godkendelsen', 'godkende', 'godkender'],
  ['virksomhedscenter', 'virksomhedscentret', 'virksomhedscenteret', 'virksomhedscentre'],
  ['budget', 'budgettet', 'budgetter', 'budgetterne'],
  ['udmøntning', 'udmøntningen', 'udmønte'],
])('%s and the other forms of the word have one stem', (...forms) => {
  expect(new Set(forms.map(stem)).size).toBe(1);
});

test('words that only look alike keep their stems apart', () => {
  expect(stem('ledige')).not.toBe(stem('ledere'));
  expect(stem('ledig')).toBe(stem('ledige'));
});
