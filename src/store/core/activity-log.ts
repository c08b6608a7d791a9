import { type Kysely, sql } from 'kysely';
import type { ActivityLog } from '../../app/questions/ports.ts';
import { isFirst } from '../transactions.ts';

/** Handled activities on a database. */
export function activityLog(db: Kysely<unknown>): ActivityLog {
  return {
    isFirst: (tenantId, activityId, action) => isFirst(db, tenantId, activityId, action),
    forgetOlderThan: async (days) => {
      const { rows } =
        await sql`delete from handled_activity where at < now() - make_interval(days => ${days}::int) returning activity_id`.execute(
          db,
        );
      return rows.length;
    },
  };
}
