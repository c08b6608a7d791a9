import type { Directory } from '../../src/app/access/directory.ts';
import { runReminders } from '../../src/app/deadlines/run-reminders.ts';
import { readTexts } from '../../src/content/texts.ts';
import { readDeadlineWords } from '../../src/content/words/read-deadline-words.ts';
import { plainDate } from '../../src/domain/calendar/plain-date.ts';
import { usualClosedDays } from '../../src/domain/calendar/working-days.ts';
import { usualReminders } from '../../src/domain/deadline/reminder-plan.ts';
import { createLog } from '../../src/log/log.ts';
import { conversationStore } from '../../src/store/conversation-store.ts';
import { createSealer } from '../../src/store/core/sealer.ts';
import { openStore } from '../../src/store/database.ts';
import { dutyStore } from '../../src/store/deadlines/deadline-extras-store.ts';
import { deadlineStore } from '../../src/store/deadlines/deadline-store.ts';
import { reminderStore } from '../../src/store/deadlines/reminder-store.ts';
import { deliverReminder } from '../../src/teams/deadlines/deliver-reminder.ts';
import { createCourier } from '../../src/teams/sending/courier.ts';
import { createGateway } from '../../src/teams/sending/gateway.ts';

// A replica that plans and sends, as a process of its own, so that a test can kill it. Its clock runs fast: leases and
// back-offs of a minute pass in a second.
const [databaseUrl = '', day = '', startedAt = '0', speed = '1'] = process.argv.slice(2);
const base = Number(startedAt);
const now = () => base + (Date.now() - base) * Number(speed);
const today = plainDate(day);
const store = await openStore({ databaseUrl, dataFolder: '', openedAt: '' });
const sealer = createSealer('ab'.repeat(32));
const deadlines = deadlineStore(store.db, sealer);
const makeId = () => crypto.randomUUID();
const kept = reminderStore(store.db, makeId);
// The test counts what a tenant gets in a second by the claims, which the rates are promised for.
const outbox: typeof kept = {
  ...kept,
  claim: async (options) => {
    const claimed = await kept.claim(options);
    for (const { tenantId } of claimed) process.stdout.write(`claimed ${tenantId} ${options.now}\n`);
    return claimed;
  },
};
const settings = usualReminders(usualClosedDays);
const directory: Directory = {
  member: (tenantId, objectId) => ({ tenantId, objectId, name: objectId, roles: ['caseworker'], team: null }),
  members: () => [],
};
const clock = { now, today: () => today };
const gateway = createGateway({ isAllowedServiceUrl: () => true, token: async () => null });
const courier = createCourier(gateway, conversationStore(store.db), createLog('silent'));
const desk = { store: deadlines, directory, settings, audit: { note: () => {} }, outbox, now };
const { words } = readDeadlineWords();
const context = {
  desk,
  texts: readTexts(),
  clock,
  audit: desk.audit,
  words,
  commandWords: [],
  makeId,
  caseLink: () => null,
  channelIdOf: async () => null,
};
const round = {
  desk: { deadlines, reminders: outbox, absences: deadlines, directory, settings },
  outbox,
  duties: dutyStore(store.db, sealer),
  deliver: (reminder: Parameters<typeof deliverReminder>[2]) => deliverReminder(context, courier, reminder, 0),
  clock,
  digestAt: () => base,
  makeId,
  dispatch: { owner: makeId(), concurrency: 10, leaseMs: 60_000, isStopping: () => false },
};
process.stdout.write('ready\n');
for (;;) {
  const sent = await runReminders(round);
  process.stdout.write(`${sent}\n`);
  await new Promise((resolve) => setTimeout(resolve, 50));
}
