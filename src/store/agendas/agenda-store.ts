import { type Kysely, sql } from 'kysely';
import type { AcceptedFollowUp, AcceptedFrom, AgendaStore } from '../../app/agendas/ports.ts';
import type { Approval } from '../../domain/agenda/meeting/minutes.ts';
import type { ItemRecord } from '../../domain/agenda/meeting/record.ts';
import type { Sealer } from '../core/sealer.ts';
import { deadlineWriter } from '../deadlines/deadline-store.ts';
import { applyChange } from '../transactions.ts';
import { type AgendaRow, agendaOf, type RecordRow, recordOf, sealAgenda, sealEntry } from './agenda-rows.ts';

const columns = sql`a.id, a.agenda, a.file, a.revision, coalesce((
  select json_agg(json_build_object('conversationId', p.conversation_id, 'messageId', p.message_id, 'shown', p.shown))
  from agenda_post p where p.tenant_id = a.tenant_id and p.agenda_id = a.id), '[]'::json) as posted`;

/** Agendas on a database. They are sealed, and so is what was recorded on them: of a closed item nothing lies in clear. */
export function agendaStore(db: Kysely<unknown>, sealer: Sealer): AgendaStore {
  return {
    find: async (tenantId, id) => {
      const { rows } =
        await sql<AgendaRow>`select ${columns} from agenda a where a.tenant_id = ${tenantId} and a.id = ${id}`.execute(db);
      return rows[0] === undefined ? null : agendaOf(rows[0], tenantId, sealer);
    },
    list: async (tenantId, most) => {
      const { rows } =
        await sql<AgendaRow>`select ${columns} from agenda a where a.tenant_id = ${tenantId} order by a.held_on desc nulls last, a.kept_at desc limit ${most}`.execute(
          db,
        );
      return rows.map((row) => agendaOf(row, tenantId, sealer));
    },
    save: (tenantId, { id, agenda, file, revision }, change, moves) =>
      applyChange(db, change, async (transaction) => {
        await sql`
          insert into agenda (tenant_id, id, agenda, held_on, file, revision) values (${tenantId}, ${id}, ${sealAgenda(agenda, tenantId, id, sealer)}::jsonb, ${agenda.date}, ${file}, ${revision})
          on conflict (tenant_id, id) do update set agenda = excluded.agenda, held_on = excluded.held_on, file = excluded.file, revision = agenda.revision + 1, kept_at = now()`.execute(
          transaction,
        );
        await moveRecords(transaction, { tenantId, id }, moves ?? new Map());
        return 'changed';
      }),
    markPosted: async (tenantId, id, { conversationId, messageId }) => {
      // A channel's threads have its id before the semicolon: an agenda stands once in each channel.
      await sql`
        delete from agenda_post where tenant_id = ${tenantId} and agenda_id = ${id} and conversation_id <> ${conversationId}
        and split_part(conversation_id, ';', 1) = split_part(${conversationId}::text, ';', 1)`.execute(db);
      await sql`
        insert into agenda_post (tenant_id, agenda_id, conversation_id, message_id, shown)
        select ${tenantId}, ${id}, ${conversationId}, ${messageId}, (select agenda from agenda where tenant_id = ${tenantId} and id = ${id})
        on conflict (tenant_id, agenda_id, conversation_id) do update set message_id = excluded.message_id, shown = excluded.shown`.execute(
        db,
      );
    },
    records: async (tenantId, id) => {
      const { rows } = await sql<RecordRow>`
        select item_index, number, entry, recorded_by, at from item_record where tenant_id = ${tenantId} and agenda_id = ${id} order by item_index, number`.execute(
        db,
      );
      return rows.map((row) => recordOf(row, tenantId, id, sealer));
    },
    recordsOf: async (tenantId, ids) => {
      const { rows } = await sql<RecordRow & { readonly agenda_id: string }>`
        select agenda_id, item_index, number, entry, recorded_by, at from item_record
        where tenant_id = ${tenantId} and agenda_id = any(${[...ids]}) order by item_index, number`.execute(db);
      const records = new Map<string, ItemRecord[]>(ids.map((id) => [id, []]));
      for (const row of rows) records.get(row.agenda_id)?.push(recordOf(row, tenantId, row.agenda_id, sealer));
      return records;
    },
    addRecord: (tenantId, id, { itemIndex, number, entry, by, at }, change) =>
      applyChange(db, change, async (transaction) => {
        const { rows } = await sql`
          insert into item_record (tenant_id, agenda_id, item_index, number, entry, recorded_by, at)
          values (${tenantId}, ${id}, ${itemIndex}, ${number}, ${sealEntry({ entry, number, at }, tenantId, id, sealer)}::jsonb, ${by}, ${at}) on conflict do nothing returning number`.execute(
          transaction,
        );
        return rows.length === 1 ? 'changed' : 'conflict';
      }),
    approvals: async (tenantId, id) => {
      const { rows } =
        await sql<Approval>`select member, kind, at from minutes_approval where tenant_id = ${tenantId} and agenda_id = ${id} order by at, member`.execute(
          db,
        );
      return rows;
    },
    addApproval: (tenantId, id, { member, kind, at, changedAt }, change) =>
      applyChange(db, change, async (transaction) => {
        const { rows } = await sql`
          insert into minutes_approval (tenant_id, agenda_id, member, kind, at) values (${tenantId}, ${id}, ${member}, ${kind}, ${at})
          on conflict (tenant_id, agenda_id, member) do update set kind = excluded.kind, at = excluded.at where minutes_approval.at < ${changedAt} returning member`.execute(
          transaction,
        );
        return rows.length === 1 ? 'changed' : 'conflict';
      }),
    accepted: async (tenantId, id) => {
      const { rows } =
        await sql<AcceptedFollowUp>`select key, deadline_id as "deadlineId" from accepted_follow_up where tenant_id = ${tenantId} and agenda_id = ${id}`.execute(
          db,
        );
      return rows;
    },
    acceptedAs: async (tenantId, deadlineIds) => {
      if (deadlineIds.length === 0) return [];
      const { rows } =
        await sql<AcceptedFrom>`select key, deadline_id as "deadlineId", agenda_id as "agendaId" from accepted_follow_up where tenant_id = ${tenantId} and deadline_id in (${sql.join(deadlineIds)})`.execute(
          db,
        );
      return rows;
    },
    acceptedBy: async (tenantId, id, owner) => {
      const { rows } = await sql<AcceptedFollowUp>`
        select f.key, f.deadline_id as "deadlineId" from accepted_follow_up f join deadline d on d.tenant_id = f.tenant_id and d.id = f.deadline_id
        where f.tenant_id = ${tenantId} and f.agenda_id = ${id} and d.owner = ${owner}`.execute(db);
      return rows;
    },
    accept: (tenantId, id, { key, deadlineId }, deadline, change) =>
      applyChange(db, change, async (transaction) => {
        const { rows } = await sql`
          insert into accepted_follow_up (tenant_id, agenda_id, key, deadline_id) values (${tenantId}, ${id}, ${key}, ${deadlineId}) on conflict do nothing returning key`.execute(
          transaction,
        );
        if (rows.length === 0) return 'conflict';
        await deadlineWriter(sealer).insert(transaction, tenantId, deadline);
        return 'changed';
      }),
  };
}

