import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The bot as `npm start` starts it, a process of its own with a data folder of its own. */
export interface RunningBot {
  readonly pageUrl: string;
  readonly output: () => string;
  readonly stop: () => Promise<void>;
  /** Ends the process as a power cut would; its data folder stays. */
  readonly kill: () => Promise<void>;
}

const startMs = 90_000;

/** A fresh data folder; a bot that is started on one of one's own leaves it there. */
export function dataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'rettesnor-run-'));
}

/** Starts `dist/main.js` as the local try-out on free ports, and waits until it says where its page is. */
export async function runBot(env: Readonly<Record<string, string>> = {}): Promise<RunningBot> {
  const folder = env['DATA_DIR'] ?? dataFolder();
  const [port, pagePort] = [await freePort(), await freePort()];
  const own = { PORT: String(port), TRYOUT_PORT: String(pagePort), DATA_DIR: folder, ...env };
  const program = process.env['RETTESNOR_SOURCE'] === '1' ? ['--import', 'tsx', 'src/main.ts'] : ['dist/main.js'];
  const child = spawn(process.execPath, program, { env: { PATH: process.env['PATH'] ?? '', ...own }, stdio: 'pipe' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const pageUrl = `http://127.0.0.1:${pagePort}/`;
  const stop = async () => {
    await ended(child, 'SIGTERM');
    if (env['DATA_DIR'] === undefined) rmSync(folder, { recursive: true, force: true });
  };
  await answers(pageUrl, child, () => output);
  return { pageUrl, output: () => output, stop, kill: () => ended(child, 'SIGKILL') };
}

async function answers(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const until = Date.now() + startMs;
  while (Date.now() < until && child.exitCode === null) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`The bot did not start its page at ${url}:\n${output()}`);
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(timer);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
