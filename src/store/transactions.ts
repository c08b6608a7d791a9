import { type Kysely, sql, type Transaction } from 'kysely';
import type { Change, ChangeOutcome } from '../app/change.ts';
import { appendAudit } from './audit-store.ts';
import { insideTransaction, refuseOuterUse } from './transaction-guard.ts';

/** Runs work in one transaction; whoever uses the outer database inside it is told so, on both engines. */
export function inTransaction<Database, Result>(
  db: Kysely<Database>,
  work: (transaction: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  refuseOuterUse();
  return db.transaction().execute((transaction) => insideTransaction(() => work(transaction)));
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

/** True the first time that an activity asks for an action; in a transaction, the mark stands or falls with it. */
export async function isFirst<Database>(
  db: Kysely<Database>,
  tenantId: string,
  activityId: string,
  action: string,
): Promise<boolean> {
  const { rows } = await sql`
    insert into handled_activity (tenant_id, activity_id, action) values (${tenantId}, ${activityId}, ${action})
    on conflict do nothing returning activity_id`.execute(db);
  return rows.length === 1;
}
