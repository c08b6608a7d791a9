import { randomUUID } from 'node:crypto';
import { isTryout } from '../config/config.ts';
import { readFileText } from '../content/import/read-file-text.ts';
import { readLibraryContent } from '../content/read-library-content.ts';
import { readAgendaVocabulary } from '../content/words/read-agenda-vocabulary.ts';
import { readAgendaWords } from '../content/words/read-agenda-words.ts';
import { agendaReader } from '../domain/agenda/read-agenda.ts';
import type { ReminderSettings } from '../domain/deadline/reminder-plan.ts';
import { minutesDocx } from '../export/minutes-docx.ts';
import { minutesMarkdown } from '../export/minutes-markdown.ts';
import { agendaStore } from '../store/agendas/agenda-store.ts';
import { agendaTemplateStore } from '../store/agendas/agenda-template-store.ts';
import { readOrMakeKey } from '../store/core/sealer.ts';
import { createSigner } from '../store/core/signer.ts';
import { deadlineStore } from '../store/deadlines/deadline-store.ts';
import type { AgendaContext } from '../teams/agendas/context.ts';
import { findsOwnDeadlines } from '../teams/agendas/finds/deadline-finds.ts';
import { findsInLibrary, titlesIn } from '../teams/agendas/finds/library-finds.ts';
import { wireAgendas } from '../teams/agendas/wire-agendas.ts';
import { fileFetcher } from '../teams/sending/fetch-file.ts';
import type { Parts } from './parts.ts';

/** The agendas with their content and store. `ask` answers questions that the register of decisions knows nothing of. */
export function createAgendas(parts: Parts, settings: ReminderSettings, ask: NonNullable<AgendaContext['ask']>) {
  const { config, log, store, clock, texts, audit, directory, sealer } = parts;
  const words = readAgendaWords();
  const library = readLibraryContent();
  return wireAgendas(
    {
      ...{ texts, clock, words, ask, makeId: randomUUID, readText: readFileText },
      desk: { store: agendaStore(store.db, sealer), directory, settings, audit },
      templates: agendaTemplateStore(store.db, sealer),
      register: { known: library.decisions, titleOf: titlesIn(library), words },
      signer: createSigner(readOrMakeKey(config.DATA_DIR, config.ENCRYPTION_KEY)),
      publicUrl: (config.PUBLIC_URL ?? `http://127.0.0.1:${config.PORT}`).replace(/\/$/, ''),
      fetchFile: fileFetcher(isTryout(config), log),
      readAgenda: agendaReader(readAgendaVocabulary()),
      moreFinds: [findsInLibrary(library, texts), findsOwnDeadlines(deadlineStore(store.db, sealer), texts)],
    },
    { docx: minutesDocx, md: minutesMarkdown },
  );
}
