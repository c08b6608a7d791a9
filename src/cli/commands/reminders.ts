import { directoryOf } from '../../app/access/member-list.ts';
import { previewReminders } from '../../app/deadlines/preview-reminders.ts';
import { readConfig } from '../../config/config.ts';
import { readPlainDate } from '../../domain/calendar/plain-date.ts';
import { reminderSettings } from '../../domain/deadline/reminder-plan.ts';
import { createSealer, readOrMakeKey } from '../../store/core/sealer.ts';
import { openStore } from '../../store/database.ts';
import { deadlineStore } from '../../store/deadlines/deadline-store.ts';
import { reminderStore } from '../../store/deadlines/reminder-store.ts';
import type { CliCommand } from '../command.ts';

/** `reminders preview --day YYYY-MM-DD`: what would be sent to whom on that day. Plans nothing, sends nothing. */
export const remindersCommand: CliCommand = {
  name: 'reminders',
  usage: 'reminders preview --day YYYY-MM-DD   what would be sent to whom on that day; nothing is planned or sent',
  run: async (args, io) => {
    const day = readPlainDate(args[args.indexOf('--day') + 1] ?? '');
    if (args[0] !== 'preview' || !args.includes('--day') || day === null)
      throw new Error('write: reminders preview --day YYYY-MM-DD');
    const { DATABASE_URL: databaseUrl, DATA_DIR: dataFolder, ...config } = readConfig(io.env);
    const sealer = createSealer(readOrMakeKey(dataFolder, config.ENCRYPTION_KEY));
    const store = await openStore({ databaseUrl, dataFolder, openedAt: new Date().toISOString() });
    try {
      const deadlines = deadlineStore(store.db, sealer);
      const desk = {
        deadlines,
        reminders: reminderStore(store.db, () => ''),
        absences: deadlines,
        directory: directoryOf(config.PEOPLE),
        settings: reminderSettings({
          closed: config.CLOSED_DAYS,
          daysBefore: config.REMINDER_DAYS_BEFORE,
          overdueAfterWorkingDays: config.OVERDUE_AFTER_WORKING_DAYS,
          escalateAfterWorkingDays: config.ESCALATE_AFTER_WORKING_DAYS,
        }),
      };
      const previews = await previewReminders(desk, day);
      for (const preview of previews) io.out(JSON.stringify(preview));
      io.err(`${previews.length} reminders on ${day}`);
      return 0;
    } finally {
      await store.close();
    }
  },
};
