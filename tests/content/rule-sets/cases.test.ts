import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { plainDate } from '../../../src/domain/calendar/plain-date.ts';
import { mutantsOf } from './mutants.ts';
import { holds, ownCases, ruleSets } from './own-cases.ts';

const vectors = '../shared/domain/vectors-dev.jsonl';

describe.each(ruleSets.map((ruleSet) => [ruleSet.id, ruleSet] as const))('%s', (_id, ruleSet) => {
  const cases = ownCases(ruleSet);

  test('gives what its own cases expect', () => {
    expect(cases.length).toBeGreaterThan(5);
    expect(cases.filter((each) => !holds(ruleSet, each)).map(({ id }) => id)).toEqual([]);
  });

  test('has cases that catch nine in ten of a sample of changes to its data', () => {
    const sample = mutantsOf(ruleSet).filter((_mutant, at) => at % 5 === 0);
    const alive = sample.filter((mutant) => cases.every((each) => holds(mutant.ruleSet, each)));
    expect(alive.length / sample.length, alive.map(({ what }) => what).join('\n')).toBeLessThanOrEqual(0.1);
  });
});

test.skipIf(!existsSync(vectors))('every development case holds (skipped where the cases are missing)', () => {
  const read = readFileSync(vectors, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const failed = read.filter(({ checklist, as_of, ...rest }) => {
    const ruleSet = ruleSets.find(({ id }) => id === checklist);
    return ruleSet === undefined || !holds(ruleSet, { ...rest, asOf: plainDate(as_of) });
  });
  expect(read.length).toBe(53);
  expect(failed.map(({ id }) => id)).toEqual([]);
});
