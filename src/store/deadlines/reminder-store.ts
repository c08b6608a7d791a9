import { type Kysely, sql } from 'kysely';
import type {
  PersonPlan,
  PersonToRemind,
  Reminder,
  ReminderStore,
  ReminderToPlan,
  SentReminder,
} from '../../app/deadlines/ports.ts';
import { addDays, type PlainDate } from '../../domain/calendar/plain-date.ts';
import { inTransaction } from '../transactions.ts';
import { never, recordedResults } from './recorded-results.ts';

/** Teams allows 50 requests a second per app and tenant; ten are left for answers to people. */
const sendsASecond = 40;
/** What may be sent at once after a rest: with it no second sees more than fifty. */
const mostAtOnce = 10;
/** Teams allows a conversation 7 messages a second and 1,800 an hour; a person's are laid two seconds apart, and what still meets a limit is told to wait. */
const betweenMs = 2_000;
const setBackMs = 60_000;

const sentColumns = sql`kind, person, about, day, after_day as after, subjects`;

/** The outbox on a database; `makeId` names rows, so that chance stays outside. */
export function reminderStore(db: Kysely<unknown>, makeId: () => string): ReminderStore {
  return {
    peopleToRemind: (day) => peopleToRemind(db, day),
    plan: (plan) => inTransaction(db, (transaction) => planPerson(transaction, plan, makeId)),
    enqueue: async (tenantId, { day, ...notices }) => {
      await inTransaction(db, (transaction) => putInto(transaction, { tenantId, day, after: day, ...notices }, makeId));
    },
    find: async (tenantId, id) => {
      const { rows } = await sql<SentReminder>`
        select ${sentColumns} from reminder where tenant_id = ${tenantId} and id = ${id}`.execute(db);
      return rows[0] ?? null;
    },
    sentAbout: async (tenantId, about, from) => {
      const { rows } = await sql<SentReminder>`
        select ${sentColumns} from reminder
        where tenant_id = ${tenantId} and about = any(${[...about]}) and day >= ${from}::date and state = 'sent'`.execute(db);
      return rows;
    },
    claim: (options) => claimDue(db, { ...options, claim: makeId() }),
    record: recordedResults(db),
    unreached: async (tenantId) => {
      const { rows } = await sql<{ person: string; day: PlainDate; last_error: string | null }>`
        select distinct on (person) person, day, last_error from reminder r
        where tenant_id = ${tenantId} and state in ('unreachable', 'dead') and not exists (
          select 1 from reminder s where s.tenant_id = r.tenant_id and s.person = r.person and s.sent_at is not null and s.day > r.day)
        order by person, day desc limit 200`.execute(db);
      return rows.map(({ person, day, last_error }) => ({ person, day, error: last_error ?? '' }));
    },
  };
}

async function peopleToRemind(db: Kysely<unknown>, day: PlainDate): Promise<readonly PersonToRemind[]> {
  const { rows } = await sql<{
    tenant_id: string;
    owner: string;
    through: PlainDate | null;
    first: PlainDate;
    waiting: readonly string[];
  }>`
    select d.tenant_id, d.owner, max(t.day) as through, min(d.next_reminder_on) as first, json_agg(d.id order by d.id) as waiting
    from deadline d left join reminded_through t on t.tenant_id = d.tenant_id and t.person = d.owner
    where d.state = 'open' and d.next_reminder_on is not null and d.next_reminder_on <= ${day}::date
    group by d.tenant_id, d.owner order by d.tenant_id, d.owner`.execute(db);
  return rows.map(({ tenant_id, owner, through, first, waiting }) => ({
    tenantId: tenant_id,
    person: owner,
    after: through !== null && through < day ? through : addDays(first, -1),
    isPlanned: through !== null && through >= day,
    waiting,
  }));
}

async function planPerson(db: Kysely<unknown>, plan: PersonPlan, makeId: () => string): Promise<number> {
  const { tenantId, person, day } = plan;
  // Two replicas that plan the same person take turns; the second finds every key there.
  await sql`select pg_advisory_xact_lock(hashtext(${`${tenantId}|${person}`}))`.execute(db);
  const waiting = await sql<{ id: string }>`
    select id from deadline where tenant_id = ${tenantId} and owner = ${person} and state = 'open' and next_reminder_on <= ${day}::date`.execute(
    db,
  );
  const stillWaiting = new Set(waiting.rows.map(({ id }) => id));
  const reminders = plan.reminders.flatMap((reminder): readonly ReminderToPlan[] => {
    const subjects = reminder.subjects.filter(({ deadlineId }) => stillWaiting.has(deadlineId));
    return reminder.subjects.length > 0 && subjects.length === 0 ? [] : [{ ...reminder, subjects }];
  });
  const planned = await putInto(db, { ...plan, reminders }, makeId);
  await sql`
    insert into reminded_through (tenant_id, person, day) values (${tenantId}, ${person}, ${day})
    on conflict (tenant_id, person) do update set day = greatest(reminded_through.day, excluded.day)`.execute(db);
  const next = JSON.stringify(plan.next.map(({ deadlineId, nextReminderOn }) => ({ id: deadlineId, day: nextReminderOn })));
  await sql`
    update deadline set next_reminder_on = n.day
    from json_to_recordset(${next}::json) as n(id text, day date)
    where deadline.tenant_id = ${tenantId} and deadline.id = n.id and deadline.next_reminder_on is not null`.execute(db);
  return planned;
}

