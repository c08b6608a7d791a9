import { type Kysely, sql } from 'kysely';

/** What people decided on the numbers of imported documents. The numbers themselves are read from the documents anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table figure_decision (
      tenant_id text not null,
      document_id text not null,
      key text not null,
      decision text not null check (decision in ('approved', 'rejected')),
      label text,
      period text,
      unit text check (unit in ('kroner', 'thousands', 'millions', 'count', 'pct')),
      decided_by text not null,
      decided_at timestamptz not null default now(),
      primary key (tenant_id, document_id, key)
    )`.execute(db);
}
