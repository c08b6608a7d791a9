import { type Kysely, sql } from 'kysely';

/**
 * The steps of one call are recorded by a few statements for all of them instead of a handful for each, and their runs are read in
 * one. What it does is what `record_answers` did before: of two steps that answer a question at once, or repeat an activity, the
 * first counts. Locks are taken in one order: the runs, then the tenant's audit chain; under that chain's lock nobody else records.
 */
const byIndex = sql.raw('set enable_seqscan to off set enable_hashjoin to off set enable_mergejoin to off');

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function append_audit(p_tenant text, p_head text, p_lines json) returns void language plpgsql as $$
    declare v_line json; v_first integer; v_hash text; v_hashes text[]; v_tails text[]; v_tail text; v_at text;
    begin
      perform pg_advisory_xact_lock(hashtext('audit|' || p_tenant));
      select number, hash into v_first, v_hash from audit where tenant_id = p_tenant order by number desc limit 1;
      v_first := coalesce(v_first, 0);
      v_hashes := array[coalesce(v_hash, repeat('0', 64))];
      v_at := to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
      v_tails := array(select value ->> 'tail' from json_array_elements(p_lines));
      foreach v_tail in array v_tails loop
        v_hashes := v_hashes || encode(sha256(convert_to('[' || p_head || ',' || v_first + cardinality(v_hashes) || ',"' || v_at || '",'
          || v_tail || ',"' || v_hashes[cardinality(v_hashes)] || '"]', 'UTF8')), 'hex');
      end loop;
      insert into audit (tenant_id, number, at, actor, action, subject, details, previous_hash, hash)
      select p_tenant, v_first + place, v_at, value ->> 'actor', value ->> 'action', value ->> 'subject', value ->> 'details',
        v_hashes[place], v_hashes[place + 1]
      from json_array_elements(p_lines) with ordinality as line(value, place);
    end $$`.execute(db);
  await sql`
    create function runs_as_json(p_tenant text, p_runs text[]) returns table (id text, run json) language plpgsql stable ${byIndex} as $$
    begin
      return query select r.id, json_build_object(
        'id', r.id, 'caseReference', r.case_reference, 'ruleSet', r.rule_set, 'asOf', to_char(r.as_of, 'YYYY-MM-DD'), 'owner', r.owner,
        'isTrial', r.is_trial, 'startedAt', r.started_at, 'state', r.state,
        'answers', coalesce((select json_agg(json_build_object('question', a.question, 'version', a.version, 'value', a.value,
          'by', a.answered_by, 'at', a.at) order by a.at, a.question) from (
            select distinct on (question) * from run_answer where tenant_id = p_tenant and run_id = r.id
            order by question, version desc) a), '[]'::json),
        'decisions', coalesce((select json_agg(json_build_object('number', d.number, 'body', d.body) order by d.number)
          from case_decision d where d.tenant_id = p_tenant and d.run_id = r.id), '[]'::json),
        'sharedAt', coalesce((select json_agg(json_build_object('conversationId', s.conversation_id, 'messageId', s.message_id))
          from run_share s where s.tenant_id = p_tenant and s.run_id = r.id), '[]'::json))
      from checklist_run r where r.tenant_id = p_tenant and r.id = any(p_runs);
    end $$`.execute(db);
  await sql`
    create or replace function record_answers(p_tenant text, p_head text, p_steps json) returns setof json language plpgsql ${byIndex} as $$
    declare v_runs text[]; v_outcomes text[]; v_recorded json[]; v_lines json;
    begin
      v_runs := array(select value ->> 'run' from json_array_elements(p_steps));
      perform 1 from checklist_run where tenant_id = p_tenant and id = any(v_runs) order by id for share;
      perform pg_advisory_xact_lock(hashtext('audit|' || p_tenant));
      with step as (
        select place, value ->> 'run' as run_id, value ->> 'activity' as activity_id, value #>> '{audit,action}' as action,
          value -> 'audit' as audit, value -> 'answers' as answers
        from json_array_elements(p_steps) with ordinality as s(value, place)),
      fresh as (
        select distinct on (coalesce(activity_id, place::text)) * from step
        where (select h.action from handled_activity h
          where h.tenant_id = p_tenant and h.activity_id = step.activity_id and h.action = step.action) is null
        order by coalesce(activity_id, place::text), place),
      answer as (
        select distinct on (fresh.run_id, a.question, a.version) fresh.place, fresh.run_id, a.*
        from fresh, json_to_recordset(fresh.answers) as a(question text, version integer, value text, "by" text, at bigint)
        where (select r.state from checklist_run r where r.tenant_id = p_tenant and r.id = fresh.run_id) = 'open'
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
        array_agg(case when fresh.place is null then 'repeated' when questions is null then 'conflict' else 'changed' end order by place),
        array_agg(coalesce(questions, '[]'::json) order by place),
        json_agg(step.audit order by place) filter (where questions is not null)
      into v_outcomes, v_recorded, v_lines
      from step left join fresh using (place) left join recorded using (place);
      if v_lines is not null then perform append_audit(p_tenant, p_head, v_lines); end if;
      return query select json_build_object('outcome', done.outcome, 'recorded', done.recorded, 'run', read.run)
        from unnest(v_outcomes, v_recorded, v_runs) with ordinality as done(outcome, recorded, run_id, place)
        left join runs_as_json(p_tenant, v_runs) read on read.id = done.run_id order by done.place;
    end $$`.execute(db);
  await sql`drop function run_as_json(text, text)`.execute(db);
}
