import { type Kysely, sql } from 'kysely';
import type { RunStore } from '../../app/checklists/ports.ts';
import { auditLineOf } from '../core/audit-lines.ts';
import type { Sealer } from '../core/sealer.ts';
import { inBatches } from './in-batches.ts';
import { answerPlace, type RunRow, runOf } from './run-rows.ts';

/** What the database says of a step. */
type RecordedStep = Pick<Awaited<ReturnType<RunStore['addAnswers']>>, 'outcome' | 'recorded'> & { readonly run: RunRow | null };

/** Records steps: each in one statement with its audit line, and those of one tenant that come together in the same one. */
export function recordedSteps(db: Kysely<unknown>, sealer: Sealer): Pick<RunStore, 'addAnswers'> {
  const writerOf = (tenantId: string) =>
    inBatches<string, RecordedStep>(async (steps) => {
      const { rows } = await sql<{ step: RecordedStep }>`
        select record_answers as step from record_answers(${tenantId}, ${JSON.stringify(tenantId)}, ${`[${steps.join()}]`}::json)`.execute(
        db,
      );
      return rows.map(({ step }) => step);
    });
  const writers = new Map<string, ReturnType<typeof writerOf>>();
  return {
    addAnswers: async (tenantId, runId, answers, { activityId, audit }) => {
      const write = writers.get(tenantId) ?? writerOf(tenantId);
      writers.set(tenantId, write);
      const sealed = answers.map((one) => ({
        ...one,
        value: sealer.seal(JSON.stringify(one.value), answerPlace(tenantId, runId, one.question, one.version)),
      }));
      const step = { activity: activityId, run: runId, answers: sealed, audit: auditLineOf(audit) };
      const { run, ...done } = await write(JSON.stringify(step));
      return { ...done, run: run === null ? null : runOf(run, tenantId, sealer) };
    },
  };
}
