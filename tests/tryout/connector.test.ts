import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StandIn, startStandIn } from '../../src/tryout/stand-in.ts';

let teams: StandIn;
beforeAll(async () => {
  teams = await startStandIn({ botUrl: 'http://127.0.0.1:9/api/messages' });
});
afterAll(() => teams.close());

const call = (method: string, path: string, body?: object) =>
  fetch(`${teams.serviceUrl}${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
const personal = () => `v3/conversations/${encodeURIComponent(teams.personalChat(teams.person('caseworker-1')).conversationId)}`;
interface Answer {
  readonly id: string;
  readonly activityId: string;
  readonly members: readonly { readonly name: string; readonly aadObjectId?: string }[];
  readonly continuationToken?: string;
  readonly error: { readonly code: string };
  readonly meeting: { readonly role: string };
}
const read = async (response: Promise<Response>): Promise<Answer> => (await (await response).json()) as Answer;
const post = () => call('POST', `${personal()}/activities`, { type: 'message', text: 'x' });

test('members come in pages, with object ids for all but guests', async () => {
  const group = `v3/conversations/${encodeURIComponent(teams.groupChat(teams.person('guest')).conversationId)}/pagedmembers`;
  const first = await read(call('GET', `${group}?pageSize=5`));
  const second = await read(call('GET', `${group}?pageSize=5&continuationToken=${first.continuationToken}`));
  const members = [...first.members, ...second.members];
  expect(members.length).toBe(teams.people.length);
  expect(members.filter((member) => member.aadObjectId === undefined).map((member) => member.name)).toEqual(['Gitte Dam']);
  expect(second.continuationToken).toBeUndefined();
});

test("a team's members are asked for by the id of the team", async () => {
  const team = teams.places.find(({ kind }) => kind === 'channel')?.teamId ?? '';
  expect((await read(call('GET', `v3/conversations/${encodeURIComponent(team)}/pagedmembers`))).members.length).toBe(7);
});

test('a conversation with a person is made from the object id, and one in a channel begins a thread', async () => {
  const { objectId } = teams.person('team-leader');
  const made = await read(call('POST', 'v3/conversations', { members: [{ id: objectId }], tenantId: 't' }));
  expect(made.id).toBe(teams.personalChat(teams.person('team-leader')).conversationId);
  const channel = teams.channel(teams.person('secretary')).conversationId;
  const thread = await read(
    call('POST', 'v3/conversations', {
      isGroup: true,
      channelData: { channel: { id: channel } },
      activity: { type: 'message', text: 'Ny' },
    }),
  );
  expect(thread.id).toBe(`${channel};messageid=${thread.activityId}`);
  expect((await call('POST', 'v3/conversations', { members: [{ id: 'nobody' }] })).status).toBe(403);
});

test('a message is updated and removed by its id', async () => {
  const { id } = await read(post());
  expect((await call('PUT', `${personal()}/activities/${id}`, { type: 'message', text: 'y' })).status).toBe(200);
  expect(teams.messages.find(id)).toMatchObject({ text: 'y', version: 2 });
  expect((await call('DELETE', `${personal()}/activities/${id}`)).status).toBe(200);
  expect((await call('PUT', `${personal()}/activities/${id}`, { type: 'message' })).status).toBe(404);
});

test('faults come in the order asked for: 429 with Retry-After, 403, then all is well', async () => {
  teams.faults.next({ status: 429, retryAfter: 2 });
  teams.faults.next({ status: 403, code: 'ConversationBlockedByUser' });
  const throttled = await post();
  expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '2']);
  expect((await read(post())).error.code).toBe('ConversationBlockedByUser');
  expect((await post()).status).toBe(201);
});

test('a message whose answer is lost has been posted', async () => {
  const before = teams.messages.of(teams.personalChat(teams.person('caseworker-1')).conversationId).length;
  teams.faults.next('answer-lost');
  await expect(post()).rejects.toThrow();
  expect(teams.messages.of(teams.personalChat(teams.person('caseworker-1')).conversationId).length).toBe(before + 1);
});

test('a meeting tells its organiser and who takes part', async () => {
  const place = teams.places.find(({ kind }) => kind === 'meeting');
  const path = `v1/meetings/${encodeURIComponent(place?.meetingId ?? '')}`;
  expect(await read(call('GET', path))).toMatchObject({ organizer: { name: 'Berit Holm' } });
  const participant = await read(call('GET', `${path}/participants/${teams.person('secretary').objectId}?tenantId=t`));
  expect(participant.meeting.role).toBe('Presenter');
});

test.each([
  ['another name for this machine', { host: 'rettesnor.example:80' }],
  ['a page of another origin', { origin: 'http://evil.example' }],
])('a request by %s is refused', async (_what, headers) => {
  const { hostname, port } = new URL(teams.serviceUrl);
  const status = await new Promise((resolve) => {
    request(
      { hostname, port, path: '/v3/conversations', method: 'POST', headers: { host: `${hostname}:${port}`, ...headers } },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    ).end('{}');
  });
  expect(status).toBe(403);
});

test('a path with a broken escape is answered and harms nothing', async () => {
  expect((await call('GET', 'v3/conversations/%E0%A4%A')).status).toBe(404);
});
