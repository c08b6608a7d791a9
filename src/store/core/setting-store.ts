import { type Kysely, sql } from 'kysely';
import type { SettingStore } from '../../app/questions/ports.ts';
import { applyChange } from '../transactions.ts';

/** A tenant's settings on a database. */
export function settingStore(db: Kysely<unknown>): SettingStore {
  return {
    read: async (tenantId, name) => {
      const { rows } = await sql<{ value: unknown }>`
        select value from setting where tenant_id = ${tenantId} and name = ${name}`.execute(db);
      return rows[0]?.value ?? null;
    },
    write: (tenantId, name, value, change) =>
      applyChange(db, change, async (transaction) => {
        await sql`
          insert into setting (tenant_id, name, value) values (${tenantId}, ${name}, ${JSON.stringify(value)}::jsonb)
          on conflict (tenant_id, name) do update set value = excluded.value`.execute(transaction);
        return 'changed';
      }),
  };
}
