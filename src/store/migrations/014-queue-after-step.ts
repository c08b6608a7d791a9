import { type Kysely, sql } from 'kysely';

/** A step is told the queue of its conversation too: the next card asks for it, and a query of its own cost as much as a third of the recording. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function record_steps(p_tenant text, p_head text, p_steps json) returns table (step json, queue json) language plpgsql as $$
    begin
      return query select done.step, (
          select json_build_object('id', q.id, 'conversationId', q.conversation_id, 'checklist', q.checklist, 'owner', q.owner,
            'revision', q.revision, 'cases', q.cases, 'common', q.common, 'shownTo', q.shown_to, 'current', q.current_run)
          from case_queue q where q.tenant_id = p_tenant and q.conversation_id = asked.value ->> 'conversation')
        from record_answers(p_tenant, p_head, p_steps) with ordinality as done(step, place)
        join json_array_elements(p_steps) with ordinality as asked(value, place) using (place) order by place;
    end $$`.execute(db);
}
