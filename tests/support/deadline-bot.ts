import { createHmac } from 'node:crypto';
import { directoryOf, personIn } from '../../src/app/access/member-list.ts';
import { createClock } from '../../src/clock/clock.ts';
import { readLibraryContent } from '../../src/content/read-library-content.ts';
import { readTable } from '../../src/content/read-table.ts';
import { sourceDuties } from '../../src/content/source-duties.ts';
import { readTexts } from '../../src/content/texts.ts';
import { readDeadlineCommands } from '../../src/content/words/read-deadline-commands.ts';
import { readDeadlineWords } from '../../src/content/words/read-deadline-words.ts';
import { plainDate } from '../../src/domain/calendar/plain-date.ts';
import { usualClosedDays } from '../../src/domain/calendar/working-days.ts';
import { usualReminders } from '../../src/domain/deadline/reminder-plan.ts';
import { hasPersonalNumber } from '../../src/domain/privacy/personal-number.ts';
import { calendarFeed } from '../../src/export/calendar-feed.ts';
import { csvOf } from '../../src/export/csv.ts';
import { createLog } from '../../src/log/log.ts';
import { conversationStore } from '../../src/store/conversation-store.ts';
import { createSigner } from '../../src/store/core/signer.ts';
import { dutyStore, feedStore, importStore } from '../../src/store/deadlines/deadline-extras-store.ts';
import { deadlineStore } from '../../src/store/deadlines/deadline-store.ts';
import { reminderStore } from '../../src/store/deadlines/reminder-store.ts';
import { channelIdIn } from '../../src/teams/deadlines/context.ts';
import type { SetUpContext } from '../../src/teams/deadlines/extras/context.ts';
import { downloadFeed } from '../../src/teams/deadlines/extras/feed.ts';
import { setUpFeature } from '../../src/teams/deadlines/extras/set-up-feature.ts';
import { wireDeadlines } from '../../src/teams/deadlines/wire-deadlines.ts';
import { createCourier } from '../../src/teams/sending/courier.ts';
import { fileFetcher } from '../../src/teams/sending/fetch-file.ts';
import { createGateway } from '../../src/teams/sending/gateway.ts';
import { noReply } from '../../src/teams/turn/reply.ts';
import { tryoutPeople, tryoutTenant } from '../../src/tryout/people/people.ts';
import { type StandIn, startStandIn } from '../../src/tryout/stand-in.ts';
import { startBot } from './bot.ts';
import { freshStore, testSealer } from './stores.ts';

/** The people of the try-out with a role, all in one team. */
export const deadlineMembers = tryoutPeople.flatMap(({ name, objectId, role }) =>
  objectId === null || role === null ? [] : [{ tenantId: tryoutTenant, objectId, name, roles: [role], team: 'A' }],
);

/** The deadlines' part alone, over HTTP, with the outbox and the people of the try-out; `on` sets the day and runs a round. */
export async function startDeadlineBot() {
  const store = await freshStore('embedded');
  const log = createLog('silent');
  const clock = createClock();
  // Rounds run ahead of what the connector asked to wait for.
  let aheadMs = 0;
  const now = () => clock.now() + aheadMs;
  const ahead = { today: clock.today, now };
  const directory = directoryOf(deadlineMembers);
  const conversations = conversationStore(store.db);
  const gateway = createGateway({ isAllowedServiceUrl: (url) => url.startsWith('http://127.0.0.1'), token: async () => null });
  const courier = createCourier(gateway, conversations, log);
  let ids = 0;
  const makeId = () => {
    ids += 1;
    return `id${ids}`;
  };
  const { command: commandWords, words, boards } = readDeadlineWords();
  const audit = { note: () => {} };
  const [deadlines, outbox, duties] = [
    deadlineStore(store.db, testSealer),
    reminderStore(store.db, makeId),
    dutyStore(store.db, testSealer),
  ];
  const settings = usualReminders(usualClosedDays);
  const shared = {
    channelIdOf: channelIdIn(conversations),
    texts: readTexts(),
    clock: ahead,
    audit,
    words,
    commandWords,
    makeId,
    caseLink: () => null,
  };
  const wired = wireDeadlines({
    ...{ context: shared, store: deadlines, outbox, duties, directory, settings, boards, courier, log },
    ...{ digestAt: now, owner: 'test', chance: () => 0 },
  });
  const context: SetUpContext = {
    ...shared,
    desk: {
      ...{ store: deadlines, directory, settings, audit, absences: deadlines, outbox, now },
      ...{ imports: importStore(store.db, testSealer), hasPersonalNumber },
    },
    absences: deadlines,
    feeds: feedStore(store.db),
    outbox,
    names: readDeadlineCommands(),
    duties: sourceDuties(readLibraryContent()),
    dutyStore: duties,
    fetchFile: fileFetcher(true, log),
    readTable,
    signer: createSigner(createHmac('sha256', 'test').digest('hex')),
    publicUrl: 'http://bot.invalid',
    writeCsv: csvOf,
    writeCalendar: calendarFeed,
  };
  const http = await startBot({ features: [wired.feature, setUpFeature(context)], ask: async () => noReply }, null, {
    personOf: (tenantId, objectId, name) => personIn(directory, tenantId, objectId, name),
    clock,
    conversations,
    download: (name, token) => downloadFeed(context, name, token),
  });
  const teams = await startStandIn({ botUrl: `${http.url}/api/messages` });
  const chatOf = (key: string) => teams.personalChat(teams.person(key));
  return {
    ...{ teams, url: http.url, context, store: deadlines, outbox, settings },
    berit: () => chatOf('caseworker-1'),
    anders: () => chatOf('caseworker-2'),
    leader: () => chatOf('team-leader'),
    /** The day becomes this one, and a round runs. */
    on: async (day: string) => {
      clock.setToday(plainDate(day));
      await wired.runNow();
    },
    setDay: (day: string) => clock.setToday(plainDate(day)),
    /** Resolves when no message is on its way any more. */
    quiet: http.quiet,
    /** A round runs some minutes later; three seconds where nothing is said. */
    later: async (minutes = 0.05) => {
      aheadMs += minutes * 60_000;
      await wired.runNow();
    },
    close: async () => {
      await teams.close();
      await http.close(500);
      await store.close();
    },
  };
}
export type DeadlineBot = Awaited<ReturnType<typeof startDeadlineBot>>;

/** What a person's last message says, as text. */
export function lastOf(chat: ReturnType<StandIn['personalChat']>): string {
  return JSON.stringify(chat.messages().at(-1)?.activity);
}
