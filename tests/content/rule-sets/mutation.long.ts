import { expect, test } from 'vitest';
import { mutantsOf } from './mutants.ts';
import { holds, ownCases, ruleSets } from './own-cases.ts';

// The survivors are explained in docs/rules.md: changes that no answers can show.
test('the own cases catch at least nine in ten of all changes to the data of each rule set', () => {
  for (const ruleSet of ruleSets) {
    const cases = ownCases(ruleSet);
    const mutants = mutantsOf(ruleSet);
    const alive = mutants.filter((mutant) => cases.every((each) => holds(mutant.ruleSet, each)));
    console.log(`${ruleSet.id}: ${mutants.length - alive.length} of ${mutants.length} caught`);
    for (const { what } of alive) console.log(`  not caught: ${what}`);
    expect(alive.length / mutants.length).toBeLessThanOrEqual(0.1);
  }
});
