import { type Kysely, sql } from 'kysely';
import type { RunStore } from '../../app/checklists/ports.ts';
import { auditLineOf } from '../core/audit-lines.ts';
import { gathered, type Settled } from '../core/group-commit.ts';
import type { Sealer } from '../core/sealer.ts';
import { outsideTransaction, refuseOuterUse } from '../transaction-guard.ts';
import { answerPlace, type RunRow, runOf } from './run-rows.ts';
import type { SeenRuns } from './seen-runs.ts';

/** What the database says of a step. */
type RecordedStep = Pick<Awaited<ReturnType<RunStore['addAnswers']>>, 'outcome' | 'recorded'> & { readonly run: RunRow | null };

/** Records steps: each in one statement with its audit line, and those of one tenant that come together in the same one. */
export function recordedSteps(db: Kysely<unknown>, sealer: Sealer, seen: SeenRuns): Pick<RunStore, 'addAnswers'> {
  const lines = new Map<string, (step: string) => Promise<RecordedStep>>();
  return {
    addAnswers: async (tenantId, runId, answers, { activityId, audit }) => {
      refuseOuterUse();
      const record = lines.get(tenantId) ?? gathered((steps) => outsideTransaction(() => recordTogether(db, tenantId, steps)));
      lines.set(tenantId, record);
      const sealed = answers.map((one) => ({
        ...one,
        value: sealer.seal(JSON.stringify(one.value), answerPlace(tenantId, runId, one.question, one.version)),
      }));
      const step = { activity: activityId, run: runId, answers: sealed, audit: auditLineOf(audit) };
      const { run, ...done } = await record(JSON.stringify(step));
      return { ...done, run: seen.saw(tenantId, run === null ? null : runOf(run, tenantId, sealer)) };
    },
  };
}

/** Steps that fail together are recorded one by one, so that each fault stays its own; what was recorded already is told apart by its activity. */
async function recordTogether(
  db: Kysely<unknown>,
  tenantId: string,
  steps: readonly string[],
): Promise<readonly Settled<RecordedStep>[]> {
  try {
    const { rows } = await sql<{ step: RecordedStep }>`
      select record_answers as step from record_answers(${tenantId}, ${JSON.stringify(tenantId)}, ${`[${steps.join()}]`}::json)`.execute(
      db,
    );
    return rows.map(({ step }) => ({ result: step }));
  } catch (fault) {
    if (steps.length === 1) return [{ fault }];
    const settled: Settled<RecordedStep>[] = [];
    for (const step of steps) settled.push(...(await recordTogether(db, tenantId, [step])));
    return settled;
  }
}