/** Far from any item's place: there lies what was recorded on items that are gone. */
const nowhere = 1_000_000;

/** Moves records and accepted proposals with their items, over places that nobody uses, so that none meets another on the way. */
async function moveRecords(
  transaction: Kysely<unknown>,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  moves: ReadonlyMap<number, number | null>,
): Promise<void> {
  const moved = [...moves].filter(([from, to]) => from !== to);
  for (const [from, to] of moved) {
    const away = -1 - (to ?? nowhere + from);
    await sql`update item_record set item_index = ${away} where tenant_id = ${tenantId} and agenda_id = ${id} and item_index = ${from}`.execute(
      transaction,
    );
    await sql`
      update accepted_follow_up set key = split_part(key, '|', 1) || '|' || ${String(away)}::text || '|' || split_part(key, '|', 3)
      where tenant_id = ${tenantId} and agenda_id = ${id} and split_part(key, '|', 2) = ${String(from)}::text`.execute(
      transaction,
    );
  }
  if (moved.length === 0) return;
  await sql`update item_record set item_index = -1 - item_index where tenant_id = ${tenantId} and agenda_id = ${id} and item_index < 0`.execute(
    transaction,
  );
  await sql`
    update accepted_follow_up set key = split_part(key, '|', 1) || '|' || (-1 - split_part(key, '|', 2)::integer)::text || '|' || split_part(key, '|', 3)
    where tenant_id = ${tenantId} and agenda_id = ${id} and split_part(key, '|', 2) like '-%'`.execute(transaction);
}
