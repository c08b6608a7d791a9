import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainDate } from '../../src/domain/calendar/plain-date.ts';
import { startTryout, type Tryout } from '../../src/tryout/start-tryout.ts';

let tryout: Tryout;
const days = { today: () => plainDate('2026-11-24'), setToday: () => {} };
const botUrl = 'http://127.0.0.1:9/api/messages';
beforeAll(async () => {
  tryout = await startTryout({ port: 0, botUrl, appId: null, ...days });
});
afterAll(() => tryout.close());

const get = (path: string) => fetch(`${tryout.url}${path}`);
const order = (body: object, type = 'application/json') =>
  fetch(`${tryout.url}tryout/do`, { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) });

test('beside a bot with an app id the try-out refuses to start', async () => {
  await expect(startTryout({ port: 0, botUrl, appId: 'an-app-id', ...days })).rejects.toThrow(/app id/);
});

test('the page comes with the security headers, on 127.0.0.1 only', async () => {
  const response = await get('');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(tryout.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
});

test.each([
  'app.js',
  'adaptivecards.min.js',
  'host-config-dark.json',
  'words-da.json',
  'color.png',
])('the page has its file %s', async (path) => {
  expect((await get(path)).status).toBe(200);
});

test.each([
  '%2e%2e/package.json',
  'start-tryout.ts',
  '..%2f..%2f..%2fpackage.json',
])('no file beside the page is served: %s', async (path) => {
  expect((await get(path)).status).toBe(404);
});

test('the state names the people with their roles, the places of the chosen person and today', async () => {
  const state = (await (await get('tryout/state?person=guest&place=')).json()) as {
    people: { key: string; role: string }[];
    today: string;
  };
  expect(state.people.map(({ role }) => role)).toEqual([
    'caseworker',
    'caseworker',
    'team-leader',
    'secretary',
    'professional-leader',
    'administrator',
    'guest',
  ]);
  expect(state.today).toBe('2026-11-24');
});

test("orders in another form than the page's are refused", async () => {
  const say = { order: 'say', person: 'guest', place: 'a:1-personal-guest', text: 'x' };
  expect((await order(say, 'text/plain')).status).toBe(400);
  expect((await order({ ...say, order: 'destroy' })).status).toBe(400);
  expect((await order({ ...say, place: 'a:1-personal-secretary' })).status).toBe(400);
});

test('a bot that cannot be reached is said so', async () => {
  const answer = await order({ order: 'say', person: 'guest', place: 'a:1-personal-guest', text: 'x' });
  expect(await answer.json()).toMatchObject({ status: 502 });
});

test.each(['light', 'dark'])("the %s style is Microsoft's own for Teams", (theme) => {
  const own: unknown = JSON.parse(readFileSync(`src/tryout/page/host-config-${theme}.json`, 'utf8'));
  expect(own).toEqual(createRequire(import.meta.url)(`adaptivecards-designer/lib/hostConfigs/microsoft-teams-${theme}.json`));
});
