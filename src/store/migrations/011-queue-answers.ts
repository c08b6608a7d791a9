import { type Kysely, sql } from 'kysely';

/** What is answered once for a queue, who saw it, and which case is worked on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table case_queue add column common text, add column shown_to integer, add column current_run text`.execute(db);
}
