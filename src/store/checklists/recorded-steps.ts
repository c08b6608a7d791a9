import { type Kysely, sql } from 'kysely';
import type { AddedAnswers, RunStore } from '../../app/checklists/ports.ts';
import { auditLineOf } from '../core/audit-lines.ts';
import { gathered, type Settled } from '../core/group-commit.ts';
import type { Sealer } from '../core/sealer.ts';
import { engineOf } from '../engine/pglite-dialect.ts';
import { outsideTransaction, refuseOuterUse } from '../transaction-guard.ts';
import { type QueueRow, queueOf } from './case-queue-store.ts';
import { answerPlace, type RunRow, runOf, withAnswers } from './run-rows.ts';
import type { SeenRuns } from './seen-runs.ts';

/** What the database says of a step: the whole run only where more came to it than this step's answers on what was seen. */
interface RecordedStep {
  readonly step: Pick<AddedAnswers, 'outcome' | 'recorded'> & { readonly revision: number; readonly run: RunRow | null };
  readonly queue: QueueRow | null;
}

/** Records steps: each in one statement with its audit line, and those of one tenant that come together in the same one. */
export function recordedSteps(db: Kysely<unknown>, sealer: Sealer, seen: SeenRuns): Pick<RunStore, 'addAnswers'> {
  const lines = new Map<string, (step: string) => Promise<RecordedStep>>();
  return {
    addAnswers: async (tenantId, { runId, conversationId, answers }, { activityId, audit }) => {
      refuseOuterUse();
      const record =
        lines.get(tenantId) ?? gathered((steps) => outsideTransaction(() => recordTogether(db, tenantId, steps)), engineOf(db));
      lines.set(tenantId, record);
      const sealed = answers.map((one) => ({
        ...one,
        value: sealer.seal(JSON.stringify(one.value), answerPlace(tenantId, runId, one.question, one.version)),
      }));
      const before = seen.last(tenantId, runId);
      const revision = before?.revision ?? null;
      const sent = { activity: activityId, run: runId, revision, conversation: conversationId, answers: sealed };
      const { step, queue } = await record(JSON.stringify({ ...sent, audit: auditLineOf(audit) }));
      const { outcome, recorded, run: row } = step;
      const mine = answers.filter(({ question }) => recorded.includes(question));
      const known = [...mine, ...(before?.answers ?? [])];
      const unread = before === null || outcome !== 'changed' ? null : withAnswers(before, mine, step.revision);
      return {
        ...{ outcome, recorded },
        run: seen.saw(tenantId, row === null ? unread : runOf(row, tenantId, sealer, known)),
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
