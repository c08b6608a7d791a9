import { addDays, type PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Deadline } from '../../domain/deadline/deadline.ts';
import { nextReminderOn } from '../../domain/deadline/digest.ts';
import type { DeadlineWords } from '../../domain/deadline/own/deadline-words.ts';
import { type OwnDeadline, readOwnDeadline } from '../../domain/deadline/own/own-deadline.ts';
import { type Asking, auditOf, type DeadlineDesk, toSave } from './change-deadline.ts';

/** What a new deadline is made of; the rest is its owner's. */
export type NewDeadline = Pick<Deadline, 'kind' | 'title' | 'caseReference' | 'dueOn'> &
  Partial<Pick<Deadline, 'vagueWords' | 'trigger' | 'source' | 'assumption'>>;

/** A deadline was laid in, with its first reminder; or it was not, and why. */
export type AddedDeadline =
  | { readonly kind: 'added'; readonly deadline: Deadline; readonly firstReminderOn: PlainDate | null }
  | { readonly kind: 'no-person' };

/** Lays in a deadline for the person who asks. A day that has passed is kept as history: no reminder is started for it. */
export async function addDeadline(desk: DeadlineDesk, asking: Asking, wanted: NewDeadline, id: string): Promise<AddedDeadline> {
  const { person, today, activityId } = asking;
  if (person.objectId === null || desk.directory.member(person.tenantId, person.objectId) === null) return { kind: 'no-person' };
  const deadline: Deadline = {
    vagueWords: null,
    trigger: null,
    source: null,
    assumption: null,
    ...wanted,
    id,
    owner: person.objectId,
    state: 'open',
    metOn: null,
    snoozedUntil: null,
  };
  const hasPassed = deadline.dueOn < today;
  const saved = toSave(deadline, null, desk.settings, today);
  const audit = auditOf(person, 'deadline-added', `deadline:${id}`, { kind: wanted.kind, due: wanted.dueOn });
  await desk.store.add(person.tenantId, [hasPassed ? { ...saved, nextReminderOn: null } : saved], { activityId, audit });
  return {
    kind: 'added',
    deadline,
    firstReminderOn: hasPassed ? null : nextReminderOn(deadline, desk.settings, addDays(today, -1)),
  };
}

/** A deadline typed in words: laid in, or what is missing from the words. `day` is the one that was chosen of several. */
export async function addOwnDeadline(
  desk: DeadlineDesk,
  asking: Asking,
  typed: { readonly text: string; readonly words: DeadlineWords; readonly id: string; readonly day: PlainDate | null },
): Promise<AddedDeadline | Exclude<OwnDeadline, { kind: 'read' }>> {
  const read = readOwnDeadline(typed.text, typed.words, { today: asking.today, closed: desk.settings.closed, meant: typed.day });
  if (read.kind !== 'read') return read;
  const { title, caseReference, dueOn, vagueWords, trigger } = read;
  return addDeadline(desk, asking, { kind: 'own', title, caseReference, dueOn, vagueWords, trigger }, typed.id);
}
