import { expect, test } from 'vitest';
import { readAnswers } from '../../../src/domain/rules/answers.ts';
import { question, ruleSet } from './rule-sets.ts';

const set = ruleSet(
  [
    question('group', { options: ['1', '2', 'ved_ikke'] }),
    question('age', { type: 'number', options: [], min: 0, max: 120, isWhole: true }),
    question('day', { type: 'date', options: [] }),
    question('done', { type: 'multi', options: ['x', 'y'] }),
  ],
  [],
);

test.each<readonly [string, Readonly<Record<string, unknown>>, unknown]>([
  ['ids that the rule set does not know are ignored', { other: 'x', __proto__: 'x', group: '1' }, { group: '1' }],
  ['an empty answer is no answer', { group: '', age: null, done: [], day: ' ' }, {}],
  [
    '"ved ikke" may be said of any question',
    { age: 'ved_ikke', day: 'ved_ikke', done: ['ved_ikke'] },
    { age: 'ved_ikke', day: 'ved_ikke', done: 'ved_ikke' },
  ],
  ['a number written as text is read', { age: '42', group: 2 }, { age: 42, group: '2' }],
  ['several answers are kept once, in the order of the options', { done: ['y', 'x', 'y'] }, { done: ['x', 'y'] }],
  ['the ends of a range are in it', { age: 120 }, { age: 120 }],
  ['a leap day is a day', { day: '2020-02-29' }, { day: '2020-02-29' }],
])('%s', (_title, given, answers) => {
  expect(readAnswers(set, given)).toEqual({ kind: 'read', answers });
});

test.each<readonly [string, Readonly<Record<string, unknown>>, string]>([
  ['an option that the question lacks is refused', { group: '3' }, 'not-an-option'],
  ['an answer of another kind is refused', { group: true }, 'not-an-option'],
  ['several answers of which one is unknown to the question are refused', { done: ['x', 'z'] }, 'not-an-option'],
  ['"ved ikke" together with an answer is refused', { done: ['x', 'ved_ikke'] }, 'not-an-option'],
  ['a word is no number', { age: 'tyve' }, 'not-a-number'],
  ['half a year is no age in whole years', { age: 29.5 }, 'not-whole'],
  ['a number above the range is refused', { age: 121 }, 'out-of-range'],
  ['a number below the range is refused', { age: -1 }, 'out-of-range'],
  ['a day that is not in the calendar is refused', { day: '2021-02-29' }, 'not-a-day'],
])('%s', (_title, given, fault) => {
  expect(readAnswers(set, given)).toMatchObject({ kind: 'refused', fault });
});
