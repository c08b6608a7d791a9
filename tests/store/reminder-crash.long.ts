import { expect, test } from 'vitest';
import { sendWithCrashes, unexplainedRepeats } from '../support/crashing-senders.ts';

const faults = { busy: 0.1, broken: 0.08, lost: 0.03 };
const none = { busy: 0, broken: 0, lost: 0 };
const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, one) => total + one, 0);

test('a sender that is killed fifty times among 2,000 reminders loses none, and repeats only what had no recorded answer', async () => {
  const run = await sendWithCrashes({ tenants: 5, people: 2000, kills: 50, replicas: 1, faults });
  const repeated = [...run.accepted].filter(([, times]) => times > 1);
  const inFlight = run.inFlight.map((people) => people.length);
  console.info(
    `${repeated.length} people got ${sum(repeated.map(([, times]) => times - 1))} repeats; ${sum(run.lostAnswers.values())} answers were lost by the connector; in flight at the kills: ${inFlight.join(' ')}`,
  );
  console.info(repeated.map(([person, times]) => `${person} ${times}`).join(', '));
  expect(run.states).toEqual({ sent: 2000 });
  expect(run.accepted.size).toBe(2000);
  expect(unexplainedRepeats(run)).toEqual([]);
  expect(inFlight.filter((count) => count > 0).length).toBeGreaterThan(25);
  expect(Math.max(...inFlight)).toBeLessThanOrEqual(10);
});

test('two replicas on one server send 10,000 reminders of 20 tenants, none twice, and keep the rates', async () => {
  const run = await sendWithCrashes({
    tenants: 20,
    people: 10_000,
    kills: 0,
    replicas: 2,
    isUneven: true,
    speed: 1,
    faults: none,
  });
  console.info(`at most ${run.mostASecond} a second to one tenant`);
  expect(run.states).toEqual({ sent: 10_000 });
  expect([...run.accepted.values()].filter((times) => times !== 1)).toEqual([]);
  expect(run.mostASecond).toBeLessThanOrEqual(50);
});
