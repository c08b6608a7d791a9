import { type Kysely, sql } from 'kysely';
import type { DocumentStore, ImportOutcome } from '../app/questions/ports.ts';
import type { ImportedDocument } from '../domain/source/imported-document.ts';
import { applyChange } from './transactions.ts';

/** A document as the database makes JSON of it. */
interface DocumentRow {
  readonly details: Omit<ImportedDocument, 'text' | 'sha256'>;
  readonly text: string;
  readonly sha256: string;
}

/** Imported documents on a database. */
export function documentStore(db: Kysely<unknown>): DocumentStore {
  return {
    all: async (tenantId) => {
      const { rows } =
        await sql<DocumentRow>`select details, text, sha256 from document where tenant_id = ${tenantId} order by file collate "C"`.execute(
          db,
        );
      return rows.map(({ details, text, sha256 }) => ({ ...details, text, sha256 }));
    },
    save: async (tenantId, { text, sha256, ...details }, change) => {
      const { id, file } = details.document;
      const json = JSON.stringify(details);
      let outcome: ImportOutcome = 'unchanged';
      await applyChange(db, change, async (transaction) => {
        const { rows: before } = await sql<{ readonly id: string; readonly same: boolean }>`
          select id, sha256 = ${sha256} and details = ${json}::jsonb as same from document
          where tenant_id = ${tenantId} and (file = ${file} or id = ${id}) for update`.execute(transaction);
        if (before.length === 1 && before[0]?.same === true) return 'conflict';
        for (const { id: old } of before) {
          await sql`delete from document where tenant_id = ${tenantId} and id = ${old}`.execute(transaction);
        }
        await sql`insert into document (tenant_id, id, file, details, text, sha256)
          values (${tenantId}, ${id}, ${file}, ${json}::jsonb, ${text}, ${sha256})`.execute(transaction);
        outcome = before.length > 0 ? 'replaced' : 'new';
        return 'changed';
      });
      return outcome;
    },
  };
}
