import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { AuditEntry, AuditTrail } from '../app/audit.ts';
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
    await sql`select pg_advisory_xact_lock(hashtext(${`audit|${tenantId}`}))`.execute(transaction);
    const { rows } = await sql<{ number: number; hash: string; at: string }>`
      select coalesce(max(number), 0)::int as number, (select hash from audit where tenant_id = ${tenantId} order by number desc limit 1) as hash,
        to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
      from audit where tenant_id = ${tenantId}`.execute(transaction);
    let { number, hash } = { number: rows[0]?.number ?? 0, hash: rows[0]?.hash ?? firstHash };
    const at = rows[0]?.at ?? '';
    const lines = entries
      .filter((entry) => entry.tenantId === tenantId)
      .map((entry) => {
        number += 1;
        const line = {
          number,
          at,
          actor: entry.actor,
          action: entry.action,
          subject: entry.subject,
          details: canonical(entry.details),
          previous_hash: hash,
        };
        hash = hashOf(tenantId, line);
        return { ...line, hash };
      });
    await sql`
      insert into audit (tenant_id, number, at, actor, action, subject, details, previous_hash, hash)
      select ${tenantId}, number, at, actor, action, subject, details, previous_hash, hash
      from json_to_recordset(${JSON.stringify(lines)}::json)
        as line(number int, at text, actor text, action text, subject text, details text, previous_hash text, hash text)`.execute(
      transaction,
    );
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

function canonical(details: AuditEntry['details']): string {
  return JSON.stringify(Object.fromEntries(Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1))));
}
