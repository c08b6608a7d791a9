import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import { isWorkingDay } from '../../domain/calendar/working-days.ts';
import type { Clock } from '../clock.ts';
import { type DispatchOptions, dispatchReminders } from './dispatch-reminders.ts';
import { layInDuties } from './lay-in-duties.ts';
import { type PlanningDesk, planReminders } from './plan-reminders.ts';
import type { DutyStore, Reminder, ReminderStore, SendResult } from './ports.ts';

/** What the daily round is wired with. */
export interface ReminderRound {
  readonly desk: PlanningDesk;
  readonly outbox: ReminderStore;
  readonly duties: DutyStore;
  readonly deliver: (reminder: Reminder) => Promise<SendResult>;
  readonly clock: Clock;
  /** The instant of the digest on a day: milliseconds since 1970. */
  readonly digestAt: (day: PlainDate) => number;
  readonly makeId: () => string;
  readonly dispatch: Pick<DispatchOptions, 'owner' | 'concurrency' | 'leaseMs' | 'isStopping' | 'pause'>;
}

/** One round: lay in duties, plan today's digests once its hour has come, send what is due on a working day. However often and by whomever, once. */
export async function runReminders(round: ReminderRound): Promise<number> {
  const { desk, outbox, duties, deliver, clock, digestAt, dispatch } = round;
  const today = clock.today();
  const dueAt = digestAt(today);
  if (clock.now() >= dueAt) {
    await layInDuties(duties, desk.settings, today, round.makeId);
    await planReminders(desk, today, dueAt);
  }
  // What could not be sent on its day waits for the next working day, and goes out with what that day says.
  if (!isWorkingDay(today, desk.settings.closed)) return 0;
  return dispatchReminders(outbox, deliver, { ...dispatch, now: clock.now });
}
