import { addMonths, type PlainDate, partsOf, plainDateOf } from '../../domain/calendar/plain-date.ts';
import { type BoardFilter, type BoardRow, boardOf } from '../../domain/deadline/board.ts';
import type { Deadline } from '../../domain/deadline/deadline.ts';
import { type DigestRow, digestOf, escalationsOf } from '../../domain/deadline/digest.ts';
import { shareMetInTime } from '../../domain/deadline/timeliness.ts';
import { teamOf } from '../access/directory.ts';
import { type Asking, auditOf, type DeadlineDesk, mayTend } from './change-deadline.ts';
import type { MovingDesk } from './move-deadline.ts';
import type { ReminderSubject } from './ports.ts';

/** The rows of a list, or that the person may not see it. */
export type ShownDeadlines =
  | { readonly kind: 'rows'; readonly rows: readonly ((BoardRow | DigestRow) & Partial<Pick<ReminderSubject, 'wasDueOn'>>)[] }
  | { readonly kind: 'not-allowed' };

/** One's own open deadlines, by urgency. */
export async function myDeadlines(
  desk: DeadlineDesk,
  { person, today }: Asking,
  filter: BoardFilter = {},
): Promise<ShownDeadlines> {
  if (person.objectId === null) return { kind: 'not-allowed' };
  return { kind: 'rows', rows: boardOf(await desk.store.openOf(person.tenantId, [person.objectId]), today, filter) };
}

/** The team's open deadlines, for its leader alone. */
export async function teamDeadlines(desk: DeadlineDesk, asking: Asking, filter: BoardFilter = {}): Promise<ShownDeadlines> {
  const team = teamMembers(desk, asking);
  if (team === null) return { kind: 'not-allowed' };
  return { kind: 'rows', rows: boardOf(await desk.store.openOf(asking.person.tenantId, team), asking.today, filter) };
}

/** The rows of a digest as they stand now, for its person or whoever may tend that person's deadlines. */
export async function digestRows(
  desk: DeadlineDesk,
  asking: Asking,
  digest: { readonly about: string; readonly on: PlainDate; readonly after: PlainDate },
): Promise<ShownDeadlines> {
  const { person } = asking;
  if (!(await mayTend(desk, asking, digest.about))) return refused(desk, asking, `digest:${digest.about}`);
  const open = await desk.store.openOf(person.tenantId, [digest.about]);
  const days = { after: digest.after, today: laterOf(digest.on, asking.today) };
  return { kind: 'rows', rows: digestOf(open, desk.settings, days)?.rows ?? [] };
}

/** The deadlines that a notice is about, as they stand now, each with the day that it had: those that the person may tend. */
export async function noticeRows(desk: MovingDesk, asking: Asking, reminder: string): Promise<ShownDeadlines> {
  const { tenantId } = asking.person;
  const notice = await desk.outbox.find(tenantId, reminder);
  if (notice === null) return { kind: 'not-allowed' };
  const found = await Promise.all(notice.subjects.map(({ deadlineId }) => desk.store.find(tenantId, deadlineId)));
  const mine: Deadline[] = [];
  for (const deadline of found) if (deadline !== null && (await mayTend(desk, asking, deadline.owner))) mine.push(deadline);
  const rows = boardOf(mine, asking.today).map((row) => ({ ...row, wasDueOn: wasDueOn(notice.subjects, row.deadline.id) }));
  return { kind: 'rows', rows };
}

function wasDueOn(subjects: readonly ReminderSubject[], id: string): ReminderSubject['wasDueOn'] {
  return subjects.find(({ deadlineId }) => deadlineId === id)?.wasDueOn ?? null;
}

/** What a team leader is told of: the team's deadlines that have been overdue too long. */
export async function escalatedRows(
  desk: DeadlineDesk,
  asking: Asking,
  days: { readonly after: PlainDate; readonly on: PlainDate },
): Promise<ShownDeadlines> {
  const team = teamMembers(desk, asking);
  if (team === null) return { kind: 'not-allowed' };
  const open = await desk.store.openOf(asking.person.tenantId, team);
  const upToNow = { after: days.after, today: laterOf(days.on, asking.today) };
  return { kind: 'rows', rows: escalationsOf(open, desk.settings, upToNow) };
}

/** A message that is looked at days later says how things stand then. */
function laterOf(on: PlainDate, today: PlainDate): PlainDate {
  return today > on ? today : on;
}

/** A month's share of deadlines met in time, of these owners together: named figures for the person and the leader only. */
export interface MonthOfDeadlines {
  readonly month: PlainDate;
  readonly met: number;
  readonly total: number;
}

/** Whose share: one's own, the team's together, or for its leader one person's of the team. */
export type ShareOf = 'mine' | 'team' | { readonly person: string };

/** The share met in time of the last months up to today, oldest first; `team` for the leader alone. */
export async function monthlyShare(
  desk: DeadlineDesk,
  asking: Asking,
  of: ShareOf,
  months = 6,
): Promise<readonly MonthOfDeadlines[] | null> {
  const { person, today } = asking;
  if (person.objectId === null) return null;
  const team = teamMembers(desk, asking);
  const owners = of === 'mine' ? [person.objectId] : of === 'team' ? team : (team?.filter((one) => one === of.person) ?? null);
  if (owners === null || owners.length === 0) return null;
  const { year, month } = partsOf(today);
  const thisMonth = plainDateOf(year, month, 1);
  const from = addMonths(thisMonth, 1 - months);
  const upToToday = await desk.store.dueBetween(person.tenantId, owners, { from, to: today });
  // What is due today and still open is not late yet.
  const due = upToToday.filter(({ dueOn, metOn }) => dueOn < today || metOn !== null);
  return Array.from({ length: months }, (_, index) => {
    const first = addMonths(from, index);
    const next = addMonths(first, 1);
    const within = due.filter(({ dueOn }) => dueOn >= first && dueOn < next);
    return { month: first, ...shareMetInTime(within, first, today) };
  });
}

function teamMembers(desk: DeadlineDesk, { person }: Asking): readonly string[] | null {
  const member = person.objectId === null ? null : desk.directory.member(person.tenantId, person.objectId);
  return member === null || !member.roles.includes('team-leader')
    ? null
    : teamOf(desk.directory, member).map(({ objectId }) => objectId);
}

function refused(desk: DeadlineDesk, { person }: Asking, subject: string): ShownDeadlines {
  desk.audit.note(auditOf(person, 'access-refused', subject));
  return { kind: 'not-allowed' };
}
