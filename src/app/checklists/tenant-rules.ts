import { plainDate, readPlainDate } from '../../domain/calendar/plain-date.ts';
import { type Adoption, offeredRuleSets } from '../../domain/rules/adoption.ts';
import { type RuleSet, ruleSetKey } from '../../domain/rules/rule-set.ts';
import type { RunDesk } from './run-desk.ts';

/** An adoption as the settings write it: a version's key, its first day, and its last or none. */
export interface WrittenAdoption {
  readonly ruleSet: string;
  readonly from: string;
  readonly to: string | null;
}

/**
 * The rule sets that a tenant is offered and has adopted. A deployment is offered its own municipality's, tries them until it
 * adopts one, and another municipality's where it adopted it by name; the try-out has adopted all unless its settings say otherwise.
 */
export function tenantRules(
  shipped: readonly RuleSet[],
  municipality: string | null,
  written: readonly WrittenAdoption[] | 'all',
): Pick<RunDesk, 'ruleSets' | 'adoptions'> {
  const always = plainDate('2000-01-01');
  if (written === 'all')
    return { ruleSets: shipped, adoptions: shipped.map((each) => ({ ruleSet: ruleSetKey(each), from: always, to: null })) };
  const adoptions = written.map((each) => adoptionOf(shipped, each));
  const offered = offeredRuleSets(shipped, municipality, 'own-only');
  const isAdopted = (each: RuleSet) => adoptions.some(({ ruleSet }) => ruleSet === ruleSetKey(each));
  return { ruleSets: shipped.filter((each) => offered.includes(each) || isAdopted(each)), adoptions };
}

/** Starting with an adoption that means nothing would leave everybody with trials: it is a fault. */
function adoptionOf(shipped: readonly RuleSet[], { ruleSet, from: written, to: until }: WrittenAdoption): Adoption {
  const keys = shipped.map(ruleSetKey);
  if (!keys.includes(ruleSet)) throw new Error(`adopted checklist "${ruleSet}" is not shipped; there are ${keys.join(', ')}`);
  const [from, to] = [readPlainDate(written), until === null ? null : readPlainDate(until)];
  if (from === null || (until !== null && to === null) || (to !== null && to < from))
    throw new Error(`adopted checklist "${ruleSet}": no period from ${written} to ${until ?? 'open'}`);
  return { ruleSet, from, to };
}
