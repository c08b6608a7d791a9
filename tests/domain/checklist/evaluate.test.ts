import { describe, expect, test } from 'vitest';
import { plainDate } from '../../../src/domain/calendar/plain-date.ts';
import { usualClosedDays } from '../../../src/domain/calendar/working-days.ts';
import { evaluate } from '../../../src/domain/checklist/evaluate.ts';
import { explain, whyAsked } from '../../../src/domain/checklist/explain.ts';
import { nextStep } from '../../../src/domain/checklist/next-step.ts';
import { rehearse } from '../../../src/domain/checklist/rehearse.ts';
import type { Answers } from '../../../src/domain/rules/answers.ts';
import type { RuleSet } from '../../../src/domain/rules/rule-set.ts';
import { all, any, deadline, is, question, row, ruleSet } from '../rules/rule-sets.ts';

const asOf = plainDate('2021-05-14');
const date = (id: string) => question(id, { type: 'date', options: [], isRequired: false });
const result = (set: RuleSet, answers: Answers) => evaluate(set, answers, asOf, usualClosedDays);
const first = (set: RuleSet, answers: Answers) => {
  const [table] = result(set, answers).tables;
  if (table === undefined) throw new Error('no table');
  return table;
};

describe('outcomes', () => {
  const set = ruleSet(
    [question('a'), question('b', { visibleWhen: is('a', 'ja') }), question('c')],
    [row('R1', is('a', 'nej'), 'out'), row('R2', all(is('b', 'ja'), is('c', 'ja')), 'in'), row('R3', is('b', 'nej'), 'out')],
  );

  test('a table stops at the first unknown row and names its visible questions in the order in which they are asked', () => {
    expect(first(set, { a: 'ja' })).toMatchObject({
      outcomes: ['mangler_oplysninger'],
      decision: { row: { id: 'R2' }, missing: ['b', 'c'] },
      possible: ['in', 'out', 'menneskelig_vurdering'],
    });
  });

  test('an outcome that no completion reaches is not possible', () => {
    expect(first(set, { a: 'ja', b: 'ja' }).possible).toEqual(['in', 'menneskelig_vurdering']);
  });

  test('where no row fits, a person decides, and the reason says so', () => {
    expect(first(set, { a: 'ja', b: 'ja', c: 'nej' })).toMatchObject({
      outcomes: ['menneskelig_vurdering'],
      reasons: ['INGEN_REGEL_PASSER'],
    });
  });

  test('only the reasons of the conditions that made the row fire are given', () => {
    const either = row('R', any(is('a', 'ja'), is('c', 'ja')), 'x', { reasonsByQuestion: { a: 'A', c: 'C' } });
    expect(first(ruleSet([question('a'), question('c')], [either]), { c: 'ja' }).reasons).toEqual(['C']);
  });
});

describe('deadlines', () => {
  const day = { kind: 'relative', base: 'd', unit: 'days', count: 3 } as const;
  const set = (rest: object) =>
    ruleSet([question('a'), date('d'), date('m')], [row('R', is('a', 'ja'), 'x')], { deadlines: [deadline('D', day, rest)] });

  test('the day never moves; the reminder goes out on the last working day on or before it', () => {
    const [due] = result(set({}), { a: 'ja', d: '2021-05-10' }).deadlines;
    expect(due).toMatchObject({ on: '2021-05-13', remindOn: '2021-05-12', hasPassed: true, status: null });
  });

  test.each([
    ['met on the day', '2021-05-13', 'met'],
    ['not met the day after', '2021-05-14', 'not-met'],
  ])('a deadline is %s', (_title, metOn, status) => {
    const [due] = result(set({ metBy: 'm' }), { a: 'ja', d: '2021-05-10', m: metOn }).deadlines;
    expect(due).toMatchObject({ status });
  });

  test.each([
    ['open on its own day', '2021-05-11', 'open'],
    ['overdue the day after', '2021-05-10', 'overdue'],
  ])('a deadline that nothing met is %s', (_title, base, status) => {
    const [due] = result(set({ metBy: 'm' }), { a: 'ja', d: base }).deadlines;
    expect(due).toMatchObject({ status, hasPassed: status === 'overdue' });
  });

  test('without the day that it counts from, a deadline is shown as lacking it', () => {
    expect(result(set({}), { a: 'ja' }).deadlines).toMatchObject([{ kind: 'base-missing', base: 'd' }]);
  });

  test('a deadline is shown with its outcomes alone, where it names them', () => {
    expect(result(set({ appliesTo: ['y'] }), { a: 'ja', d: '2021-05-10' }).deadlines).toEqual([]);
  });

  test('a deadline whose condition is unknown is not shown', () => {
    expect(result(set({ when: is('a', 'ja') }), { d: '2021-05-10' }).deadlines).toEqual([]);
  });

  test('where some row lists deadlines, one that neither names outcomes nor is listed by the firing row is not shown', () => {
    const rows = [row('R', is('a', 'ja'), 'x'), row('S', is('a', 'nej'), 'y', { deadlines: ['D'] })];
    const listed = { ...set({}), tables: ruleSet([], rows).tables };
    const shown = (answer: string) => result(listed, { a: answer, d: '2021-05-10' }).deadlines.length;
    expect([shown('ja'), shown('nej')]).toEqual([0, 1]);
  });
});

