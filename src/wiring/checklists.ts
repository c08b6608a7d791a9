import { randomUUID } from 'node:crypto';
import type { RunDesk } from '../app/checklists/run-desk.ts';
import { tenantRules } from '../app/checklists/tenant-rules.ts';
import { type Config, isTryout } from '../config/config.ts';
import { readLibraryContent } from '../content/read-library-content.ts';
import { readVerifiedRuleSets } from '../content/verified-rule-sets.ts';
import { readChecklistWords } from '../content/words/read-checklist-words.ts';
import { checklistStore } from '../store/checklists/checklist-store.ts';
import type { Sealer } from '../store/core/sealer.ts';
import type { Store } from '../store/database.ts';
import { deadlineStore } from '../store/deadlines/deadline-store.ts';
import type { ChecklistContext } from '../teams/checklists/context.ts';
import { type ChecklistWiring, wireChecklists } from '../teams/checklists/wire-checklists.ts';
import type { Feature } from '../teams/turn/feature.ts';

/** What main hands over. */
type ChecklistParts = Pick<RunDesk, 'directory' | 'audit'> &
  Pick<ChecklistContext, 'texts' | 'clock'> &
  Pick<ChecklistWiring, 'conversations'> & {
    readonly config: Config;
    readonly store: Pick<Store, 'db'>;
    readonly sealer: Sealer;
  };

/** Wires the checklists. The try-out has adopted them all, unless the settings name some. */
export function createChecklists(
  parts: ChecklistParts,
  settings: RunDesk['settings'],
  gateway: ChecklistWiring['gateway'],
): Feature {
  const { config, store, clock, texts, audit, directory, sealer, conversations } = parts;
  const words = readChecklistWords();
  const written = config.ADOPTED_CHECKLISTS;
  const adopted = isTryout(config) && written.length === 0 ? 'all' : written;
  const rules = tenantRules(readVerifiedRuleSets(), config.MUNICIPALITY ?? null, adopted);
  const titles = new Map(readLibraryContent().documents.map(({ document }) => [document.file, document.title]));
  const desk: RunDesk = {
    ...rules,
    store: checklistStore(store.db, sealer),
    deadlines: deadlineStore(store.db, sealer),
    directory,
    settings,
    closed: config.CLOSED_DAYS,
    audit,
    carried: words.carried,
    caseNumberPattern: config.CASE_NUMBER_PATTERN,
    titleOf: (file) => titles.get(file) ?? file,
  };
  const caseLink = (reference: string) => config.CASE_LINK?.replace('{case}', encodeURIComponent(reference)) ?? null;
  return wireChecklists({
    context: { desk, texts, clock, words, makeId: randomUUID, caseLink },
    gateway,
    conversations,
  });
}
