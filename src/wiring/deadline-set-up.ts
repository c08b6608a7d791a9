import { randomUUID } from 'node:crypto';
import { isTryout } from '../config/config.ts';
import { readLibraryContent } from '../content/read-library-content.ts';
import { readTable } from '../content/read-table.ts';
import { sourceDuties } from '../content/source-duties.ts';
import { readDeadlineCommands } from '../content/words/read-deadline-commands.ts';
import { readDeadlineWords } from '../content/words/read-deadline-words.ts';
import type { ReminderSettings } from '../domain/deadline/reminder-plan.ts';
import { hasPersonalNumber } from '../domain/privacy/personal-number.ts';
import { calendarFeed } from '../export/calendar-feed.ts';
import { csvOf } from '../export/csv.ts';
import { readOrMakeKey } from '../store/core/sealer.ts';
import { createSigner } from '../store/core/signer.ts';
import { dutyStore, feedStore, importStore } from '../store/deadlines/deadline-extras-store.ts';
import { deadlineStore } from '../store/deadlines/deadline-store.ts';
import { reminderStore } from '../store/deadlines/reminder-store.ts';
import type { SetUpContext } from '../teams/deadlines/extras/context.ts';
import { downloadFeed } from '../teams/deadlines/extras/feed.ts';
import { setUpFeature } from '../teams/deadlines/extras/set-up-feature.ts';
import { fileFetcher } from '../teams/sending/fetch-file.ts';
import type { Parts } from './parts.ts';

/** What surrounds the deadlines, with its content and stores; and what lies behind its links. */
export function createDeadlineSetUp(parts: Parts, settings: ReminderSettings) {
  const { config, log, store, clock, texts, audit, directory, sealer } = parts;
  const { command: commandWords, words } = readDeadlineWords();
  const outbox = reminderStore(store.db, randomUUID);
  const deadlines = deadlineStore(store.db, sealer);
  const context: SetUpContext = {
    ...{
      texts,
      clock,
      audit,
      words,
      commandWords,
      makeId: randomUUID,
      caseLink: () => null,
      channelIdOf: async () => null,
      readTable,
    },
    desk: {
      ...{ store: deadlines, directory, settings, audit, absences: deadlines, outbox, now: clock.now },
      ...{ imports: importStore(store.db, sealer), hasPersonalNumber },
    },
    absences: deadlines,
    feeds: feedStore(store.db),
    outbox,
    names: readDeadlineCommands(),
    duties: sourceDuties(readLibraryContent()),
    dutyStore: dutyStore(store.db, sealer),
    fetchFile: fileFetcher(isTryout(config), log),
    signer: createSigner(readOrMakeKey(config.DATA_DIR, config.ENCRYPTION_KEY)),
    publicUrl: (config.PUBLIC_URL ?? `http://127.0.0.1:${config.PORT}`).replace(/\/$/, ''),
    writeCsv: csvOf,
    writeCalendar: calendarFeed,
  };
  return { feature: setUpFeature(context), download: (name: string, token: string) => downloadFeed(context, name, token) };
}
