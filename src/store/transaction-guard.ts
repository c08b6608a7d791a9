import { AsyncLocalStorage } from 'node:async_hooks';
import { StoreError } from './errors.ts';

const inside = new AsyncLocalStorage<boolean>();

/** Runs the body of a transaction, so that a use of the outer database in it is noticed. */
export function insideTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
  return inside.run(true, work);
}

/** Runs what only happens to be started in a transaction and does not belong to it: a timer, a batch. */
export function outsideTransaction<Result>(work: () => Result): Result {
  return inside.run(false, work);
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
