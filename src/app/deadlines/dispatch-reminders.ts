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

/** Sends what is due, until nothing is left or the process stops. Each result is recorded before the next claim, so a crash repeats only what had no answer. */
export async function dispatchReminders(
  store: ReminderStore,
  deliver: (reminder: Reminder) => Promise<SendResult>,
  options: DispatchOptions,
): Promise<number> {
  let sent = 0;
  let hasClaimed = false;
  while (!options.isStopping()) {
    const claimed = await store.claim({
      owner: options.owner,
      now: options.now(),
      most: options.concurrency,
      leaseMs: options.leaseMs,
    });
    if (claimed.length === 0) {
      // Nothing to claim just after something was may be a rate that is used up, not an empty outbox.
      if (!hasClaimed || options.pause === undefined) return sent;
      hasClaimed = false;
      await options.pause();
      continue;
    }
    hasClaimed = true;
    const results = await Promise.all(
      claimed.map(async (reminder) => {
        const result = await deliver(reminder);
        const isRecorded = await store.record(reminder, result, options.now());
        return isRecorded && result.kind === 'sent';
      }),
    );
    sent += results.filter(Boolean).length;
  }
  return sent;
}

/** When to try again: 30 s doubled an attempt, at most an hour, with jitter; what the connector asks for comes first. Milliseconds. */
export function retryAfter(attempts: number, askedForMs: number | null, chance: number): number {
  const backOff = Math.min(30_000 * 2 ** attempts, 3_600_000);
  return Math.max(askedForMs ?? 0, Math.round(backOff * (0.75 + chance / 2)));
}
