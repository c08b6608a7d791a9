import { ruleSetOfRun } from '../../domain/rules/adoption.ts';
import { checklistOf, type RuleSet } from '../../domain/rules/rule-set.ts';
import { mayTend } from '../deadlines/change-deadline.ts';
import type { StoredDeadline } from '../deadlines/ports.ts';
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

/** The open deadlines that earlier decisions of the same checklist in the case set going, as far as the person may tend them. */
export async function outlivedDeadlines(
  desk: RunDesk,
  asking: Pick<RunAsking, 'person' | 'today'>,
  run: Run,
): Promise<readonly StoredDeadline[]> {
  const { tenantId } = asking.person;
  const alike = (await desk.store.runsOfCase(tenantId, run.caseReference)).filter(
    ({ ruleSet }) => checklistOf(ruleSet) === checklistOf(run.ruleSet),
  );
  const before = alike.filter((one) => one.id !== run.id && decidedAt(one) <= decidedAt(run));
  const ids = before.flatMap(({ decisions }) => decisions.flatMap(({ deadlines }) => deadlines));
  const found = await Promise.all(ids.map((id) => desk.deadlines.find(tenantId, id)));
  const open: StoredDeadline[] = [];
  for (const one of found) if (one?.state === 'open' && (await mayTend(desk, asking, one.owner))) open.push(one);
  return open;
}

function decidedAt({ decisions }: Run): number {
  return decisions.at(-1)?.at ?? 0;
}

function lastDecided(runs: readonly Run[]): Run | null {
  return runs.filter(({ state }) => state === 'decided').sort((a, b) => decidedAt(b) - decidedAt(a))[0] ?? null;
}
