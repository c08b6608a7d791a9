import { type Kysely, sql, type Transaction } from 'kysely';
import type { DutyStore, FeedStore, ImportStore, PendingImport, StoredDuty } from '../../app/deadlines/ports.ts';
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Sealer } from '../core/sealer.ts';
import { applyChange } from '../transactions.ts';
import { deadlineWriter } from './deadline-store.ts';

/** Lists between preview and yes, sealed whole. A person has one at a time: a new one takes the place of the last. */
export function importStore(db: Kysely<unknown>, sealer: Sealer): ImportStore {
  const { insert, update } = deadlineWriter(sealer);
  const place = (tenantId: string, objectId: string, id: string) => JSON.stringify(['pending_import', tenantId, objectId, id]);
  return {
    keep: async (tenantId, objectId, { id, columns, rows }) => {
      const sealed = sealer.seal(JSON.stringify(rows), place(tenantId, objectId, id));
      await sql`
        insert into pending_import (tenant_id, object_id, id, columns, rows)
        values (${tenantId}, ${objectId}, ${id}, ${JSON.stringify(columns)}::jsonb, ${JSON.stringify(sealed)}::jsonb)
        on conflict (tenant_id, object_id) do update set id = excluded.id, columns = excluded.columns, rows = excluded.rows`.execute(
        db,
      );
    },
    pending: async (tenantId, objectId, id) => {
      const { rows } = await sql<Omit<PendingImport, 'rows'> & { readonly rows: string }>`
        select id, columns, rows from pending_import where tenant_id = ${tenantId} and object_id = ${objectId} and id = ${id}`.execute(
        db,
      );
      const [found] = rows;
      if (found === undefined) return null;
      return { ...found, rows: JSON.parse(sealer.open(found.rows, place(tenantId, objectId, id))) as PendingImport['rows'] };
    },
    write: (tenantId, objectId, { added, replaced }, change) =>
      applyChange(db, change, async (transaction) => {
        for (const wanted of added) await insert(transaction, tenantId, wanted);
        for (const { generation, next } of replaced)
          if ((await update(transaction, tenantId, generation, next)) === 'conflict') return 'conflict';
        await sql`delete from pending_import where tenant_id = ${tenantId} and object_id = ${objectId}`.execute(transaction);
        return 'changed';
      }),
  };
}

/** How often a person revoked the links to the own deadlines. */
export function feedStore(db: Kysely<unknown>): FeedStore {
  return {
    revision: async (tenantId, objectId) => {
      const { rows } = await sql<{
        revision: number;
      }>`select revision from feed_revision where tenant_id = ${tenantId} and object_id = ${objectId}`.execute(db);
      return rows[0]?.revision ?? 1;
    },
    revoke: (tenantId, objectId, change) =>
      applyChange(db, change, async (transaction) => {
        await sql`
          insert into feed_revision (tenant_id, object_id, revision) values (${tenantId}, ${objectId}, 2)
          on conflict (tenant_id, object_id) do update set revision = feed_revision.revision + 1`.execute(transaction);
        return 'changed';
      }),
  };
}

interface DutyRow {
  readonly id: string;
  readonly duty_id: string;
  readonly title: string;
  readonly source: string;
  readonly owner: string;
  readonly first_on: PlainDate;
  readonly interval: { readonly rhythm: string; readonly every: StoredDuty['interval'] };
  readonly laid_in_through: number;
}

/** Recurring duties. */
export function dutyStore(db: Kysely<unknown>, sealer: Sealer): DutyStore {
  const { insert } = deadlineWriter(sealer);
  return {
    planDuty: (tenantId, duty, change) => applyChange(db, change, (transaction) => savePlan(transaction, tenantId, duty)),
    stopDuty: (tenantId, id, change) =>
      applyChange(db, change, async (transaction) => {
        await sql`delete from planned_duty where tenant_id = ${tenantId} and id = ${id}`.execute(transaction);
        return 'changed';
      }),
    duties: async (tenantId) => {
      const { rows } = await sql<DutyRow>`select * from planned_duty where tenant_id = ${tenantId} order by first_on, id`.execute(
        db,
      );
      return rows.map((row) => ({
        id: row.id,
        owner: row.owner,
        laidInThrough: row.laid_in_through,
        firstOn: row.first_on,
        interval: row.interval.every,
        duty: { id: row.duty_id, title: row.title, source: row.source, rhythm: row.interval.rhythm },
      }));
    },
    tenantsWithDuties: async () => {
      const { rows } = await sql<{ tenant_id: string }>`select distinct tenant_id from planned_duty`.execute(db);
      return rows.map(({ tenant_id }) => tenant_id);
    },
    layIn: (tenantId, duty, time, deadline, change) =>
      applyChange(db, change, async (transaction) => {
        const { rows } = await sql`
          update planned_duty set laid_in_through = ${time} where tenant_id = ${tenantId} and id = ${duty.id} and laid_in_through < ${time} returning id`.execute(
          transaction,
        );
        if (rows.length === 0) return 'conflict';
        await insert(transaction, tenantId, deadline);
        return 'changed';
      }),
  };
}

async function savePlan(
  transaction: Transaction<unknown>,
  tenantId: string,
  { id, owner, duty, firstOn, interval, laidInThrough }: StoredDuty,
): Promise<'changed'> {
  const every = JSON.stringify({ rhythm: duty.rhythm, every: interval });
  await sql`
    insert into planned_duty (tenant_id, id, duty_id, title, source, owner, first_on, interval, laid_in_through)
    values (${tenantId}, ${id}, ${duty.id}, ${duty.title}, ${duty.source}, ${owner}, ${firstOn}, ${every}::jsonb, ${laidInThrough})
    on conflict (tenant_id, id) do update set owner = excluded.owner, first_on = excluded.first_on, interval = excluded.interval, laid_in_through = excluded.laid_in_through`.execute(
    transaction,
  );
  return 'changed';
}
