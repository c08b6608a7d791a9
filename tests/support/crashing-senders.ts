import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { plainDate } from '../../src/domain/calendar/plain-date.ts';
import { conversationStore } from '../../src/store/conversation-store.ts';
import { openStore } from '../../src/store/database.ts';
import { deadlineStore } from '../../src/store/deadlines/deadline-store.ts';
import { freshServerDatabase, testSealer } from './stores.ts';

const day = plainDate('2026-11-23');

/** A replica as a process of its own. */
interface Sender {
  readonly child: ChildProcess;
  readonly hasClaimed: Promise<void>;
}

/** What a run came to. */
export interface SendingRun {
  /** How often the connector accepted a message for each person. */
  readonly accepted: ReadonlyMap<string, number>;
  /** How often a message was accepted for a person, but the sender never got the answer from the connector. */
  readonly lostAnswers: ReadonlyMap<string, number>;
  /** For each kill, whose messages were claimed and had no recorded answer. */
  readonly inFlight: readonly (readonly string[])[];
  /** Most messages that were claimed for one tenant within any second of the senders' clock. */
  readonly mostASecond: number;
  readonly states: Readonly<Record<string, number>>;
}

export interface SendingPlan {
  readonly tenants: number;
  readonly people: number;
  readonly kills: number;
  readonly replicas: number;
  /** Shares of sends that fail: 429, 502, and answers lost after acceptance. */
  /** Half of all people are in the first tenant, so that its rate is what limits. */
  readonly isUneven?: boolean;
  /** How fast the senders' clock runs; 50 where nothing is said. */
  readonly speed?: number;
  readonly faults: { readonly busy: number; readonly broken: number; readonly lost: number };
}

/** Sends one digest to each person with senders that are killed at random moments, until everything is sent. */
export async function sendWithCrashes(plan: SendingPlan): Promise<SendingRun> {
  const url = await freshServerDatabase();
  const store = await openStore({ databaseUrl: url, dataFolder: '', openedAt: '' });
  const connector = await startConnector(plan.faults);
  await putDeadlines(plan, store.db, connector.url);
  const startedAt = Date.now();
  const claims = new Map<string, number[]>();
  const start = (): Sender => {
    const args = ['--import', 'tsx', 'tests/support/sender.child.ts', url, day, String(startedAt), String(plan.speed ?? 50)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const hasClaimed = new Promise<void>((resolve) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const [word, tenant = '', now] = line.split(' ');
        if (word !== 'claimed') return;
        const times = claims.get(tenant) ?? [];
        times.push(Number(now));
        claims.set(tenant, times);
        resolve();
      });
    });
    return { child, hasClaimed };
  };
  const senders = Array.from({ length: plan.replicas }, start);
  const inFlight: (readonly string[])[] = [];
  const seenClaims = new Set<string>();
  try {
    for (let kill = 0; kill < plan.kills; kill += 1) {
      const { child, hasClaimed } = senders[0] as Sender;
      await hasClaimed;
      await pause(Math.random() * 250);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      inFlight.push(await claimedNow(store.db, seenClaims));
      senders[0] = start();
    }
    await untilSent(store.db, plan.people);
    const { rows } = await sql<{
      state: string;
      n: number;
    }>`select state, count(*)::int as n from reminder group by state`.execute(store.db);
    const most = [...claims.values()].map((times) =>
      mostWithin(
        times.sort((a, b) => a - b),
        1000,
      ),
    );
    return {
      ...connector.seen(),
      inFlight,
      mostASecond: Math.max(...most),
      states: Object.fromEntries(rows.map(({ state, n }) => [state, n])),
    };
  } finally {
    for (const { child } of senders) child.kill('SIGKILL');
    connector.server.close();
    connector.server.closeAllConnections();
    await store.close();
  }
}

/** Whose messages the sender that was just killed had claimed without a recorded answer: what was in flight. */
async function claimedNow(db: Parameters<typeof deadlineStore>[0], seen: Set<string>): Promise<readonly string[]> {
  // The database may still be finishing what the dead sender asked of it.
  await pause(30);
  const { rows } = await sql<{ person: string; claim: string }>`
    select person, claim from reminder where state = 'due' and claim is not null`.execute(db);
  const fresh = rows.filter(({ claim }) => !seen.has(claim));
  for (const { claim } of fresh) seen.add(claim);
  return fresh.map(({ person }) => person);
}

async function putDeadlines(
  { tenants, people, isUneven = false }: SendingPlan,
  db: Parameters<typeof deadlineStore>[0],
  serviceUrl: string,
): Promise<void> {
  const [deadlines, conversations] = [deadlineStore(db, testSealer), conversationStore(db)];
  for (let number = 0; number < people; number += 1) {
    const isFirst = isUneven && number < people / 2;
    const [tenantId, owner] = [`tenant-${isFirst ? 0 : number % tenants}`, `person-${number}`];
    await conversations.remember({
      tenantId,
      conversationId: owner,
      kind: 'personal',
      serviceUrl,
      objectId: owner,
      channelUserId: owner,
      botId: '28:b',
    });
    const deadline = {
      id: owner,
      kind: 'own' as const,
      title: 'Opgave',
      caseReference: null,
      dueOn: day,
      vagueWords: null,
      trigger: null,
      source: null,
      assumption: null,
      owner,
      state: 'open' as const,
      metOn: null,
      snoozedUntil: null,
    };
    const audit = { tenantId, actor: 'test', action: 'deadline-added', subject: owner, details: {} };
    await deadlines.add(tenantId, [{ deadline, importKey: null, nextReminderOn: day }], { activityId: null, audit });
  }
}

async function untilSent(db: Parameters<typeof deadlineStore>[0], people: number): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from reminder where state <> 'due'`.execute(db);
    if ((rows[0]?.n ?? 0) >= people) return;
    await pause(100);
  }
}

async function startConnector(faults: SendingPlan['faults']): Promise<{
  readonly url: string;
  readonly server: Server;
  readonly seen: () => Pick<SendingRun, 'accepted' | 'lostAnswers'>;
}> {
  const accepted = new Map<string, number>();
  const lostAnswers = new Map<string, number>();
  const server = createServer((request, response) => {
    request.resume().on('end', async () => {
      await pause(2 + Math.random() * 20);
      const person = decodeURIComponent((request.url ?? '').split('/')[3] ?? '');
      const chance = Math.random();
      if (chance < faults.busy + faults.broken) {
        const status = chance < faults.busy ? 429 : 502;
        // Restify, in the same process, takes the result from writeHead: nothing is chained to it.
        response.writeHead(status, { 'retry-after': '0' });
        response.end();
        return;
      }
      accepted.set(person, (accepted.get(person) ?? 0) + 1);
      if (chance < faults.busy + faults.broken + faults.lost) {
        lostAnswers.set(person, (lostAnswers.get(person) ?? 0) + 1);
        return void request.socket.destroy();
      }
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end('{"id":"m"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    server,
    seen: () => ({ accepted, lostAnswers }),
  };
}

function mostWithin(times: readonly number[], window: number): number {
  let first = 0;
  let most = 0;
  for (const [index, time] of times.entries()) {
    while (time - (times[first] ?? 0) >= window) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The people who got more than their answers that were lost and their messages that were in flight at a kill can explain. */
export function unexplainedRepeats({ accepted, lostAnswers, inFlight }: SendingRun): readonly string[] {
  const excused = (person: string) => (lostAnswers.get(person) ?? 0) + inFlight.flat().filter((one) => one === person).length;
  return [...accepted].filter(([person, times]) => times - 1 > excused(person)).map(([person]) => person);
}
