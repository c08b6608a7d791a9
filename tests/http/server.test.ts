import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HttpServer, startHttp } from '../../src/http/server.ts';
import { createLog } from '../../src/log/log.ts';

let server: HttpServer;
let isReady = true;
const got: unknown[] = [];
beforeAll(async () => {
  server = await startHttp({
    host: '127.0.0.1',
    port: 0,
    log: createLog('silent'),
    onMessage: async (body, authorization) => {
      if (body === 'throw' || (body as { fail?: boolean })?.fail) throw new Error('secret of a person');
      got.push([body, authorization]);
      return { status: 200, body: { ok: true } };
    },
    isReady: async () => isReady,
    download: async (name, token) =>
      token === 'good' ? { status: 200, body: `BEGIN ${name}`, contentType: 'text/calendar' } : null,
  });
});
afterAll(() => server.close(1000));
const isAlive = async () => (await fetch(`${server.url}/healthz`)).status === 200;
const raw = (text: string) =>
  new Promise<string>((resolve) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.end(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', () => resolve(answer));
    socket.on('close', () => resolve(answer));
  });

describe('requests that kill an unguarded restify', () => {
  const hosts = ['a b', '[', 'a:99999', '1.2.3.999', 'xn--a', '[:::1]', 'a@b:c', '%', ''];
  test.each(hosts)('the host "%s" is refused, or harmless, and the process lives on', async (host) => {
    const answer = await raw(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(host === '' || host === 'a@b:c' ? /^HTTP\/1.1 (200|400)/ : /^HTTP\/1.1 400/);
    expect(await isAlive()).toBe(true);
  });

  test.each([
    'http://[/',
    '*',
    'x',
    'http://a b/',
    '//[',
    '/%zz',
    '//',
    '/\\[',
  ])('the target "%s" is refused or not found, and the process lives on', async (target) => {
    expect(await raw(`POST ${target} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 4\d\d/,
    );
    expect(await isAlive()).toBe(true);
  });
});

test('a message reaches the bot with its authorization, and its answer goes back', async () => {
  const response = await fetch(`${server.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer x' },
    body: '{"type":"message"}',
  });
  expect([response.status, await response.json()]).toEqual([200, { ok: true }]);
  expect(got).toEqual([[{ type: 'message' }, 'Bearer x']]);
});

test('an answer tells its length in bytes', async () => {
  const file = await fetch(`${server.url}/download/æøå/good`);
  const [written, length] = [Buffer.from(await file.arrayBuffer()), file.headers.get('content-length')];
  expect(written.toString()).toBe('BEGIN æøå');
  expect(length).toBe(String(written.length));
});

test('a fault is answered without its text', async () => {
  const response = await fetch(`${server.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"fail":true}',
  });
  expect([response.status, await response.text()]).toEqual([500, '']);
});

test('a body that is too large or no JSON is refused', async () => {
  const post = (body: string) =>
    fetch(`${server.url}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect((await post(`"${'x'.repeat(2_000_000)}"`)).status).toBe(413);
  expect((await post('{')).status).toBe(400);
});

test('readiness follows the parts it stands on, metrics are text, downloads need their token', async () => {
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  isReady = false;
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
  expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('rettesnor_message_seconds');
  expect(await (await fetch(`${server.url}/download/frister.ics/good`)).text()).toBe('BEGIN frister.ics');
  expect((await fetch(`${server.url}/download/frister.ics/bad`)).status).toBe(404);
});
