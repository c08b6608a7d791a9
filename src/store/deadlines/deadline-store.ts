import { type Kysely, sql, type Transaction } from 'kysely';
import type { Absence, AbsenceStore, DeadlineStore, DeadlineToSave } from '../../app/deadlines/ports.ts';
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { ColumnMapping } from '../../domain/deadline/case-import.ts';
import type { Sealer } from '../core/sealer.ts';
import { applyChange } from '../transactions.ts';
import { type DeadlineRow, deadlineOf, sealDetails, storedImportKey, titlePlace } from './deadline-rows.ts';

const columns = sql`tenant_id, id, kind, title, case_reference, due_on, details, owner, state, met_on, snoozed_until, generation, import_key`;
const mappingName = 'case-import-columns';

/** Deadlines and absences on a database; a title is free text, and sealed; so is what a deadline counts from. */
export function deadlineStore(db: Kysely<unknown>, sealer: Sealer): DeadlineStore & AbsenceStore {
  const { insert, update } = deadlineWriter(sealer);
  const opened = (row: DeadlineRow) => deadlineOf(row, sealer);
  return {
    find: async (tenantId, id) => {
      const { rows } =
        await sql<DeadlineRow>`select ${columns} from deadline where tenant_id = ${tenantId} and id = ${id}`.execute(db);
      return rows[0] === undefined ? null : opened(rows[0]);
    },
    openOf: async (tenantId, owners) => {
      const { rows } = await sql<DeadlineRow>`
        select ${columns} from deadline where tenant_id = ${tenantId} and owner = any(${[...owners]}) and state = 'open' order by due_on, id`.execute(
        db,
      );
      return rows.map(opened);
    },
    openOfCase: async (tenantId, caseReference) => {
      const { rows } = await sql<DeadlineRow>`
        select ${columns} from deadline where tenant_id = ${tenantId} and case_reference = ${caseReference} and state = 'open' order by due_on, id`.execute(
        db,
      );
      return rows.map(opened);
    },
    dueBetween: async (tenantId, owners, { from, to }) => {
      const { rows } = await sql<DeadlineRow>`
        select ${columns} from deadline
        where tenant_id = ${tenantId} and owner = any(${[...owners]}) and due_on between ${from}::date and ${to}::date and state <> 'stopped'`.execute(
        db,
      );
      return rows.map(opened);
    },
    add: (tenantId, deadlines, change) =>
      applyChange(db, change, async (transaction) => {
        for (const wanted of deadlines) await insert(transaction, tenantId, wanted);
        return 'changed';
      }),
    replace: (tenantId, generation, next, change) =>
      applyChange(db, change, (transaction) => update(transaction, tenantId, generation, next)),
    imported: async (tenantId) => {
      const { rows } =
        await sql<DeadlineRow>`select ${columns} from deadline where tenant_id = ${tenantId} and import_key is not null`.execute(
          db,
        );
      return new Map(rows.map(opened).map((deadline) => [deadline.importKey ?? '', deadline]));
    },
    columnMapping: async (tenantId) => {
      const { rows } = await sql<{
        value: ColumnMapping;
      }>`select value from setting where tenant_id = ${tenantId} and name = ${mappingName}`.execute(db);
      return rows[0]?.value ?? null;
    },
    saveColumnMapping: (tenantId, mapping, change) =>
      applyChange(db, change, async (transaction) => {
        await sql`
          insert into setting (tenant_id, name, value) values (${tenantId}, ${mappingName}, ${JSON.stringify(mapping)}::jsonb)
          on conflict (tenant_id, name) do update set value = excluded.value`.execute(transaction);
        return 'changed';
      }),
    absencesOn: async (tenantId, day) => {
      const { rows } = await sql<{ person: string; from_day: PlainDate; to_day: PlainDate; stand_in: string }>`
        select person, from_day, to_day, stand_in from absence where tenant_id = ${tenantId} and ${day}::date between from_day and to_day`.execute(
        db,
      );
      return rows.map((row): Absence => ({ person: row.person, from: row.from_day, to: row.to_day, standIn: row.stand_in }));
    },
    saveAbsence: (tenantId, { person, from, to, standIn }, change) =>
      applyChange(db, change, async (transaction) => {
        await sql`
          insert into absence (tenant_id, person, from_day, to_day, stand_in) values (${tenantId}, ${person}, ${from}, ${to}, ${standIn})
          on conflict (tenant_id, person, from_day) do update set to_day = excluded.to_day, stand_in = excluded.stand_in`.execute(
          transaction,
        );
        return 'changed';
      }),
  };
}

/** Writes deadlines in a transaction that is handed in. */
export interface DeadlineWriter {
  readonly insert: (transaction: Transaction<unknown>, tenantId: string, wanted: DeadlineToSave) => Promise<void>;
  /** Only where the generation is still the one that was read. */
  readonly update: (
    transaction: Transaction<unknown>,
    tenantId: string,
    generation: number,
    next: DeadlineToSave,
  ) => Promise<'changed' | 'conflict'>;
}

/** Seals what it writes, for the stores whose changes lay in deadlines. */
export function deadlineWriter(sealer: Sealer): DeadlineWriter {
  const sealed = (tenantId: string, { id, title }: DeadlineToSave['deadline']) => sealer.seal(title, titlePlace(tenantId, id));
  return {
    insert: async (transaction, tenantId, { deadline, importKey, nextReminderOn }) => {
      await sql`
        insert into deadline (${columns}, next_reminder_on)
        values (${tenantId}, ${deadline.id}, ${deadline.kind}, ${sealed(tenantId, deadline)}, ${deadline.caseReference}, ${deadline.dueOn},
          ${sealDetails(deadline, tenantId, sealer)}::jsonb, ${deadline.owner}, ${deadline.state}, ${deadline.metOn}, ${deadline.snoozedUntil}, 1, ${storedImportKey(tenantId, importKey)}, ${nextReminderOn})`.execute(
        transaction,
      );
    },
    update: async (transaction, tenantId, generation, { deadline, nextReminderOn }) => {
      const { rows } = await sql`
        update deadline set title = ${sealed(tenantId, deadline)}, due_on = ${deadline.dueOn}, details = ${sealDetails(deadline, tenantId, sealer)}::jsonb,
          owner = ${deadline.owner}, state = ${deadline.state}, met_on = ${deadline.metOn}, snoozed_until = ${deadline.snoozedUntil},
          next_reminder_on = ${nextReminderOn}, generation = generation + 1
        where tenant_id = ${tenantId} and id = ${deadline.id} and generation = ${generation} returning id`.execute(transaction);
      return rows.length === 1 ? 'changed' : 'conflict';
    },
  };
}
