import type { Log } from '../../log/log.ts';
import type { AttachedFile } from '../turn/request.ts';

const mostBytes = 20_000_000;
const waitMs = 15_000;
/** Where Teams keeps files that are sent to a bot. */
const fileHosts = /^[\w.-]+\.(?:sharepoint\.com|sharepoint\.us|sharepoint-mil\.us|svc\.ms)$/;

/** Fetches a file from Teams' own file hosts; from loopback in the try-out alone. Null where it cannot or may not be had. */
export function fileFetcher(isTryout: boolean, log: Log): (file: AttachedFile) => Promise<Uint8Array | null> {
  return async ({ downloadUrl }) => {
    if (!mayFetch(downloadUrl, isTryout)) {
      log.warn('file-host-refused');
      return null;
    }
    try {
      const response = await fetch(downloadUrl, { redirect: 'error', signal: AbortSignal.timeout(waitMs) });
      return response.ok && response.body !== null ? await bodyOf(response.body) : null;
    } catch (fault) {
      log.error('file-fetch-failed', fault);
      return null;
    }
  };
}

function mayFetch(url: string, isTryout: boolean): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, username, password } = new URL(url);
  if (username !== '' || password !== '') return false;
  if (isTryout && protocol === 'http:' && hostname === '127.0.0.1') return true;
  return protocol === 'https:' && port === '' && fileHosts.test(hostname);
}

/** The whole body; null where it is larger than any agenda. */
async function bodyOf(body: ReadableStream<Uint8Array>): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
