import { type Kysely, sql, type Transaction } from 'kysely';
import type { Change, ChangeOutcome } from '../app/change.ts';
import { appendAudit } from './audit-store.ts';
import { gathered, type Settled } from './core/group-commit.ts';
import { engineOf } from './engine/pglite-dialect.ts';
import { insideTransaction, outsideTransaction, refuseOuterUse } from './transaction-guard.ts';

/** Runs work in one transaction; whoever uses the outer database inside it is told so, on both engines. */
export function inTransaction<Database, Result>(
  db: Kysely<Database>,
  work: (transaction: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  refuseOuterUse();
  return db.transaction().execute((transaction) => insideTransaction(() => work(transaction)));
}

type Work = (transaction: Transaction<unknown>) => Promise<'changed' | 'conflict'>;

interface WaitingChange {
  readonly change: Change;
  readonly work: Work;
}

const lines = new WeakMap<object, (waiting: WaitingChange) => Promise<ChangeOutcome>>();

/**
 * Makes a change, its audit line and the mark of its activity in one transaction. The same activity twice changes once; work that
 * returns `conflict` changes nothing. Changes that come at the same time share a transaction, each for itself behind a savepoint: they
 * share its commit, and the one place at the end of the audit's chain.
 */
export function applyChange(db: Kysely<unknown>, change: Change, work: Work): Promise<ChangeOutcome> {
  refuseOuterUse();
  const line = lines.get(db) ?? gathered((waiting) => outsideTransaction(() => applyTogether(db, waiting)), engineOf(db));
  lines.set(db, line);
  return line({ change, work });
}

async function applyTogether(db: Kysely<unknown>, waiting: readonly WaitingChange[]): Promise<readonly Settled<ChangeOutcome>[]> {
  const [only, ...others] = waiting;
  if (only !== undefined && others.length === 0) return [await settled(() => applyAlone(db, only))];
  const outcomes = new Map<WaitingChange, Settled<ChangeOutcome>>();
  let isWritten = false;
  try {
    await inTransaction(db, async (transaction) => {
      // Runs are locked in order, as by the steps of checklists: else each could wait for the other.
      for (const one of [...waiting].sort(byRun)) outcomes.set(one, await settled(() => behindSavepoint(transaction, one)));
      const made = waiting.filter((one) => isChanged(outcomes.get(one)));
      await appendAudit(
        transaction,
        made.map(({ change }) => change.audit),
      );
      isWritten = true;
    });
  } catch (fault) {
    // A commit that fails may have happened all the same: it is told to all. What failed before it concerns one: each is tried alone.
    if (isWritten) throw fault;
    outcomes.clear();
  }
  const done: Settled<ChangeOutcome>[] = [];
  for (const one of waiting) {
    const outcome = outcomes.get(one);
    done.push(outcome === undefined || isDeadlocked(outcome) ? await settled(() => applyAlone(db, one)) : outcome);
  }
  return done;
}

/** What changes no run comes first, as it came. */
function byRun(a: WaitingChange, b: WaitingChange): number {
  const [one, other] = [runIn(a), runIn(b)];
  return one < other ? -1 : Number(one > other);
}

function runIn({ change }: WaitingChange): string {
  return change.audit.subject.startsWith('run:') ? change.audit.subject : '';
}

/** The server ended this change so that another could go on: nothing of it is left. */
function isDeadlocked(outcome: Settled<ChangeOutcome>): boolean {
  return 'fault' in outcome && (outcome.fault as { readonly code?: unknown } | null)?.code === '40P01';
}

function isChanged(outcome: Settled<ChangeOutcome> | undefined): boolean {
  return outcome !== undefined && 'result' in outcome && outcome.result === 'changed';
}

async function behindSavepoint(transaction: Transaction<unknown>, waiting: WaitingChange): Promise<ChangeOutcome> {
  await sql`savepoint one_change`.execute(transaction);
  try {
    const outcome = await marked(transaction, waiting);
    if (outcome !== 'changed') await sql`rollback to savepoint one_change`.execute(transaction);
    await sql`release savepoint one_change`.execute(transaction);
    return outcome;
  } catch (fault) {
    await sql`rollback to savepoint one_change`.execute(transaction);
    throw fault;
  }
}

async function applyAlone(db: Kysely<unknown>, waiting: WaitingChange): Promise<ChangeOutcome> {
  try {
    return await inTransaction(db, async (transaction) => {
      const outcome = await marked(transaction, waiting);
      if (outcome === 'conflict') throw new Conflict();
      if (outcome === 'changed') await appendAudit(transaction, [waiting.change.audit]);
      return outcome;
    });
  } catch (fault) {
    if (fault instanceof Conflict) return 'conflict';
    throw fault;
  }
}

async function marked(transaction: Transaction<unknown>, { change, work }: WaitingChange): Promise<ChangeOutcome> {
  const { activityId, audit } = change;
  if (activityId !== null && !(await isFirst(transaction, audit.tenantId, activityId, audit.action))) return 'repeated';
  return work(transaction);
}

async function settled<Result>(work: () => Promise<Result>): Promise<Settled<Result>> {
  try {
    return { result: await work() };
  } catch (fault) {
    return { fault };
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
