import type { PlainDate } from '../calendar/plain-date.ts';
import { type RuleSet, ruleSetKey } from './rule-set.ts';

/** That a tenant uses a version from a day on, knowingly, and until when. */
export interface Adoption {
  /** The version by its key, `triage-horsens@2017`. */
  readonly ruleSet: string;
  readonly from: PlainDate;
  /** The last day; null while no end is decided. */
  readonly to: PlainDate | null;
}

/** Why no version is in force: none was ever adopted, the adoption begins on a day to come, or it ended. */
export type NotInForce =
  | { readonly kind: 'never-adopted' }
  | { readonly kind: 'not-yet'; readonly from: PlainDate }
  | { readonly kind: 'ended'; readonly to: PlainDate };

/** The version that a new run starts with, or that there is none. */
export type RuleSetLookup =
  | { readonly kind: 'found'; readonly ruleSet: RuleSet; readonly adopted: Adoption }
  | { readonly kind: 'none-in-force'; readonly why: NotInForce };

/**
 * The version of a checklist that a tenant's new run starts with on a day: the latest adopted of those still valid. Never the
 * nearest one: on a day without an adopted version there is no rule. A historical or recommended version that was adopted has
 * no end of its own.
 */
export function ruleSetInForce(
  ruleSets: readonly RuleSet[],
  adoptions: readonly Adoption[],
  id: string,
  on: PlainDate,
): RuleSetLookup {
  const known = adoptions.flatMap((adopted) => {
    const ruleSet = ruleSets.find((each) => ruleSetKey(each) === adopted.ruleSet);
    return ruleSet !== undefined && ruleSet.id === id ? [{ ruleSet, adopted, ...periodOf(ruleSet, adopted) }] : [];
  });
  const [latest] = known.filter(({ from, to }) => from <= on && (to === null || on <= to)).sort(byAdoption);
  if (latest !== undefined) return { kind: 'found', ruleSet: latest.ruleSet, adopted: latest.adopted };
  return { kind: 'none-in-force', why: whyNot(known, on) };
}

interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

function byAdoption(a: { readonly adopted: Adoption }, b: { readonly adopted: Adoption }): number {
  return a.adopted.from < b.adopted.from ? 1 : -1;
}

/** When an adopted version applies: within its adoption, and a current one within its own validity. */
function periodOf({ standing, valid }: RuleSet, { from, to }: Adoption): Period {
  if (standing !== 'current') return { from, to };
  const ends = [valid.to, to].filter((day) => day !== null).sort();
  return { from: valid.from > from ? valid.from : from, to: ends[0] ?? null };
}

/** The next beginning, or else the last end. */
function whyNot(periods: readonly Period[], on: PlainDate): NotInForce {
  const [next] = periods
    .map(({ from }) => from)
    .filter((from) => from > on)
    .sort();
  if (next !== undefined) return { kind: 'not-yet', from: next };
  const last = periods
    .flatMap(({ to }) => to ?? [])
    .sort()
    .at(-1);
  return last === undefined ? { kind: 'never-adopted' } : { kind: 'ended', to: last };
}

/** What a new run of a checklist starts with on a day. */
export type NewRunRules =
  | { readonly kind: 'adopted' | 'trial'; readonly ruleSet: RuleSet }
  | { readonly kind: 'not-in-use'; readonly title: string; readonly why: Exclude<NotInForce, { readonly kind: 'never-adopted' }> }
  | { readonly kind: 'unknown' };

/** The adopted version in force; the newest as a trial where none was ever adopted; none before an adoption begins or after it ended. */
export function rulesForNewRun(
  ruleSets: readonly RuleSet[],
  adoptions: readonly Adoption[],
  id: string,
  on: PlainDate,
): NewRunRules {
  const lookup = ruleSetInForce(ruleSets, adoptions, id, on);
  if (lookup.kind === 'found') return { kind: 'adopted', ruleSet: lookup.ruleSet };
  const newest = ruleSets.filter((each) => each.id === id).sort((a, b) => (a.valid.from < b.valid.from ? 1 : -1))[0];
  if (newest === undefined) return { kind: 'unknown' };
  if (lookup.why.kind === 'never-adopted') return { kind: 'trial', ruleSet: newest };
  return { kind: 'not-in-use', title: newest.title, why: lookup.why };
}

/** The version that a running run keeps, whatever was adopted since; null where it is no longer shipped. */
export function ruleSetOfRun(ruleSets: readonly RuleSet[], key: string): RuleSet | null {
  return ruleSets.find((ruleSet) => ruleSetKey(ruleSet) === key) ?? null;
}

/** What a tenant may be offered: its own municipality's, and another's only where the administrator says so. */
export function offeredRuleSets(
  ruleSets: readonly RuleSet[],
  municipality: string | null,
  others: 'own-only' | 'others-too',
): readonly RuleSet[] {
  return others === 'others-too' ? ruleSets : ruleSets.filter((ruleSet) => ruleSet.municipality === municipality);
}

/** The checklist that a result opens; none where it is another municipality's. */
export function openedChecklist(ruleSets: readonly RuleSet[], from: RuleSet, id: string | null): string | null {
  return ruleSets.some((each) => each.id === id && each.municipality === from.municipality) ? id : null;
}
