import { describe, expect, test } from 'vitest';
import { choicesOf, combination, countOf, spread } from './combinations.ts';
import { changesChange, decidingDecides, type Law, oneOutcome, possibleIsReached, unknownIsNotNo, type World } from './laws.ts';
import { ruleSets } from './own-cases.ts';

const sampled: readonly (readonly [string, Law, number])[] = [
  ['gives exactly one outcome, or names what is missing or left to a person', oneOutcome, 3000],
  ['never reads an unknown answer as a known one', unknownIsNotNo, 1000],
  ['calls possible exactly what some completion reaches', possibleIsReached, 60],
  ['gives another outcome when the changes it names are made', changesChange, 200],
  ['is decided by the smallest deciding set, whatever is answered', decidingDecides, 100],
];

describe.each(ruleSets.map((ruleSet) => [ruleSet.id, ruleSet] as const))('%s', (_id, ruleSet) => {
  const asOf = ruleSet.valid.from;
  const world: World = { ruleSet, asOf, choices: choicesOf(ruleSet, asOf) };

  test.each(sampled)('%s', (_title, law, most) => {
    for (const number of spread(countOf(world.choices), most)) {
      const answers = combination(world.choices, number);
      expect(law(world, answers), JSON.stringify(answers)).toEqual([]);
    }
  });
});
