import { expect, test } from 'vitest';
import { deadlinesCommand } from '../../src/cli/commands/deadlines.ts';

async function run(lines: readonly object[], env: Readonly<Record<string, string>> = {}) {
  const out: string[] = [];
  const written = (async function* () {
    for (const line of lines) yield JSON.stringify(line);
  })();
  const io = { lines: written, out: (line: string) => out.push(line), err: () => {}, env };
  const code = await deadlinesCommand.run(['--jsonl'], io);
  return { code, answers: out.map((line) => JSON.parse(line)) };
}

test.each<readonly [string, object, string, string]>([
  ['2026-03-27', { days: 9 }, '2026-04-05', '2026-04-01'],
  ['2026-03-20', { workingDays: 10 }, '2026-04-08', '2026-04-08'],
  ['2026-03-28', { workingDays: 0 }, '2026-03-28', '2026-03-27'],
  ['2025-11-30', { months: 3 }, '2026-02-28', '2026-02-27'],
  ['2023-05-04', { workingDays: 1 }, '2023-05-08', '2023-05-08'],
  ['2024-04-25', { workingDays: 1 }, '2024-04-26', '2024-04-26'],
])('from %s, %o is due on %s and reminded of on %s', async (from, add, due, remindOn) => {
  expect(await run([{ id: 'a', from, add }])).toEqual({ code: 0, answers: [{ id: 'a', due, remind_on: remindOn }] });
});

test('the town hall’s own closed days move the reminder, never the deadline', async () => {
  const { answers } = await run([{ id: 'a', from: '2026-12-24', add: { days: 0 } }], { CLOSED_DAYS: '12-23,12-24' });
  expect(answers).toEqual([{ id: 'a', due: '2026-12-24', remind_on: '2026-12-22' }]);
});

test.each([
  { from: '2026-02-30', add: { days: 1 } },
  { from: '2026-02-20', add: { days: -1 } },
  { from: '2026-02-20', add: {} },
  { from: '9999-12-31', add: { days: 1 } },
  { from: '9999-12-01', add: { workingDays: 100 } },
  { from: '9999-12-01', add: { months: 1 } },
  { from: '0001-01-01', add: { days: 0 } },
])('%o is named as faulty by its id, and the next line is answered', async (faulty) => {
  const next = { id: 'next', from: '2026-02-20', add: { days: 1 } };
  const { code, answers } = await run([{ id: 'faulty', ...faulty }, next]);
  expect([code, answers[0].id, typeof answers[0].error, answers[1].due]).toEqual([2, 'faulty', 'string', '2026-02-21']);
});
