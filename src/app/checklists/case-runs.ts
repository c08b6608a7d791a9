import type { CaseDecision, Run } from './ports.ts';
import { mayOpenRun, type NotAllowed, type RunAsking, type RunDesk, refuse } from './run-desk.ts';

/** The run whose journal text is asked for by the case's number: the newest that was decided, else the newest. */
export async function journalRun(desk: RunDesk, asking: RunAsking, caseReference: string): Promise<Run | NotAllowed | null> {
  const all = await desk.store.runsOfCase(asking.person.tenantId, caseReference.trim().toUpperCase());
  const open = all.filter((run) => mayOpenRun(desk.directory, asking, run));
  if (all.length > 0 && open.length === 0) return refuse(desk, asking.person, 'run:of-case');
  return open.find(({ state }) => state === 'decided') ?? open[0] ?? null;
}

/** What was decided in the same case by the same checklist before, as far as the person may see it; null where nothing was. */
export async function decidedBefore(desk: RunDesk, asking: RunAsking, run: Run): Promise<CaseDecision | null> {
  const [checklist] = run.ruleSet.split('@');
  const others = await desk.store.runsOfCase(asking.person.tenantId, run.caseReference);
  const decisions = others
    .filter((one) => one.id !== run.id && one.ruleSet.split('@')[0] === checklist && mayOpenRun(desk.directory, asking, one))
    .flatMap((one) => one.decisions)
    .filter(({ kind }) => kind !== 'sent');
  return decisions.sort((a, b) => b.at - a.at)[0] ?? null;
}
