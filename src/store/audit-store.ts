import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { AuditEntry, AuditTrail } from '../app/audit.ts';
import { auditLineOf } from './core/audit-lines.ts';
import { outsideTransaction } from './transaction-guard.ts';

/** A line as kept, with its number in the tenant's chain and the hash that binds it to the line before. */
interface AuditRow {
  readonly tenant_id: string;
  readonly number: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly details: string;
  readonly previous_hash: string;
  readonly hash: string;
}

const firstHash = '0'.repeat(64);

/** Appends lines in the transaction that is handed in. One writer a tenant at a time: the number is taken after the lock. */
export async function appendAudit<Database>(transaction: Kysely<Database>, entries: readonly AuditEntry[]): Promise<void> {
  const tenants = [...new Set(entries.map(({ tenantId }) => tenantId))].sort();
  for (const tenantId of tenants) {
    const lines = entries.filter((entry) => entry.tenantId === tenantId).map(auditLineOf);
    await sql`select append_audit(${tenantId}, ${JSON.stringify(tenantId)}, ${JSON.stringify(lines)}::json)`.execute(transaction);
  }
}

/** The number of the first line whose hash does not follow from the line before, or null where the chain is whole. */
export async function firstBrokenAuditLine(db: Kysely<unknown>, tenantId: string): Promise<number | null> {
  const { rows } = await sql<AuditRow>`select * from audit where tenant_id = ${tenantId} order by number`.execute(db);
  let previous = firstHash;
  for (const [index, row] of rows.entries()) {
    if (row.number !== index + 1 || row.previous_hash !== previous || row.hash !== hashOf(tenantId, row)) return row.number;
    previous = row.hash;
  }
  return null;
}

/** Questions and views, written in batches within a second; `close` writes what is left. */
export function batchedAuditTrail(
  db: Kysely<unknown>,
  onFault: (fault: unknown) => void,
): AuditTrail & { readonly close: () => Promise<void> } {
  let waiting: AuditEntry[] = [];
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  const flush = (): Promise<void> => {
    timer = null;
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return writing;
    writing = writing.then(() => db.transaction().execute((transaction) => appendAudit(transaction, batch))).catch(onFault);
    return writing;
  };
  return {
    note: (entry) => {
      waiting.push(entry);
      timer ??= outsideTransaction(() => setTimeout(flush, 500));
    },
    close: async () => {
      if (timer !== null) clearTimeout(timer);
      await flush();
    },
  };
}

function hashOf(tenantId: string, line: Omit<AuditRow, 'hash' | 'tenant_id'>): string {
  const parts = [tenantId, line.number, line.at, line.actor, line.action, line.subject, line.details, line.previous_hash];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
