// Dispatches a second of the plain reminder table against pg-boss 10 on the same PostgreSQL, interleaved; and how planning and
// "mine frister" grow from 1,000 to 100,000 open deadlines. Prints ratios; nothing is sent anywhere.
import { sql } from 'kysely';
import PgBoss from 'pg-boss';
import { dispatchReminders } from '../src/app/deadlines/dispatch-reminders.ts';
import { planReminders } from '../src/app/deadlines/plan-reminders.ts';
import { addDays, plainDate } from '../src/domain/calendar/plain-date.ts';
import { usualClosedDays } from '../src/domain/calendar/working-days.ts';
import { usualReminders } from '../src/domain/deadline/reminder-plan.ts';
import { openStore } from '../src/store/database.ts';
import { titlePlace } from '../src/store/deadlines/deadline-rows.ts';
import { deadlineStore } from '../src/store/deadlines/deadline-store.ts';
import { reminderStore } from '../src/store/deadlines/reminder-store.ts';
import { freshServerDatabase, testSealer } from '../tests/support/stores.ts';

const day = plainDate('2026-11-23');
const perRound = 1_000;
const rounds = 7;
const databaseUrl = await freshServerDatabase();
const store = await openStore({ databaseUrl, dataFolder: '', openedAt: '' });
const outbox = reminderStore(store.db, () => crypto.randomUUID());
const boss = new PgBoss({ connectionString: databaseUrl, schema: 'boss' });
await boss.start();
await boss.createQueue('reminders');

async function ours(round: number): Promise<number> {
  const reminders = Array.from({ length: perRound }, (_, index) => ({
    key: `${round}-${index}`,
    kind: 'digest' as const,
    person: `p${index}`,
    about: `p${index}`,
    subjects: [],
  }));
  await outbox.plan({ tenantId: `t${round}`, person: 'x', day, after: day, dueAt: 0, reminders, next: [] });
  await sql`update reminder_rate set tokens = 1e9, refilled_at = 0`.execute(store.db);
  let now = 1;
  const started = performance.now();
  // The bucket of forty a second is opened by a clock that runs ahead: the table is measured, not the limit.
  const clock = () => {
    now += 1_000;
    return now;
  };
  const sent = await dispatchReminders(outbox, async () => ({ kind: 'sent', messageId: 'm', conversationId: 'c' }), {
    owner: 'bench',
    now: clock,
    concurrency: 10,
    leaseMs: 3_600_000,
    isStopping: () => false,
  });
  return sent / ((performance.now() - started) / 1000);
}

/** Each job completed by itself, as a worker does whose jobs are one message each; or the ten of a fetch in one call. */
async function pgBoss(isTogether: boolean): Promise<number> {
  await boss.insert(Array.from({ length: perRound }, (_, index) => ({ name: 'reminders', data: { person: `p${index}` } })));
  const started = performance.now();
  let sent = 0;
  while (sent < perRound) {
    const jobs = await boss.fetch('reminders', { batchSize: 10 });
    const ids = jobs.map(({ id }) => id);
    await (isTogether ? boss.complete('reminders', ids) : Promise.all(ids.map((id) => boss.complete('reminders', id))));
    sent += jobs.length;
  }
  return sent / ((performance.now() - started) / 1000);
}

const ratios: Record<'each by itself' | 'ten at once', number[]> = { 'each by itself': [], 'ten at once': [] };
for (let round = 0; round < rounds; round += 1) {
  const contestants = [() => ours(round), () => pgBoss(false), () => pgBoss(true)];
  const rates: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const which = (round + turn) % 3;
    rates[which] = (await contestants[which]?.()) ?? 0;
  }
  const [own = 0, single = 1, together = 1] = rates;
  ratios['each by itself'].push(own / single);
  ratios['ten at once'].push(own / together);
}
for (const [how, all] of Object.entries(ratios)) {
  const median = [...all].sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
  console.log(
    `dispatch, ours / pg-boss 10 completing ${how}: ${all.map((ratio) => ratio.toFixed(2)).join(' ')} (median ${median.toFixed(2)})`,
  );
}

const settings = usualReminders(usualClosedDays);
const deadlines = deadlineStore(store.db, testSealer);
const directory = { member: () => null, members: () => [] };
const costs: { readonly people: number; readonly open: number; readonly planMs: number; readonly mineMs: number }[] = [];
for (const people of [100, 1_000, 10_000]) {
  await sql`delete from deadline`.execute(store.db);
  const rows = Array.from({ length: people * 10 }, (_, n) => ({
    ...{
      id: `d${n}`,
      title: testSealer.seal('Opgave', titlePlace('t', `d${n}`)),
      due: addDays(day, n % 60),
      owner: `p${n % people}`,
    },
  }));
  await sql`
    insert into deadline (tenant_id, id, kind, title, due_on, trigger, owner, state, generation, next_reminder_on)
    select 't', id, 'own', title, due, 'null'::jsonb, owner, 'open', 1, due
    from json_to_recordset(${JSON.stringify(rows)}::json) as n(id text, title text, due date, owner text)`.execute(store.db);
  await sql`analyze deadline`.execute(store.db);
  const planning = performance.now();
  const planned = await planReminders({ deadlines, reminders: outbox, absences: deadlines, directory, settings }, day, 0);
  const planMs = (performance.now() - planning) / Math.max(1, planned);
  const mine = performance.now();
  for (let count = 0; count < 200; count += 1) await deadlines.openOf('t', [`p${count % people}`]);
  costs.push({ people, open: people * 10, planMs, mineMs: (performance.now() - mine) / 200 });
  await sql`delete from reminded_through`.execute(store.db);
  await sql`delete from reminder`.execute(store.db);
}
const [first] = costs;
for (const { open, planMs, mineMs } of costs)
  console.log(
    `${open} open deadlines: planning a person ${(planMs / (first?.planMs ?? 1)).toFixed(2)}, "mine frister" ${(mineMs / (first?.mineMs ?? 1)).toFixed(2)} (1,000 is 1)`,
  );
await boss.stop({ graceful: false });
await store.close();
process.exit(0);
