import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import { isWorkingDay } from '../../domain/calendar/working-days.ts';
import { digestOf, escalationsOf } from '../../domain/deadline/digest.ts';
import type { ReminderSettings } from '../../domain/deadline/reminder-plan.ts';
import { type Directory, leadersOf } from '../access/directory.ts';
import type { Absence, DeadlineStore, ReminderStore } from './ports.ts';

/** What the daily planning reads and writes. */
export interface PlanningDesk {
  readonly deadlines: DeadlineStore;
  readonly reminders: ReminderStore;
  readonly directory: Directory;
  readonly settings: ReminderSettings;
  readonly absencesOn: (tenantId: string, day: PlainDate) => Promise<readonly Absence[]>;
}

/**
 * Plans the digests of a working day, once a person and day, whichever replica does it and however often. Days that were missed are
 * covered by the same digest. On a weekend, holiday or closed day nothing is planned.
 */
export async function planReminders(desk: PlanningDesk, day: PlainDate, dueAt: number): Promise<number> {
  if (!isWorkingDay(day, desk.settings.closed)) return 0;
  let planned = 0;
  for (const { tenantId, person, after } of await desk.reminders.peopleToRemind(day)) {
    const open = await desk.deadlines.openOf(tenantId, [person]);
    const days = { after, today: day };
    const receiver = await standInOf(desk, tenantId, person, day);
    if (digestOf(open, desk.settings, days) !== null) {
      const key = `digest:${person}:${day}`;
      if (await desk.reminders.plan({ tenantId, key, kind: 'digest', person: receiver, day, after, deadlineId: null, dueAt }))
        planned += 1;
    }
    planned += await planEscalations(
      desk,
      { tenantId, person, day, after, dueAt },
      escalationsOf(open, desk.settings, days).length,
    );
  }
  return planned;
}

interface PersonDay {
  readonly tenantId: string;
  readonly person: string;
  readonly day: PlainDate;
  readonly after: PlainDate;
  readonly dueAt: number;
}

/** One message a leader and person a day, however many of the person's deadlines are overdue. */
async function planEscalations(
  desk: PlanningDesk,
  { tenantId, person, day, after, dueAt }: PersonDay,
  count: number,
): Promise<number> {
  const member = desk.directory.member(tenantId, person);
  if (count === 0 || member === null) return 0;
  let planned = 0;
  for (const leader of leadersOf(desk.directory, member)) {
    const key = `escalation:${person}:${leader.objectId}:${day}`;
    if (
      await desk.reminders.plan({
        tenantId,
        key,
        kind: 'escalation',
        person: leader.objectId,
        day,
        after,
        deadlineId: null,
        dueAt,
      })
    )
      planned += 1;
  }
  return planned;
}

async function standInOf(desk: PlanningDesk, tenantId: string, person: string, day: PlainDate): Promise<string> {
  const absence = (await desk.absencesOn(tenantId, day)).find((one) => one.person === person);
  return absence?.standIn ?? person;
}
