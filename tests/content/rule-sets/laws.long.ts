import { expect, test } from 'vitest';
import { choicesOf, combination, countOf, spread } from './combinations.ts';
import { changesChange, decidingDecides, type Law, oneOutcome, possibleIsReached, unknownIsNotNo, type World } from './laws.ts';
import { ruleSets } from './own-cases.ts';

// Every combination where there are fewer than 100,000; else as many, drawn. What takes long is drawn.
const laws: readonly (readonly [string, Law, number])[] = [
  ['one outcome', oneOutcome, 100_000],
  ['unknown is not no', unknownIsNotNo, 100_000],
  ['possible is reached', possibleIsReached, 2_000],
  ['changes change', changesChange, 20_000],
  ['deciding decides', decidingDecides, 5_000],
];

test.each(laws)('%s over all combinations of answers of every rule set', (name, law, most) => {
  for (const ruleSet of ruleSets) {
    const world: World = { ruleSet, asOf: ruleSet.valid.from, choices: choicesOf(ruleSet, ruleSet.valid.from) };
    const count = countOf(world.choices);
    let tried = 0;
    for (const number of spread(count, most)) {
      const answers = combination(world.choices, number);
      const broken = law(world, answers);
      if (broken.length > 0) expect.fail(`${ruleSet.id} ${JSON.stringify(answers)}: ${broken.join('; ')}`);
      tried += 1;
    }
    console.log(`${name}: ${ruleSet.id}: ${tried} of ${count} combinations`);
  }
});
