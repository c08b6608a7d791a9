import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleSet } from '../domain/rules/rule-set.ts';
import { contentFolder } from './content-folder.ts';
import { ContentError } from './errors.ts';
import { type DataFile, invalid, readDataFile } from './library/read-data-file.ts';
import { ruleSetSchema } from './rule-sets/rule-set-schema.ts';

/** A rule set with the file that it stands in. */
export interface RuleSetFile {
  readonly path: string;
  readonly ruleSet: RuleSet;
  /** `path:line` of a part of the file, by its path in the data. */
  readonly at: (path: readonly PropertyKey[]) => string;
}

/** The folder of the rule sets that the product ships. */
export const ruleSetsFolder: string = join(contentFolder, 'rule-sets');

/** Reads every rule set of a folder; throws naming file and line of all that cannot be read. */
export function readRuleSetFiles(folder: string = ruleSetsFolder): readonly RuleSetFile[] {
  const faults: string[] = [];
  const files = namesIn(folder).flatMap((name) => {
    try {
      return [readRuleSetFile(join(folder, name))];
    } catch (fault) {
      if (!(fault instanceof ContentError)) throw fault;
      faults.push(fault.message);
      return [];
    }
  });
  if (faults.length > 0) throw invalid(faults);
  return files;
}

/** Reads the rule sets of a folder. */
export function readRuleSets(folder: string = ruleSetsFolder): readonly RuleSet[] {
  return readRuleSetFiles(folder).map(({ ruleSet }) => ruleSet);
}

/** Reads one rule set: rows, deadlines and warnings that name no source of their own stand in the rule set's. */
export function readRuleSetFile(path: string): RuleSetFile {
  const file: DataFile<unknown> & { data: ReturnType<typeof ruleSetSchema.parse> } = readDataFile(path, ruleSetSchema);
  const { data } = file;
  const sourced = <Part extends { readonly source: string | null }>(part: Part) => ({
    ...part,
    source: part.source ?? data.source,
  });
  const ruleSet: RuleSet = {
    ...data,
    tables: data.tables.map((table) => ({ ...table, rows: table.rows.map(sourced) })),
    deadlines: data.deadlines.map(sourced),
    warnings: data.warnings.map(sourced),
  };
  return { path, ruleSet, at: file.at };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.(yaml|yml|json)$/.test(name))
      .sort();
  } catch (cause) {
    throw new ContentError('file-unreadable', `${folder}: cannot be read; name a folder of rule sets`, { cause });
  }
}
