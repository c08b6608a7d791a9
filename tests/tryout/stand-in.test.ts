import { afterEach, expect, test } from 'vitest';
import type { Json } from '../../src/tryout/json.ts';
import { type StandIn, startStandIn } from '../../src/tryout/stand-in.ts';
import { type Behaviour, cardActivity, conversationPath, type SmallBot, startSmallBot } from './small-bot.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function meet(behave: Behaviour): Promise<{ readonly teams: StandIn; readonly bot: SmallBot }> {
  const bot = await startSmallBot(behave);
  const teams = await startStandIn({ botUrl: bot.url });
  open.push(bot.close, teams.close);
  return { teams, bot };
}

const echo: Behaviour = async (activity, connector) => {
  await connector('POST', `${conversationPath(activity)}/activities/${String(activity['id'])}`, {
    type: 'message',
    text: `Du skrev: ${String(activity['text'])}`,
  });
};

const counter = (count: number, userIds: readonly string[] = []): Json => ({
  type: 'AdaptiveCard',
  version: '1.5',
  refresh: { action: { type: 'Action.Execute', verb: 'test/view', data: { of: count } }, userIds },
  body: [
    { type: 'TextBlock', text: `Talt til ${count}` },
    { type: 'Input.Text', id: 'note', label: 'Note', value: 'intet' },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Tæl', verb: 'test/count', data: { by: 1 } },
    { type: 'Action.Submit', title: 'Åbn', data: { msteams: { type: 'task/fetch' }, dialog: 'test/open' } },
  ],
});

test('a message in the personal chat reaches the bot as Teams sends it, and its answer is in the chat', async () => {
  const { teams, bot } = await meet(echo);
  const { status, replies } = await teams.personalChat(teams.person('caseworker-1')).say('Hej');
  expect({ status, texts: replies.map(({ text }) => text) }).toEqual({ status: 200, texts: ['Du skrev: Hej'] });
  expect(bot.heard[0]).toMatchObject({
    type: 'message',
    channelId: 'msteams',
    text: 'Hej',
    from: { name: 'Berit Holm', aadObjectId: teams.person('caseworker-1').objectId },
    conversation: { conversationType: 'personal' },
    locale: 'da-DK',
  });
});

test('a guest has no Entra object id', async () => {
  const { teams, bot } = await meet(echo);
  await teams.personalChat(teams.person('guest')).say('Hej');
  expect(bot.heard[0]?.['from']).not.toHaveProperty('aadObjectId');
});

test('in a channel the bot is called by a mention only, and answers in the thread', async () => {
  const { teams, bot } = await meet(echo);
  const chat = teams.channel(teams.person('caseworker-1'));
  await chat.say('til de andre', { isMentioned: false });
  expect(bot.heard).toEqual([]);
  const { id, replies } = await chat.say('hjælp');
  expect(bot.heard[0]?.['text']).toBe('<at>Rettesnor</at> hjælp');
  expect(replies[0]?.threadId).toBe(id);
});

test('an Execute is an invoke, whose card one person sees until the message is updated for all', async () => {
  const { teams, bot } = await meet(async (activity, connector) => {
    const value = activity['value'] as { readonly trigger?: string } | undefined;
    if (activity['type'] === 'message')
      await connector('POST', `${conversationPath(activity)}/activities`, cardActivity(counter(0)));
    else if (value?.trigger === 'manual')
      return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: counter(1) };
    return {};
  });
  const [berit, anders] = [teams.person('caseworker-1'), teams.person('caseworker-2')];
  const posted = (await teams.groupChat(berit).say('tæl')).replies[0];
  const id = posted?.id ?? '';
  await teams.groupChat(berit).press(id, 'test/count', { note: 'ja' });
  expect(bot.heard[1]).toMatchObject({
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: id,
    value: { trigger: 'manual', action: { type: 'Action.Execute', verb: 'test/count', data: { by: 1, note: 'ja' } } },
  });
  expect(JSON.stringify(teams.groupChat(berit).cardOf(id))).toContain('Talt til 1');
  expect(JSON.stringify(teams.groupChat(anders).cardOf(id))).toContain('Talt til 0');
  await fetch(`${teams.serviceUrl}v3/conversations/${encodeURIComponent(posted?.conversationId ?? '')}/activities/${id}`, {
    method: 'PUT',
    body: JSON.stringify(cardActivity(counter(2))),
  });
  expect(JSON.stringify(teams.groupChat(berit).cardOf(id))).toContain('Talt til 2');
});

