import { describe, expect, test } from 'vitest';
import { answerFigure } from '../../../../src/domain/budget/answer-figure.ts';
import { asked, followUps, unanswered } from './asked-figures.ts';
import { ask, figures, index, isRight } from './shipped-figures.ts';

const valued = [...asked, ...followUps];
const judged = valued.map(([question, value, ...before]) => ({
  question,
  answer: ask(question, ...before),
  right: isRight(ask(question, ...before), value),
}));

describe('questions with a number', () => {
  test('none of more than 200 questions is answered with a wrong number', () => {
    expect(valued.length).toBeGreaterThan(200);
    expect(judged.filter(({ right }) => right === false).map(({ question }) => question)).toEqual([]);
  });
  test('at least nine in ten are answered with the right number, the rest withheld', () => {
    const withheld = judged.filter(({ right }) => right === null).map(({ question }) => question);
    expect(1 - withheld.length / judged.length, withheld.join('\n')).toBeGreaterThanOrEqual(0.9);
  });
  test('no number is shown where no figure answers', () => {
    expect(unanswered.filter((question) => ask(question).kind === 'value')).toEqual([]);
  });
});

describe('what stands beside a number', () => {
  test('a part of a distribution comes with its share and with what the distribution exceeds the budget by', () => {
    const answer = ask('Hvor meget fik Uddannelseshuset i 2016?');
    expect(answer).toMatchObject({ kind: 'value', value: { amount: '112675000', unit: 'DKK' } });
    expect(answer.kind === 'value' && answer.notes).toEqual([
      { key: 'figures.share-of-total', values: { share: '38,1 %', total: '295.875.000 kr.', label: 'Samlet fordelt' } },
      { key: 'figures.exceeds-budget', values: { excess: '3.775.000 kr.', budget: '292.100.000 kr.' } },
    ]);
    expect(answer.kind === 'value' && answer.table.length).toBe(10);
  });
  test('a sum shows its operands and its formula', () => {
    const answer = ask('hvor meget spares der i alt på løntilskud i jammerbugt');
    expect(answer).toMatchObject({ computation: { operation: 'sum', formula: '380.000 kr. + 600.000 kr. = 980.000 kr.' } });
  });
  test('a number from an approximate figure is itself approximate', () => {
    expect(ask('hvor meget er udgiften til mentor faldet')).toMatchObject({ value: { amount: '5800000', isApproximate: true } });
  });
  test('savings and overspends are positive, underspends negative', () => {
    const amounts = ['hvor meget spares på STU', 'merforbrug seniorpension', 'mindreforbrug politikområde 6'].map((question) => {
      const answer = ask(question);
      return answer.kind === 'value' ? answer.value.amount : null;
    });
    expect(amounts).toEqual(['1600000', '5000000', '-6400000']);
  });
  test('what was found wrong with a figure is told beside it', () => {
    const figure = figures.find(({ id }) => id === 'v.pct.virksomhedsnaere');
    const note = { key: 'figures.finding', values: { message: '38,5' } };
    const quotes = [{ documentFile: figure?.documentFile ?? '', quote: figure?.quote ?? '', span: null }];
    const answer = answerFigure({
      question: 'hvor mange procent af de aktive tilbud er virksomhedsnære',
      context: [],
      index,
      findings: [{ quotes, note }],
    });
    expect(answer.kind === 'value' && answer.notes).toContainEqual(note);
  });
});

describe('what is never done', () => {
  test('a doubtful amount is quoted with its likely reading and gives no number', () => {
    expect(ask('mindreforbrug politikområde 18')).toMatchObject({
      kind: 'doubtful',
      notes: [{ key: 'figures.doubtful', values: { likely: '-4.419.000 kr.' } }],
    });
  });
  test('two municipalities stand side by side and are not computed into one', () => {
    const answer = ask('sammenlign aalborg og varde: hvor meget går til aktivering');
    expect(answer).toMatchObject({ kind: 'side-by-side', computation: { value: null } });
    expect(answer.kind === 'side-by-side' && answer.figures.map(({ municipality }) => municipality)).toEqual([
      'Aalborg',
      'Varde',
    ]);
  });
  test('a name that fits several figures is asked back, each option a figure by its full name', () => {
    const answer = ask('hvor mange medarbejdere');
    expect(answer).toMatchObject({ kind: 'ask-back' });
    for (const option of answer.kind === 'ask-back' ? answer.options : [])
      expect(['ask-back', 'no-figure']).not.toContain(ask(`hvor mange ${option}`).kind);
  });
  test('a year without figures gives no number', () => {
    expect(ask('hvor meget får uddannelseshuset i 2018').kind).not.toBe('value');
  });
  test('the shares of all parts make one hundred per cent within rounding', () => {
    const parts = figures.filter(({ id }) => /^a[.]fordeling[.](?!samlet|budget|overdisp)/.test(id));
    const shares = parts.map(({ label }) => ask(`hvor stor en andel af fordelingen er ${label} i procent`));
    const sum = shares.reduce((total, answer) => total + (answer.kind === 'value' ? Number(answer.value.amount) : Number.NaN), 0);
    expect(Math.abs(sum - 100)).toBeLessThan(0.6);
  });
  test('sum and difference agree: the smaller and the difference make the larger', () => {
    const amount = (question: string) => {
      const answer = ask(question);
      return answer.kind === 'value' ? BigInt(answer.value.amount) : null;
    };
    const [larger, smaller] = [amount('uddannelseshuset 2016'), amount('jobhuset 2016')];
    const apart = amount('forskel mellem uddannelseshuset og jobhuset');
    expect((smaller ?? 0n) + (apart ?? 0n)).toBe(larger);
    expect(amount('uddannelseshuset og jobhuset tilsammen')).toBe((larger ?? 0n) + (smaller ?? 0n));
  });
});
