import { expect, test } from 'vitest';
import { sendWithCrashes } from '../support/crashing-senders.ts';

test('a sender that is killed fifty times among 2,000 reminders loses none, and repeats only what had no recorded answer', async () => {
  const run = await sendWithCrashes({
    tenants: 5,
    people: 2000,
    kills: 50,
    replicas: 1,
    faults: { busy: 0.1, broken: 0.08, lost: 0.03 },
  });
  const repeated = [...run.accepted].filter(([, times]) => times > 1);
  console.info(
    `${repeated.length} people got a repeat; ${run.lostAnswers} answers were lost by the connector, ${run.kills} kills`,
    repeated,
  );
  expect(run.states).toEqual({ sent: 2000 });
  expect(run.accepted.size).toBe(2000);
  expect(repeated.reduce((sum, [, times]) => sum + times - 1, 0)).toBeLessThanOrEqual(run.lostAnswers + 10 * run.kills);
});

test('two replicas on one server send 10,000 reminders of 20 tenants, none twice', async () => {
  const run = await sendWithCrashes({
    tenants: 20,
    people: 10_000,
    kills: 0,
    replicas: 2,
    faults: { busy: 0, broken: 0, lost: 0 },
  });
  expect(run.states).toEqual({ sent: 10_000 });
  expect([...run.accepted.values()].filter((times) => times !== 1)).toEqual([]);
});