async function putInto(
  db: Kysely<unknown>,
  { tenantId, day, after, dueAt, reminders }: Omit<PersonPlan, 'person' | 'next'>,
  makeId: () => string,
): Promise<number> {
  let put = 0;
  for (const { key, kind, person, about, subjects } of reminders) {
    const [first = after] = [after, ...(await superseded(db, { tenantId, day, dueAt, kind, about }))].sort();
    const { rows } = await sql<{ isNew: boolean }>`
      insert into reminder (tenant_id, id, dedupe_key, kind, person, about, day, after_day, subjects, due_at, next_at, state, attempts)
      values (${tenantId}, ${makeId()}, ${key}, ${kind}, ${person}, ${about}, ${day}, ${first}, ${JSON.stringify(subjects)}::jsonb, ${dueAt},
        greatest(${dueAt}::bigint, ${afterTheLast(tenantId, person, dueAt)}), 'due', 0)
      on conflict (tenant_id, dedupe_key) do update set after_day = excluded.after_day
      where reminder.state = 'due' and reminder.after_day > excluded.after_day returning xmax = 0 as "isNew"`.execute(db);
    put += rows.filter(({ isNew }) => isNew).length;
  }
  await sql`insert into reminder_rate (tenant_id, tokens, refilled_at) values (${tenantId}, ${mostAtOnce}, 0) on conflict do nothing`.execute(
    db,
  );
  return put;
}

/** What an earlier day could not send is not sent beside this day's message, which covers its days too. */
async function superseded(
  db: Kysely<unknown>,
  { tenantId, day, dueAt, kind, about }: Pick<PersonPlan, 'tenantId' | 'day' | 'dueAt'> & Pick<Reminder, 'kind' | 'about'>,
): Promise<readonly PlainDate[]> {
  if (kind !== 'digest' && kind !== 'escalation') return [];
  const { rows } = await sql<{ after: PlainDate }>`
    update reminder set state = 'dropped', next_at = ${never}::bigint, claim = null
    where tenant_id = ${tenantId} and about = ${about} and kind = ${kind} and day < ${day}::date and state = 'due'
      and (claim is null or next_at <= ${dueAt}::bigint) returning after_day as after`.execute(db);
  return rows.map(({ after }) => after);
}

/** The earliest instant for a person's next message: some time after the last that waits or was sent. Null where there is none. */
function afterTheLast(tenantId: string, person: string, dueAt: number) {
  return sql`(
    select max(at) + ${betweenMs}::bigint from (
      select case when claim is null then next_at else ${dueAt}::bigint end as at
      from reminder where tenant_id = ${tenantId} and person = ${person} and state = 'due'
      union all
      select sent_at from reminder
      where tenant_id = ${tenantId} and person = ${person} and sent_at between ${dueAt - betweenMs}::bigint and ${dueAt + setBackMs}::bigint
    ) as theirs)`;
}

interface Claiming {
  readonly owner: string;
  readonly claim: string;
  readonly now: number;
  readonly most: number;
  readonly leaseMs: number;
}

interface ClaimedRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly kind: Reminder['kind'];
  readonly person: string;
  readonly about: string;
  readonly day: PlainDate;
  readonly after_day: PlainDate;
  readonly subjects: Reminder['subjects'];
  readonly attempts: number;
}

/**
 * One statement claims fairly: the tenants' buckets in turn, no more a tenant than its tokens, nothing that another replica holds.
 * The lease is the pushed `next_at`: a replica that dies lets its rows come due again.
 */
async function claimDue(db: Kysely<unknown>, { owner, claim, now, most, leaseMs }: Claiming): Promise<readonly Reminder[]> {
  // Replicas differ by milliseconds; a clock that is far behind was set back, as in the try-out, and must not stop everything.
  const isSetBack = sql`b.refilled_at > ${now + setBackMs}::bigint`;
  const refill = sql`case when ${isSetBack} then ${mostAtOnce}::float8 else greatest(0, ${now}::float8 - b.refilled_at) / 1000 * ${sendsASecond}::float8 end`;
  const { rows } = await sql<ClaimedRow>`
    with bucket as (
      select tenant_id, floor(least(${mostAtOnce}::float8, tokens + ${refill})) as tokens
      from reminder_rate b
      where exists (select 1 from reminder r where r.tenant_id = b.tenant_id and r.next_at <= ${now}::bigint)
        and tokens + ${refill} >= 1
      order by refilled_at limit ${most}
      for update skip locked
    ), due as (
      select r.tenant_id, r.id from bucket b cross join lateral (
        select tenant_id, id from reminder
        where tenant_id = b.tenant_id and next_at <= ${now}::bigint
        order by next_at
        limit least(b.tokens, greatest(1, ${most}::int / (select count(*) from bucket)))::int
        for update skip locked
      ) r limit ${most}
    ), spent as (
      update reminder_rate b set tokens = bucket.tokens - (select count(*) from due where due.tenant_id = b.tenant_id), refilled_at = case when ${isSetBack} then ${now}::bigint else greatest(b.refilled_at, ${now}::bigint) end
      from bucket where b.tenant_id = bucket.tenant_id
    )
    update reminder r set next_at = ${now + leaseMs}::bigint, claim = ${claim}, claimed_by = ${owner}
    from due where r.tenant_id = due.tenant_id and r.id = due.id
    returning r.tenant_id, r.id, r.kind, r.person, r.about, r.day, r.after_day, r.subjects, r.attempts`.execute(db);
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    id: row.id,
    kind: row.kind,
    person: row.person,
    about: row.about,
    day: row.day,
    after: row.after_day,
    subjects: row.subjects,
    attempts: row.attempts,
    claim,
  }));
}
