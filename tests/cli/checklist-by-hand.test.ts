import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checklistCommand } from '../../src/cli/commands/checklist.ts';
import { isWithin } from '../content/rule-sets/own-cases.ts';

interface CaseByHand {
  readonly id: string;
  readonly expected: Readonly<Record<string, unknown>>;
}

// Worked out by hand from the written rules before the engine was read; `from` names the row, deadline or principle of each.
const lines = readFileSync('tests/fixtures/rule-cases-by-hand.jsonl', 'utf8').trim().split('\n');
const cases: readonly CaseByHand[] = lines.map((line) => JSON.parse(line));

test('every case worked out by hand from the written rules holds on the command line', async () => {
  const out: string[] = [];
  const read = (async function* () {
    yield* lines;
  })();
  await checklistCommand.run(['--jsonl'], { lines: read, out: (line) => out.push(line), err: () => {}, env: {} });
  const got = new Map(out.map((line) => JSON.parse(line)).map((each) => [each.id, each]));
  const failed = cases.filter(({ id, expected }) =>
    expected['error'] === true ? typeof got.get(id)?.error !== 'string' : !isWithin(expected, got.get(id)),
  );
  expect(cases.length).toBeGreaterThan(100);
  expect(failed.map(({ id }) => id)).toEqual([]);
});
