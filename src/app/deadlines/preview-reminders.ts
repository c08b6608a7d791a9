import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import { isWorkingDay } from '../../domain/calendar/working-days.ts';
import { boardOf } from '../../domain/deadline/board.ts';
import { digestOf, escalationsOf } from '../../domain/deadline/digest.ts';
import { type PlanningDesk, planReminders } from './plan-reminders.ts';
import type { PersonPlan } from './ports.ts';

/** A reminder that a day would send, with what it would say. */
export interface PreviewedReminder {
  readonly tenant: string;
  readonly kind: 'digest' | 'escalation' | 'single' | 'moved';
  /** Entra object id of the receiver. */
  readonly to: string;
  /** Whose deadlines it is about. */
  readonly about: string;
  readonly deadlines: readonly { readonly title: string; readonly due: PlainDate }[];
}

/** What a day would send, worked out by the planning itself, which here writes nothing. */
export async function previewReminders(desk: PlanningDesk, day: PlainDate): Promise<readonly PreviewedReminder[]> {
  if (!isWorkingDay(day, desk.settings.closed)) return [];
  const plans: PersonPlan[] = [];
  const plan = async (one: PersonPlan) => {
    plans.push(one);
    return one.reminders.length;
  };
  await planReminders({ ...desk, reminders: { peopleToRemind: desk.reminders.peopleToRemind, plan } }, day, 0);
  const seen = new Map<string, PreviewedReminder>();
  for (const { tenantId, person, after, reminders } of plans) {
    const open = await desk.deadlines.openOf(tenantId, [person]);
    const days = { after, today: day };
    for (const { key, kind, person: to, about, subjects } of reminders) {
      const rows =
        kind === 'escalation'
          ? escalationsOf(open, desk.settings, days)
          : kind === 'digest'
            ? (digestOf(open, desk.settings, days)?.rows ?? [])
            : boardOf(open, day).filter(({ deadline }) => subjects.some(({ deadlineId }) => deadlineId === deadline.id));
      const id = `${tenantId}|${key}`;
      const deadlines = [
        ...(seen.get(id)?.deadlines ?? []),
        ...rows.map(({ deadline: { title, dueOn } }) => ({ title, due: dueOn })),
      ];
      seen.set(id, { tenant: tenantId, kind, to, about, deadlines });
    }
  }
  return [...seen.values()];
}
