import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import restify, { type Request, type Response, type Server } from 'restify';
import type { Log } from '../log/log.ts';

/** What a request is answered with. */
export interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the server is wired with. */
export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  readonly log: Log;
  /** A message of Bot Framework: its body, the Authorization header, and how it is answered before the work is done. */
  readonly onMessage: (body: unknown, authorization: string | undefined) => Promise<HttpAnswer>;
  /** Whether the parts that the bot stands on answer: for the load balancer. */
  readonly isReady: () => Promise<boolean>;
  /** What lies behind a download's signed token; null where it shows nothing. */
  readonly download: (name: string, token: string) => Promise<HttpAnswer | null>;
}

/** The server that listens. */
export interface HttpServer {
  readonly url: string;
  /** Takes no more requests, and ends when those under way are answered, at the latest after `graceMs`. */
  readonly close: (graceMs: number) => Promise<void>;
}

const mostBytes = 1_000_000;
/** Restify's own lines would carry requests; what happens is logged by us. */
const silentLog = pino({ level: 'silent' });

/** A signed token is longer than the 100 characters that restify's router takes of a path's part. */
const longParameters: object = { maxParamLength: 2_000 };

/** Listens: messages, health, readiness, metrics and downloads. */
export async function startHttp(options: HttpOptions): Promise<HttpServer> {
  const server = restify.createServer({ name: '', log: silentLog as never, ...longParameters });
  const metrics = createMetrics();
  let isClosing = false;
  let underWay = 0;
  (server as unknown as { first: (guard: typeof refuseMalformed) => void }).first(refuseMalformed);
  server.use(restify.plugins.bodyParser({ mapParams: false, maxBodySize: mostBytes }));
  const answering = (work: (request: Request) => Promise<HttpAnswer>) => async (request: Request, response: Response) => {
    underWay += 1;
    try {
      send(response, await work(request));
    } catch (fault) {
      options.log.error('request-failed', fault);
      send(response, { status: 500 });
    } finally {
      underWay -= 1;
    }
  };
  server.post(
    '/api/messages',
    answering(async (request) => {
      const done = metrics.messages.startTimer();
      const answer = await options.onMessage(request.body, request.headers.authorization);
      metrics.answers.inc({ status: String(answer.status) });
      done();
      return answer;
    }),
  );
  server.get(
    '/healthz',
    answering(async () => ({ status: 200, body: { status: 'ok' } })),
  );
  server.get(
    '/readyz',
    answering(async () =>
      !isClosing && (await options.isReady())
        ? { status: 200, body: { status: 'ready' } }
        : { status: 503, body: { status: 'not ready' } },
    ),
  );
  server.get(
    '/metrics',
    answering(async () => ({ status: 200, contentType: metrics.registry.contentType, body: await metrics.registry.metrics() })),
  );
  server.get(
    '/download/:name/:token',
    answering(async ({ params }) => (await options.download(String(params['name']), String(params['token']))) ?? { status: 404 }),
  );
  server.on(
    'restifyError',
    (_request: Request, _response: Response, fault: { body?: unknown; toString: () => string }, callback: () => void) => {
      // No error's text leaves the house.
      fault.body = undefined;
      fault.toString = () => '';
      callback();
    },
  );
  const port = await listen(server, options);
  return {
    url: `http://${options.host}:${port}`,
    close: async (graceMs) => {
      isClosing = true;
      const until = Date.now() + graceMs;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      while (underWay > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
      server.server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * Any request with a malformed host or target throws inside restify 12 before a handler sees it and kills the process
 * (restify/node-restify#2011): refused here, by the same parser that would throw.
 */
function refuseMalformed(request: Request, response: Response): boolean {
  const host = request.headers.host ?? 'localhost';
  if ((request.url ?? '').startsWith('/') && URL.canParse(`http://${host}`) && URL.canParse(request.url ?? '', `http://${host}`))
    return true;
  response.statusCode = 400;
  response.setHeader('connection', 'close');
  response.end();
  return false;
}

function send(response: Response, { status, body, contentType, headers }: HttpAnswer): void {
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  if (body === undefined) return void response.sendRaw(status, '');
  const written = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  response.setHeader('content-type', contentType ?? 'application/json; charset=utf-8');
  // Without its length the body would go out in pieces, each with a length of its own.
  response.setHeader('content-length', Buffer.byteLength(written));
  response.sendRaw(status, written as string);
}

function listen(server: Server, { host, port }: HttpOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    messages: new Histogram({
      name: 'rettesnor_message_seconds',
      help: 'Time to answer a message',
      registers: [registry],
      buckets: [0.01, 0.05, 0.1, 0.5, 1, 5],
    }),
    answers: new Counter({
      name: 'rettesnor_answers_total',
      help: 'Answers by status',
      labelNames: ['status'],
      registers: [registry],
    }),
  };
}
