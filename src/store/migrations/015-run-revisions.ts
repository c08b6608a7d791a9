import { type Kysely, sql } from 'kysely';

/**
 * A run counts its changes. Who sends a step says the count that they saw: where nothing came in between, the step's own answers are
 * the only news, and the run is not read again (it was half of what a step cost the database). The count is taken with the run's lock.
 */
const byIndex = sql.raw('set enable_seqscan to off set enable_hashjoin to off set enable_mergejoin to off');

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table checklist_run add column revision integer not null default 0`.execute(db);
  // Room on each page, so that a count moves no index.
  await sql`alter table checklist_run set (fillfactor = 70)`.execute(db);
  await sql`
    create function count_run_change() returns trigger language plpgsql as $$
    begin
      update checklist_run set revision = revision + 1 where tenant_id = new.tenant_id and id = new.run_id;
      return null;
    end $$`.execute(db);
  for (const table of ['case_decision', 'run_share']) {
    const [named, trigger] = [sql.raw(table), sql.raw(`${table}_counted`)];
    await sql`create trigger ${trigger} after insert or update on ${named} for each row execute function count_run_change()`.execute(
      db,
    );
  }
  await sql`
    create or replace function runs_as_json(p_tenant text, p_runs text[]) returns table (id text, run json) language plpgsql stable ${byIndex} as $$
    begin
      return query select r.id, json_build_object(
        'id', r.id, 'caseReference', r.case_reference, 'ruleSet', r.rule_set, 'asOf', to_char(r.as_of, 'YYYY-MM-DD'), 'owner', r.owner,
        'isTrial', r.is_trial, 'startedAt', r.started_at, 'state', r.state, 'revision', r.revision,
        'answers', coalesce((select json_agg(json_build_object('question', a.question, 'version', a.version, 'value', a.value,
          'by', a.answered_by, 'at', a.at) order by a.at, a.question collate "C") from (
            select distinct on (question) * from run_answer where tenant_id = p_tenant and run_id = r.id
            order by question, version desc) a), '[]'::json),
        'decisions', coalesce((select json_agg(json_build_object('number', d.number, 'body', d.body) order by d.number)
          from case_decision d where d.tenant_id = p_tenant and d.run_id = r.id), '[]'::json),
        'sharedAt', coalesce((select json_agg(json_build_object('conversationId', s.conversation_id, 'messageId', s.message_id))
          from run_share s where s.tenant_id = p_tenant and s.run_id = r.id), '[]'::json))
      from unnest(p_runs) as asked(id),
        lateral (select * from checklist_run one where one.tenant_id = p_tenant and one.id = asked.id offset 0) r;
    end $$`.execute(db);
  await sql`
    create or replace function record_answers(p_tenant text, p_head text, p_steps json) returns setof json language plpgsql ${byIndex} as $$
    declare v_id text; v_revision integer; v_state text; v_ids text[] := '{}'; v_revisions integer[] := '{}'; v_open text[] := '{}';
      v_runs text[]; v_outcomes text[]; v_recorded json[]; v_unread text[]; v_lines json;
    begin
      -- One by one, in order: joined to them, the runs of a tenant that the planner knows little of would all be read.
      for v_id in select distinct (value ->> 'run') collate "C" from json_array_elements(p_steps) order by 1 loop
        update checklist_run r set revision = r.revision + 1 where r.tenant_id = p_tenant and r.id = v_id
        returning r.revision, r.state into v_revision, v_state;
        continue when not found;
        v_ids := v_ids || v_id;
        v_revisions := v_revisions || v_revision;
        if v_state = 'open' then v_open := v_open || v_id; end if;
      end loop;
      perform pg_advisory_xact_lock(hashtext('audit|' || p_tenant));
      with step as (
        select place, value ->> 'run' as run_id, (value ->> 'revision')::integer as revision, value ->> 'activity' as activity_id,
          value #>> '{audit,action}' as action, value -> 'audit' as audit, value -> 'answers' as answers,
          count(*) over (partition by value ->> 'run') as together
        from json_array_elements(p_steps) with ordinality as s(value, place)),
      fresh as (
        select distinct on (coalesce(activity_id, place::text)) * from step
        where (select h.action from handled_activity h
          where h.tenant_id = p_tenant and h.activity_id = step.activity_id and h.action = step.action) is null
        order by coalesce(activity_id, place::text), place),
      answer as (
        select distinct on (fresh.run_id, a.question, a.version) fresh.place, fresh.run_id, a.*
        from fresh, json_to_recordset(fresh.answers) as a(question text, version integer, value text, "by" text, at bigint)
        where fresh.run_id = any(v_open) and a.version = 1 + coalesce((select max(version) from run_answer known
          where known.tenant_id = p_tenant and known.run_id = fresh.run_id and known.question = a.question), 0)
        order by fresh.run_id, a.question, a.version, fresh.place),
      written as (
        insert into run_answer (tenant_id, run_id, question, version, value, answered_by, at)
        select p_tenant, run_id, question, version, value, "by", at from answer order by place
        on conflict do nothing returning run_id, question, version),
      recorded as (
        select place, json_agg(question) as questions from answer join written using (run_id, question, version) group by place),
      marked as (
        insert into handled_activity (tenant_id, activity_id, action)
        select p_tenant, activity_id, action from fresh join recorded using (place) where activity_id is not null)
      select
        array_agg(step.run_id order by place),
        array_agg(case when fresh.place is null then 'repeated' when questions is null then 'conflict' else 'changed' end order by place),
        array_agg(coalesce(questions, '[]'::json) order by place),
        array_agg(distinct step.run_id) filter (where step.together > 1 or step.revision is distinct from v_revisions[array_position(v_ids, step.run_id)] - 1
          or questions is null or json_array_length(questions) < json_array_length(step.answers)),
        json_agg(step.audit order by place) filter (where questions is not null)
      into v_runs, v_outcomes, v_recorded, v_unread, v_lines
      from step left join fresh using (place) left join recorded using (place);
      if v_lines is not null then perform append_audit(p_tenant, p_head, v_lines); end if;
      return query select json_build_object('outcome', done.outcome, 'recorded', done.recorded, 'run', read.run,
          'revision', v_revisions[array_position(v_ids, done.run_id)])
        from unnest(v_outcomes, v_recorded, v_runs) with ordinality as done(outcome, recorded, run_id, place)
        left join (select * from runs_as_json(p_tenant, v_unread) where v_unread is not null) read on read.id = done.run_id order by done.place;
    end $$`.execute(db);
}
