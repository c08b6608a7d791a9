import type { IncomingMessage, ServerResponse } from 'node:http';
import { parsedJson } from './json.ts';
import { carryOut, pageState, type TryoutDay } from './server/page-api.ts';
import { pageFile } from './server/page-files.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

export interface TryoutOptions extends TryoutDay {
  /** The page's port; any free one where it is 0. */
  readonly port: number;
  /** The bot's messaging endpoint on this machine. */
  readonly botUrl: string;
  /** The bot's app id: with one it is a real bot, and the try-out refuses to start. */
  readonly appId: string | null;
}

export interface Tryout {
  /** Where the page is. */
  readonly url: string;
  readonly teams: StandIn;
  readonly close: () => Promise<void>;
}

const security = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** Starts the local try-out: the stand-in for Teams with its page, on 127.0.0.1 alone and only beside a bot without an app id. */
export async function startTryout(options: TryoutOptions): Promise<Tryout> {
  if (options.appId !== null && options.appId !== '')
    throw new Error('The local try-out never runs beside a bot with an app id; unset MicrosoftAppId to try the bot locally');
  const listeners = new Set<ServerResponse>();
  const page = (request: IncomingMessage, response: ServerResponse, body: string) => void answerPage(request, response, body);
  const teams = await startStandIn({ botUrl: options.botUrl, port: options.port, pages: page });
  teams.messages.onChange((change) => {
    for (const listener of listeners) listener.write(`data: ${JSON.stringify(change)}\n\n`);
  });
  return { url: teams.serviceUrl, teams, close: teams.close };

  async function answerPage(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
    const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
    if (path === '/tryout/events') return listen(response, listeners);
    if (path === '/tryout/state') return json(response, pageState(teams, options, new URLSearchParams(query)));
    if (path === '/tryout/do') return json(response, isJson(request) ? await done(teams, options, body) : null);
    const file = request.method === 'GET' ? pageFile(path) : null;
    if (file === null) return answer(response, 404, security, '');
    answer(response, 200, { ...security, 'content-type': file.type }, file.content);
  }
}

/** A bot that cannot be reached is shown on the page, not thrown at the process. */
async function done(teams: StandIn, days: TryoutDay, body: string): Promise<object | null> {
  try {
    return await carryOut(teams, days, parsedJson(body));
  } catch (cause) {
    return { status: 502, body: String(cause) };
  }
}

function isJson({ method, headers }: IncomingMessage): boolean {
  return method === 'POST' && (headers['content-type'] ?? '').startsWith('application/json');
}

function json(response: ServerResponse, value: object | null): void {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  answer(response, value === null ? 400 : 200, { ...security, ...type }, JSON.stringify(value ?? {}));
}

/** Restify, in the same process, takes the result from writeHead: nothing is chained to it. */
function answer(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  content: string | Uint8Array,
): void {
  response.writeHead(status, headers);
  response.end(content);
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { ...security, 'content-type': 'text/event-stream' });
  response.write(': hello\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}
