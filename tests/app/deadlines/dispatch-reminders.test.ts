import { expect, test } from 'vitest';
import { type DispatchOptions, dispatchReminders, retryAfter } from '../../../src/app/deadlines/dispatch-reminders.ts';
import type { Reminder, ReminderStore, SendResult } from '../../../src/app/deadlines/ports.ts';
import { plainDate } from '../../../src/domain/calendar/plain-date.ts';

const day = plainDate('2026-11-23');
const sent: SendResult = { kind: 'sent', messageId: 'm', conversationId: 'c' };
const options: DispatchOptions = { owner: 'a', now: () => 0, concurrency: 4, leaseMs: 60_000, isStopping: () => false };
const reminder = (id: number): Reminder => ({
  ...{ tenantId: 't', id: String(id), kind: 'digest', person: `p${id}`, about: `p${id}`, day, after: day, subjects: [] },
  ...{ attempts: 0, claim: 'c' },
});

/** An outbox in memory that notes what was recorded, and how many were claimed without a record at the most. */
function outboxOf(count: number) {
  const waiting = Array.from({ length: count }, (_, id) => reminder(id));
  const recorded: string[] = [];
  let claimed = 0;
  let mostClaimed = 0;
  const store: Pick<ReminderStore, 'claim' | 'record'> = {
    claim: async ({ most }) => {
      const taken = waiting.splice(0, most);
      claimed += taken.length;
      mostClaimed = Math.max(mostClaimed, claimed - recorded.length);
      return taken;
    },
    record: async ({ id }) => recorded.push(id) > 0,
  };
  return { store: store as ReminderStore, recorded, mostClaimed: () => mostClaimed };
}

test('a send that hangs holds up nobody else’s, and no more are claimed than may be sent at once', async () => {
  const { store, recorded, mostClaimed } = outboxOf(50);
  let release = (_: SendResult): void => {};
  const hanging = new Promise<SendResult>((resolve) => {
    release = resolve;
  });
  const deliver = async ({ id }: Reminder): Promise<SendResult> => {
    if (id === '0') return hanging;
    if (id === '49') release(sent);
    return sent;
  };
  expect(await dispatchReminders(store, deliver, options)).toBe(50);
  expect(recorded.at(-1)).toBe('0');
  expect(mostClaimed()).toBe(4);
});

test('where a send breaks down, what is under way is still recorded and nothing more is claimed', async () => {
  const { store, recorded } = outboxOf(50);
  const deliver = async ({ id }: Reminder): Promise<SendResult> => {
    if (id === '1') throw new Error('broken');
    return sent;
  };
  await expect(dispatchReminders(store, deliver, options)).rejects.toThrow('broken');
  expect(recorded).toEqual(['0', '2', '3']);
});

test('a process that is asked to stop sends what it claimed', async () => {
  const { store, recorded } = outboxOf(50);
  let isStopping = false;
  const deliver = async (): Promise<SendResult> => {
    isStopping = true;
    return sent;
  };
  expect(await dispatchReminders(store, deliver, { ...options, isStopping: () => isStopping })).toBe(4);
  expect(recorded).toHaveLength(4);
});

test('the wait doubles from half a minute to an hour, with a quarter more or less, and never ends before the connector’s', () => {
  expect([0, 1, 2, 20].map((attempts) => retryAfter(attempts, null, 0.5))).toEqual([30_000, 60_000, 120_000, 3_600_000]);
  expect([retryAfter(0, null, 0), retryAfter(0, null, 1)]).toEqual([22_500, 37_500]);
  expect(retryAfter(0, 300_000, 0)).toBe(300_000);
});
