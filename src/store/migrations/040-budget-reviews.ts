import { type Kysely, sql } from 'kysely';

/** Budget follow-ups: frames and spending by unit, amounts in øre as text so that no digit passes through a float. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table budget_review (
      tenant_id text not null,
      id text not null,
      year integer not null,
      through_month integer not null check (through_month between 1 and 12),
      lines jsonb not null,
      state text not null check (state in ('draft', 'kept')),
      entered_by text not null,
      entered_at bigint not null,
      primary key (tenant_id, id)
    )`.execute(db);
  await sql`create index budget_review_latest on budget_review (tenant_id, year desc, through_month desc, entered_at desc) where state = 'kept'`.execute(
    db,
  );
}
