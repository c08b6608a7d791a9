import { type Kysely, sql } from 'kysely';
import type { Run } from '../../app/checklists/ports.ts';
import type { Sealer } from '../core/sealer.ts';
import { type RunRow, runOf } from './run-rows.ts';

/** A run and whose it is. */
export interface TenantRun {
  readonly tenantId: string;
  readonly run: Pick<Run, 'id' | 'caseReference' | 'ruleSet' | 'asOf' | 'state' | 'answers'>;
}

/** Every stored run of a checklist, whatever its version, state and tenant, the oldest first: for whoever runs the host, never for a person in Teams. */
export async function everyRunOf(db: Kysely<unknown>, sealer: Sealer, checklist: string): Promise<readonly TenantRun[]> {
  const { rows } = await sql<{ tenantId: string; run: RunRow }>`
    select asked.tenant_id as "tenantId", found.run
    from (select tenant_id, array_agg(id) as ids from checklist_run where split_part(rule_set, '@', 1) = ${checklist} group by tenant_id) asked,
      lateral runs_as_json(asked.tenant_id, asked.ids) found
    order by (found.run ->> 'startedAt')::bigint, asked.tenant_id, found.id`.execute(db);
  // What was decided is nobody's business here, and stays sealed.
  return rows.map(({ tenantId, run }) => ({ tenantId, run: runOf({ ...run, decisions: [] }, tenantId, sealer) }));
}
