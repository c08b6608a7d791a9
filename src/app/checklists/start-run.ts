import { hasPersonalNumber } from '../../domain/privacy/personal-number.ts';
import { type RuleSetLookup, ruleSetInForce } from '../../domain/rules/adoption.ts';
import { type RuleSet, ruleSetKey } from '../../domain/rules/rule-set.ts';
import type { NewRun } from './ports.ts';
import { auditLine, type NotAllowed, type RunAsking, type RunDesk, refuse } from './run-desk.ts';

/** A run was started, or one that is open was found again; or why not. */
export type StartedRun =
  | { readonly kind: 'started' | 'open-already'; readonly runId: string }
  | { readonly kind: 'no-case-number' }
  | { readonly kind: 'no-checklist' }
  | NotAllowed;

/** Starts a checklist for a case. The case's open run of the same person is taken up again rather than doubled. */
export async function startRun(
  desk: RunDesk,
  asking: RunAsking,
  wanted: { readonly id: string; readonly checklist: string; readonly caseReference: string },
): Promise<StartedRun> {
  const { person, today, at, activityId } = asking;
  const owner = person.objectId;
  if (owner === null || !mayFill(asking)) return refuse(desk, person, `checklist:${wanted.checklist}`);
  const caseReference = wanted.caseReference.trim().toUpperCase();
  if (!isCaseReference(desk, caseReference)) return { kind: 'no-case-number' };
  const found = versionFor(desk, wanted.checklist, ruleSetInForce(desk.ruleSets, desk.adoptions, wanted.checklist, today));
  if (found === null) return { kind: 'no-checklist' };
  const open = (await desk.store.runsOf(person.tenantId, [owner], ['open'])).find(
    (run) => run.caseReference === caseReference && run.ruleSet.split('@')[0] === wanted.checklist,
  );
  if (open !== undefined) return { kind: 'open-already', runId: open.id };
  const ruleSet = ruleSetKey(found.ruleSet);
  const run: NewRun = { id: wanted.id, caseReference, ruleSet, asOf: today, owner, isTrial: found.isTrial, startedAt: at };
  const audit = auditLine(person, 'checklist-started', `run:${run.id}`, { ruleSet, trial: run.isTrial });
  const outcome = await desk.store.start(person.tenantId, run, { activityId, audit });
  if (outcome === 'changed') return { kind: 'started', runId: run.id };
  const made = (await desk.store.runsOf(person.tenantId, [owner], ['open'])).find((one) => one.caseReference === caseReference);
  return made === undefined ? { kind: 'no-checklist' } : { kind: 'open-already', runId: made.id };
}

/** Whether a text is a case reference by the municipality's pattern, and holds no CPR number. */
export function isCaseReference({ caseNumberPattern }: RunDesk, text: string): boolean {
  return caseNumberPattern.test(text) && !hasPersonalNumber(text);
}

function mayFill({ person }: RunAsking): boolean {
  return person.roles.some((role) => role === 'caseworker' || role === 'team-leader' || role === 'professional-leader');
}

/** The adopted version; where none is in force, the newest of those offered may be tried. */
function versionFor(
  { ruleSets }: RunDesk,
  id: string,
  lookup: RuleSetLookup,
): { readonly ruleSet: RuleSet; readonly isTrial: boolean } | null {
  if (lookup.kind === 'found') return { ruleSet: lookup.ruleSet, isTrial: false };
  const newest = ruleSets.filter((each) => each.id === id).sort((a, b) => (a.valid.from < b.valid.from ? 1 : -1))[0];
  return newest === undefined ? null : { ruleSet: newest, isTrial: true };
}
