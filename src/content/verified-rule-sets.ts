import type { RuleSet } from '../domain/rules/rule-set.ts';
import { verifyRuleSets } from '../domain/rules/verify/verify-rule-sets.ts';
import { ContentError } from './errors.ts';
import { readRuleSetFiles, ruleSetsFolder } from './read-rule-sets.ts';
import { commonRuleCodes } from './rule-sets/common-codes.ts';

/** The rule sets, verified as they are loaded: a fault stops the start, naming file, row and an example. */
export function readVerifiedRuleSets(folder: string = ruleSetsFolder): readonly RuleSet[] {
  const files = readRuleSetFiles(folder);
  const ruleSets = files.map(({ ruleSet }) => ruleSet);
  const faults = verifyRuleSets(ruleSets, { documents: new Map(), commonTexts: commonRuleCodes() });
  if (faults.length === 0) return ruleSets;
  const lines = faults.map(({ kind, ruleSet, part, path, what, example }) => {
    const file = files.find((each) => each.ruleSet === ruleSet);
    return `${file?.at(path) ?? ruleSet.id}: ${part} ${what} [${kind}] (example: ${example})`;
  });
  throw new ContentError(
    'file-invalid',
    `The rule sets are faulty; "rettesnor rules check" tells the same\n  ${lines.join('\n  ')}`,
  );
}
