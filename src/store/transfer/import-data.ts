import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { StoreError } from '../errors.ts';
import { migrations } from '../migrations/all.ts';
import { inTransaction } from '../transactions.ts';
import { tablesOf } from './export-data.ts';

const header = z.object({ rettesnor: z.literal(1), migrations: z.array(z.string()), keyId: z.string().nullable() });
const end = z.object({ rows: z.number() });
const line = z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) });
const rowsAtOnce = 500;

/** Rows of one table with the same columns, as written in the export. */
interface Batch {
  readonly table: string;
  readonly columns: readonly string[];
  readonly lines: string[];
}

/** Reads an export into an empty database, whole or not at all; returns how many rows. `keyId` is the key that this installation has. */
export function importData(db: Kysely<unknown>, keyId: string | null, lines: AsyncIterable<string>): Promise<number> {
  return inTransaction(db, async (transaction) => {
    const tables = await emptyTables(transaction);
    let batch: Batch | null = null;
    let place = 0;
    let count = 0;
    let said: number | null = null;
    for await (const text of lines) {
      if (text.trim() === '') continue;
      place += 1;
      const value = parsed(text, place);
      if (place === 1) {
        checkHeader(value, keyId);
        continue;
      }
      const last = end.safeParse(value);
      if (last.success) {
        said = last.data.rows;
        continue;
      }
      const next = rowOf(value, place, tables);
      if (batch !== null && (batch.lines.length >= rowsAtOnce || !fits(batch, next))) {
        await insert(transaction, batch);
        batch = null;
      }
      batch ??= { ...next, lines: [] };
      batch.lines.push(text);
      count += 1;
    }
    if (batch !== null) await insert(transaction, batch);
    if (said !== count) throw unreadable(place, `the export says ${said ?? 'nothing'} and holds ${count} rows: it was cut off`);
    return count;
  });
}

async function emptyTables(transaction: Kysely<unknown>): Promise<ReadonlySet<string>> {
  const tables = await tablesOf(transaction);
  for (const table of tables) {
    const { rows } = await sql`select 1 from ${sql.table(table)} where tenant_id <> '' limit 1`.execute(transaction);
    if (rows.length > 0)
      throw new StoreError('data-not-empty', `The table "${table}" has rows already: import into a new DATA_DIR or database.`);
  }
  return new Set(tables);
}

function checkHeader(value: unknown, keyId: string | null): void {
  const read = header.safeParse(value);
  if (!read.success) throw unreadable(1, 'it does not begin as an export of Rettesnor');
  const unknown = read.data.migrations.filter((name) => !(name in migrations));
  if (unknown.length > 0)
    throw new StoreError('export-newer', `The export was made by a newer version (${unknown.join(', ')}): update first.`);
  if (read.data.keyId !== null && read.data.keyId !== keyId)
    throw new StoreError(
      'sealed-with-another-key',
      `The export's texts are sealed with the key ${read.data.keyId}, and this installation has ${keyId ?? 'none'}: set ENCRYPTION_KEY to the old one.`,
    );
}

function rowOf(value: unknown, place: number, tables: ReadonlySet<string>): Omit<Batch, 'lines'> {
  const read = line.safeParse(value);
  if (!read.success) throw unreadable(place, 'a line needs "table" and "row"');
  if (!tables.has(read.data.table)) throw unreadable(place, `there is no table "${read.data.table}"`);
  return { table: read.data.table, columns: Object.keys(read.data.row) };
}

function fits(batch: Batch, next: Omit<Batch, 'lines'>): boolean {
  return batch.table === next.table && batch.columns.join() === next.columns.join();
}

/** Columns that came later keep their defaults. The rows go to the database as text: no number passes through JavaScript. */
async function insert(transaction: Kysely<unknown>, { table, columns, lines }: Batch): Promise<void> {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  await sql`
    insert into ${sql.table(table)} (${names})
    select ${names} from json_populate_recordset(null::${sql.table(table)}, (
      select json_agg(line -> 'row') from json_array_elements(${`[${lines.join()}]`}::json) line))`.execute(transaction);
}

function parsed(text: string, place: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadable(place, 'not JSON', cause);
  }
}

function unreadable(place: number, why: string, cause?: unknown): StoreError {
  return new StoreError('export-unreadable', `The export cannot be read, line ${place}: ${why}.`, { cause });
}
