// A full answered question (read, deduplicated, answered with its card, sent, audited in batches) against the stock echo bot on
// restify. Both run as processes of their own, without authentication, in slices that alternate within one run: only the ratios say
// something. `npm run build` first; then `npx tsx bench/turn.ts [seconds a slice] [rounds]`.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { readFigures } from '../src/content/read-figures.ts';
import { botId, tryoutPeople, tryoutTenant } from '../src/tryout/people/people.ts';
import { type Contestant, freePort, startContestant } from './turn-contestant.ts';

/** What is sent: `activity(n)` is the n-th, never the same id twice. Add a variant for another kind of turn. */
interface Variant {
  readonly name: string;
  readonly activity: (number: number, serviceUrl: string) => object;
}

interface Slice {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuMs: number;
}

const connections = 16;
const chats = 199;
const [seconds = 3, rounds = 6] = process.argv.slice(2).map(Number);
const questions = [
  'Hvor meget fik Uddannelseshuset i 2016?',
  'Hvor stor en del af fordelingen i 2016 fik Uddannelseshuset i Aalborg?',
  'Hvor meget blev der afsat til mentor i Aalborg i 2016?',
  'Hvad siger princip 4 i Aalborg?',
  'Hvornår gælder beskæftigelsesstrategien i Horsens?',
];

/** More questions than answers are kept of, each about another figure or worded otherwise: every one is worked out anew. */
const openings = ['Hvor meget var', 'Hvad var', 'Hvor stort var', 'Hvor mange penge var', 'Hvad er', 'Hvor meget udgjorde'];
const newQuestions = readFigures().flatMap(({ label, municipality, period }) =>
  openings.map((opening) => `${opening} ${label} i ${municipality} ${period ?? ''}?`),
);

const variants: readonly Variant[] = [
  { name: 'a question that others asked before', activity: messageWith((number) => questions[number % questions.length] ?? '') },
  {
    name: 'a question that nobody asked before',
    activity: messageWith((number) => newQuestions[number % newQuestions.length] ?? ''),
  },
];

function messageWith(textOf: (number: number) => string): Variant['activity'] {
  return (number, serviceUrl) => ({ ...frame(number, serviceUrl), type: 'message', text: textOf(number) });
}

function frame(number: number, serviceUrl: string): object {
  const chat = number % chats;
  return {
    id: `bench-${number}`,
    timestamp: new Date().toISOString(),
    locale: 'da-DK',
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:bench-${chat}`, name: 'Bench', aadObjectId: tryoutPeople[0]?.objectId },
    recipient: { id: botId, name: 'Rettesnor' },
    conversation: { id: `a:bench-${chat}`, conversationType: 'personal', tenantId: tryoutTenant },
    channelData: { tenant: { id: tryoutTenant } },
  };
}

/** The connector's end: takes what is sent and counts it. */
async function startSink(): Promise<{ readonly url: string; readonly sent: () => number; readonly server: Server }> {
  let sent = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      sent += 1;
      response.writeHead(201, { 'content-type': 'application/json' }).end(`{"id":"${sent}"}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, sent: () => sent, server };
}

let number = 0;
async function slice(bot: Contestant, variant: Variant, sink: { readonly url: string; readonly sent: () => number }) {
  const [sentBefore, cpuBefore] = [sink.sent(), await bot.cpuMs()];
  const times: number[] = [];
  const result = await new Promise<{ duration: number; non2xx: number; errors: number }>((resolve, reject) => {
    const request = {
      method: 'POST',
      path: '/api/messages',
      headers: { 'content-type': 'application/json' },
      setupRequest: (one: object) => ({ ...one, body: JSON.stringify(variant.activity(number++, sink.url)) }),
    };
    autocannon({ url: bot.url, connections, duration: seconds, requests: [request] }, (fault, done) =>
      fault ? reject(fault) : resolve(done),
    ).on('response', (_client: unknown, _status: number, _bytes: number, ms: number) => times.push(ms));
  });
  const cpuMs = (await bot.cpuMs()) - cpuBefore;
  if (result.non2xx + result.errors > 0) throw new Error(`${bot.name}: ${result.non2xx + result.errors} requests failed`);
  if (sink.sent() - sentBefore < times.length) throw new Error(`${bot.name}: ${times.length} asked, fewer answered`);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { perSecond: times.length / result.duration, p50: at(0.5), p99: at(0.99), cpuMs: cpuMs / times.length };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
}

function report(variant: Variant, echo: readonly Slice[], ours: readonly Slice[]): void {
  console.log(`${variant.name}: ${rounds} pairs of ${seconds} s at ${connections} connections (medians)`);
  const row = (name: string, of: (one: Slice) => number, unit: string) => {
    const ratios = ours.map((one, index) => of(one) / of(echo[index] as Slice));
    const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
    const figures = [median(echo.map(of)), median(ours.map(of))].map((value) => `${value.toFixed(2)} ${unit}`);
    console.log(
      `  ${name}: ${median(ratios).toFixed(2)} times the echo (${least.toFixed(2)} to ${most.toFixed(2)}; echo ${figures[0]}, Rettesnor ${figures[1]})`,
    );
  };
  row('throughput', ({ perSecond }) => perSecond, 'req/s');
  row('p50', ({ p50 }) => p50, 'ms');
  row('p99', ({ p99 }) => p99, 'ms');
  row('CPU a request', ({ cpuMs }) => cpuMs, 'ms');
}

const folder = mkdtempSync(join(tmpdir(), 'rettesnor-bench-'));
const sink = await startSink();
const tryout = { TRYOUT_PORT: String(await freePort()), DATA_DIR: folder, LOG_LEVEL: 'error' };
const echo = await startContestant('the echo', join(import.meta.dirname, 'turn-echo.ts'), {}, ['tsx']);
const rettesnor = await startContestant('Rettesnor', join(import.meta.dirname, '..', 'dist', 'main.js'), tryout);
try {
  for (const variant of variants) {
    for (const bot of [echo, rettesnor]) await slice(bot, variant, sink);
    const [slow, ours]: [Slice[], Slice[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      slow.push(await slice(echo, variant, sink));
      ours.push(await slice(rettesnor, variant, sink));
    }
    report(variant, slow, ours);
  }
} finally {
  await Promise.all([echo.stop(), rettesnor.stop()]);
  sink.server.close();
  rmSync(folder, { recursive: true, force: true });
}
