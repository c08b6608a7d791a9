import { type Kysely, sql } from 'kysely';
import { agendaPlace, recordPlace } from '../agendas/agenda-rows.ts';
import { sealJson } from '../core/sealed-json.ts';
import type { Sealer } from '../core/sealer.ts';
import type { Store } from '../database.ts';
import { detailsPlace } from '../deadlines/deadline-rows.ts';
import { gatherDetails } from '../migrations/023-deadline-details.ts';
import { inTransaction } from '../transactions.ts';

/** A jsonb column that was kept in clear by an earlier version. */
interface ClearColumn {
  readonly table: string;
  readonly column: string;
  readonly keys: readonly string[];
  readonly place: (key: Readonly<Record<string, unknown>>) => string;
}

const text = (key: Readonly<Record<string, unknown>>, name: string) => String(key[name]);
const columns: readonly ClearColumn[] = [
  {
    table: 'agenda',
    column: 'agenda',
    keys: ['tenant_id', 'id'],
    place: (key) => agendaPlace(text(key, 'tenant_id'), text(key, 'id')),
  },
  {
    ...{ table: 'agenda_post', column: 'shown', keys: ['tenant_id', 'agenda_id', 'conversation_id'] },
    place: (key) => agendaPlace(text(key, 'tenant_id'), text(key, 'agenda_id')),
  },
  {
    ...{ table: 'item_record', column: 'entry', keys: ['tenant_id', 'agenda_id', 'item_index', 'number', 'at'] },
    place: (key) => recordPlace(text(key, 'tenant_id'), text(key, 'agenda_id'), Number(key['number']), Number(key['at'])),
  },
  {
    ...{ table: 'deadline', column: 'details', keys: ['tenant_id', 'id'] },
    place: (key) => detailsPlace(text(key, 'tenant_id'), text(key, 'id')),
  },
];

/**
 * Seals what an earlier version, or the import of its export, left in clear: at every start, since a migration has no key. A table with
 * such rows is written anew, so that the old ones are not left in its file; on the embedded engine the log is begun anew too. Returns how
 * many rows were sealed.
 */
export async function sealOldRows({ db, engine }: Pick<Store, 'db' | 'engine'>, sealer: Sealer): Promise<number> {
  await gatherDetails(db);
  let count = 0;
  for (const column of columns) {
    const sealed = await inTransaction(db, (transaction) => sealColumn(transaction, column, sealer));
    if (sealed > 0) await sql`vacuum full ${sql.table(column.table)}`.execute(db);
    count += sealed;
  }
  if (count > 0 && engine === 'embedded') await beginLogAnew(db);
  return count;
}

/** The log's finished files are removed rather than used again with what they held. */
async function beginLogAnew(db: Kysely<unknown>): Promise<void> {
  await sql`set wal_recycle = off`.execute(db);
  for (let turn = 0; turn < 2; turn += 1) {
    await sql`select pg_switch_wal()`.execute(db);
    await sql`checkpoint`.execute(db);
  }
  await sql`reset wal_recycle`.execute(db);
}

async function sealColumn(db: Kysely<unknown>, { table, column, keys, place }: ClearColumn, sealer: Sealer): Promise<number> {
  const names = sql.join(keys.map((key) => sql.ref(key)));
  const { rows } = await sql<Readonly<Record<string, unknown>> & { readonly kept: object }>`
    select ${names}, ${sql.ref(column)} as kept from ${sql.table(table)} where jsonb_typeof(${sql.ref(column)}) = 'object' for update`.execute(
    db,
  );
  for (const { kept, ...key } of rows) {
    const isRow = sql.join(
      keys.map((name) => sql`${sql.ref(name)} = ${key[name]}`),
      sql` and `,
    );
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sealJson(kept, place(key), sealer)}::jsonb where ${isRow}`.execute(
      db,
    );
  }
  return rows.length;
}
