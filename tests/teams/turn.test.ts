import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { HttpServer } from '../../src/http/server.ts';
import type { Feature } from '../../src/teams/turn/feature.ts';
import { type Reply, replyHere } from '../../src/teams/turn/reply.ts';
import type { Request } from '../../src/teams/turn/request.ts';
import { type StandIn, startStandIn } from '../../src/tryout/stand-in.ts';
import { startBot } from '../support/bot.ts';

const seen: Request[] = [];
let answer: (request: Request) => Reply = () => replyHere({ text: 'svar', summary: 'svar' });
const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'kort' }] };
const take = async (request: Request) => {
  seen.push(request);
  return answer(request);
};
const feature: Feature = {
  name: 'test',
  commands: [
    { name: 'test/fail', read: ({ text }) => (text === 'fejl' ? {} : null), run: () => Promise.reject(new Error('hemmelig')) },
  ],
  cardActions: { 'test/press': take, 'test/act': take },
  refreshes: ['test/press'],
  dialogs: { 'test/dialog': take },
  onFeedback: take,
  onEvent: take,
};
let bot: HttpServer;
let teams: StandIn;
beforeAll(async () => {
  bot = await startBot({ features: [feature], ask: take });
  teams = await startStandIn({ botUrl: `${bot.url}/api/messages` });
});
afterAll(async () => {
  await teams.close();
  await bot.close(500);
});
afterEach(() => {
  seen.length = 0;
  answer = () => replyHere({ text: 'svar', summary: 'svar' });
});
const berit = () => teams.personalChat(teams.person('caseworker-1'));
const post = (body: object) =>
  fetch(`${bot.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const message = (changes: object = {}) => ({
  type: 'message',
  id: 'same',
  text: 'hej',
  channelId: 'msteams',
  serviceUrl: teams.serviceUrl,
  from: { id: '29:x', aadObjectId: 'o' },
  recipient: { id: '28:b' },
  conversation: { id: teams.places[0]?.id, conversationType: 'personal', tenantId: 't' },
  ...changes,
});

test('a question is answered where it was asked', async () => {
  await berit().say('Hvad siger princip 4?');
  expect(seen).toMatchObject([{ kind: 'message', text: 'Hvad siger princip 4?', place: { kind: 'personal' }, language: 'da' }]);
  expect(berit().messages().at(-1)?.activity).toMatchObject({ text: 'svar', summary: 'svar' });
});

test('a question in a channel is read without the mention and answered in its thread', async () => {
  await teams.channel(teams.person('secretary')).say('punkt 6');
  expect(seen).toMatchObject([{ text: 'punkt 6', place: { kind: 'channel' } }]);
  expect(teams.requests.at(-1)?.path).toMatch(/messageid/);
});

test('citations, the AI label and the wish for feedback arrive whole', async () => {
  const citations = [{ position: 1, name: 'Aktiveringsprincipper', abstract: 'Uddrag' }];
  answer = () => replyHere({ text: 'Svar [1]', summary: 's', citations, isGenerated: true, wantsFeedback: true });
  await berit().say('hvad?');
  expect(berit().messages().at(-1)?.activity).toMatchObject({
    entities: [
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        additionalType: ['AIGeneratedContent'],
        citation: [{ '@type': 'Claim', position: 1, appearance: { name: 'Aktiveringsprincipper', abstract: 'Uddrag' } }],
      },
    ],
    channelData: { feedbackLoop: { type: 'default' } },
  });
});

test('the same activity twice is handled once', async () => {
  await Promise.all([post(message()), post(message()), post(message())]);
  expect(seen).toHaveLength(1);
});

test('what is not understood is answered 200, and what is no activity 400', async () => {
  const strange = [
    message({ id: '1', type: 'typing' }),
    message({ id: '2', entities: 'x' }),
    message({ id: '3', text: 5 }),
    message({ id: '4', from: undefined }),
    message({ id: '5', type: 'invoke', name: 'unknown/thing' }),
  ];
  for (const body of strange) expect((await post(body)).status).toBe(200);
  for (const body of [{}, [], { text: 'x' }]) expect((await post(body)).status).toBe(400);
  expect(seen).toEqual([]);
});

test('a fault of ours is told kindly, without its text', async () => {
  await berit().say('fejl');
  const text = String(berit().messages().at(-1)?.activity['text']);
  expect(text).toContain('Prøv igen');
  expect(text).not.toContain('hemmelig');
});

test('a CPR number is refused before a feature sees it, and the rest of the text comes back', async () => {
  await berit().say('Må borgeren 010203-1234 fritages for mentor?');
  expect(seen).toEqual([]);
  const shown = JSON.stringify(berit().messages().at(-1)?.activity);
  expect(shown).toContain('fritages for mentor');
  expect(shown).not.toContain('1234');
});

test('a command whose number was refused is a command when it is sent without the number', async () => {
  await berit().say('fejl 010203-1234');
  const refused = berit().last();
  expect(seen).toEqual([]);
  await berit().press(refused?.id ?? '', 'Send teksten uden nummeret', { question: 'fejl' });
  expect(berit().notice()).toContain('Prøv igen');
});

test('an id that happens to hold the digits of a number is not refused as one', async () => {
  const run = 'eb811184-9522-42ea-8e14-e1b1889400ef';
  const value = { action: { type: 'Action.Execute', verb: 'test/press', data: { run } }, trigger: 'manual' };
  await post(message({ id: 'u', type: 'invoke', name: 'adaptiveCard/action', value, replyToId: 'm1' }));
  expect(seen).toMatchObject([{ kind: 'card-action', data: { run } }]);
});

test('a dialog with a CPR number opens again with everything that was typed but the number', async () => {
  const value = { data: { dialog: 'test/dialog', title: 'Partshøring 010203-1234 snarest', day: '2026-12-12' } };
  const answered = await (await post(message({ id: 'c', type: 'invoke', name: 'task/submit', value }))).text();
  expect(seen).toEqual([]);
  expect(answered).not.toContain('1234');
  for (const kept of ['Partshøring', 'snarest', '2026-12-12', '"dialog":"test/dialog"', '"id":"title"'])
    expect(answered).toContain(kept);
});

test('a press is answered with a card for the one who pressed, and a Submit with a message', async () => {
  answer = () => ({ answer: { kind: 'card', card }, messages: [] });
  const value = { action: { type: 'Action.Execute', verb: 'test/press', data: { id: 'x' } }, trigger: 'automatic' };
  const execute = await post(message({ id: 'e', type: 'invoke', name: 'adaptiveCard/action', value, replyToId: 'm1' }));
  expect(await execute.json()).toEqual({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card });
  await post(message({ id: 's', text: undefined, value: { verb: 'test/press', id: 'x' }, replyToId: 'm1' }));
  expect(seen).toMatchObject([
    { kind: 'card-action', via: 'execute', trigger: 'automatic', data: { id: 'x' }, messageId: 'm1' },
    { kind: 'card-action', via: 'submit', trigger: 'manual', data: { id: 'x' } },
  ]);
});

test('what Teams presses by itself may look, and never act: neither a press nor a command', async () => {
  const automatic = (verb: string, data: object) =>
    post(
      message({ id: verb, type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb, data }, trigger: 'automatic' } }),
    );
  await automatic('test/act', { id: 'x' });
  const before = berit().messages().length;
  await automatic('turn/say', { question: 'fejl' });
  expect(seen).toEqual([]);
  expect(berit().messages().length).toBe(before);
  const value = { action: { verb: 'turn/say', data: { question: 'hvad med 010203-1234?' } }, trigger: 'manual' };
  expect(await (await post(message({ id: 'say', type: 'invoke', name: 'adaptiveCard/action', value }))).json()).toMatchObject({
    statusCode: 400,
  });
});

test('a dialog is opened with its card, and an unknown press is told to be out of date', async () => {
  answer = () => ({ answer: { kind: 'dialog', title: 'Titel', card }, messages: [] });
  const open = await post(message({ id: 'd', type: 'invoke', name: 'task/fetch', value: { data: { dialog: 'test/dialog' } } }));
  expect(await open.json()).toMatchObject({ task: { type: 'continue', value: { title: 'Titel', card: { content: card } } } });
  const value = { action: { verb: 'gone', data: {} }, trigger: 'manual' };
  const gone = await post(message({ id: 'g', type: 'invoke', name: 'adaptiveCard/action', value }));
  expect(await gone.json()).toMatchObject({ statusCode: 404, type: 'application/vnd.microsoft.error' });
});

test('feedback is answered with nothing, as Teams wants it', async () => {
  const value = { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{"feedbackText":"godt"}' } };
  const answered = await post(message({ id: 'f', type: 'invoke', name: 'message/submitAction', value, replyToId: 'm1' }));
  expect([answered.status, await answered.json()]).toEqual([200, {}]);
  expect(seen).toMatchObject([{ kind: 'feedback', reaction: 'like', text: 'godt', messageId: 'm1' }]);
});

test('an update is written again after a broken connection, and a post, which may have arrived, is not', async () => {
  const update = (id: string) => ({ kind: 'update', conversationId: berit().conversationId, messageId: id }) as const;
  await berit().say('hej');
  const id = berit().last()?.id ?? '';
  answer = () => ({ answer: { kind: 'none' }, messages: [{ ...update(id), content: { text: 'nyt', summary: 'nyt' } }] });
  teams.faults.next('request-lost', { method: 'PUT' });
  await berit().say('ret det');
  expect(teams.messages.find(id)?.text).toBe('nyt');
  answer = () => replyHere({ text: 'svar', summary: 'svar' });
  teams.faults.next('answer-lost', { method: 'POST' });
  await berit().say('kun en gang');
  expect(berit().messages().slice(-2)).toMatchObject([{ text: 'kun en gang' }, { text: 'svar' }]);
  const whenGone = { kind: 'post', to: { kind: 'here' }, content: { text: 'forfra', summary: 'forfra' } } as const;
  const gone = { ...update('1'), content: { text: 'nyt', summary: 'nyt' }, whenGone };
  answer = () => ({ answer: { kind: 'none' }, messages: [gone] });
  teams.faults.next('answer-lost', { method: 'POST' });
  await berit().say('den er slettet');
  expect(berit().messages().slice(-2)).toMatchObject([{ text: 'den er slettet' }, { text: 'forfra' }]);
});

test('a message that the connector refuses for a moment is sent again', async () => {
  teams.faults.next({ status: 429, retryAfter: 0 });
  await berit().say('igen');
  expect(berit().messages().at(-1)?.activity['text']).toBe('svar');
});
