import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { SendError } from '../errors.ts';

const agents = {
  'http:': new HttpAgent({ keepAlive: true, maxSockets: 64 }),
  'https:': new HttpsAgent({ keepAlive: true, maxSockets: 64 }),
};

/** A request to the connector. */
export interface ConnectorCall {
  readonly method: 'POST' | 'PUT' | 'GET' | 'DELETE';
  readonly url: string;
  readonly body?: unknown;
  readonly token: string | null;
  readonly timeoutMs: number;
}

/** Calls the connector over a connection that is kept; a refusal is a SendError with its status and how long to wait. */
export function callConnector({ method, url, body, token, timeoutMs }: ConnectorCall): Promise<unknown> {
  const target = new URL(url);
  const isPlain = target.protocol === 'http:';
  const json = body === undefined ? '' : JSON.stringify(body);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(json),
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
  return new Promise((resolve, reject) => {
    const unreachable = (cause: unknown) =>
      reject(new SendError('connector-unreachable', 'The connector did not answer', { cause }));
    const call = (isPlain ? httpRequest : httpsRequest)(
      target,
      { method, headers, agent: agents[isPlain ? 'http:' : 'https:'], timeout: timeoutMs },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', unreachable);
        response.on('end', () => {
          const status = response.statusCode ?? 0;
          if (status >= 200 && status < 300) return resolve(parsed(Buffer.concat(chunks).toString()));
          reject(
            new SendError('connector-refused', `The connector answered ${status}`, {
              status,
              retryAfterMs: retryAfterOf(response.headers['retry-after']),
            }),
          );
        });
      },
    );
    call.on('timeout', () => call.destroy(new Error('timed out')));
    call.on('error', unreachable);
    call.end(json);
  });
}

function parsed(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return {};
  }
}

/** Seconds, or the day and time until which to wait. */
function retryAfterOf(header: string | undefined): number | null {
  if (header === undefined) return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const until = Date.parse(header);
  return Number.isNaN(until) ? null : Math.max(0, until - Date.now());
}
