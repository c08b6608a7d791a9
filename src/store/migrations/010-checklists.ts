import { type Kysely, sql } from 'kysely';

/** Checklist runs, their append-only answers, case decisions, where their cards stand, and queues of cases. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table checklist_run (
      tenant_id text not null,
      id text not null,
      case_reference text not null,
      rule_set text not null,
      as_of date not null,
      owner text not null,
      is_trial boolean not null,
      started_at bigint not null,
      state text not null default 'open',
      primary key (tenant_id, id)
    )`.execute(db);
  await sql`create index checklist_run_owner on checklist_run (tenant_id, owner, state)`.execute(db);
  await sql`create index checklist_run_case on checklist_run (tenant_id, case_reference)`.execute(db);
  await sql`
    create table run_answer (
      tenant_id text not null,
      run_id text not null,
      question text not null,
      version integer not null,
      value text not null,
      answered_by text not null,
      at bigint not null,
      primary key (tenant_id, run_id, question, version)
    )`.execute(db);
  await sql`
    create table case_decision (
      tenant_id text not null,
      run_id text not null,
      number integer not null,
      kind text not null,
      body text not null,
      decided_by text not null,
      at bigint not null,
      primary key (tenant_id, run_id, number)
    )`.execute(db);
  for (const table of ['run_answer', 'case_decision']) {
    const named = sql.raw(table);
    await sql`create trigger ${sql.raw(`${table}_append_only`)} before update or delete on ${named} for each row execute function refuse_audit_change()`.execute(
      db,
    );
  }
  await sql`
    create table run_share (
      tenant_id text not null,
      run_id text not null,
      conversation_id text not null,
      message_id text,
      primary key (tenant_id, run_id, conversation_id)
    )`.execute(db);
  await sql`create index run_share_place on run_share (tenant_id, conversation_id)`.execute(db);
  await sql`
    create table case_queue (
      tenant_id text not null,
      conversation_id text not null,
      id text not null,
      checklist text not null,
      owner text not null,
      revision integer not null,
      cases jsonb not null,
      primary key (tenant_id, conversation_id)
    )`.execute(db);
}
