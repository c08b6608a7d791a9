import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { firstBrokenAuditLine } from '../../../src/store/audit-store.ts';
import { openStore } from '../../../src/store/database.ts';

/** What was acknowledged before the kills, what of it is missing, and how a second process was refused. */
interface CrashReport {
  readonly acknowledged: number;
  readonly missing: readonly number[];
  readonly brokenAuditLine: number | null;
  /** Each kill's writing process, and what a second one was told meanwhile. */
  readonly refusals: readonly { readonly pid: number; readonly message: string }[];
}

/** Kills a writing process again and again on one data folder, each time in the middle of its share of `writes`. */
export async function crashRun(kills: number, writes: number): Promise<CrashReport> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'rettesnor-crash-'));
  const acknowledged: number[] = [];
  const refusals: CrashReport['refusals'][number][] = [];
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const from = kill * writes;
      // Not the same place each time: between a third and two thirds of the way.
      const killAfter = Math.floor(writes * (1 / 3 + kill / (3 * kills)));
      refusals.push(await killedWriter(dataFolder, { from, to: from + writes, killAfter }, acknowledged));
    }
    return { acknowledged: acknowledged.length, refusals, ...(await inspect(dataFolder, acknowledged)) };
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

interface Share {
  readonly from: number;
  readonly to: number;
  readonly killAfter: number;
}

async function killedWriter(dataFolder: string, { from, to, killAfter }: Share, acknowledged: number[]) {
  const program = fileURLToPath(new URL('writer.child.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, dataFolder, String(from), String(to)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  let message = '';
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'open') {
      message = await openStore({ dataFolder, openedAt: 'second' }).then(
        () => 'opened',
        (fault: Error) => fault.message,
      );
      continue;
    }
    acknowledged.push(Number(line));
    seen += 1;
    if (seen === killAfter) child.kill('SIGKILL');
  }
  if ((await ended) !== 'SIGKILL') throw new Error('the writer was done before it was killed');
  return { pid: child.pid ?? 0, message };
}

async function inspect(dataFolder: string, acknowledged: readonly number[]) {
  const store = await openStore({ dataFolder, openedAt: 'after' });
  try {
    const { rows } = await sql<{ id: string }>`
      select id from document where length(text) = 500 * length(id) union all select id from feedback`.execute(store.db);
    const there = new Set(rows.map(({ id }) => id));
    return {
      missing: acknowledged.filter((index) => !there.has(`n${index}`)),
      brokenAuditLine: await firstBrokenAuditLine(store.db, 't1'),
    };
  } finally {
    await store.close();
  }
}