test('a card that names a person refreshes by itself for that person, once for each state', async () => {
  const { teams, bot } = await meet(async (activity, connector) => {
    const from = (activity['from'] as { readonly id: string }).id;
    if (activity['type'] === 'message')
      await connector('POST', `${conversationPath(activity)}/activities`, cardActivity(counter(0, [from])));
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: counter(7) };
  });
  const [berit, anders] = [teams.person('caseworker-1'), teams.person('caseworker-2')];
  const id = (await teams.meeting(berit).say('tæl')).replies[0]?.id ?? '';
  expect(await teams.meeting(anders).refresh(id)).toBeNull();
  expect((await teams.meeting(berit).refresh(id))?.status).toBe(200);
  expect(await teams.meeting(berit).refresh(id)).toBeNull();
  expect(bot.heard[1]).toMatchObject({ value: { trigger: 'automatic', action: { verb: 'test/view' } } });
  expect(JSON.stringify(teams.meeting(berit).cardOf(id))).toContain('Talt til 7');
});

test('a Submit with task/fetch opens a dialog, whose sending is task/submit', async () => {
  const dialog = {
    type: 'AdaptiveCard',
    body: [],
    actions: [{ type: 'Action.Submit', title: 'Gem', data: { dialog: 'test/open' } }],
  };
  const task = {
    type: 'continue',
    value: { title: 'Frist', card: { contentType: 'application/vnd.microsoft.card.adaptive', content: dialog } },
  };
  const { teams, bot } = await meet(async (activity, connector) => {
    if (activity['type'] === 'message')
      await connector('POST', `${conversationPath(activity)}/activities`, cardActivity(counter(0)));
    return activity['name'] === 'task/submit' ? { task: { type: 'message', value: 'Gemt' } } : { task };
  });
  const chat = teams.personalChat(teams.person('secretary'));
  const id = (await chat.say('dialog')).replies[0]?.id ?? '';
  await chat.press(id, 'Åbn');
  expect(chat.dialog()?.title).toBe('Frist');
  await chat.submitDialog({ day: '2026-11-24' });
  expect(bot.heard[2]).toMatchObject({ name: 'task/submit', value: { data: { dialog: 'test/open', day: '2026-11-24' } } });
  expect({ dialog: chat.dialog(), notice: chat.notice() }).toEqual({ dialog: null, notice: 'Gemt' });
});

test('feedback, search, message actions, meeting events and installing reach the bot by their Teams names', async () => {
  const { teams, bot } = await meet(async () => ({ composeExtension: { type: 'result', attachments: [{ content: { a: 1 } }] } }));
  const chat = teams.meeting(teams.person('caseworker-1'));
  await chat.feedback('1', 'dislike', 'forkert år');
  expect(await chat.search('search', 'mentor')).toEqual([{ content: { a: 1 } }]);
  await chat.messageAction('createDeadline', '1');
  await chat.startMeeting();
  await chat.install();
  expect(bot.heard.map((activity) => activity['name'] ?? activity['type'])).toEqual([
    'message/submitAction',
    'composeExtension/query',
    'composeExtension/fetchTask',
    'application/vnd.microsoft.meetingStart',
    'conversationUpdate',
    'installationUpdate',
  ]);
  expect(bot.heard[3]).toMatchObject({ type: 'event', value: { MeetingType: 'Scheduled' }, channelData: { meeting: {} } });
});

test('a file sent in the personal chat can be fetched by the bot', async () => {
  const { teams, bot } = await meet(async () => undefined);
  await teams.personalChat(teams.person('secretary')).say('', { files: [{ name: 'dagsorden.txt', content: 'Punkt 1: æøå' }] });
  const [file] = bot.heard[0]?.['attachments'] as readonly { readonly content: { readonly downloadUrl: string } }[];
  expect(await (await fetch(file?.content.downloadUrl ?? '')).text()).toBe('Punkt 1: æøå');
});
