import { type Kysely, sql } from 'kysely';
import type { Run } from '../../app/checklists/ports.ts';
import type { Sealer } from '../core/sealer.ts';
import { type RunRow, runOf } from './run-rows.ts';

/** A run and whose it is. */
export interface TenantRun {
  readonly tenantId: string;
  readonly run: Pick<Run, 'id' | 'caseReference' | 'ruleSet' | 'asOf' | 'state' | 'answers'>;
}

interface EveryRow {
  readonly tenantId: string;
  readonly run: Omit<RunRow, 'revision' | 'decisions' | 'sharedAt'>;
}

/** Every stored run of a checklist, whatever its version, state and tenant, the oldest first: for whoever runs the host, never for a person in Teams. */
export async function everyRunOf(db: Kysely<unknown>, sealer: Sealer, checklist: string): Promise<readonly TenantRun[]> {
  const { rows } = await sql<EveryRow>`
    select r.tenant_id as "tenantId", json_build_object('id', r.id, 'caseReference', r.case_reference, 'ruleSet', r.rule_set,
      'asOf', to_char(r.as_of, 'YYYY-MM-DD'), 'state', r.state, 'answers', coalesce((select json_agg(a order by a.at, a.question collate "C") from (
        select distinct on (question) question, version, value, answered_by as by, at
        from run_answer where tenant_id = r.tenant_id and run_id = r.id order by question, version desc) a), '[]'::json)) as run
    from checklist_run r where split_part(r.rule_set, '@', 1) = ${checklist} order by r.started_at, r.tenant_id, r.id`.execute(
    db,
  );
  return rows.map(({ tenantId, run }) => ({
    tenantId,
    run: runOf({ ...run, revision: 0, decisions: [], sharedAt: [] }, tenantId, sealer),
  }));
}
