import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json } from '../../src/tryout/json.ts';

export interface SmallBot {
  readonly url: string;
  readonly heard: readonly Json[];
  readonly close: () => Promise<void>;
}

/** What a bot does with an activity: `connector` calls back as a bot would; the value is the invoke's answer. */
export type Behaviour = (
  activity: Json,
  connector: (method: string, path: string, body?: Json) => Promise<Response>,
) => Promise<unknown>;

/** The least that is a bot, to try the stand-in against: no SDK, no rules. */
export async function startSmallBot(behave: Behaviour): Promise<SmallBot> {
  const heard: Json[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const activity: Json = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    heard.push(activity);
    const connector = (method: string, path: string, body?: Json) =>
      fetch(`${String(activity['serviceUrl'])}${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const answer = await behave(activity, connector);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${port}/api/messages`, heard, close };
}

export function cardActivity(card: Json): Json {
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] };
}

export const conversationPath = (activity: Json): string =>
  `v3/conversations/${encodeURIComponent((activity['conversation'] as { readonly id: string }).id)}`;