describe('steps', () => {
  const many = ruleSet(
    [...['a', 'b', 'c', 'd', 'e'].map((id) => question(id)), question('f', { visibleWhen: is('a', 'ja') })],
    [row('R', is('a', 'ja'), 'x'), row('S', is('f', 'ja'), 'y')],
  );

  test('a step asks at most four of the visible open questions, and tells what may open', () => {
    expect(nextStep(many, {}, asOf)).toMatchObject({
      questions: [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }],
      progress: { answered: 0, open: 5, mayOpen: 1 },
      isDecided: false,
    });
  });

  test('a question answered "ved ikke" is not asked again, and what it would open is not expected any more', () => {
    const step = nextStep(many, { a: 'ved_ikke', b: 'ja', c: 'ja', d: 'ja', e: 'ja' }, asOf);
    expect(step).toEqual({ kind: 'done', progress: { answered: 5, open: 0, mayOpen: 0 } });
  });

  test('a changed answer hides later ones, and they count again when it is changed back', () => {
    const answers = { b: 'ja', c: 'ja', d: 'ja', e: 'ja', f: 'nej' };
    expect(nextStep(many, { ...answers, a: 'nej' }, asOf).progress.answered).toBe(5);
    expect(nextStep(many, { ...answers, a: 'ja' }, asOf).progress.answered).toBe(6);
  });
});

describe('explanations', () => {
  const set = ruleSet(
    [question('a'), question('b', { visibleWhen: is('a', 'ja') }), date('d')],
    [row('R1', is('a', 'nej'), 'out'), row('R2', is('b', 'ja'), 'in')],
    { deadlines: [deadline('D', { kind: 'given', base: 'd' })] },
  );

  test('a result names its row, the answers that made it and the rows that did not fit', () => {
    const { tables } = explain(result(set, { a: 'ja', b: 'ja' }));
    expect(tables).toMatchObject([
      {
        chain: [{ row: { id: 'R2', quote: 'q', source: 's.txt' }, because: [{ question: { id: 'b' }, answer: 'ja' }] }],
        ruledOut: [{ row: { id: 'R1' }, because: [{ question: { id: 'a' }, answer: 'ja' }] }],
        whatIfs: [
          { outcome: 'menneskelig_vurdering', changes: [{ question: 'b', from: 'ja', to: ['nej'] }] },
          { outcome: 'out', changes: [{ question: 'a', from: 'ja', to: ['nej'] }] },
        ],
      },
    ]);
  });

  test('what decides counts the questions that the answers open', () => {
    expect(explain(result(set, {})).deciding).toEqual(['a', 'b']);
    expect(explain(result(set, { a: 'nej' })).deciding).toEqual([]);
  });

  test('a question is asked for the rows, deadlines and questions that need it', () => {
    expect(whyAsked(set, 'a')).toMatchObject({ rows: [{ id: 'R1' }], deadlines: [], opens: [{ id: 'b' }] });
    expect(whyAsked(set, 'd')).toMatchObject({ rows: [], deadlines: [{ id: 'D' }], opens: [] });
  });

  test('a rehearsal lists the runs that would get another outcome, and why', () => {
    const changed = { ...set, tables: ruleSet([], [row('R1', is('a', 'ja'), 'out')]).tables };
    const runs = [
      { id: 'stays', answers: { a: 'nej', b: 'x' }, asOf },
      { id: 'turns', answers: { a: 'ja', b: 'ja' }, asOf },
    ];
    expect(rehearse([runs[1] ?? { id: '', answers: {}, asOf }], set, changed)).toMatchObject([
      { run: { id: 'turns' }, table: 'table', before: ['in'], after: ['out'], because: [{ row: { id: 'R1' } }] },
    ]);
    expect(rehearse(runs.slice(0, 1), set, changed)).toMatchObject([{ kind: 'answer-refused', question: 'b' }]);
  });
});
