import { type Kysely, sql } from 'kysely';
import type { AddedAnswers, RunStore } from '../../app/checklists/ports.ts';
import { auditLineOf } from '../core/audit-lines.ts';
import { gathered, type Settled } from '../core/group-commit.ts';
import type { Sealer } from '../core/sealer.ts';
import { outsideTransaction, refuseOuterUse } from '../transaction-guard.ts';
import { type QueueRow, queueOf } from './case-queue-store.ts';
import { answerPlace, type RunRow, runOf } from './run-rows.ts';
import type { SeenRuns } from './seen-runs.ts';

/** What the database says of a step. */
interface RecordedStep {
  readonly step: Pick<AddedAnswers, 'outcome' | 'recorded'> & { readonly run: RunRow | null };
  readonly queue: QueueRow | null;
}

/** Records steps: each in one statement with its audit line, and those of one tenant that come together in the same one. */
export function recordedSteps(db: Kysely<unknown>, sealer: Sealer, seen: SeenRuns): Pick<RunStore, 'addAnswers'> {
  const lines = new Map<string, (step: string) => Promise<RecordedStep>>();
  return {
    addAnswers: async (tenantId, { runId, conversationId, answers }, { activityId, audit }) => {
      refuseOuterUse();
      const record = lines.get(tenantId) ?? gathered((steps) => outsideTransaction(() => recordTogether(db, tenantId, steps)));
      lines.set(tenantId, record);
      const sealed = answers.map((one) => ({
        ...one,
        value: sealer.seal(JSON.stringify(one.value), answerPlace(tenantId, runId, one.question, one.version)),
      }));
      const sent = { activity: activityId, run: runId, conversation: conversationId, answers: sealed, audit: auditLineOf(audit) };
      const {
        step: { run, ...done },
        queue,
      } = await record(JSON.stringify(sent));
      const mine = answers.filter(({ question }) => done.recorded.includes(question));
      const known = [...mine, ...(seen.last(tenantId, runId)?.answers ?? [])];
      return {
        ...done,
        run: seen.saw(tenantId, run === null ? null : runOf(run, tenantId, sealer, known)),
        queue: queue === null ? null : queueOf(queue, tenantId, sealer),
      };
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
    const { rows } = await sql<RecordedStep>`
      select step, queue from record_steps(${tenantId}, ${JSON.stringify(tenantId)}, ${`[${steps.join()}]`}::json)`.execute(db);
    return rows.map((result) => ({ result }));
  } catch (fault) {
    if (steps.length === 1) return [{ fault }];
    const settled: Settled<RecordedStep>[] = [];
    for (const step of steps) settled.push(...(await recordTogether(db, tenantId, [step])));
    return settled;
  }
}
