import { ruleSetOfRun } from '../../domain/rules/adoption.ts';
import { checklistOf, type RuleSet } from '../../domain/rules/rule-set.ts';
import { mayTendDeadlinesOf } from '../access/directory.ts';
import type { Person } from '../access/person.ts';
import { changeFound } from '../deadlines/change-deadline.ts';
import type { StoredDeadline } from '../deadlines/ports.ts';
import type { CaseDecision, Run } from './ports.ts';
import {
  auditLine,
  mayDecideRun,
  mayOpenRun,
  type NotAllowed,
  openRun,
  type RunAsking,
  type RunDesk,
  refuse,
} from './run-desk.ts';

/** The runs whose journal text is asked for by the case's number: of each checklist the one that was decided last, else the newest. */
export async function journalRuns(desk: RunDesk, asking: RunAsking, caseReference: string): Promise<readonly Run[] | NotAllowed> {
  const all = await desk.store.runsOfCase(asking.person.tenantId, caseReference);
  const mine = all.filter((run) => mayOpenRun(desk.directory, asking, run));
  if (all.length > 0 && mine.length === 0) return refuse(desk, asking.person, 'run:of-case');
  const seen = mine.filter(({ state }) => state !== 'closed');
  return [...new Set(seen.map(({ ruleSet }) => checklistOf(ruleSet)))].flatMap((checklist) => {
    const ofChecklist = seen.filter(({ ruleSet }) => checklistOf(ruleSet) === checklist);
    return lastDecided(ofChecklist) ?? ofChecklist[0] ?? [];
  });
}

/** A decision in the words of the rules that it was made by. */
export interface EarlierDecision {
  readonly decision: CaseDecision;
  readonly ruleSet: RuleSet;
}

/** What was decided last in the same case by the same checklist, as far as the person may see it; null where nothing was, or by rules that are no longer shipped. */
export async function decidedBefore(desk: RunDesk, asking: RunAsking, run: Run): Promise<EarlierDecision | null> {
  const alike = await runsAlike(desk, asking.person.tenantId, run);
  const before = lastDecided(alike.filter((one) => mayOpenRun(desk.directory, asking, one)));
  const decision = before?.decisions.at(-1);
  const ruleSet = before === null ? null : ruleSetOfRun(desk.ruleSets, before.ruleSet);
  return decision === undefined || ruleSet === null ? null : { decision, ruleSet };
}

/** What still runs of what decisions in a case set going. */
export interface RunningDeadlines {
  /** Of the run's own decision. */
  readonly own: readonly StoredDeadline[];
  /** Of earlier decisions by the same checklist. */
  readonly earlier: readonly StoredDeadline[];
}

/** Behind a run that is not decided. */
export const nothingRuns: RunningDeadlines = { own: [], earlier: [] };

/** The open deadlines behind a decided run, as far as the person may change them: a later decision ends none by itself. */
export async function runningDeadlines(desk: RunDesk, person: Person, run: Run): Promise<RunningDeadlines> {
  if (run.state !== 'decided' || !mayDecideRun(desk.directory, person, run)) return nothingRuns;
  const all = await desk.deadlines.openOfCase(person.tenantId, run.caseReference);
  const open = all.filter(({ owner }) => mayTendDeadlinesOf(desk.directory, person, owner));
  if (open.length === 0) return nothingRuns;
  const before = (await runsAlike(desk, person.tenantId, run)).filter((one) => isDecidedBefore(one, run));
  const setBy = (runs: readonly Run[]) => {
    const ids = new Set(runs.flatMap(({ decisions }) => decisions.flatMap(({ deadlines }) => deadlines)));
    return open.filter(({ id }) => ids.has(id));
  };
  return { own: setBy([run]), earlier: setBy(before) };
}

/** Stops what earlier decisions in the case set going. What is left was changed by somebody at the same moment. */
export async function stopEarlierDeadlines(
  desk: RunDesk,
  asking: RunAsking,
  runId: string,
): Promise<{ readonly kind: 'stopped'; readonly left: number } | NotAllowed> {
  const { person, activityId } = asking;
  const run = await openRun(desk, asking, runId);
  if (run === null) return { kind: 'not-allowed' };
  if (!mayDecideRun(desk.directory, person, run)) return refuse(desk, person, `run:${runId}`);
  const { earlier } = await runningDeadlines(desk, person, run);
  const { directory, settings, audit, deadlines: store } = desk;
  for (const one of earlier) {
    // An activity marks an action once, and this one acts on several deadlines.
    const acting = { ...asking, activityId: activityId === null ? null : `${activityId}|${one.id}` };
    await changeFound({ store, directory, settings, audit }, acting, one, { kind: 'stop' });
  }
  desk.audit.note(auditLine(person, 'earlier-deadlines-stopped', `run:${runId}`, { deadlines: earlier.length }));
  return { kind: 'stopped', left: (await runningDeadlines(desk, person, run)).earlier.length };
}

async function runsAlike(desk: RunDesk, tenantId: string, run: Run): Promise<readonly Run[]> {
  const all = await desk.store.runsOfCase(tenantId, run.caseReference);
  return all.filter(({ ruleSet }) => checklistOf(ruleSet) === checklistOf(run.ruleSet));
}

function isDecidedBefore(one: Run, run: Run): boolean {
  const [before, after] = [decidedAt(one), decidedAt(run)];
  return before < after || (before === after && one.id < run.id);
}

function decidedAt({ decisions }: Run): number {
  return decisions.at(-1)?.at ?? 0;
}

/** The run that was decided last. */
export function lastDecided(runs: readonly Run[]): Run | null {
  return runs.filter(({ state }) => state === 'decided').sort((a, b) => decidedAt(b) - decidedAt(a))[0] ?? null;
}
