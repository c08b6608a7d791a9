// Evaluations a second on the triage table, against json-rules-engine with the same rows, in turns. Both read prepared rules.
import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { readRuleSets } from '../src/content/read-rule-sets.ts';
import { plainDate } from '../src/domain/calendar/plain-date.ts';
import { usualClosedDays } from '../src/domain/calendar/working-days.ts';
import { evaluate } from '../src/domain/checklist/evaluate.ts';
import { type Answers, dontKnow } from '../src/domain/rules/answers.ts';
import type { Condition } from '../src/domain/rules/condition.ts';
import { decide, outcomesOf } from '../src/domain/rules/decide.ts';
import { viewCase } from '../src/domain/rules/truth.ts';

const ruleSet = readRuleSets().find(({ id }) => id === 'triage-horsens');
const [table] = ruleSet?.tables ?? [];
if (ruleSet === undefined || table === undefined) throw new Error('the triage is missing');
const { rows } = table;
const asOf = plainDate('2017-10-02');

/** Every combination of known answers to what the table reads. */
const cases: readonly Answers[] = ['ja', 'nej'].flatMap((group) =>
  ['ja', 'nej'].flatMap((able) =>
    ['meget_alvorlige_sociale', 'begge', 'anden'].flatMap((cause) =>
      ['nej', 'fleksjob', 'flere'].flatMap((rehab) =>
        ['ja', 'nej'].map((active) => ({
          ...{ a_maalgruppe: group, a_kan_deltage: able, a_aarsag: cause, a_rehab: rehab, a_aktiveret: active },
        })),
      ),
    ),
  ),
);

function jsonCondition(condition: Condition): TopLevelCondition {
  switch (condition.kind) {
    case 'all':
      return { all: condition.of.map(jsonCondition) };
    case 'any':
      return { any: condition.of.map(jsonCondition) };
    case 'not':
      return { not: jsonCondition(condition.of) };
    case 'is':
      return { all: [{ fact: condition.question, operator: 'equal', value: condition.value }] };
    case 'in':
      return { all: [{ fact: condition.question, operator: 'in', value: [...condition.values] }] };
    default:
      throw new Error(`the triage has no ${condition.kind}`);
  }
}

/** The same rows: those higher up have the higher priority, and the first that fires stops the engine. */
const engine = new Engine([], { allowUndefinedFacts: true });
rows.forEach(({ id, when, outcome }, at) => {
  engine.addRule({
    name: id,
    conditions: jsonCondition(when),
    event: { type: outcome },
    priority: rows.length - at,
    onSuccess: () => engine.stop(),
  });
});

/** json-rules-engine knows no visibility: it is given the visible answers alone, as a caller would have to. */
function visible(answers: Answers): Record<string, unknown> {
  const shown = Object.entries(answers).filter(([id]) => {
    if (id === 'a_maalgruppe') return true;
    return answers['a_maalgruppe'] === 'ja' && (id !== 'a_aarsag' || answers['a_kan_deltage'] === 'nej');
  });
  return {
    ...Object.fromEntries(rows.length > 0 ? ['a_kan_deltage', 'a_aarsag', 'a_rehab'].map((id) => [id, dontKnow]) : []),
    ...Object.fromEntries(shown),
  };
}

const facts = cases.map(visible);
const perSecond = (count: number, from: number) => count / ((performance.now() - from) / 1000);

async function theirs(rounds: number): Promise<number> {
  const from = performance.now();
  for (let round = 0; round < rounds; round += 1) for (const fact of facts) await engine.run(fact);
  return perSecond(rounds * facts.length, from);
}

function ours(rounds: number, work: (answers: Answers) => unknown): number {
  const from = performance.now();
  for (let round = 0; round < rounds; round += 1) for (const answers of cases) work(answers);
  return perSecond(rounds * cases.length, from);
}

const readTable = (answers: Answers) => decide(table, viewCase(ruleSet, answers, asOf));
const readAll = (answers: Answers) => evaluate(ruleSet, answers, asOf, usualClosedDays);

let same = 0;
for (const [at, fact] of facts.entries()) {
  const { events } = await engine.run(fact);
  const [mine] = outcomesOf(readTable(cases[at] ?? {}));
  if ((events[0]?.type ?? 'menneskelig_vurdering') === mine) same += 1;
}
console.log(`${same} of ${facts.length} cases have the same outcome in both`);

const ratios: { readonly table: number; readonly all: number }[] = [];
await theirs(20);
ours(200, readTable);
ours(200, readAll);
for (let turn = 1; turn <= 7; turn += 1) {
  const [other, tableOnly, everything] = [await theirs(60), ours(3000, readTable), ours(1000, readAll)];
  ratios.push({ table: tableOnly / other, all: everything / other });
  console.log(
    `turn ${turn}: json-rules-engine ${other.toFixed(0)}/s, table ${tableOnly.toFixed(0)}/s (${(tableOnly / other).toFixed(1)}x), with deadlines and warnings ${everything.toFixed(0)}/s (${(everything / other).toFixed(1)}x)`,
  );
}
const median = (of: (ratio: (typeof ratios)[number]) => number) => ratios.map(of).sort((a, b) => a - b)[3] ?? 0;
console.log(
  `median: table ${median((each) => each.table).toFixed(1)} times, everything ${median((each) => each.all).toFixed(1)} times`,
);
