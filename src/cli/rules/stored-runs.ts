import { readConfig } from '../../config/config.ts';
import { everyRunOf } from '../../store/checklists/every-run.ts';
import { createSealer, readOrMakeKey } from '../../store/core/sealer.ts';
import { openStore } from '../../store/database.ts';
import type { CommandIo } from '../command.ts';
import type { KeptRun } from './rehearse-rules.ts';

/** The runs of a checklist in the deployment's own database, named by their cases. Reads only; the bot must not have the data folder open. */
export async function readStoredRuns(checklist: string, { env }: CommandIo): Promise<readonly KeptRun[]> {
  const { DATABASE_URL: databaseUrl, DATA_DIR: dataFolder, ENCRYPTION_KEY: key } = readConfig(env);
  const sealer = createSealer(readOrMakeKey(dataFolder, key));
  const store = await openStore({ databaseUrl, dataFolder, openedAt: new Date().toISOString() });
  try {
    const runs = await everyRunOf(store.db, sealer, checklist);
    return runs.map(({ run: { caseReference, ruleSet, asOf, answers } }) => ({
      ...{ id: caseReference, ruleSet, asOf },
      answers: Object.fromEntries(answers.map(({ question, value }) => [question, value])),
    }));
  } finally {
    await store.close();
  }
}
