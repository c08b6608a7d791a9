import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { StoreError } from '../errors.ts';

/** Who holds a data folder. */
interface Holder {
  readonly pid: number;
  /** Clock ticks after boot, from /proc: a reused process id starts at another time. Null where the system does not tell. */
  readonly startedAt: string | null;
  readonly bootId: string | null;
  readonly host: string;
  readonly since: string;
  readonly nonce: string;
}

const heartbeatMs = 15_000;
const staleAfterMs = 60_000;

/** Locks a data folder for this process, or refuses and names the process that holds it. Returns how to let go. */
export function lockDataFolder(folder: string, since: string): () => void {
  mkdirSync(dirname(folder), { recursive: true });
  const path = `${folder}.lock`;
  const mine: Holder = {
    pid: process.pid,
    startedAt: startOf(process.pid),
    bootId: bootId(),
    host: hostname(),
    since,
    nonce: randomUUID(),
  };
  const draft = `${path}.${mine.nonce}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    takeLock(path, draft, folder);
  } finally {
    rmSync(draft, { force: true });
  }
  const heart = setInterval(() => beat(path, mine.nonce), heartbeatMs).unref();
  return () => {
    clearInterval(heart);
    if (holderOf(path)?.nonce === mine.nonce) rmSync(path, { force: true });
  };
}

/** A hard link appears whole or not at all, so of many starters one wins. A stale lock is moved aside first, which only one can do. */
function takeLock(path: string, draft: string, folder: string): void {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (isLinked(draft, path)) return;
    const holder = holderOf(path);
    if (holder !== null && !isStale(path, holder)) throw inUse(folder, holder);
    if (holder !== null) moveAside(path, holder, draft);
  }
  throw new StoreError(
    'data-folder-in-use',
    `The data folder ${folder} is being taken by others again and again; try once more in a moment.`,
  );
}

function moveAside(path: string, holder: Holder, draft: string): void {
  const guard = `${path}.takeover`;
  // Whoever links the guard alone judges the lock again: another starter may have replaced it meanwhile.
  if (!isLinked(draft, guard)) {
    const other = holderOf(guard);
    if (other !== null && isStale(guard, other)) rmSync(guard, { force: true });
    return;
  }
  try {
    const now = holderOf(path);
    if (now?.nonce === holder.nonce && isStale(path, now)) renameSync(path, `${path}.stale`);
  } finally {
    rmSync(guard, { force: true });
    rmSync(`${path}.stale`, { force: true });
  }
}

function isLinked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fault;
  }
}

function holderOf(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

function isStale(path: string, holder: Holder): boolean {
  if (holder.host !== hostname()) return Date.now() - modifiedAt(path) > staleAfterMs;
  if (holder.bootId !== bootId()) return true;
  return !isAlive(holder.pid) || startOf(holder.pid) !== holder.startedAt;
}

function beat(path: string, nonce: string): void {
  if (holderOf(path)?.nonce === nonce) utimesSync(path, new Date(), new Date());
}

function modifiedAt(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function startOf(pid: number): string | null {
  const stat = readOrNull(`/proc/${pid}/stat`);
  // The name in brackets may hold spaces; the start time is the 20th field after it.
  return stat === null ? null : (stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null);
}

function bootId(): string | null {
  return readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? null;
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function inUse(folder: string, { pid, host, since }: Holder): StoreError {
  return new StoreError(
    'data-folder-in-use',
    `The data folder ${folder} is in use by process ${pid} on ${host}, since ${since}. Stop that process, set DATA_DIR to another folder, or use DATABASE_URL.`,
  );
}
