import { createHmac, randomUUID } from 'node:crypto';
import { directoryOf, personIn } from '../../src/app/access/member-list.ts';
import { awaitedAnswers } from '../../src/app/agendas/awaited-answers.ts';
import type { AuditEntry } from '../../src/app/audit.ts';
import { createClock } from '../../src/clock/clock.ts';
import { readFileText } from '../../src/content/import/read-file-text.ts';
import { readLibraryContent } from '../../src/content/read-library-content.ts';
import { readTexts } from '../../src/content/texts.ts';
import { readAgendaVocabulary } from '../../src/content/words/read-agenda-vocabulary.ts';
import { readAgendaWords } from '../../src/content/words/read-agenda-words.ts';
import { readDeadlineWords } from '../../src/content/words/read-deadline-words.ts';
import { agendaReader } from '../../src/domain/agenda/read-agenda.ts';
import { plainDate } from '../../src/domain/calendar/plain-date.ts';
import { usualClosedDays } from '../../src/domain/calendar/working-days.ts';
import { usualReminders } from '../../src/domain/deadline/reminder-plan.ts';
import { minutesDocx } from '../../src/export/minutes-docx.ts';
import { minutesMarkdown } from '../../src/export/minutes-markdown.ts';
import { createLog } from '../../src/log/log.ts';
import { agendaStore } from '../../src/store/agendas/agenda-store.ts';
import { agendaTemplateStore } from '../../src/store/agendas/agenda-template-store.ts';
import { conversationStore } from '../../src/store/conversation-store.ts';
import { dutyStore } from '../../src/store/deadlines/deadline-extras-store.ts';
import { deadlineStore } from '../../src/store/deadlines/deadline-store.ts';
import { reminderStore } from '../../src/store/deadlines/reminder-store.ts';
import type { AgendaContext } from '../../src/teams/agendas/context.ts';
import { findsOwnDeadlines } from '../../src/teams/agendas/finds/deadline-finds.ts';
import { findsInLibrary, titlesIn } from '../../src/teams/agendas/finds/library-finds.ts';
import { wireAgendas } from '../../src/teams/agendas/wire-agendas.ts';
import { channelIdIn } from '../../src/teams/deadlines/context.ts';
import { wireDeadlines } from '../../src/teams/deadlines/wire-deadlines.ts';
import { createCourier } from '../../src/teams/sending/courier.ts';
import { fileFetcher } from '../../src/teams/sending/fetch-file.ts';
import { createGateway } from '../../src/teams/sending/gateway.ts';
import { tryoutPeople, tryoutTenant } from '../../src/tryout/people/people.ts';
import { type StandIn, startStandIn } from '../../src/tryout/stand-in.ts';
import { startBot } from './bot.ts';
import { freshStore, testSealer } from './stores.ts';

/** The agendas with the deadlines, over HTTP, on a fixed day, with the people of the try-out; `on` sets the day and runs a round of reminders. */
export async function startAgendaBot(): Promise<{
  readonly teams: StandIn;
  readonly context: AgendaContext;
  /** What was written into the audit log besides changes. */
  readonly noted: AuditEntry[];
  readonly store: Awaited<ReturnType<typeof freshStore>>;
  readonly deadlines: ReturnType<typeof deadlineStore>;
  readonly on: (day: string) => Promise<void>;
  readonly url: string;
  /** Resolves when no message is on its way any more. */
  readonly quiet: () => Promise<void>;
  readonly close: () => Promise<void>;
}> {
  const store = await freshStore('embedded');
  const directory = directoryOf(
    tryoutPeople.flatMap(({ name, objectId, role }) =>
      objectId === null || role === null ? [] : [{ tenantId: tryoutTenant, objectId, name, roles: [role], team: null }],
    ),
  );
  const sign = (text: string) => createHmac('sha256', 'test').update(text).digest('base64url');
  const words = readAgendaWords();
  const library = readLibraryContent();
  const texts = readTexts();
  const deadlines = deadlineStore(store.db, testSealer);
  const clock = createClock();
  clock.setToday(plainDate('2026-11-25'));
  const noted: AuditEntry[] = [];
  let url = '';
  const context: AgendaContext = {
    desk: {
      store: agendaStore(store.db, testSealer),
      directory,
      settings: usualReminders(usualClosedDays),
      audit: { note: (line) => noted.push(line) },
    },
    templates: agendaTemplateStore(store.db, testSealer),
    texts,
    clock,
    words,
    register: { known: library.decisions, titleOf: titlesIn(library), words },
    moreFinds: [findsInLibrary(library, texts), findsOwnDeadlines(deadlines, texts)],
    signer: { sign, isSigned: (text, signature) => sign(text) === signature },
    get publicUrl() {
      return url;
    },
    makeId: randomUUID,
    fetchFile: fileFetcher(true, createLog('silent')),
    readText: readFileText,
    readAgenda: agendaReader(readAgendaVocabulary()),
  };
  const { feature, download } = wireAgendas(context, { docx: minutesDocx, md: minutesMarkdown });
  const asked = async () => ({ answer: { kind: 'text', text: 'spurgt' } as const, messages: [] });
  const personOf = (tenantId: string, objectId: string | null, name: string) => personIn(directory, tenantId, objectId, name);
  const conversations = conversationStore(store.db);
  const reminders = remindersOf(context, deadlines, store.db, conversations);
  const features = [reminders.feature, feature];
  const bot = await startBot({ features, ask: asked }, null, { personOf, clock, download, conversations });
  url = bot.url;
  const teams = await startStandIn({ botUrl: `${bot.url}/api/messages` });
  const close = async () => {
    await teams.close();
    await bot.close(500);
    await store.close();
  };
  const on = async (day: string) => {
    clock.setToday(plainDate(day));
    await reminders.runNow();
  };
  return { teams, context, noted, store, deadlines, on, url, quiet: bot.quiet, close };
}

function remindersOf(
  { desk, texts, clock }: AgendaContext,
  deadlines: ReturnType<typeof deadlineStore>,
  db: Awaited<ReturnType<typeof freshStore>>['db'],
  conversations: ReturnType<typeof conversationStore>,
) {
  const { command: commandWords, words, boards } = readDeadlineWords();
  const log = createLog('silent');
  const gateway = createGateway({ isAllowedServiceUrl: (url) => url.startsWith('http://127.0.0.1'), token: async () => null });
  return wireDeadlines({
    context: {
      ...{ texts, clock, words, commandWords, audit: desk.audit, makeId: randomUUID, caseLink: () => null },
      channelIdOf: channelIdIn(conversations),
      awaitedIn: (tenantId, ids) => awaitedAnswers(desk.store, tenantId, ids),
    },
    ...{ store: deadlines, directory: desk.directory, settings: desk.settings, boards, log, owner: 'test', chance: () => 0 },
    outbox: reminderStore(db, randomUUID),
    duties: dutyStore(db, testSealer),
    courier: createCourier(gateway, conversations, log),
    digestAt: () => clock.now(),
  });
}
