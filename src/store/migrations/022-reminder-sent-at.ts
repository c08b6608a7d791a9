import { type Kysely, sql } from 'kysely';

/** When a reminder was sent: a person gets no two within the connector's rate for one conversation. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table reminder add column sent_at bigint`.execute(db);
  await sql`create index reminder_sent on reminder (tenant_id, person, sent_at) where sent_at is not null`.execute(db);
  await sql`create index reminder_waiting on reminder (tenant_id, person) where state = 'due'`.execute(db);
}
