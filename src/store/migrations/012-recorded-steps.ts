import { type Kysely, sql } from 'kysely';

/**
 * A step is one statement: the database marks its activity, records its answers, binds its audit line and reads the run again. Several
 * steps of a tenant go in one call. Locks are taken in one order: the runs, then the tenant's audit chain.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function append_audit(p_tenant text, p_head text, p_lines json) returns void language plpgsql as $$
    declare v_line json; v_number integer := 0; v_hash text := repeat('0', 64); v_before text; v_at text;
    begin
      perform pg_advisory_xact_lock(hashtext('audit|' || p_tenant));
      select number, hash into v_number, v_hash from audit where tenant_id = p_tenant order by number desc limit 1;
      v_number := coalesce(v_number, 0);
      v_hash := coalesce(v_hash, repeat('0', 64));
      v_at := to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
      for v_line in select value from json_array_elements(p_lines) loop
        v_number := v_number + 1;
        v_before := v_hash;
        v_hash := encode(sha256(convert_to(
          '[' || p_head || ',' || v_number || ',"' || v_at || '",' || (v_line ->> 'tail') || ',"' || v_before || '"]', 'UTF8')), 'hex');
        insert into audit (tenant_id, number, at, actor, action, subject, details, previous_hash, hash)
        values (p_tenant, v_number, v_at, v_line ->> 'actor', v_line ->> 'action', v_line ->> 'subject', v_line ->> 'details', v_before, v_hash);
      end loop;
    end $$`.execute(db);
  await sql`
    create function run_as_json(p_tenant text, p_run text) returns json language plpgsql stable as $$
    begin
      return (select json_build_object(
        'id', r.id, 'caseReference', r.case_reference, 'ruleSet', r.rule_set, 'asOf', to_char(r.as_of, 'YYYY-MM-DD'), 'owner', r.owner,
        'isTrial', r.is_trial, 'startedAt', r.started_at, 'state', r.state,
        'answers', (select coalesce(json_agg(a order by a.at, a.question), '[]'::json) from (
          select distinct on (question) question, version, value, answered_by as by, at from run_answer
          where tenant_id = p_tenant and run_id = p_run order by question, version desc) a),
        'decisions', (select coalesce(json_agg(json_build_object('number', d.number, 'body', d.body) order by d.number), '[]'::json)
          from case_decision d where d.tenant_id = p_tenant and d.run_id = p_run),
        'sharedAt', (select coalesce(json_agg(json_build_object('conversationId', s.conversation_id, 'messageId', s.message_id)), '[]'::json)
          from run_share s where s.tenant_id = p_tenant and s.run_id = p_run))
        from checklist_run r where r.tenant_id = p_tenant and r.id = p_run);
    end $$`.execute(db);
  await sql`
    create function record_answers(p_tenant text, p_head text, p_steps json) returns setof json language plpgsql as $$
    declare v_step json; v_lines json[] := '{}'; v_recorded text[]; v_count integer; v_outcome text; v_done json[] := '{}';
    begin
      perform 1 from checklist_run where tenant_id = p_tenant and id in (select value ->> 'run' from json_array_elements(p_steps))
        order by id for share;
      perform pg_advisory_xact_lock(hashtext('audit|' || p_tenant));
      for v_step in select value from json_array_elements(p_steps) loop
        v_recorded := '{}';
        v_count := 1;
        if v_step ->> 'activity' is not null then
          insert into handled_activity (tenant_id, activity_id, action)
          values (p_tenant, v_step ->> 'activity', v_step #>> '{audit,action}') on conflict do nothing;
          get diagnostics v_count = row_count;
        end if;
        v_outcome := case v_count when 0 then 'repeated' else 'changed' end;
        if v_count = 1 then
          with written as (
            insert into run_answer (tenant_id, run_id, question, version, value, answered_by, at)
            select p_tenant, v_step ->> 'run', question, version, value, "by", at
            from json_to_recordset(v_step -> 'answers') as a(question text, version integer, value text, "by" text, at bigint)
            where exists (select 1 from checklist_run where tenant_id = p_tenant and id = v_step ->> 'run' and state = 'open')
            on conflict do nothing returning question)
          select coalesce(array_agg(question), '{}') into v_recorded from written;
          if cardinality(v_recorded) = 0 then
            v_outcome := 'conflict';
            delete from handled_activity
            where tenant_id = p_tenant and activity_id = v_step ->> 'activity' and action = v_step #>> '{audit,action}';
          else
            v_lines := v_lines || (v_step -> 'audit');
          end if;
        end if;
        v_done := v_done || json_build_object('outcome', v_outcome, 'recorded', v_recorded, 'run', run_as_json(p_tenant, v_step ->> 'run'));
      end loop;
      if cardinality(v_lines) > 0 then perform append_audit(p_tenant, p_head, array_to_json(v_lines)); end if;
      return query select unnest(v_done);
    end $$`.execute(db);
}
