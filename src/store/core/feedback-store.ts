import { type Kysely, sql } from 'kysely';
import type { Feedback, FeedbackStore } from '../../app/questions/ports.ts';
import { applyChange } from '../transactions.ts';
import type { Sealer } from './sealer.ts';

/** Feedback on a database; what a person wrote is sealed. */
export function feedbackStore(db: Kysely<unknown>, sealer: Sealer): FeedbackStore {
  return {
    save: (tenantId, { id, objectId, reaction, text, question, messageId }, change) =>
      applyChange(db, change, async (transaction) => {
        const { rows } = await sql`
          insert into feedback (tenant_id, id, object_id, reaction, text, question, message_id)
          values (${tenantId}, ${id}, ${objectId}, ${reaction}, ${sealer.seal(text, placeOf(tenantId, id, 'text'))},
            ${sealer.seal(question, placeOf(tenantId, id, 'question'))}, ${messageId})
          on conflict do nothing returning id`.execute(transaction);
        return rows.length === 1 ? 'changed' : 'conflict';
      }),
    list: async (tenantId, most) => {
      const { rows } = await sql<Feedback>`
        select id, object_id as "objectId", reaction, text, question, message_id as "messageId"
        from feedback where tenant_id = ${tenantId} order by at desc, id limit ${most}`.execute(db);
      return rows.map((row) => ({
        ...row,
        text: sealer.open(row.text, placeOf(tenantId, row.id, 'text')),
        question: sealer.open(row.question, placeOf(tenantId, row.id, 'question')),
      }));
    },
  };
}

function placeOf(tenantId: string, id: string, column: string): string {
  return JSON.stringify(['feedback', tenantId, id, column]);
}
