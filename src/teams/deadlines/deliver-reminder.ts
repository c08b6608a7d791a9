import { teamOf } from '../../app/access/directory.ts';
import { retryAfter } from '../../app/deadlines/dispatch-reminders.ts';
import type { Reminder, SendResult } from '../../app/deadlines/ports.ts';
import { type DeadlineList, deadlineListCard, type ListRow } from '../../cards/deadlines/list-card.ts';
import { boardOf } from '../../domain/deadline/board.ts';
import { digestOf, escalationsOf } from '../../domain/deadline/digest.ts';
import { SendError } from '../errors.ts';
import type { Courier } from '../sending/courier.ts';
import { awaitedBy, type DeadlineContext, refreshIds, viewOf } from './context.ts';

/** What asks to be waited for is no failure of ours: it does not count towards giving up. */
const waiting = [412, 429];
const gone = [403, 404];

/** Sends a reminder with its card as things stand now, to the person's own chat. The outcome goes back to the outbox. */
export async function deliverReminder(
  context: DeadlineContext,
  courier: Courier,
  reminder: Reminder,
  chance: number,
): Promise<SendResult> {
  const { tenantId, person, after, about, kind } = reminder;
  // Whoever is no longer named in the settings is told of no case any more.
  if (context.desk.directory.member(tenantId, person) === null) return { kind: 'unreachable', error: 'no-member' };
  // What could not be sent on its day says what is true on the day that it is sent.
  const today = context.clock.today();
  const day = today > reminder.day ? today : reminder.day;
  const rows = await rowsOf(context, { ...reminder, day });
  if (rows.length === 0) return { kind: 'nothing-to-say' };
  const list: DeadlineList =
    kind === 'single' || kind === 'moved'
      ? { kind, reminder: reminder.id, page: 0 }
      : { kind, on: day, after, person: about, page: 0 };
  const receiver = { tenantId, objectId: person, name: '', roles: [] };
  const view = viewOf(context, { person: receiver, language: 'da', today: day });
  const summary = view.texts(`deadlines.${list.kind}-summary`, { count: rows.length });
  const refreshFor = await refreshIds(context, tenantId, person);
  const awaited = await awaitedBy(context, tenantId, rows);
  const card = deadlineListCard(rows, list, view, { refreshFor, awaited });
  try {
    return {
      kind: 'sent',
      ...(await courier.sendToPerson(tenantId, person, { card, summary })),
    };
  } catch (fault) {
    if (!(fault instanceof SendError)) throw fault;
    return failed(fault, reminder, context.clock.now(), chance);
  }
}

/** What a refusal of the connector means for the outbox. */
export function failed(fault: SendError, { attempts }: Pick<Reminder, 'attempts'>, now: number, chance: number): SendResult {
  const error = fault.status === null ? fault.code : String(fault.status);
  if (fault.code === 'no-conversation' || gone.includes(fault.status ?? 0)) return { kind: 'unreachable', error };
  const isWaiting = waiting.includes(fault.status ?? 0);
  return { kind: 'retry', at: now + retryAfter(attempts, fault.retryAfterMs, chance), countsAsAttempt: !isWaiting, error };
}

async function rowsOf({ desk }: DeadlineContext, reminder: Reminder): Promise<readonly ListRow[]> {
  const { kind, tenantId, person, about, day, after, subjects } = reminder;
  const days = { after, today: day };
  if (kind === 'single' || kind === 'moved') {
    const found = await Promise.all(subjects.map(({ deadlineId }) => desk.store.find(tenantId, deadlineId)));
    const wasDueOn = new Map(subjects.map((subject) => [subject.deadlineId, subject.wasDueOn]));
    const rows = boardOf(
      found.filter((one) => one !== null),
      day,
    );
    return rows.map((row) => ({ ...row, wasDueOn: wasDueOn.get(row.deadline.id) ?? null }));
  }
  if (kind === 'digest') return digestOf(await desk.store.openOf(tenantId, [about]), desk.settings, days)?.rows ?? [];
  const leader = desk.directory.member(tenantId, person);
  const team = leader === null ? [] : teamOf(desk.directory, leader).map(({ objectId }) => objectId);
  return escalationsOf(await desk.store.openOf(tenantId, team), desk.settings, days);
}
