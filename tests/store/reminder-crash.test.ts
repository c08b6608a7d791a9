import { expect, test } from 'vitest';
import { sendWithCrashes, unexplainedRepeats } from '../support/crashing-senders.ts';

const faults = { busy: 0.1, broken: 0.08, lost: 0.03 };
const none = { busy: 0, broken: 0, lost: 0 };

test('a sender that is killed five times among 200 reminders loses none, and repeats only what had no recorded answer', async () => {
  const run = await sendWithCrashes({ tenants: 3, people: 200, kills: 5, replicas: 1, faults });
  expect(run.states).toEqual({ sent: 200 });
  expect(run.accepted.size).toBe(200);
  expect(unexplainedRepeats(run)).toEqual([]);
  const inFlight = run.inFlight.map((people) => people.length);
  expect([Math.max(...inFlight) > 0, Math.max(...inFlight) <= 10]).toEqual([true, true]);
});

test('two replicas on one server send 500 reminders of 20 tenants, none twice, and keep the rates', async () => {
  const run = await sendWithCrashes({ tenants: 20, people: 500, kills: 0, replicas: 2, isUneven: true, speed: 1, faults: none });
  expect(run.states).toEqual({ sent: 500 });
  expect([...run.accepted.values()].filter((times) => times !== 1)).toEqual([]);
  expect(run.mostASecond).toBeLessThanOrEqual(50);
});
