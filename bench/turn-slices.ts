import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import autocannon from 'autocannon';
import type { Contestant } from './turn-contestant.ts';

/** What is sent: `activity(n)` is the n-th, never the same id twice. Add a variant for another kind of turn. */
export interface Variant {
  readonly name: string;
  readonly activity: (number: number, serviceUrl: string) => object;
  /** Whether the bot answers each with a message of its own; a step is answered in the response. */
  readonly isSent: boolean;
}

/** One measured stretch of one bot. */
export interface Slice {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuMs: number;
}

export const connections = 16;
export const [seconds = 3, rounds = 6] = process.argv.slice(2).map(Number);

/** The connector's end: takes what is sent, counts it, and shows it to whoever wants to see. */
export interface Sink {
  readonly url: string;
  readonly sent: () => number;
  readonly server: Server;
}

export async function startSink(see: (body: string) => void = () => {}): Promise<Sink> {
  let sent = 0;
  const server = createServer((request, response) => {
    let body = '';
    request
      .setEncoding('utf8')
      .on('data', (chunk: string) => (body += chunk))
      .on('end', () => {
        sent += 1;
        see(body);
        response.writeHead(201, { 'content-type': 'application/json' });
        response.end(`{"id":"${sent}"}`);
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, sent: () => sent, server };
}

let number = 0;
/** Sends one variant to one bot for a slice's time. */
async function slice(bot: Contestant, variant: Variant, sink: Sink): Promise<Slice> {
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
  if (variant.isSent && sink.sent() - sentBefore < times.length)
    throw new Error(`${bot.name}: ${times.length} asked, fewer answered`);
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

/** Slices of two bots that alternate, after one of each to warm up; prints the ratios. */
export async function compare(variant: Variant, echo: Contestant, rettesnor: Contestant, sink: Sink): Promise<void> {
  for (const bot of [echo, rettesnor]) await slice(bot, variant, sink);
  const [slow, ours]: [Slice[], Slice[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    slow.push(await slice(echo, variant, sink));
    ours.push(await slice(rettesnor, variant, sink));
  }
  report(variant, slow, ours);
}
