import { type Kysely, sql } from 'kysely';
import type { BudgetReview, BudgetReviewStore } from '../../app/figures/ports.ts';
import { applyChange } from '../transactions.ts';

interface Row extends Omit<BudgetReview, 'lines'> {
  readonly lines: readonly { readonly unit: string; readonly frame: string; readonly spent: string }[];
}

const columns = sql`id, year, through_month as "throughMonth", lines, state, entered_by as "enteredBy", entered_at as "enteredAt"`;

/** Budget follow-ups on a database. */
export function budgetReviewStore(db: Kysely<unknown>): BudgetReviewStore {
  const read = async (tenantId: string, where: ReturnType<typeof sql>): Promise<BudgetReview | null> => {
    const { rows } =
      await sql<Row>`select ${columns} from budget_review where tenant_id = ${tenantId} and ${where} limit 1`.execute(db);
    const [row] = rows;
    if (row === undefined) return null;
    const lines = row.lines.map(({ unit, frame, spent }) => ({ unit, frameOre: BigInt(frame), spentOre: BigInt(spent) }));
    return { ...row, lines };
  };
  return {
    find: (tenantId, id) => read(tenantId, sql`id = ${id}`),
    latest: (tenantId) => read(tenantId, sql`state = 'kept' order by year desc, through_month desc, entered_at desc`),
    add: (tenantId, { id, year, throughMonth, lines, state, enteredBy, enteredAt }, change) =>
      applyChange(db, change, async (transaction) => {
        const kept = lines.map(({ unit, frameOre, spentOre }) => ({ unit, frame: String(frameOre), spent: String(spentOre) }));
        await sql`
          insert into budget_review (tenant_id, id, year, through_month, lines, state, entered_by, entered_at)
          values (${tenantId}, ${id}, ${year}, ${throughMonth}, ${JSON.stringify(kept)}::jsonb, ${state}, ${enteredBy}, ${enteredAt})`.execute(
          transaction,
        );
        return 'changed';
      }),
    keep: (tenantId, id, { year, throughMonth }, change) =>
      applyChange(db, change, async (transaction) => {
        const { rows } = await sql`
          update budget_review set state = 'kept', year = ${year}, through_month = ${throughMonth}
          where tenant_id = ${tenantId} and id = ${id} and state = 'draft' returning id`.execute(transaction);
        return rows.length === 1 ? 'changed' : 'conflict';
      }),
  };
}
