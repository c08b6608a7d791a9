import { ruleSetOfRun } from '../../domain/rules/adoption.ts';
import { checklistOf, type RuleSet } from '../../domain/rules/rule-set.ts';
import type { CaseDecision, Run } from './ports.ts';
import { mayOpenRun, type NotAllowed, type RunAsking, type RunDesk, refuse } from './run-desk.ts';

/** The run whose journal text is asked for by the case's number: the one that was decided last, else the newest that is open. */
export async function journalRun(desk: RunDesk, asking: RunAsking, caseReference: string): Promise<Run | NotAllowed | null> {
  const all = await desk.store.runsOfCase(asking.person.tenantId, caseReference);
  const seen = all.filter((run) => mayOpenRun(desk.directory, asking, run));
  if (all.length > 0 && seen.length === 0) return refuse(desk, asking.person, 'run:of-case');
  return lastDecided(seen) ?? seen.find(({ state }) => state === 'open') ?? seen[0] ?? null;
}

/** A decision in the words of the rules that it was made by. */
export interface EarlierDecision {
  readonly decision: CaseDecision;
  readonly ruleSet: RuleSet;
}

/** What was decided last in the same case by the same checklist, as far as the person may see it; null where nothing was, or by rules that are no longer shipped. */
export async function decidedBefore(desk: RunDesk, asking: RunAsking, run: Run): Promise<EarlierDecision | null> {
  const all = await desk.store.runsOfCase(asking.person.tenantId, run.caseReference);
  const alike = all.filter(({ ruleSet }) => checklistOf(ruleSet) === checklistOf(run.ruleSet));
  const before = lastDecided(alike.filter((one) => mayOpenRun(desk.directory, asking, one)));
  const decision = before?.decisions.at(-1);
  const ruleSet = before === null ? null : ruleSetOfRun(desk.ruleSets, before.ruleSet);
  return decision === undefined || ruleSet === null ? null : { decision, ruleSet };
}

function lastDecided(runs: readonly Run[]): Run | null {
  const decidedAt = ({ decisions }: Run) => decisions.at(-1)?.at ?? 0;
  return runs.filter(({ state }) => state === 'decided').sort((a, b) => decidedAt(b) - decidedAt(a))[0] ?? null;
}
