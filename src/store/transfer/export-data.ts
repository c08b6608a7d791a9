import { type Kysely, sql } from 'kysely';
import { migrations } from '../migrations/all.ts';
import { inTransaction } from '../transactions.ts';

/** The first line of an export: what reads it must know its form and its migrations. */
export interface ExportHeader {
  readonly rettesnor: 1;
  readonly migrations: readonly string[];
  /** Which key the sealed texts need; null where the exporter had none. */
  readonly keyId: string | null;
}

const rowsAtOnce = 500;

/**
 * Hands every row of every table to `write`, one JSON line each, as the database itself writes it, so that no number passes through
 * JavaScript. The last line counts the rows: an export that was cut off is noticed. Returns the count.
 */
export function exportData(
  db: Kysely<unknown>,
  keyId: string | null,
  write: (line: string) => void | Promise<void>,
): Promise<number> {
  return inTransaction(db, async (transaction) => {
    await sql`set transaction isolation level repeatable read`.execute(transaction);
    await sql`set local time zone 'UTC'`.execute(transaction);
    const header: ExportHeader = { rettesnor: 1, migrations: Object.keys(migrations).sort(), keyId };
    await write(JSON.stringify(header));
    let count = 0;
    for (const table of await tablesOf(transaction)) count += await exportTable(transaction, table, write);
    await write(JSON.stringify({ rows: count }));
    return count;
  });
}

/** The tables that hold data, by name; Kysely's own are made anew by the migrations. */
export async function tablesOf(db: Kysely<unknown>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name::text as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely%'
    order by table_name collate "C"`.execute(db);
  return rows.map(({ name }) => name);
}

async function exportTable(
  transaction: Kysely<unknown>,
  table: string,
  write: (line: string) => void | Promise<void>,
): Promise<number> {
  // The empty tenant is this installation's own.
  await sql`
    declare exported no scroll cursor for
    select row_to_json(line)::text as row from ${sql.table(table)} line where tenant_id <> ''`.execute(transaction);
  let count = 0;
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(rowsAtOnce)} from exported`.execute(transaction);
    for (const { row } of rows) await write(`{"table":${JSON.stringify(table)},"row":${row}}`);
    count += rows.length;
    if (rows.length < rowsAtOnce) break;
  }
  await sql`close exported`.execute(transaction);
  return count;
}
