import { AsyncLocalStorage } from 'node:async_hooks';
import { StoreError } from './errors.ts';

const inside = new AsyncLocalStorage<boolean>();

let transactions = 0;

/**
 * Runs the body of a transaction, so that a use of the outer database in it is noticed. Following where each promise came from costs
 * every promise of the process up to Node 22, and is left off while no transaction runs.
 */
export async function insideTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
  transactions += 1;
  try {
    return await inside.run(true, work);
  } finally {
    transactions -= 1;
    if (transactions === 0) inside.disable();
  }
}

/** Runs what only happens to be started in a transaction and does not belong to it: a timer, a batch. */
export function outsideTransaction<Result>(work: () => Result): Result {
  return inside.getStore() === true ? inside.run(false, work) : work();
}

/** The embedded engine has one connection: inside a transaction the outer database would wait for itself. */
export function refuseOuterUse(): void {
  if (inside.getStore() === true) {
    throw new StoreError(
      'outer-database-in-transaction',
      'The outer database was used inside a transaction: use the transaction that was handed in.',
    );
  }
}
