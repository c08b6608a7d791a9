import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import { isWorkingDay } from '../../domain/calendar/working-days.ts';
import { digestOf, escalationsOf, nextReminderOn } from '../../domain/deadline/digest.ts';
import type { ReminderSettings } from '../../domain/deadline/reminder-plan.ts';
import { type Directory, leadersOf } from '../access/directory.ts';
import type { AbsenceStore, DeadlineStore, ReminderStore, ReminderToPlan } from './ports.ts';

/** What the daily planning reads and writes. */
export interface PlanningDesk {
  readonly deadlines: Pick<DeadlineStore, 'openOf'>;
  readonly reminders: Pick<ReminderStore, 'peopleToRemind' | 'plan'>;
  readonly absences: Pick<AbsenceStore, 'absencesOn'>;
  readonly directory: Directory;
  readonly settings: ReminderSettings;
}

/**
 * Plans the digests of a working day, once a person and day, whichever replica does it and however often. Days that were missed are
 * covered by the same digest. On a weekend, holiday or closed day nothing is planned. Returns how many reminders were new.
 */
export async function planReminders(desk: PlanningDesk, day: PlainDate, dueAt: number): Promise<number> {
  if (!isWorkingDay(day, desk.settings.closed)) return 0;
  let planned = 0;
  for (const { tenantId, person, after } of await desk.reminders.peopleToRemind(day)) {
    const open = await desk.deadlines.openOf(tenantId, [person]);
    const days = { after, today: day };
    const reminders: ReminderToPlan[] = [];
    if (digestOf(open, desk.settings, days) !== null) {
      reminders.push({
        key: `digest:${person}:${day}`,
        kind: 'digest',
        person: await receiverOf(desk, tenantId, person, day),
        about: person,
        deadlineId: null,
      });
    }
    if (escalationsOf(open, desk.settings, days).length > 0) reminders.push(...escalations(desk, tenantId, person, day));
    const next = open.map((deadline) => ({
      deadlineId: deadline.id,
      nextReminderOn: nextReminderOn(deadline, desk.settings, day),
    }));
    planned += await desk.reminders.plan({ tenantId, person, day, after, dueAt, reminders, next });
  }
  return planned;
}

/** One message a leader and day, however many deadlines of the team are overdue: its card lists them all. */
function escalations(desk: PlanningDesk, tenantId: string, person: string, day: PlainDate): readonly ReminderToPlan[] {
  const member = desk.directory.member(tenantId, person);
  if (member === null) return [];
  return leadersOf(desk.directory, member).map(({ objectId }) => ({
    key: `escalation:${objectId}:${day}`,
    kind: 'escalation',
    person: objectId,
    about: objectId,
    deadlineId: null,
  }));
}

/** Whoever stands in for an absent person gets the digest meanwhile. */
async function receiverOf(desk: PlanningDesk, tenantId: string, person: string, day: PlainDate): Promise<string> {
  const absence = (await desk.absences.absencesOn(tenantId, day)).find((one) => one.person === person);
  return absence?.standIn ?? person;
}
