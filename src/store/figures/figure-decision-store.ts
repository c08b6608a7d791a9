import { type Kysely, sql } from 'kysely';
import type { FigureDecisionStore } from '../../app/figures/ports.ts';
import type { FigureDecision } from '../../domain/budget/proposal/proposal.ts';
import { applyChange } from '../transactions.ts';

/** Decisions on the numbers of imported documents, on a database. */
export function figureDecisionStore(db: Kysely<unknown>): FigureDecisionStore {
  return {
    all: async (tenantId) => {
      const { rows } = await sql<FigureDecision>`
        select document_id as "documentId", key, decision, label, period, unit from figure_decision
        where tenant_id = ${tenantId} order by document_id, key`.execute(db);
      return rows;
    },
    save: (tenantId, decisions, change) =>
      applyChange(db, change, async (transaction) => {
        await sql`
          insert into figure_decision (tenant_id, document_id, key, decision, label, period, unit, decided_by)
          select ${tenantId}, "documentId", key, decision, label, period, unit, ${change.audit.actor}
          from json_to_recordset(${JSON.stringify(decisions)}::json)
            as d("documentId" text, key text, decision text, label text, period text, unit text)
          on conflict (tenant_id, document_id, key) do update set decision = excluded.decision, label = excluded.label,
            period = excluded.period, unit = excluded.unit, decided_by = excluded.decided_by, decided_at = now()`.execute(
          transaction,
        );
        return 'changed';
      }),
  };
}
