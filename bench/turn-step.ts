// A checklist step (read, authorised, answer sealed and committed with its audit line, next card drawn) against a stock echo bot whose
// invoke commits one row to the same kind of database: embedded with fsync, and PostgreSQL. Slices alternate within one run: only the
// ratios say something. `npm run build` first; then `npx tsx bench/turn-step.ts [seconds a slice] [rounds] [engine]`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { botId, tryoutPeople, tryoutTenant } from '../src/tryout/people/people.ts';
import { freshServerDatabase } from '../tests/support/stores.ts';
import { freePort, startContestant } from './turn-contestant.ts';
import { compare, type Sink, startSink } from './turn-slices.ts';

const runs: string[] = [];
const wantedRuns = 997;
const question = 't_lovpligtigt';

function frame(id: string, chat: number, serviceUrl: string): object {
  return {
    ...{ id, timestamp: new Date().toISOString(), locale: 'da-DK', channelId: 'msteams', serviceUrl },
    from: { id: `29:bench-${chat}`, name: 'Bench', aadObjectId: tryoutPeople[0]?.objectId },
    recipient: { id: botId, name: 'Rettesnor' },
    conversation: { id: `a:bench-${chat}`, conversationType: 'personal', tenantId: tryoutTenant },
    channelData: { tenant: { id: tryoutTenant } },
  };
}

/** The n-th step: the next run's answer is changed back and forth, so that each is a new version to be recorded. */
function step(number: number, serviceUrl: string): object {
  const chat = number % wantedRuns;
  const version = (versions[chat] ?? 0) + 1;
  versions[chat] = version;
  const data = { run: runs[chat], seen: { [question]: version - 1 }, [`q_${question}`]: version % 2 === 0 ? 'ja' : 'nej' };
  const action = { type: 'Action.Execute', verb: 'checklists/answer', data };
  const invoke = { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } };
  return { ...frame(`step-${number}`, chat, serviceUrl), ...invoke };
}

const versions: number[] = [];

async function startRuns(url: string, sink: Sink): Promise<void> {
  for (let chat = 0; runs.length < wantedRuns; chat += 1) {
    const activity = { ...frame(`start-${chat}`, chat, sink.url), type: 'message', text: `tilbud 24/${chat}` };
    const headers = { 'content-type': 'application/json' };
    await fetch(`${url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(activity) });
  }
}

const engines = (['embedded', 'server'] as const).filter((one) => (process.argv[4] ?? one) === one);

for (const engine of engines) {
  const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'rettesnor-bench-')));
  const database = engine === 'server' ? { DATABASE_URL: await freshServerDatabase() } : {};
  runs.splice(0);
  versions.splice(0);
  const sink = await startSink((body) => {
    const run = /"run":"([^"]+)"/u.exec(body)?.[1];
    if (run !== undefined && runs.length < wantedRuns && !runs.includes(run)) runs.push(run);
  });
  const file = (name: string) => join(import.meta.dirname, name);
  const echo = await startContestant('the echo', file('turn-echo-row.ts'), { DATA_DIR: folders[0] ?? '', ...database }, ['tsx']);
  const tryout = { TRYOUT_PORT: String(await freePort()), DATA_DIR: folders[1] ?? '', LOG_LEVEL: 'error', ...database };
  const rettesnor = await startContestant('Rettesnor', file('../dist/main.js'), tryout);
  try {
    await startRuns(rettesnor.url, sink);
    // The echo commits its row for the same activities; only Rettesnor knows the runs.
    const variant = { name: `a checklist step, ${engine}`, activity: step, isSent: false };
    await compare(variant, echo, rettesnor, sink);
  } finally {
    await Promise.all([echo.stop(), rettesnor.stop()]);
    sink.server.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}
process.exit(0);
