import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ask, isRight } from './shipped-figures.ts';

/** A question as caseworkers, leaders and politicians type it, written before its answer was looked at; null where no number may be shown. */
interface OwnQuestion {
  readonly question: string;
  readonly context: readonly string[];
  readonly value: number | null;
  /** Other readings of the question that are as right: the source's own rounding beside the exact share. */
  readonly accept?: readonly number[];
  readonly split: 'tune' | 'held';
}

const own: readonly OwnQuestion[] = readFileSync('tests/fixtures/own-figure-questions.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const judged = own.map((one) => {
  const answer = ask(one.question, ...one.context);
  const isShown = answer.kind === 'value';
  const wanted = [...(one.value === null ? [] : [one.value]), ...(one.accept ?? [])];
  const isMet = isShown ? wanted.some((value) => isRight(answer, value) === true) : one.value === null;
  return { ...one, isMet, isWrong: isShown && !isMet };
});

describe.each(['tune', 'held'] as const)('the own questions for figures, %s', (split) => {
  const half = judged.filter((one) => one.split === split);
  test('at least 85 per cent are answered rightly, which for some is to show no number', () => {
    const missed = half.filter(({ isMet }) => !isMet).map(({ question }) => question);
    expect(half.length).toBeGreaterThan(150);
    expect(1 - missed.length / half.length, missed.join('\n')).toBeGreaterThanOrEqual(0.85);
  });
  test('at most one in a hundred is answered with a wrong number', () => {
    const wrong = half.filter(({ isWrong }) => isWrong).map(({ question }) => question);
    expect(wrong.length / half.length, wrong.join('\n')).toBeLessThanOrEqual(0.01);
  });
});
