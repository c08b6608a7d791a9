import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Session } from '../chat/session.ts';
import { objectOf, parsedJson } from '../json.ts';
import type { ConnectorAnswer, ConnectorRequest } from './connector.ts';

const largestBody = 30_000_000;

/** The body as text; null where it is too large and the line was closed. */
export async function receive(request: IncomingMessage, response: ServerResponse): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > largestBody) break;
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  if (size <= largestBody) return Buffer.concat(chunks).toString('utf8');
  reply(response, { status: 413, body: '' });
  return null;
}

/** Only this machine speaks to the stand-in: other names for it and pages of other origins are refused. */
export function isOwnHost({ headers, socket }: IncomingMessage): boolean {
  const own = [`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`];
  const origin = headers.origin;
  return own.includes(headers.host ?? '') && (origin === undefined || own.some((host) => origin === `http://${host}`));
}

export function requestOf({ method, url }: IncomingMessage, body: string): ConnectorRequest {
  const [path = '/', query = ''] = (url ?? '/').split('?', 2);
  return { method: method ?? 'GET', path: decoded(path), query: new URLSearchParams(query), body: objectOf(parsedJson(body)) };
}

/** A path with a broken escape is no path of ours. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '/';
  }
}

export function answerFile({ method, path }: ConnectorRequest, session: Session): ConnectorAnswer | null {
  const file = method === 'GET' && path.startsWith('/files/') ? session.files.get(path.slice('/files/'.length)) : undefined;
  return file === undefined ? null : { status: 200, body: file.content };
}

export function reply(response: ServerResponse, { status, body, retryAfter, isLost, delayMs = 0 }: ConnectorAnswer): void {
  if (delayMs > 0) {
    setTimeout(
      () => reply(response, { status, body, ...(retryAfter === undefined ? {} : { retryAfter }), isLost: isLost ?? false }),
      delayMs,
    );
    return;
  }
  if (isLost) {
    response.destroy();
    return;
  }
  const isFile = body instanceof Uint8Array;
  const type = isFile ? 'application/octet-stream' : 'application/json; charset=utf-8';
  const wait = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  // Restify, in the same process, takes the result from writeHead: nothing is chained to it.
  response.writeHead(status, { 'content-type': type, ...wait });
  response.end(isFile ? body : JSON.stringify(body));
}

export async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

export async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
