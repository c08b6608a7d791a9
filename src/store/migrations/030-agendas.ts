import { type Kysely, sql } from 'kysely';

/** Agendas, what was recorded on them, who approved the minutes, and which proposals became deadlines. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table agenda (
      tenant_id text not null,
      id text not null,
      agenda jsonb not null,
      held_on date,
      file text,
      revision integer not null,
      kept_at timestamptz not null default now(),
      primary key (tenant_id, id)
    )`.execute(db);
  await sql`create index agenda_newest on agenda (tenant_id, held_on desc nulls last)`.execute(db);
  await sql`
    create table agenda_post (
      tenant_id text not null,
      agenda_id text not null,
      conversation_id text not null,
      message_id text not null,
      primary key (tenant_id, agenda_id, conversation_id)
    )`.execute(db);
  await sql`
    create table item_record (
      tenant_id text not null,
      agenda_id text not null,
      item_index integer not null,
      number integer not null,
      entry jsonb not null,
      recorded_by text not null,
      at bigint not null,
      primary key (tenant_id, agenda_id, item_index, number)
    )`.execute(db);
  await sql`
    create table minutes_approval (
      tenant_id text not null,
      agenda_id text not null,
      member text not null,
      kind text not null,
      at bigint not null,
      primary key (tenant_id, agenda_id, member)
    )`.execute(db);
  await sql`create table accepted_follow_up (tenant_id text not null, agenda_id text not null, key text not null, deadline_id text not null, primary key (tenant_id, agenda_id, key))`.execute(
    db,
  );
}
