import { addDays, type PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Deadline } from '../../domain/deadline/deadline.ts';
import { type Duty, dutyDueOn, type Interval, nextTimeOf } from '../../domain/deadline/duty.ts';
import type { ReminderSettings } from '../../domain/deadline/reminder-plan.ts';
import { type Asking, auditOf, changeFound, type DeadlineDesk, toSave } from './change-deadline.ts';
import type { DutyStore, StoredDuty } from './ports.ts';

/** How far ahead a duty's next time becomes a deadline, in days. */
const aheadDays = 31;

/** A leader sets up a recurring duty of a document: when it begins, how often it returns, and who does it. */
export async function planDuty(
  desk: DeadlineDesk & { readonly duties: DutyStore },
  asking: Asking,
  wanted: { readonly duty: Duty; readonly firstOn: PlainDate; readonly interval: Interval; readonly owner: string },
): Promise<'planned' | 'not-allowed' | 'unknown-person'> {
  const { person, activityId } = asking;
  if (person.objectId === null || !person.roles.includes('team-leader')) return 'not-allowed';
  if (desk.directory.member(person.tenantId, wanted.owner) === null) return 'unknown-person';
  const planned: StoredDuty = { ...wanted, id: dutyId(wanted.duty.id, wanted.owner), laidInThrough: -1 };
  const audit = auditOf(person, 'duty-planned', `duty:${wanted.duty.id}`, { first: wanted.firstOn, every: wanted.interval.kind });
  if ((await desk.duties.planDuty(person.tenantId, planned, { activityId, audit })) === 'repeated') return 'planned';
  await stopAhead(desk, asking, planned);
  return 'planned';
}

/** A leader ends a duty: it returns no more, and what was laid in of it and is still ahead is stopped. */
export async function stopDuty(
  desk: DeadlineDesk & { readonly duties: DutyStore },
  asking: Asking,
  duty: { readonly id: string; readonly owner: string },
): Promise<'stopped' | 'not-allowed'> {
  const { person, activityId } = asking;
  if (person.objectId === null || !person.roles.includes('team-leader')) return 'not-allowed';
  const id = dutyId(duty.id, duty.owner);
  await desk.duties.stopDuty(person.tenantId, id, { activityId, audit: auditOf(person, 'duty-stopped', `duty:${duty.id}`) });
  await stopAhead(desk, asking, { id, owner: duty.owner });
  return 'stopped';
}

/** Under another plan the times of the old one are no deadlines any more; those that have passed stay. */
async function stopAhead(desk: DeadlineDesk, asking: Asking, { id, owner }: Pick<StoredDuty, 'id' | 'owner'>): Promise<void> {
  const open = await desk.store.openOf(asking.person.tenantId, [owner]);
  for (const deadline of open) {
    const isAhead = deadline.kind === 'duty' && deadline.id.startsWith(`${id}-`) && deadline.dueOn >= asking.today;
    if (isAhead) await changeFound(desk, { ...asking, activityId: null }, deadline, { kind: 'stop' });
  }
}

function dutyId(duty: string, owner: string): string {
  return `${duty}-${owner}`;
}

/** Every day: each duty whose next time comes within a month becomes a deadline, once. Times that have passed are not made up for. */
export async function layInDuties(
  duties: DutyStore,
  settings: ReminderSettings,
  today: PlainDate,
  makeId: () => string,
): Promise<number> {
  let laidIn = 0;
  for (const tenantId of await duties.tenantsWithDuties()) {
    for (const duty of await duties.duties(tenantId)) {
      const next = nextTimeOf(duty, today);
      const following = next !== null && next.time <= duty.laidInThrough ? dutyAfter(duty) : next;
      if (following === null || following.dueOn > addDays(today, aheadDays)) continue;
      const audit = {
        tenantId,
        actor: 'system',
        action: 'duty-laid-in',
        subject: `duty:${duty.id}`,
        details: { time: following.time, due: following.dueOn },
      };
      const saved = toSave(deadlineOf(duty, following, makeId()), null, settings, today);
      if ((await duties.layIn(tenantId, duty, following.time, saved, { activityId: null, audit })) === 'changed') laidIn += 1;
    }
  }
  return laidIn;
}

function dutyAfter(duty: StoredDuty): { readonly time: number; readonly dueOn: PlainDate } | null {
  const time = duty.laidInThrough + 1;
  const dueOn = dutyDueOn(duty, time);
  return dueOn === null ? null : { time, dueOn };
}

/** An id of its own: a duty that is set up anew begins again at its first time. */
function deadlineOf(duty: StoredDuty, { dueOn }: { readonly dueOn: PlainDate }, id: string): Deadline {
  return {
    id: `${duty.id}-${id}`,
    kind: 'duty',
    title: duty.duty.title,
    caseReference: null,
    dueOn,
    vagueWords: duty.duty.rhythm,
    trigger: null,
    source: duty.duty.source,
    assumption: null,
    owner: duty.owner,
    state: 'open',
    metOn: null,
    snoozedUntil: null,
  };
}
