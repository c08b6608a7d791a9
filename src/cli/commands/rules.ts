import { readRuleSetFile, readRuleSets } from '../../content/read-rule-sets.ts';
import { readTexts } from '../../content/texts.ts';
import type { Texts } from '../../domain/language/texts.ts';
import { ruleSetDocument } from '../../domain/rules/describe/document.ts';
import { ruleSetPicture } from '../../domain/rules/describe/picture.ts';
import { type RuleSet, ruleSetKey } from '../../domain/rules/rule-set.ts';
import type { CliCommand, CommandIo } from '../command.ts';
import { checkRules } from '../rules/check-rules.ts';
import { readKeptRuns, rehearseRules } from '../rules/rehearse-rules.ts';
import { readStoredRuns } from '../rules/stored-runs.ts';

/** `rules check|picture|document|rehearse`: rule sets for those who write and review them. */
export const rulesCommand: CliCommand = {
  name: 'rules',
  usage:
    'rules check [DIR] [--import DIR] | picture ID | document ID | rehearse NEW [--runs FILE]   for those who review rule sets',
  run: async (args, io) => {
    const [word, ...rest] = args;
    const [name = null] = rest.filter((arg, at) => !arg.startsWith('--') && !(rest[at - 1] ?? '').startsWith('--'));
    switch (word) {
      case 'check':
        return checkRules(name, optionOf(rest, '--import'), io);
      case 'picture':
        return describe(ruleSetPicture, name, io);
      case 'document':
        return describe(ruleSetDocument, name, io);
      case 'rehearse':
        return rehearse(name, optionOf(rest, '--runs'), io);
      default:
        throw new Error('rules needs one of check, picture, document, rehearse');
    }
  },
};

function optionOf(args: readonly string[], name: string): string | null {
  const at = args.indexOf(name);
  return at === -1 ? null : (args[at + 1] ?? null);
}

function describe(describer: (ruleSet: RuleSet, texts: Texts) => string, name: string | null, io: CommandIo): number {
  const ruleSets = readRuleSets();
  const found = ruleSets.filter((ruleSet) => ruleSet.id === name || ruleSetKey(ruleSet) === name);
  if (found.length === 0) throw new Error(`name a rule set: ${ruleSets.map(ruleSetKey).join(', ')}`);
  const { da } = readTexts();
  for (const ruleSet of found) io.out(describer(ruleSet, da));
  return 0;
}

/** The runs come from the deployment's own database, or from a file. */
async function rehearse(newFile: string | null, runsFile: string | null, io: CommandIo): Promise<number> {
  if (newFile === null) throw new Error('rules rehearse needs a changed rule set: rules rehearse NEW.yaml [--runs RUNS.jsonl]');
  const { ruleSet } = readRuleSetFile(newFile);
  return rehearseRules(ruleSet, runsFile === null ? await readStoredRuns(ruleSet.id, io) : readKeptRuns(runsFile), io);
}
