import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** A bot in a process of its own. */
export interface Contestant {
  readonly name: string;
  readonly url: string;
  /** Milliseconds of processor time so far. */
  readonly cpuMs: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** A contestant says what it used when it is asked, and ends with the bench. */
const tellCpu =
  'data:text/javascript,process.on("message",()=>process.send(process.cpuUsage())).on("disconnect",()=>process.exit());process.channel?.unref()';
/** Both run with what `npm start` gives to Node. */
const flags = scriptOf('start')
  .split(' ')
  .filter((word) => word.startsWith('--'));
const startMs = 120_000;

/** Starts a bot on a free port of loopback and waits until it is ready. */
export async function startContestant(
  name: string,
  file: string,
  env: Readonly<Record<string, string>>,
  loader: readonly string[] = [],
): Promise<Contestant> {
  const port = await freePort();
  const child = fork(file, {
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', PORT: String(port), ...env },
    execArgv: [...flags, ...loader.flatMap((one) => ['--import', one]), '--import', tellCpu],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const url = `http://127.0.0.1:${port}`;
  await ready(url, child, name);
  return { name, url, cpuMs: () => cpuOf(child), stop: () => stopped(child) };
}

function scriptOf(name: string): string {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return scripts[name];
}

function cpuOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('message', (usage: NodeJS.CpuUsage) => resolve((usage.user + usage.system) / 1000));
    child.send('cpu');
  });
}

async function ready(url: string, child: ChildProcess, name: string): Promise<void> {
  const until = Date.now() + startMs;
  while (Date.now() < until && child.exitCode === null) {
    if ((await fetch(`${url}/readyz`).catch(() => null))?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`${name} did not start at ${url}`);
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(timer);
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
