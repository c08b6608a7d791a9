import { describe, expect, test } from 'vitest';
import { plainDate } from '../../../src/domain/calendar/plain-date.ts';
import type { Answers } from '../../../src/domain/rules/answers.ts';
import { no, unknown, yes } from '../../../src/domain/rules/compile.ts';
import type { Condition } from '../../../src/domain/rules/condition.ts';
import type { Question } from '../../../src/domain/rules/rule-set.ts';
import { viewCase } from '../../../src/domain/rules/truth.ts';
import { all, any, is, not, question, ruleSet } from './rule-sets.ts';

const asOf = plainDate('2020-03-31');
const date = (id: string, rest: Partial<Question> = {}) => question(id, { type: 'date', options: [], ...rest });
const questions = [
  question('a'),
  question('b', { visibleWhen: is('a', 'ja') }),
  question('c', { visibleWhen: is('b', 'ja') }),
  date('d'),
  date('o', { isRequired: false }),
  date('p', { isRequired: false, visibleWhen: is('a', 'ja') }),
  question('n', { type: 'number', options: [] }),
  question('m', { type: 'multi', options: ['x', 'y'] }),
];
const set = ruleSet(questions, []);
const truth = (condition: Condition, answers: Answers) => viewCase(set, answers, asOf).truthOf(condition);

describe('three-valued logic', () => {
  test.each<readonly [string, Condition, Answers, number]>([
    ['a missing answer is unknown, not false', is('a', 'ja'), {}, unknown],
    ['"ved ikke" is unknown, not false', is('a', 'nej'), { a: 'ved_ikke' }, unknown],
    ['all with one false part is false whatever is unknown', all(is('a', 'ja'), is('d', 'x')), { a: 'nej' }, no],
    ['all with an unknown part and no false one is unknown', all(is('a', 'ja'), is('n', 1)), { a: 'ja' }, unknown],
    ['any with one true part is true whatever is unknown', any(is('n', 1), is('a', 'ja')), { a: 'ja' }, yes],
    ['any with an unknown part and no true one is unknown', any(is('n', 1), is('a', 'nej')), { a: 'ja' }, unknown],
    ['not turns true and false round', not(is('a', 'ja')), { a: 'ja' }, no],
    ['not leaves unknown unknown', not(is('a', 'ja')), {}, unknown],
    ['an answer to a hidden question is ignored', is('b', 'ja'), { a: 'nej', b: 'ja' }, no],
    ['a comparison with a question that may be hidden is unknown', is('b', 'ja'), { b: 'ja' }, unknown],
    ['visibility hangs on visible answers alone', is('c', 'ja'), { a: 'nej', b: 'ja', c: 'ja' }, no],
    ['a number is compared by its limits', { kind: 'number', question: 'n', operator: 'lte', value: 3 }, { n: 3 }, yes],
    ['a number below a limit is under it', { kind: 'number', question: 'n', operator: 'lt', value: 3 }, { n: 3 }, no],
    ['several answers include one', { kind: 'includes', question: 'm', value: 'x' }, { m: ['y', 'x'] }, yes],
    ['several answers do not include what was not chosen', { kind: 'includes', question: 'm', value: 'x' }, { m: ['y'] }, no],
    ['one of a list is in it', { kind: 'in', question: 'a', values: ['nej', 'ja'] }, { a: 'ja' }, yes],
  ])('%s', (_title, condition, answers, expected) => {
    expect(truth(condition, answers)).toBe(expected);
  });
});

describe('answered and unknown', () => {
  const answered = (id: string): Condition => ({ kind: 'answered', question: id });
  const open = (id: string): Condition => ({ kind: 'unknown', question: id });
  test.each<readonly [string, Condition, Answers, number]>([
    ['a required question without an answer is not known to be answered', answered('d'), {}, unknown],
    ['an optional question without an answer is not answered', answered('o'), { o: 'ved_ikke' }, no],
    ['a question with an answer is answered', answered('d'), { d: '2020-01-01' }, yes],
    ['a hidden question is not answered', answered('p'), { a: 'nej', p: '2020-01-01' }, no],
    ['a question that may be hidden is not known to be answered', answered('p'), { p: '2020-01-01' }, unknown],
    ['a visible question without an answer is unknown', open('d'), { d: 'ved_ikke' }, yes],
    ['a hidden question is not unknown', open('p'), { a: 'nej' }, no],
    ['a question that may be hidden is not unknown', open('p'), {}, no],
  ])('%s', (_title, condition, answers, expected) => {
    expect(truth(condition, answers)).toBe(expected);
  });
});

describe('days', () => {
  const months = (side: 'before' | 'on-or-after', count: number): Condition => ({
    kind: 'months-after',
    question: 'd',
    months: count,
    side,
  });
  const before: Condition = { kind: 'date-before', question: 'd', later: 'o' };
  test.each<readonly [string, Condition, Answers, number]>([
    [
      'the day itself is not before the day of the assessment',
      { kind: 'date-before-as-of', question: 'd' },
      { d: '2020-03-31' },
      no,
    ],
    ['the day before is', { kind: 'date-before-as-of', question: 'd' }, { d: '2020-03-30' }, yes],
    ['three months have passed on the day itself', months('on-or-after', 3), { d: '2019-12-31' }, yes],
    ['a month without that day ends on its last', months('on-or-after', 1), { d: '2020-02-29' }, yes],
    ['the day before, three months have not passed', months('before', 3), { d: '2020-01-01' }, yes],
    ['without a base the months are unknown', months('before', 3), {}, unknown],
    ['a day before another is', before, { d: '2020-01-01', o: '2020-01-02' }, yes],
    ['the same day is not before', before, { d: '2020-01-02', o: '2020-01-02' }, no],
  ])('%s', (_title, condition, answers, expected) => {
    expect(truth(condition, answers)).toBe(expected);
  });
});

test('what makes a condition unknown is the visible questions, traced through what may be hidden', () => {
  const view = viewCase(set, {}, asOf);
  expect([...view.unknownIn(all(is('c', 'ja'), is('n', 1)))]).toEqual(['a', 'n']);
});
