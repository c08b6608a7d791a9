import { type Kysely, sql } from 'kysely';

/** What a committee's agendas usually hold, sealed: items are free text. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table agenda_template (tenant_id text not null, name text not null, template jsonb not null, primary key (tenant_id, name))`.execute(
    db,
  );
}
