import { auditLine, mayDecideRun, type NotAllowed, openRun, placeOf, type RunAsking, type RunDesk, refuse } from './run-desk.ts';

/** Puts a run into the conversation that the person writes in, after the person saw how many will see it. */
export async function shareRun(
  desk: RunDesk,
  asking: RunAsking,
  runId: string,
  people: number,
): Promise<{ readonly kind: 'shared' } | NotAllowed> {
  const { person, activityId, conversationId } = asking;
  const run = await openRun(desk, asking, runId);
  if (run === null) return { kind: 'not-allowed' };
  if (!mayDecideRun(desk.directory, person, run)) return refuse(desk, person, `run:${runId}`);
  const audit = auditLine(person, 'checklist-shared', `run:${runId}`, { people });
  await desk.store.share(person.tenantId, runId, placeOf(conversationId), { activityId, audit });
  return { kind: 'shared' };
}

/** Closes an open run without a decision. */
export async function closeRun(
  desk: RunDesk,
  asking: RunAsking,
  runId: string,
): Promise<{ readonly kind: 'closed' } | NotAllowed> {
  const { person, activityId } = asking;
  const run = await openRun(desk, asking, runId);
  if (run === null) return { kind: 'not-allowed' };
  if (!mayDecideRun(desk.directory, person, run)) return refuse(desk, person, `run:${runId}`);
  await desk.store.close(person.tenantId, runId, { activityId, audit: auditLine(person, 'checklist-closed', `run:${runId}`) });
  return { kind: 'closed' };
}
