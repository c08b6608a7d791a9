import type { PlainDate } from '../calendar/plain-date.ts';
import { type RuleSet, ruleSetKey } from './rule-set.ts';

/** That a tenant uses a version from a day on, knowingly. */
export interface Adoption {
  /** The version by its key, `triage-horsens@2017`. */
  readonly ruleSet: string;
  readonly from: PlainDate;
}

/** The version that a new run starts with, or that there is none. */
export type RuleSetLookup =
  | { readonly kind: 'found'; readonly ruleSet: RuleSet; readonly adopted: Adoption }
  | { readonly kind: 'none-in-force'; readonly id: string; readonly on: PlainDate };

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
  const [latest] = adoptions
    .flatMap((adopted) => {
      const ruleSet = ruleSets.find((each) => ruleSetKey(each) === adopted.ruleSet);
      return ruleSet !== undefined && ruleSet.id === id && isInForce(ruleSet, adopted, on) ? [{ ruleSet, adopted }] : [];
    })
    .sort((a, b) => (a.adopted.from < b.adopted.from ? 1 : -1));
  return latest === undefined ? { kind: 'none-in-force', id, on } : { kind: 'found', ...latest };
}

function isInForce({ standing, valid }: RuleSet, adopted: Adoption, on: PlainDate): boolean {
  if (on < adopted.from) return false;
  return standing !== 'current' || (valid.from <= on && (valid.to === null || on <= valid.to));
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
