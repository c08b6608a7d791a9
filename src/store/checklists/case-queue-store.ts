import { type Kysely, sql } from 'kysely';
import type { CaseQueue, QueueStore } from '../../app/checklists/ports.ts';
import { readTogether } from '../core/group-commit.ts';
import type { Sealer } from '../core/sealer.ts';
import { engineOf } from '../engine/pglite-dialect.ts';
import { applyChange } from '../transactions.ts';

/** A queue as it stands in its row: what was answered for all cases is sealed. */
export type QueueRow = Omit<CaseQueue, 'common'> & { readonly common: string | null };

/** Queues of cases, one in a conversation. */
export function queueStore(db: Kysely<unknown>, sealer: Sealer): QueueStore {
  const readRow = readTogether<readonly [tenantId: string, conversationId: string], QueueRow | { readonly id: null }>(
    async (keys) => {
      const { rows } = await sql<QueueRow | { readonly id: null }>`
        select id, conversation_id as "conversationId", checklist, owner, revision, cases, common, shown_to as "shownTo", current_run as current
        from json_array_elements(${JSON.stringify(keys)}::json) with ordinality as k(key, place)
        left join case_queue on tenant_id = key ->> 0 and conversation_id = key ->> 1 order by place`.execute(db);
      return rows;
    },
    engineOf(db),
  );
  return {
    queueIn: async (tenantId, conversationId) => {
      const row = await readRow([tenantId, conversationId]);
      return row.id === null ? null : queueOf(row, tenantId, sealer);
    },
    saveQueue: (tenantId, queue, change) =>
      applyChange(db, change, async (transaction) =>
        (await writeQueue(transaction, sealer, tenantId, queue)) ? 'changed' : 'conflict',
      ),
  };
}

/** A stored row as a queue. */
export function queueOf(row: QueueRow, tenantId: string, sealer: Sealer): CaseQueue {
  const common = row.common === null ? [] : JSON.parse(sealer.open(row.common, placeOf(tenantId, row.conversationId)));
  return { ...row, common };
}

/** Writes a queue where its revision is the one that was read; false where somebody changed it since. */
export async function writeQueue(db: Kysely<unknown>, sealer: Sealer, tenantId: string, queue: CaseQueue): Promise<boolean> {
  const { id, conversationId, checklist, owner, revision, cases, shownTo, current } = queue;
  const common = queue.common.length === 0 ? null : sealer.seal(JSON.stringify(queue.common), placeOf(tenantId, conversationId));
  const { rows } = await sql`
    insert into case_queue (tenant_id, conversation_id, id, checklist, owner, revision, cases, common, shown_to, current_run)
    values (${tenantId}, ${conversationId}, ${id}, ${checklist}, ${owner}, ${revision + 1}, ${JSON.stringify(cases)}::jsonb, ${common}, ${shownTo}, ${current})
    on conflict (tenant_id, conversation_id) do update set id = excluded.id, checklist = excluded.checklist, owner = excluded.owner,
      revision = excluded.revision, cases = excluded.cases, common = excluded.common, shown_to = excluded.shown_to,
      current_run = excluded.current_run where case_queue.revision = ${revision} returning id`.execute(db);
  return rows.length === 1;
}

function placeOf(tenantId: string, conversationId: string): string {
  return JSON.stringify([tenantId, 'case_queue', conversationId]);
}
