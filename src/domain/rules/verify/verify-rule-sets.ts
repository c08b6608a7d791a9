import type { RuleSet } from '../rule-set.ts';
import { periodFaults } from './periods.ts';
import { rangeFaults } from './ranges.ts';
import { reachFaults } from './reach.ts';
import { referenceFaults } from './references.ts';
import type { RuleFault } from './rule-fault.ts';
import { sourceFaults } from './sources.ts';
import { visibilityCycles } from './visibility.ts';

/** What a verification may hold rule sets against. */
export interface Evidence {
  /** The text of the cited documents that are present, by file name. */
  readonly documents: ReadonlyMap<string, string>;
  /** The codes that have words in every rule set. */
  readonly commonTexts: ReadonlySet<string>;
}

/** Every fault of the rule sets; none must be there before they are used. */
export function verifyRuleSets(ruleSets: readonly RuleSet[], { documents, commonTexts }: Evidence): readonly RuleFault[] {
  return [
    ...periodFaults(ruleSets),
    ...ruleSets.flatMap((ruleSet) => {
      const written = [
        ...referenceFaults(ruleSet, ruleSets, commonTexts),
        ...visibilityCycles(ruleSet),
        ...rangeFaults(ruleSet),
        ...sourceFaults(ruleSet, documents),
      ];
      return [...written, ...reachFaults(ruleSet)];
    }),
  ];
}
