import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CliCommand } from '../../src/cli/command.ts';
import { checklistCommand } from '../../src/cli/commands/checklist.ts';
import { rulesCommand } from '../../src/cli/commands/rules.ts';
import { readRuleSets, ruleSetsFolder } from '../../src/content/read-rule-sets.ts';

async function run(command: CliCommand, args: readonly string[], lines: readonly object[] = []) {
  const [out, err]: [string[], string[]] = [[], []];
  const written = (async function* () {
    for (const line of lines) yield JSON.stringify(line);
  })();
  const io = { lines: written, out: (line: string) => out.push(line), err: (line: string) => err.push(line), env: {} };
  return { code: await command.run(args, io), out, err };
}

const line = { id: 'x', checklist: 'triage-horsens', as_of: '2017-10-12', answers: { a_maalgruppe: 'nej' } };

test.each<readonly [string, object, string]>([
  ['an option that the question lacks', { answers: { a_rehab: 'maaske' } }, 'a_rehab: not an option'],
  ['an invalid answer to a hidden question', { answers: { a_maalgruppe: 'nej', a_rehab: 'maaske' } }, 'a_rehab: not an option'],
  ['a day that is not in the calendar', { as_of: '2017-02-29' }, 'as_of must be a calendar day'],
  ['no day', { as_of: undefined }, 'missing field as_of'],
  ['no checklist', { checklist: undefined }, 'missing field checklist'],
  ['an unknown checklist', { checklist: 'visitation' }, 'unknown checklist "visitation"'],
  ['answers that are no object', { answers: ['ja'] }, 'answers must be an object'],
])('%s gives an error with the line’s id, and the next line is answered', async (_title, change, message) => {
  const { code, out } = await run(checklistCommand, ['--jsonl'], [{ ...line, ...change }, line]);
  const [first, second] = out.map((each) => JSON.parse(each));
  expect(code).toBe(2);
  expect(first).toEqual({ id: 'x', error: expect.stringContaining(message) });
  expect(second).toMatchObject({ id: 'x', outcome: 'uden_for_maalgruppe', asked: ['a_maalgruppe'] });
});

test('a rehearsal lists the runs that would get another outcome with the row and the answers, and counts them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rettesnor-rehearse-'));
  try {
    const before = readFileSync(join(ruleSetsFolder, 'triage-horsens-2017.yaml'), 'utf8');
    writeFileSync(join(folder, 'new.yaml'), before.replace('{q: a_maalgruppe, is: nej}', '{q: a_kan_deltage, is: ja}'));
    const stays = { ...line, id: 'stays', answers: { a_maalgruppe: 'ja', a_kan_deltage: 'nej', a_rehab: 'flere' } };
    const turns = { ...line, id: 'turns', answers: { a_maalgruppe: 'ja', a_kan_deltage: 'ja', a_rehab: 'nej' } };
    const other = { ...line, id: 'other', checklist: 'tilbud-varde' };
    writeFileSync(join(folder, 'runs.jsonl'), [stays, turns, other].map((each) => JSON.stringify(each)).join('\n'));
    const { out, err } = await run(rulesCommand, ['rehearse', join(folder, 'new.yaml'), '--runs', join(folder, 'runs.jsonl')]);
    expect(out).toEqual([
      'turns: gruppe: Gruppe 1 kan overvejes → Uden for tjeklistens målgruppe, fordi række T0 nu passer (a_kan_deltage = Ja)',
      '1 af 2 kørsler får et andet udfald.',
    ]);
    expect(err).toEqual(['1 runs are of no version of triage-horsens and were left out']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('every rule set is drawn, and written with every question, row, deadline, warning and quotation', async () => {
  for (const ruleSet of readRuleSets()) {
    const rows = ruleSet.tables.flatMap((table) => table.rows);
    const [picture, document] = await Promise.all([
      run(rulesCommand, ['picture', ruleSet.id]),
      run(rulesCommand, ['document', ruleSet.id]),
    ]);
    expect(picture.out.join('')).toMatch(/^flowchart TD\n/);
    const named = [...ruleSet.questions, ...rows, ...ruleSet.deadlines, ...ruleSet.warnings].map(({ id }) => id);
    const missing = [...named, ...rows.map(({ quote }) => quote)].filter((each) => !document.out.join('').includes(each));
    expect(missing).toEqual([]);
  }
});

test('no outcome says that a citizen is exempted: it can be considered', () => {
  const words = readRuleSets().flatMap(({ tables, texts }) =>
    tables.flatMap(({ rows }) =>
      rows.flatMap(({ outcome, candidates }) => [outcome, ...candidates].map((code) => texts[code] ?? '')),
    ),
  );
  expect(words.filter((word) => /fritaget/i.test(word))).toEqual([]);
});
