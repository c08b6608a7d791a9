import { addDays } from '../../calendar/plain-date.ts';
import { type RuleSet, ruleSetKey } from '../rule-set.ts';
import type { RuleFault } from './rule-fault.ts';

/** The versions of one subject in one municipality follow each other day by day: none overlap, none leave a gap. */
export function periodFaults(ruleSets: readonly RuleSet[]): readonly RuleFault[] {
  const subjectOf = ({ municipality, subject }: RuleSet) => `${municipality} ${subject}`;
  return [...new Set(ruleSets.map(subjectOf))].flatMap((subject) => {
    const versions = ruleSets.filter((each) => subjectOf(each) === subject);
    const sorted = [...versions].sort((a, b) => (a.valid.from < b.valid.from ? -1 : 1));
    return sorted.flatMap((version, at) => {
      const next = sorted[at + 1];
      return [...endFaults(version), ...(next === undefined ? [] : pairFaults(version, next))];
    });
  });
}

function endFaults(ruleSet: RuleSet): readonly RuleFault[] {
  const { from, to } = ruleSet.valid;
  if (to === null || from <= to) return [];
  return [fault('period-ends-before-it-begins', ruleSet, `is valid from ${from} to ${to}`, `no day is in ${from}..${to}`)];
}

function pairFaults(earlier: RuleSet, later: RuleSet): readonly RuleFault[] {
  const { to } = earlier.valid;
  const { from } = later.valid;
  if (to === null || from <= to)
    return [fault('overlapping-periods', later, `overlaps ${ruleSetKey(earlier)}`, `on ${from} both are valid`)];
  const dayAfter = addDays(to, 1);
  if (from === dayAfter) return [];
  return [fault('gap-between-periods', later, `leaves a gap after ${ruleSetKey(earlier)}`, `on ${dayAfter} neither is valid`)];
}

function fault(kind: RuleFault['kind'], ruleSet: RuleSet, what: string, example: string): RuleFault {
  return { kind, ruleSet, part: ruleSetKey(ruleSet), path: ['valid'], what, example };
}
