import type { Deadline } from '../../domain/deadline/deadline.ts';
import { remindersOf } from '../../domain/deadline/reminder-plan.ts';
import { leadersOf } from '../access/directory.ts';
import {
  type Asking,
  changeDeadline,
  changeFound,
  type DeadlineAction,
  type DeadlineChange,
  type DeadlineDesk,
} from './change-deadline.ts';
import type { ReminderStore, ReminderToPlan, SentReminder, StoredDeadline } from './ports.ts';

/** What moving needs besides the desk: who was reminded, and the outbox that tells them. */
export interface MovingDesk extends DeadlineDesk {
  readonly outbox: Pick<ReminderStore, 'enqueue' | 'sentAbout' | 'find'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Moves a deadline's own day, or the day of its trigger. */
export type Move = Extract<DeadlineAction, { readonly kind: 'move' | 'move-trigger' }>;

/** A deadline before and after its day was changed. */
export interface MovedDeadline {
  readonly before: StoredDeadline;
  readonly deadline: Deadline;
}

/**
 * Moves a deadline. Where its trigger moves, every open deadline of the case that counts from the same trigger moves with it. Whoever
 * was reminded of a deadline under its old day is told of the new one; the person who moved it knows.
 */
export async function moveDeadline(desk: MovingDesk, asking: Asking, id: string, move: Move): Promise<DeadlineChange> {
  const change = await changeDeadline(desk, asking, id, move);
  if (change.kind !== 'changed') return change;
  const others = move.kind === 'move-trigger' ? await withSameTrigger(desk, asking, change.before) : [];
  const moved: MovedDeadline[] = [change];
  for (const other of others) {
    // Who may move the trigger moves what counts from it, whoever owns it.
    const one = await changeFound(desk, { ...asking, activityId: null }, other, move);
    if (one.kind === 'changed') moved.push(one);
  }
  await tellOfMove(desk, asking, moved);
  return change;
}

async function withSameTrigger(
  { store }: MovingDesk,
  { person }: Asking,
  { id, caseReference, trigger }: StoredDeadline,
): Promise<readonly StoredDeadline[]> {
  if (caseReference === null || trigger === null) return [];
  const open = await store.openOfCase(person.tenantId, caseReference);
  return open.filter((one) => one.id !== id && one.trigger?.what === trigger.what && one.trigger.on === trigger.on);
}

/** Tells everybody but the person who asks, in one message each, which deadlines they were reminded of have another day. */
export async function tellOfMove(desk: MovingDesk, { person, today }: Asking, moved: readonly MovedDeadline[]): Promise<void> {
  const told = new Map<string, { readonly about: string; readonly subjects: ReminderToPlan['subjects'] }>();
  for (const { before, deadline } of moved) {
    if (before.dueOn === deadline.dueOn) continue;
    for (const receiver of await remindedOf(desk, person.tenantId, before)) {
      if (receiver === person.objectId) continue;
      const subjects = [...(told.get(receiver)?.subjects ?? []), { deadlineId: before.id, wasDueOn: before.dueOn }];
      told.set(receiver, { about: before.owner, subjects });
    }
  }
  if (told.size === 0) return;
  const generation = moved[0]?.before.generation ?? 0;
  const reminders = [...told].map(([receiver, { about, subjects }]): ReminderToPlan => {
    const key = `moved:${receiver}:${subjects[0]?.deadlineId}:${generation}`;
    return { key, kind: 'moved', person: receiver, about, subjects };
  });
  await desk.outbox.enqueue(person.tenantId, { day: today, dueAt: desk.now(), reminders });
}

/** Who got a message that spoke of a deadline: its digests and single messages, and what its leaders were told. */
async function remindedOf(desk: MovingDesk, tenantId: string, deadline: StoredDeadline): Promise<readonly string[]> {
  const planned = [...remindersOf({ ...deadline, snoozedUntil: null }, desk.settings), ...remindersOf(deadline, desk.settings)];
  const [from] = planned.map(({ on }) => on).sort();
  if (from === undefined) return [];
  const owner = desk.directory.member(tenantId, deadline.owner);
  const leaders = owner === null ? [] : leadersOf(desk.directory, owner).map(({ objectId }) => objectId);
  const sent = await desk.outbox.sentAbout(tenantId, [deadline.owner, ...leaders], from);
  return [...new Set(sent.filter((one) => spokeOf(one, deadline, planned)).map(({ person }) => person))];
}

function spokeOf(sent: SentReminder, deadline: Deadline, planned: ReturnType<typeof remindersOf>): boolean {
  const isCovered = (isEscalation: boolean) =>
    planned.some(({ on, kind }) => on > sent.after && on <= sent.day && (kind === 'escalation') === isEscalation);
  switch (sent.kind) {
    case 'single':
    case 'moved':
      return sent.subjects.some(({ deadlineId }) => deadlineId === deadline.id);
    case 'digest':
      return sent.about === deadline.owner && isCovered(false);
    case 'escalation':
      return sent.about !== deadline.owner && isCovered(true);
  }
}
