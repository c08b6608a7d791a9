import { type Kysely, sql } from 'kysely';

/** What the ledger finds follows from the documents' texts alone: it is computed where it is shown, and never out of step with them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop table finding`.execute(db);
}
