import { plainDate } from '../../domain/calendar/plain-date.ts';
import { offeredRuleSets } from '../../domain/rules/adoption.ts';
import { type RuleSet, ruleSetKey } from '../../domain/rules/rule-set.ts';
import type { RunDesk } from './run-desk.ts';

/** The rule sets that a tenant is offered and has adopted: the try-out all, a deployment its own municipality's, which it tries until it adopts one. */
export function tenantRules(
  shipped: readonly RuleSet[],
  municipality: string | null,
  tenant: 'adopts-all' | 'tries',
): Pick<RunDesk, 'ruleSets' | 'adoptions'> {
  if (tenant === 'tries') return { ruleSets: offeredRuleSets(shipped, municipality, 'own-only'), adoptions: [] };
  const from = plainDate('2000-01-01');
  return { ruleSets: shipped, adoptions: shipped.map((each) => ({ ruleSet: ruleSetKey(each), from })) };
}
