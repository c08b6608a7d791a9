import { type Kysely, sql } from 'kysely';

/** What a deadline counts from, and what says so, sealed in one: sealed at the next start, since a migration has no key. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table deadline add column details jsonb`.execute(db);
  await gatherDetails(db);
}

/** Earlier versions, and their exports, keep the details in four columns. */
export async function gatherDetails(db: Kysely<unknown>): Promise<void> {
  await sql`
    update deadline set trigger = null, vague_words = null, source = null, assumption = null,
      details = jsonb_build_object('trigger', trigger, 'vagueWords', vague_words, 'source', source, 'assumption', assumption)
    where details is null`.execute(db);
}
