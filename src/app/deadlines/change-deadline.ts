import { addDays, type PlainDate, weekdayOf } from '../../domain/calendar/plain-date.ts';
import { type ClosedDays, workingDayOnOrAfter } from '../../domain/calendar/working-days.ts';
import { type Deadline, moveTrigger } from '../../domain/deadline/deadline.ts';
import { nextReminderOn } from '../../domain/deadline/digest.ts';
import type { ReminderSettings } from '../../domain/deadline/reminder-plan.ts';
import { type Directory, mayTendDeadlinesOf } from '../access/directory.ts';
import type { Person } from '../access/person.ts';
import type { AuditEntry, AuditTrail } from '../audit.ts';
import type { AbsenceStore, DeadlineStore, DeadlineToSave, StoredDeadline } from './ports.ts';

/** What a person does to a deadline. */
export type DeadlineAction =
  | { readonly kind: 'met' }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'snooze'; readonly until: PlainDate }
  | { readonly kind: 'hand-over'; readonly to: string }
  | { readonly kind: 'move'; readonly dueOn: PlainDate }
  | { readonly kind: 'move-trigger'; readonly on: PlainDate };

/** What became of it: `conflict` shows the newer state, so that nothing is lost. */
export type DeadlineChange =
  | { readonly kind: 'changed'; readonly deadline: Deadline; readonly before: StoredDeadline }
  | { readonly kind: 'unchanged'; readonly deadline: StoredDeadline }
  | { readonly kind: 'conflict'; readonly deadline: StoredDeadline | null }
  | { readonly kind: 'day-has-passed'; readonly on: PlainDate }
  | { readonly kind: 'unknown-person' }
  | { readonly kind: 'not-found' };

/** What every use case on deadlines is given. */
export interface DeadlineDesk {
  readonly store: DeadlineStore;
  readonly directory: Directory;
  readonly settings: ReminderSettings;
  readonly audit: AuditTrail;
  /** Who is away: their stand-ins may do what they may. Without it nobody stands in. */
  readonly absences?: Pick<AbsenceStore, 'absencesOn'>;
}

/** Who asks, on which day, by which activity. */
export interface Asking {
  readonly person: Person;
  readonly today: PlainDate;
  readonly activityId: string | null;
}

/** Whether a person may see and change another's deadlines today: the leader's, and those of whom the person stands in for. */
export async function mayTend(desk: DeadlineDesk, { person, today }: Asking, owner: string): Promise<boolean> {
  if (mayTendDeadlinesOf(desk.directory, person, owner)) return true;
  if (person.objectId === null || desk.absences === undefined) return false;
  const absences = await desk.absences.absencesOn(person.tenantId, today);
  return absences.some((absence) => absence.person === owner && absence.standIn === person.objectId);
}

/** Changes a deadline for its owner, the stand-in or the owner's team leader. Others are told that there is none, and the attempt is audited. */
export async function changeDeadline(
  desk: DeadlineDesk,
  asking: Asking,
  id: string,
  action: DeadlineAction,
): Promise<DeadlineChange> {
  const { person } = asking;
  const before = await desk.store.find(person.tenantId, id);
  if (before === null) return { kind: 'not-found' };
  if (!(await mayTend(desk, asking, before.owner))) {
    desk.audit.note(auditOf(person, 'access-refused', `deadline:${id}`, { wanted: action.kind }));
    return { kind: 'not-found' };
  }
  return changeFound(desk, asking, before, action);
}

/** Changes a deadline for somebody whose right to it was looked at before. */
export async function changeFound(
  desk: DeadlineDesk,
  { person, today, activityId }: Asking,
  before: StoredDeadline,
  action: DeadlineAction,
): Promise<DeadlineChange> {
  const { id } = before;
  const fault = faultOf(desk, person, action, today);
  if (fault !== null) return fault;
  const after = applied(before, action, today, desk.settings.closed);
  if (isSame(before, after)) return { kind: 'unchanged', deadline: before };
  // Whoever takes a press back has seen the deadline: it asks again from tomorrow on.
  const asksFrom = action.kind === 'reopen' ? addDays(today, 1) : today;
  const outcome = await desk.store.replace(
    person.tenantId,
    before.generation,
    toSave(after, before.importKey, desk.settings, asksFrom),
    {
      activityId,
      audit: auditOf(person, `deadline-${action.kind}`, `deadline:${id}`, { from: before.dueOn, to: after.dueOn }),
    },
  );
  if (outcome === 'conflict') return { kind: 'conflict', deadline: await desk.store.find(person.tenantId, id) };
  return { kind: 'changed', deadline: after, before };
}

/** The usual ends of a snooze: the next working day, and Monday of next week. */
export function snoozeChoices(
  today: PlainDate,
  closed: ClosedDays,
): { readonly tomorrow: PlainDate; readonly nextWeek: PlainDate } {
  return {
    tomorrow: workingDayOnOrAfter(addDays(today, 1), closed),
    nextWeek: workingDayOnOrAfter(addDays(today, 8 - weekdayOf(today)), closed),
  };
}

/** What is stored of a deadline: its next day of attention is worked out here, so that the daily planning need not read the rest. */
export function toSave(
  deadline: Deadline,
  importKey: string | null,
  settings: ReminderSettings,
  today: PlainDate,
): DeadlineToSave {
  return { deadline, importKey, nextReminderOn: nextReminderOn(deadline, settings, addDays(today, -1)) };
}

/** An audit line of a person's act on a deadline. */
export function auditOf(person: Person, action: string, subject: string, details: AuditEntry['details'] = {}): AuditEntry {
  return { tenantId: person.tenantId, actor: person.objectId ?? 'anonymous', action, subject, details };
}

function faultOf(desk: DeadlineDesk, person: Person, action: DeadlineAction, today: PlainDate): DeadlineChange | null {
  switch (action.kind) {
    case 'snooze':
      return action.until <= today ? { kind: 'day-has-passed', on: action.until } : null;
    case 'move':
      return action.dueOn < today ? { kind: 'day-has-passed', on: action.dueOn } : null;
    case 'hand-over':
      return desk.directory.member(person.tenantId, action.to) === null ? { kind: 'unknown-person' } : null;
    case 'met':
    case 'reopen':
    case 'stop':
    case 'move-trigger':
      return null;
  }
}

function applied(deadline: Deadline, action: DeadlineAction, today: PlainDate, closed: ClosedDays): Deadline {
  switch (action.kind) {
    case 'met':
      return deadline.state === 'open' ? { ...deadline, state: 'met', metOn: today } : deadline;
    case 'reopen':
      return { ...deadline, state: 'open', metOn: null };
    case 'stop':
      return deadline.state === 'open' ? { ...deadline, state: 'stopped' } : deadline;
    case 'snooze':
      return { ...deadline, snoozedUntil: action.until };
    case 'hand-over':
      return { ...deadline, owner: action.to, snoozedUntil: null };
    case 'move':
      return { ...deadline, dueOn: action.dueOn, snoozedUntil: null };
    case 'move-trigger':
      return moveTrigger(deadline, action.on, closed);
  }
}

function isSame(before: Deadline, after: Deadline): boolean {
  return (
    before.state === after.state &&
    before.dueOn === after.dueOn &&
    before.owner === after.owner &&
    before.snoozedUntil === after.snoozedUntil
  );
}
