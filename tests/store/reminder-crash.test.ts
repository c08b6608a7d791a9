import { expect, test } from 'vitest';
import { sendWithCrashes } from '../support/crashing-senders.ts';

const faults = { busy: 0.1, broken: 0.08, lost: 0.03 };

test('a sender that is killed five times among 200 reminders loses none, and repeats only what had no recorded answer', async () => {
  const run = await sendWithCrashes({ tenants: 3, people: 200, kills: 5, replicas: 1, faults });
  expect(run.states).toEqual({ sent: 200 });
  expect(run.accepted.size).toBe(200);
  const repeats = [...run.accepted.values()].reduce((sum, times) => sum + times - 1, 0);
  expect(repeats).toBeLessThanOrEqual(run.lostAnswers + 10 * run.kills);
});

test('two replicas on one server send 500 reminders of 20 tenants, none twice', async () => {
  const run = await sendWithCrashes({ tenants: 20, people: 500, kills: 0, replicas: 2, faults: { busy: 0, broken: 0, lost: 0 } });
  expect(run.states).toEqual({ sent: 500 });
  expect([...run.accepted.values()].filter((times) => times !== 1)).toEqual([]);
});
