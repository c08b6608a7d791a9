import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpServer } from '../../src/http/server.ts';
import { BotAuthentication } from '../../src/teams/auth/bot-authentication.ts';
import { createKeyRing } from '../../src/teams/auth/keys.ts';
import { noReply } from '../../src/teams/turn/reply.ts';
import { startBot } from '../support/bot.ts';

const appId = 'app-1';
const tenant = 'tenant-1';
const serviceUrl = 'http://127.0.0.1:9/';
const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const [ours, other, unendorsed] = [pair(), pair(), pair()];
const jwk = (kid: string, key: KeyObject, endorsements: readonly string[]) => ({
  ...key.export({ format: 'jwk' }),
  kid,
  endorsements,
});
let keyServer: Server;
let bot: HttpServer;
let asked = 0;

beforeAll(async () => {
  keyServer = createServer((request, response) => {
    const { port } = keyServer.address() as AddressInfo;
    const keys = [jwk('k1', ours.publicKey, ['msteams']), jwk('k2', unendorsed.publicKey, ['webchat'])];
    response.end(JSON.stringify(request.url === '/openid' ? { jwks_uri: `http://127.0.0.1:${port}/keys` } : { keys }));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => keyServer.once('listening', resolve));
  const { port } = keyServer.address() as AddressInfo;
  const trust = {
    appId,
    tenants: [tenant],
    isAllowedServiceUrl: (url: string) => url.startsWith('http://127.0.0.1:'),
    findKey: createKeyRing(`http://127.0.0.1:${port}/openid`, Date.now),
    now: Date.now,
  };
  const ask = async () => {
    asked += 1;
    return noReply;
  };
  bot = await startBot({ features: [], ask }, new BotAuthentication(trust));
});
afterAll(async () => {
  await bot.close(500);
  keyServer.close();
});

const now = () => Math.floor(Date.now() / 1000);
const claims = (changes: object = {}) => ({
  iss: 'https://api.botframework.com',
  aud: appId,
  serviceurl: serviceUrl,
  nbf: now() - 10,
  exp: now() + 3600,
  ...changes,
});
const sign = (payload: object, key: KeyObject = ours.privateKey, kid = 'k1') =>
  jwt.sign(payload, key, { algorithm: 'RS256', keyid: kid });
const activity = (changes: object = {}) => ({
  type: 'message',
  id: `a${Math.random()}`,
  text: 'hej',
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:x', aadObjectId: 'o' },
  recipient: { id: '28:b' },
  conversation: { id: 'c', conversationType: 'personal', tenantId: tenant },
  channelData: { tenant: { id: tenant } },
  ...changes,
});
const send = async (authorization: string | null, body: object = activity()) => {
  const headers = { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) };
  const response = await fetch(`${bot.url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
};
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('a token that Teams signed for us is let in, again and again', async () => {
  for (let time = 0; time < 3; time += 1) expect((await send(`Bearer ${sign(claims())}`)).status).toBe(200);
  expect(asked).toBe(3);
});

const { exp: _exp, ...endless } = claims();
const { serviceurl: _claimed, ...unclaimed } = claims();
type Refused = readonly [what: string, authorization: () => string | null, body?: object];
const refused: readonly Refused[] = [
  ['no token', () => null],
  ['an empty token', () => 'Bearer '],
  ['no bearer', () => sign(claims())],
  ['an expired token', () => `Bearer ${sign(claims({ exp: now() - 3600 }))}`],
  ['a token without an end', () => `Bearer ${sign(endless)}`],
  ['a token of the future', () => `Bearer ${sign(claims({ nbf: now() + 3600 }))}`],
  ['a wrong audience', () => `Bearer ${sign(claims({ aud: 'other' }))}`],
  ['a wrong issuer', () => `Bearer ${sign(claims({ iss: 'https://sts.windows.net/x/' }))}`],
  ['a forged signature', () => `Bearer ${sign(claims(), other.privateKey)}`],
  ['a changed payload', () => `Bearer ${sign(claims()).replace(/\.[^.]+\./, `.${encoded(claims({ sub: 'me' }))}.`)}`],
  ['an unknown key', () => `Bearer ${sign(claims(), other.privateKey, 'k9')}`],
  ['alg none', () => `Bearer ${encoded({ alg: 'none', kid: 'k1' })}.${encoded(claims())}.`],
  ['HS256 with the public key', () => `Bearer ${encoded({ alg: 'HS256', kid: 'k1' })}.${encoded(claims())}.c2ln`],
  ['no service address in the claims', () => `Bearer ${sign(unclaimed)}`],
  ['another service address in the claims', () => `Bearer ${sign(claims({ serviceurl: 'http://127.0.0.1:8/' }))}`],
  [
    'a service address that is not allowed',
    () => `Bearer ${sign(claims({ serviceurl: 'https://evil.example/' }))}`,
    activity({ serviceUrl: 'https://evil.example/' }),
  ],
  ['an activity without a service address', () => `Bearer ${sign(claims())}`, activity({ serviceUrl: undefined })],
  ['another tenant', () => `Bearer ${sign(claims())}`, activity({ channelData: { tenant: { id: 'tenant-2' } } })],
  ['no tenant', () => `Bearer ${sign(claims())}`, activity({ channelData: {}, conversation: { id: 'c' } })],
  ['another channel', () => `Bearer ${sign(claims())}`, activity({ channelId: 'webchat' })],
  ['a key that does not speak for Teams', () => `Bearer ${sign(claims(), unendorsed.privateKey, 'k2')}`],
];

test.each(
  refused.map(([what, authorization, body]) => ({ what, authorization, body })),
)('$what is refused with 401 and without a word', async ({ authorization, body }) => {
  const before = asked;
  expect(await send(authorization(), body)).toEqual({ status: 401, text: '' });
  expect(asked).toBe(before);
  expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
});
