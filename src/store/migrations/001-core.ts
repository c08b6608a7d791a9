import { type Kysely, sql } from 'kysely';

/** What every part stands on: the audit log, handled activities, conversations, feedback, documents and settings. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit (
      tenant_id text not null,
      number integer not null,
      at text not null,
      actor text not null,
      action text not null,
      subject text not null,
      details text not null,
      previous_hash text not null,
      hash text not null,
      primary key (tenant_id, number)
    )`.execute(db);
  await sql`
    create function refuse_audit_change() returns trigger language plpgsql as $$
    begin raise exception 'the audit log is append-only'; end $$`.execute(db);
  await sql`create trigger audit_append_only before update or delete on audit for each row execute function refuse_audit_change()`.execute(
    db,
  );
  await sql`create trigger audit_no_truncate before truncate on audit for each statement execute function refuse_audit_change()`.execute(
    db,
  );
  await sql`
    create table handled_activity (
      tenant_id text not null,
      activity_id text not null,
      action text not null,
      at timestamptz not null default now(),
      primary key (tenant_id, activity_id, action)
    )`.execute(db);
  await sql`
    create table conversation (
      tenant_id text not null,
      conversation_id text not null,
      kind text not null,
      service_url text not null,
      object_id text,
      channel_user_id text,
      bot_id text,
      dead_since timestamptz,
      primary key (tenant_id, conversation_id)
    )`.execute(db);
  await sql`create index conversation_person on conversation (tenant_id, object_id) where object_id is not null`.execute(db);
  await sql`
    create table feedback (
      tenant_id text not null,
      id text not null,
      object_id text not null,
      reaction text not null,
      text text not null,
      question text not null,
      message_id text,
      at timestamptz not null default now(),
      primary key (tenant_id, id)
    )`.execute(db);
  await sql`
    create table document (
      tenant_id text not null,
      id text not null,
      file text not null,
      details jsonb not null,
      text text not null,
      sha256 text not null,
      imported_at timestamptz not null default now(),
      primary key (tenant_id, id),
      unique (tenant_id, file)
    )`.execute(db);
  await sql`create table finding (tenant_id text not null, document_id text not null, number integer not null, finding jsonb not null, primary key (tenant_id, document_id, number))`.execute(
    db,
  );
  await sql`create table setting (tenant_id text not null, name text not null, value jsonb not null, primary key (tenant_id, name))`.execute(
    db,
  );
}
