import { type Kysely, sql } from 'kysely';
import type { FindingStore } from '../../app/questions/ports.ts';
import type { Finding } from '../../domain/budget/ledger/finding.ts';
import { inTransaction } from '../transactions.ts';

/** The ledger's findings on a database. */
export function findingStore(db: Kysely<unknown>): FindingStore {
  return {
    list: async (tenantId, documentId) => {
      const { rows } = await sql<{ finding: Finding }>`
        select finding from finding where tenant_id = ${tenantId} and document_id = ${documentId} order by number`.execute(db);
      return rows.map(({ finding }) => finding);
    },
    save: (tenantId, documentId, findings) =>
      inTransaction(db, async (transaction) => {
        await sql`delete from finding where tenant_id = ${tenantId} and document_id = ${documentId}`.execute(transaction);
        await sql`
          insert into finding (tenant_id, document_id, number, finding)
          select ${tenantId}, ${documentId}, number, finding
          from jsonb_array_elements(${JSON.stringify(findings)}::jsonb) with ordinality as each(finding, number)`.execute(
          transaction,
        );
      }),
  };
}
