import { ruleSetOfRun } from '../../domain/rules/adoption.ts';
import type { RuleSet } from '../../domain/rules/rule-set.ts';
import type { CaseDecision, Run } from './ports.ts';
import { mayOpenRun, type NotAllowed, type RunAsking, type RunDesk, refuse } from './run-desk.ts';

/** The run whose journal text is asked for by the case's number: the one that was decided last, else the newest that is open. */
export async function journalRun(desk: RunDesk, asking: RunAsking, caseReference: string): Promise<Run | NotAllowed | null> {
  const all = await desk.store.runsOfCase(asking.person.tenantId, caseReference);
  const seen = all.filter((run) => mayOpenRun(desk.directory, asking, run));
  if (all.length > 0 && seen.length === 0) return refuse(desk, asking.person, 'run:of-case');
  const decided = seen.filter(({ state }) => state === 'decided').sort((a, b) => decidedAt(b) - decidedAt(a));
  return decided[0] ?? seen.find(({ state }) => state === 'open') ?? seen[0] ?? null;
}

function decidedAt({ decisions }: Run): number {
  return decisions.at(-1)?.at ?? 0;
}

/** A decision in the words of the rules that it was made by. */
export interface EarlierDecision {
  readonly decision: CaseDecision;
  readonly ruleSet: RuleSet;
}

/** What was decided last in the same case by the same checklist, as far as the person may see it; null where nothing was, or by rules that are no longer shipped. */
export async function decidedBefore(desk: RunDesk, asking: RunAsking, run: Run): Promise<EarlierDecision | null> {
  const [checklist] = run.ruleSet.split('@');
  const others = (await desk.store.runsOfCase(asking.person.tenantId, run.caseReference))
    .filter((one) => one.state === 'decided' && one.id !== run.id && one.ruleSet.split('@')[0] === checklist)
    .filter((one) => mayOpenRun(desk.directory, asking, one))
    .sort((a, b) => decidedAt(b) - decidedAt(a));
  const decision = others[0]?.decisions.at(-1);
  const ruleSet = others[0] === undefined ? null : ruleSetOfRun(desk.ruleSets, others[0].ruleSet);
  return decision === undefined || ruleSet === null ? null : { decision, ruleSet };
}
