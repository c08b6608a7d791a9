import { type Kysely, sql } from 'kysely';

/** What a posted card showed last, so that posting again can say what changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table agenda_post add column shown jsonb`.execute(db);
}
