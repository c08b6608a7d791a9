import type { Directory } from '../../app/access/directory.ts';
import type { PlanningDesk } from '../../app/deadlines/plan-reminders.ts';
import type { AbsenceStore, DeadlineStore, DutyStore, ReminderStore } from '../../app/deadlines/ports.ts';
import { type ReminderRound, runReminders } from '../../app/deadlines/run-reminders.ts';
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { ReminderSettings } from '../../domain/deadline/reminder-plan.ts';
import type { Log } from '../../log/log.ts';
import type { Courier } from '../sending/courier.ts';
import type { Feature } from '../turn/feature.ts';
import type { DeadlineContext } from './context.ts';
import { type DeadlineCommandNames, deadlinesFeature } from './deadlines-feature.ts';
import { deliverReminder } from './deliver-reminder.ts';

/** What main hands over. */
export interface DeadlineWiring {
  readonly context: Omit<DeadlineContext, 'desk'>;
  readonly store: DeadlineStore & AbsenceStore;
  readonly outbox: ReminderStore;
  readonly duties: DutyStore;
  readonly directory: Directory;
  readonly settings: ReminderSettings;
  readonly boards: DeadlineCommandNames;
  readonly courier: Courier;
  readonly log: Log;
  readonly digestAt: (day: PlainDate) => number;
  readonly owner: string;
  readonly chance: () => number;
}

/** The deadlines' feature, and the clockwork that sends their reminders. */
export interface WiredDeadlines {
  readonly feature: Feature;
  /** Runs a round now: after the try-out set the day. A round that is under way is waited for. */
  readonly runNow: () => Promise<void>;
  readonly start: () => void;
  /** What is claimed is still sent; nothing more is claimed. */
  readonly stop: () => Promise<void>;
}

const betweenRoundsMs = 20_000;
const concurrency = 10;
const leaseMs = 60_000;
/** In this time a tenant's rate lets a whole claim through again. */
const pauseMs = 250;
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, pauseMs));

/** Wires the deadlines: one desk for the feature and the clockwork. */
export function wireDeadlines(wiring: DeadlineWiring): WiredDeadlines {
  const { store, outbox, duties, directory, settings, courier, log } = wiring;
  const { audit, clock } = wiring.context;
  const desk = { store, directory, settings, audit, absences: store, outbox, now: clock.now };
  const context: DeadlineContext = { ...wiring.context, desk };
  let isStopping = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;
  const planning: PlanningDesk = { deadlines: store, reminders: outbox, absences: store, directory, settings };
  const round: ReminderRound = {
    desk: planning,
    outbox,
    duties,
    deliver: (reminder) => deliverReminder(context, courier, reminder, wiring.chance()),
    clock: context.clock,
    digestAt: wiring.digestAt,
    makeId: wiring.context.makeId,
    dispatch: { owner: wiring.owner, concurrency, leaseMs, isStopping: () => isStopping, pause },
  };
  const runNow = (): Promise<void> => {
    running = running
      .then(() => runReminders(round))
      .then((sent) => {
        if (sent > 0) log.info('reminders-sent', { sent });
      })
      .catch((fault: unknown) => log.error('reminders-failed', fault));
    return running;
  };
  return {
    feature: deadlinesFeature(context, wiring.boards),
    runNow,
    start: () => {
      timer = setInterval(() => void runNow(), betweenRoundsMs);
      timer.unref();
    },
    stop: async () => {
      isStopping = true;
      if (timer !== null) clearInterval(timer);
      await running;
    },
  };
}
