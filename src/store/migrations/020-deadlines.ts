import { type Kysely, sql } from 'kysely';

/** Deadlines, the outbox of their reminders, and what goes with them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table deadline (
      tenant_id text not null,
      id text not null,
      kind text not null,
      title text not null,
      case_reference text,
      due_on date not null,
      vague_words text,
      trigger jsonb,
      source text,
      assumption text,
      owner text not null,
      state text not null,
      met_on date,
      snoozed_until date,
      generation integer not null,
      import_key text,
      next_reminder_on date,
      primary key (tenant_id, id)
    )`.execute(db);
  await sql`create unique index deadline_import on deadline (tenant_id, import_key) where import_key is not null`.execute(db);
  await sql`create index deadline_open on deadline (tenant_id, owner, due_on) where state = 'open'`.execute(db);
  await sql`create index deadline_due on deadline (tenant_id, owner, due_on)`.execute(db);
  await sql`create index deadline_attention on deadline (next_reminder_on) where state = 'open' and next_reminder_on is not null`.execute(
    db,
  );
  await sql`
    create table reminder (
      tenant_id text not null,
      id text not null,
      dedupe_key text not null,
      kind text not null,
      person text not null,
      about text not null,
      day date not null,
      after_day date not null,
      deadline_id text,
      due_at bigint not null,
      next_at bigint not null,
      state text not null,
      attempts integer not null,
      claim text,
      claimed_by text,
      last_error text,
      conversation_id text,
      message_id text,
      primary key (tenant_id, id),
      unique (tenant_id, dedupe_key)
    )`.execute(db);
  await sql`create index reminder_next on reminder (tenant_id, next_at)`.execute(db);
  await sql`create index reminder_unreached on reminder (tenant_id, day) where state in ('unreachable', 'dead')`.execute(db);
  // One bucket of sends a tenant: Teams allows 50 a second per app and tenant.
  await sql`create table reminder_rate (tenant_id text primary key, tokens double precision not null, refilled_at bigint not null)`.execute(
    db,
  );
  await sql`create table reminded_through (tenant_id text not null, person text not null, day date not null, primary key (tenant_id, person))`.execute(
    db,
  );
  await sql`
    create table absence (
      tenant_id text not null,
      person text not null,
      from_day date not null,
      to_day date not null,
      stand_in text not null,
      primary key (tenant_id, person, from_day)
    )`.execute(db);
  // A list from the case system between its preview and the person's yes.
  await sql`
    create table pending_import (
      tenant_id text not null,
      object_id text not null,
      id text not null,
      columns jsonb not null,
      rows jsonb not null,
      primary key (tenant_id, object_id)
    )`.execute(db);
  // Raising a person's number revokes every link that was signed under an earlier one.
  await sql`create table feed_revision (tenant_id text not null, object_id text not null, revision integer not null, primary key (tenant_id, object_id))`.execute(
    db,
  );
  await sql`
    create table planned_duty (
      tenant_id text not null,
      id text not null,
      duty_id text not null,
      title text not null,
      source text not null,
      owner text not null,
      first_on date not null,
      interval jsonb not null,
      laid_in_through integer not null,
      primary key (tenant_id, id)
    )`.execute(db);
}
