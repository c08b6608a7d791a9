import { type Kysely, sql } from 'kysely';
import type { QueueStore, Run, RunAnswer, RunStore } from '../../app/checklists/ports.ts';
import { readTogether } from '../core/group-commit.ts';
import type { Sealer } from '../core/sealer.ts';
import { deadlineWriter } from '../deadlines/deadline-store.ts';
import { engineOf } from '../engine/pglite-dialect.ts';
import { applyChange } from '../transactions.ts';
import { queueStore, writeQueue } from './case-queue-store.ts';
import { recordedSteps } from './recorded-steps.ts';
import { answerPlace, decisionPlace, type RunRow, runOf } from './run-rows.ts';
import { createSeenRuns } from './seen-runs.ts';

/** Checklist runs and queues on a database; what is answered and written is sealed, bound to its row. */
export function checklistStore(db: Kysely<unknown>, sealer: Sealer): RunStore & QueueStore {
  const seen = createSeenRuns();
  const read = async (tenantId: string, where: ReturnType<typeof sql>): Promise<readonly Run[]> => {
    const wanted = sql`select r.id from checklist_run r where r.tenant_id = ${tenantId} and ${where}`;
    const { rows } = await sql<{ run: RunRow }>`
      select run from runs_as_json(${tenantId}, array(${wanted})) order by (run ->> 'startedAt')::bigint desc, id`.execute(db);
    return rows.map(({ run }) => runOf(run, tenantId, sealer));
  };
  const readRow = readTogether<readonly [tenantId: string, id: string], RunRow | null>(async (keys) => {
    const { rows } = await sql<{ tenant: string; run: RunRow }>`
      select asked.tenant, found.run
      from (select key ->> 0 as tenant, array_agg(distinct key ->> 1) as runs from json_array_elements(${JSON.stringify(keys)}::json) as k(key)
        group by key ->> 0) asked, lateral runs_as_json(asked.tenant, asked.runs) found`.execute(db);
    return keys.map(([tenantId, id]) => rows.find(({ tenant, run }) => tenant === tenantId && run.id === id)?.run ?? null);
  }, engineOf(db));
  return {
    ...queueStore(db, sealer),
    ...sharing(db),
    ...recordedSteps(db, sealer, seen),
    lastSeen: seen.last,
    find: async (tenantId, id) => {
      const row = await readRow([tenantId, id]);
      return seen.saw(tenantId, row === null ? null : runOf(row, tenantId, sealer));
    },
    runsOf: (tenantId, owners, states) => read(tenantId, sql`r.owner = any(${[...owners]}) and r.state = any(${[...states]})`),
    runsOfCase: (tenantId, caseReference) => read(tenantId, sql`r.case_reference = ${caseReference}`),
    sharedIn: (tenantId, conversationId, since) =>
      read(
        tenantId,
        sql`(r.state = 'open' or exists (select 1 from case_decision d where d.tenant_id = r.tenant_id and d.run_id = r.id and d.at >= ${since}))
          and exists (select 1 from run_share s where s.tenant_id = r.tenant_id and s.run_id = r.id and s.conversation_id = ${conversationId})`,
      ),
    sentOn: (tenantId) =>
      read(
        tenantId,
        sql`r.state = 'open' and exists (select 1 from case_decision d where d.tenant_id = r.tenant_id and d.run_id = r.id)`,
      ),
    start: (tenantId, run, queue, change) =>
      applyChange(db, change, async (transaction) => {
        await sql`
          insert into checklist_run (tenant_id, id, case_reference, rule_set, as_of, owner, is_trial, started_at)
          values (${tenantId}, ${run.id}, ${run.caseReference}, ${run.ruleSet}, ${run.asOf}::date, ${run.owner}, ${run.isTrial}, ${run.startedAt})`.execute(
          transaction,
        );
        if (run.sharedIn !== null) await insertShare(transaction, tenantId, run.id, run.sharedIn);
        for (const one of run.answers) await insertAnswer(transaction, sealer, { tenantId, runId: run.id }, one);
        return queue === null || (await writeQueue(transaction, sealer, tenantId, queue)) ? 'changed' : 'conflict';
      }),
    decide: (tenantId, seen, decision, deadlines, change) =>
      applyChange(db, change, async (transaction) => {
        const open = await sql`
          select id from checklist_run where tenant_id = ${tenantId} and id = ${seen.id} and state = 'open' for update`.execute(
          transaction,
        );
        const { rows } = await sql<{ question: string; version: number }>`
          select question, max(version)::int as version from run_answer where tenant_id = ${tenantId} and run_id = ${seen.id} group by question`.execute(
          transaction,
        );
        const isSame =
          rows.length === seen.answers.length &&
          rows.every(({ question, version }) => seen.answers.some((one) => one.question === question && one.version === version));
        if (open.rows.length === 0 || !isSame) return 'conflict';
        const number = seen.decisions.length + 1;
        const body = sealer.seal(JSON.stringify(decision), decisionPlace(tenantId, seen.id, number));
        const written = await sql`
          insert into case_decision (tenant_id, run_id, number, kind, body, decided_by, at)
          values (${tenantId}, ${seen.id}, ${number}, ${decision.kind}, ${body}, ${decision.by}, ${decision.at}) on conflict do nothing returning number`.execute(
          transaction,
        );
        if (written.rows.length === 0) return 'conflict';
        if (decision.kind !== 'sent')
          await sql`update checklist_run set state = 'decided' where tenant_id = ${tenantId} and id = ${seen.id}`.execute(
            transaction,
          );
        for (const deadline of deadlines) await deadlineWriter(sealer).insert(transaction, tenantId, deadline);
        return 'changed';
      }),
    close: (tenantId, runId, change) =>
      applyChange(db, change, async (transaction) => {
        const { rows } = await sql`
          update checklist_run set state = 'closed', revision = revision + 1 where tenant_id = ${tenantId} and id = ${runId} and state = 'open' returning id`.execute(
          transaction,
        );
        return rows.length === 1 ? 'changed' : 'conflict';
      }),
  };
}

async function insertAnswer(
  db: Kysely<unknown>,
  sealer: Sealer,
  { tenantId, runId }: { readonly tenantId: string; readonly runId: string },
  one: RunAnswer,
): Promise<boolean> {
  const value = sealer.seal(JSON.stringify(one.value), answerPlace(tenantId, runId, one.question, one.version));
  const { rows } = await sql`
    insert into run_answer (tenant_id, run_id, question, version, value, answered_by, at)
    values (${tenantId}, ${runId}, ${one.question}, ${one.version}, ${value}, ${one.by}, ${one.at}) on conflict do nothing returning question`.execute(
    db,
  );
  return rows.length === 1;
}

async function insertShare(db: Kysely<unknown>, tenantId: string, runId: string, conversationId: string): Promise<void> {
  await sql`
    insert into run_share (tenant_id, run_id, conversation_id) values (${tenantId}, ${runId}, ${conversationId}) on conflict do nothing`.execute(
    db,
  );
}

function sharing(db: Kysely<unknown>): Pick<RunStore, 'share' | 'markPosted'> {
  return {
    share: (tenantId, runId, conversationId, change) =>
      applyChange(db, change, async (transaction) => {
        await insertShare(transaction, tenantId, runId, conversationId);
        return 'changed';
      }),
    markPosted: async (tenantId, runId, { conversationId, messageId }) => {
      await sql`
        update run_share set message_id = ${messageId} where tenant_id = ${tenantId} and run_id = ${runId} and conversation_id = ${conversationId}`.execute(
        db,
      );
    },
  };
}
