import { type Kysely, sql } from 'kysely';

/** What a notice is about: its deadlines, each with the day that it was due before it moved. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table reminder add column subjects jsonb not null default '[]'::jsonb`.execute(db);
  await sql`alter table reminder drop column deadline_id`.execute(db);
  await sql`create index reminder_about on reminder (tenant_id, about, day)`.execute(db);
  await sql`create index deadline_of_case on deadline (tenant_id, case_reference) where state = 'open' and case_reference is not null`.execute(
    db,
  );
}
