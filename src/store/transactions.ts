import { AsyncLocalStorage } from 'node:async_hooks';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Change, ChangeOutcome } from '../app/change.ts';
import { appendAudit } from './audit-store.ts';
import { StoreError } from './errors.ts';

const inside = new AsyncLocalStorage<true>();

/** Runs work in one transaction; whoever uses the outer database inside it is told so, on both engines. */
export function inTransaction<Database, Result>(
  db: Kysely<Database>,
  work: (transaction: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  refuseOuterUse();
  return db.transaction().execute((transaction) => inside.run(true, () => work(transaction)));
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

/**
 * Makes a change, its audit line and the mark of its activity in one transaction. The same activity twice changes once; work that
 * returns `conflict` changes nothing.
 */
export async function applyChange<Database>(
  db: Kysely<Database>,
  change: Change,
  work: (transaction: Transaction<Database>) => Promise<'changed' | 'conflict'>,
): Promise<ChangeOutcome> {
  try {
    return await inTransaction(db, async (transaction) => {
      if (
        change.activityId !== null &&
        !(await isFirst(transaction, change.audit.tenantId, change.activityId, change.audit.action))
      )
        return 'repeated';
      if ((await work(transaction)) === 'conflict') throw new Conflict();
      await appendAudit(transaction, [change.audit]);
      return 'changed';
    });
  } catch (fault) {
    if (fault instanceof Conflict) return 'conflict';
    throw fault;
  }
}

class Conflict extends Error {}

async function isFirst<Database>(
  transaction: Transaction<Database>,
  tenantId: string,
  activityId: string,
  action: string,
): Promise<boolean> {
  const { rows } = await sql`
    insert into handled_activity (tenant_id, activity_id, action) values (${tenantId}, ${activityId}, ${action})
    on conflict do nothing returning activity_id`.execute(transaction);
  return rows.length === 1;
}
