import { addDays, type PlainDate } from '../../domain/calendar/plain-date.ts';
import { isWorkingDay } from '../../domain/calendar/working-days.ts';
import { boardOf } from '../../domain/deadline/board.ts';
import type { Deadline } from '../../domain/deadline/deadline.ts';
import { digestOf, escalationsOf, nextReminderOn } from '../../domain/deadline/digest.ts';
import type { ReminderSettings } from '../../domain/deadline/reminder-plan.ts';
import { type Directory, leadersOf } from '../access/directory.ts';
import type { AbsenceStore, DeadlineStore, PersonToRemind, ReminderStore, ReminderToPlan } from './ports.ts';

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
 * covered by the same digest. What becomes due or is escalated after the digest gets a single message; anything else waits for its
 * next day. On a weekend, holiday or closed day nothing is planned. Returns how many reminders were new.
 */
export async function planReminders(desk: PlanningDesk, day: PlainDate, dueAt: number): Promise<number> {
  if (!isWorkingDay(day, desk.settings.closed)) return 0;
  let planned = 0;
  for (const toRemind of await desk.reminders.peopleToRemind(day)) {
    const { tenantId, person, after } = toRemind;
    const open = await desk.deadlines.openOf(tenantId, [person]);
    const receiver = await receiverOf(desk, tenantId, person, day);
    const reminders = toRemind.isPlanned
      ? laterReminders(desk, toRemind, open, { receiver, day })
      : dayReminders(desk, toRemind, open, { receiver, day });
    const next = open.map((deadline) => ({
      deadlineId: deadline.id,
      nextReminderOn: nextReminderOn(deadline, desk.settings, day),
    }));
    planned += await desk.reminders.plan({ tenantId, person, day, after, dueAt, reminders, next });
  }
  return planned;
}

interface Receiving {
  readonly receiver: string;
  readonly day: PlainDate;
}

function dayReminders(
  desk: PlanningDesk,
  { tenantId, person, after, waiting }: PersonToRemind,
  open: readonly Deadline[],
  { receiver, day }: Receiving,
): readonly ReminderToPlan[] {
  const days = { after, today: day };
  // What had passed when it was laid in stands on the digest of others, and asks for none itself.
  const asking = open.filter(({ id }) => waiting.includes(id));
  const digest = { key: `digest:${person}:${day}`, kind: 'digest' as const, person: receiver, about: person, subjects: [] };
  const hasEscalations = escalationsOf(asking, desk.settings, days).length > 0;
  return [
    ...(digestOf(asking, desk.settings, days) === null ? [] : [digest]),
    // One message a leader and day, however many deadlines of the team are overdue: its card lists them all.
    ...(hasEscalations ? leaders(desk, tenantId, person) : []).map((leader) => ({
      key: `escalation:${leader}:${day}`,
      kind: 'escalation' as const,
      person: leader,
      about: leader,
      subjects: [],
    })),
  ];
}

/** One message a receiver for what is due, overdue or escalated though the day's digest did not have it. */
function laterReminders(
  desk: PlanningDesk,
  { tenantId, person, waiting }: PersonToRemind,
  open: readonly Deadline[],
  { receiver, day }: Receiving,
): readonly ReminderToPlan[] {
  const late = open.filter(({ id }) => waiting.includes(id));
  const isAwake = ({ snoozedUntil }: Deadline) => snoozedUntil === null || snoozedUntil <= day;
  const due = boardOf(late.filter(isAwake), day).filter(({ timeliness }) => timeliness.kind !== 'upcoming');
  const escalated = escalationsOf(late, desk.settings, { after: addDays(day, -1), today: day });
  const single = (to: string, rows: readonly { readonly deadline: Deadline }[]): readonly ReminderToPlan[] => {
    const [first] = rows;
    const subjects = rows.map(({ deadline }) => ({ deadlineId: deadline.id, wasDueOn: null }));
    const key = `single:${to}:${day}:${first?.deadline.id}:${rows.length}`;
    return first === undefined ? [] : [{ key, kind: 'single', person: to, about: person, subjects }];
  };
  return [...single(receiver, due), ...leaders(desk, tenantId, person).flatMap((leader) => single(leader, escalated))];
}

function leaders({ directory }: PlanningDesk, tenantId: string, person: string): readonly string[] {
  const member = directory.member(tenantId, person);
  return member === null ? [] : leadersOf(directory, member).map(({ objectId }) => objectId);
}

/** Whoever stands in for an absent person gets the digest meanwhile. */
async function receiverOf(desk: PlanningDesk, tenantId: string, person: string, day: PlainDate): Promise<string> {
  const absence = (await desk.absences.absencesOn(tenantId, day)).find((one) => one.person === person);
  return absence?.standIn ?? person;
}
