import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFileText } from '../../content/import/read-file-text.ts';
import { type RuleSetFile, readRuleSetFiles, ruleSetsFolder } from '../../content/read-rule-sets.ts';
import { commonRuleCodes } from '../../content/rule-sets/common-codes.ts';
import { type RuleSet, ruleSetKey } from '../../domain/rules/rule-set.ts';
import { type FallsToHuman, fallsToHuman } from '../../domain/rules/verify/reach.ts';
import { writtenAnswers } from '../../domain/rules/verify/rule-fault.ts';
import { verifyRuleSets } from '../../domain/rules/verify/verify-rule-sets.ts';
import type { CommandIo } from '../command.ts';

/** Names every fault of a folder's rule sets on standard error, and what falls to a person on standard output. */
export async function checkRules(folderOrNone: string | null, importFolder: string | null, io: CommandIo): Promise<number> {
  const folder = folderOrNone ?? ruleSetsFolder;
  const files = readRuleSetFiles(folder);
  const faults = verifyRuleSets(
    files.map(({ ruleSet }) => ruleSet),
    { documents: await documentsIn([importFolder ?? folder], files), commonTexts: commonRuleCodes() },
  );
  for (const { kind, ruleSet, part, path, what, example } of faults) {
    const file = files.find((each) => each.ruleSet === ruleSet);
    io.err(`${file?.at(path) ?? ruleSetKey(ruleSet)}: ${part} ${what} [${kind}] (example: ${example})`);
  }
  if (faults.length > 0) return 2;
  for (const { ruleSet } of files) for (const line of humanLines(ruleSet)) io.out(line);
  return 0;
}

/** The text of the cited documents that a folder holds, by file name. */
async function documentsIn(folders: readonly string[], files: readonly RuleSetFile[]): Promise<ReadonlyMap<string, string>> {
  const names = new Set(
    files.flatMap(({ ruleSet }) => [
      ruleSet.source,
      ...ruleSet.tables.flatMap(({ rows }) => rows.map(({ source }) => source)),
      ...[...ruleSet.deadlines, ...ruleSet.warnings].map(({ source }) => source),
    ]),
  );
  const documents = new Map<string, string>();
  for (const name of names) {
    const path = folders.map((folder) => join(folder, name)).find((each) => name !== '' && existsSync(each));
    if (path === undefined) continue;
    const read = await readFileText(path, await readFile(path));
    if (read.kind === 'text') documents.set(name, read.text);
  }
  return documents;
}

/** One line for each combination of answers that falls to a person. */
function humanLines(ruleSet: RuleSet): readonly string[] {
  const written = ({ table, row, answers }: FallsToHuman) =>
    `${ruleSetKey(ruleSet)} ${table} ${row?.id ?? '-'} ${row?.outcome ?? 'menneskelig_vurdering/INGEN_REGEL_PASSER'}: ${writtenAnswers(answers)}`;
  return [...new Set(fallsToHuman(ruleSet).map(written))];
}
