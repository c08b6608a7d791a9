import type { Reminder, ReminderStore, SendResult } from './ports.ts';

/** How a replica sends. Durations in milliseconds. */
export interface DispatchOptions {
  /** This replica's name, unique among all. */
  readonly owner: string;
  readonly now: () => number;
  /** At most this many sends at once: what a kill may at most repeat. */
  readonly concurrency: number;
  readonly leaseMs: number;
  /** True once the process is asked to stop: what is claimed is still sent, nothing more is claimed. */
  readonly isStopping: () => boolean;
  /** Waits until a tenant's rate lets more through; without it a round ends where the rate is used up. */
  readonly pause?: () => Promise<void>;
}

/**
 * Sends what is due, until nothing is left or the process stops. A place is free again once a send's result is recorded, so that a crash
 * repeats only what had no answer, and a send that hangs holds up nobody else's.
 */
export async function dispatchReminders(
  store: ReminderStore,
  deliver: (reminder: Reminder) => Promise<SendResult>,
  options: DispatchOptions,
): Promise<number> {
  const { owner, now, concurrency, leaseMs, isStopping, pause } = options;
  const underWay = new Set<Promise<void>>();
  const faults: unknown[] = [];
  let sent = 0;
  let hasClaimed = false;
  const send = async (reminder: Reminder): Promise<void> => {
    const result = await deliver(reminder);
    const isRecorded = await store.record(reminder, result, now());
    if (isRecorded && result.kind === 'sent') sent += 1;
  };
  const start = (reminder: Reminder): void => {
    const one: Promise<void> = send(reminder)
      .catch((fault: unknown) => void faults.push(fault))
      .finally(() => underWay.delete(one));
    underWay.add(one);
  };
  while (!isStopping() && faults.length === 0) {
    const claimed = await store.claim({ owner, now: now(), most: concurrency - underWay.size, leaseMs });
    for (const reminder of claimed) start(reminder);
    if (claimed.length > 0) {
      hasClaimed = true;
      // Half of the places are claimed in one go: a claim for each that comes free would cost more than the sends.
      while (underWay.size > concurrency / 2) await Promise.race(underWay);
    } else if (underWay.size > 0) {
      await Promise.race(underWay);
    } else {
      // Nothing to claim just after something was may be a rate that is used up, not an empty outbox.
      if (!hasClaimed || pause === undefined) break;
      hasClaimed = false;
      await pause();
    }
  }
  await Promise.all(underWay);
  if (faults.length > 0) throw faults[0];
  return sent;
}

/** When to try again: 30 s doubled an attempt, at most an hour, with jitter; what the connector asks for comes first. Milliseconds. */
export function retryAfter(attempts: number, askedForMs: number | null, chance: number): number {
  const backOff = Math.min(30_000 * 2 ** attempts, 3_600_000);
  return Math.max(askedForMs ?? 0, Math.round(backOff * (0.75 + chance / 2)));
}
