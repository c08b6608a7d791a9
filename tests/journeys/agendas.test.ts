import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../../src/tryout/json.ts';
import { tryoutTenant } from '../../src/tryout/people/people.ts';
import type { StandIn } from '../../src/tryout/stand-in.ts';
import { startAgendaBot } from '../support/agenda-bot.ts';
import { cardFaults } from '../support/check-card.ts';

const agendaText = (annex: string) => `Testkøbing Kommune
Dagsorden
Social- og Beskæftigelsesudvalget
Mødedato: 1. december 2026
Mødetidspunkt: kl. 15.00
Mødested: Lokale 2

Punkt 1: Godkendelse af dagsorden
Sagsnr.: 00.22.00-A00-1-26
Indstilling
Forvaltningen indstiller til Social- og Beskæftigelsesudvalget,
at dagsordenen godkendes.

Punkt 2: Kvalitetsstandard for mentorstøtte
Sagsnr.: 15.00.00-A00-7-26
Sagsfremstilling
Forvaltningen har udarbejdet et udkast til kvalitetsstandard for mentorstøtte. Udkastet sendes i høring hos Handicaprådet og Seniorrådet.
Indstilling
Forvaltningen indstiller til Social- og Beskæftigelsesudvalget,
at kvalitetsstandarden sendes i høring i perioden fra den 2. december 2026 til den 6. januar 2027.
Bilag
${annex}

Punkt 3: Lukket punkt: Personalesag hos Anonym Leverandør
Sagsnr.: 81.00.00-A00-3-26
Indstilling
Forvaltningen indstiller, at sagen tages til efterretning.
`;
let bot: Awaited<ReturnType<typeof startAgendaBot>>;
let teams: StandIn;
beforeAll(async () => {
  bot = await startAgendaBot();
  teams = bot.teams;
});
afterAll(() => bot.close());
const chats = (key: string) => ({ own: teams.personalChat(teams.person(key)), channel: teams.channel(teams.person(key)) });
const text = (value: unknown) => JSON.stringify(value);
/** The posted agenda, once its card says so: an invoke is answered before its messages are sent. */
const agendaMessage = (says: RegExp = /./) =>
  teams.waitFor(({ threadId, card }) => threadId !== null && /Åbn punkt 2/.test(text(card)) && says.test(text(card)));
const waitForText = (words: string) => teams.waitFor((message) => message.text.includes(words));
const openItem = async (key: string, item: string) => {
  const { channel } = chats(key);
  await channel.press((await agendaMessage()).id, item);
  const open = channel.dialog();
  expect(await cardFaults(open?.card)).toEqual([]);
  return channel;
};

test('in a channel the bot says that files are read in the personal chat, and writes there', async () => {
  const { own, channel } = chats('secretary');
  await own.install();
  const { replies } = await channel.say('post dagsorden');
  expect(replies.at(-1)?.text).toContain('personlige chat');
  await waitForText('Send mig dagsordenen her');
});

test('a file in the secretary’s personal chat is read and shown; nobody else’s file is', async () => {
  const files = [{ name: 'dagsorden.txt', content: agendaText('Udkast til kvalitetsstandard') }];
  expect((await chats('caseworker-1').own.say('', { files })).replies.at(-1)?.text).toContain('kun sekretæren');
  const { replies } = await chats('secretary').own.say('', { files });
  expect(text(replies[0]?.card)).toContain('Kvalitetsstandard for mentorstøtte');
  expect(await cardFaults(replies[0]?.card)).toEqual([]);
});

test('posted into a channel, the card has every item, and of a closed item the number alone', async () => {
  const { channel } = chats('secretary');
  const { replies } = await channel.say('post dagsorden');
  await channel.press(replies[0]?.id ?? '', 'agendas/post');
  const { card } = await agendaMessage();
  expect(await cardFaults(card)).toEqual([]);
  expect(text(card)).toMatch(/Godkendelse af dagsorden.*mentorstøtte.*Punkt 3: lukket punkt/);
  expect(text(card)).not.toMatch(/Anonym|81\.00/);
});

test('an item opens with its recommendation, consultation, parties and annex, for every role', async () => {
  const channel = await openItem('caseworker-1', 'Åbn punkt 2');
  expect(text(channel.dialog()?.card)).toMatch(
    /at kvalitetsstandarden sendes.*Handicaprådet, Seniorrådet.*Udkast til kvalitetsstandard/,
  );
  expect(text(channel.dialog()?.card)).not.toContain('Registrer beslutning');
});

test('a closed item cannot be opened by its number outside the secretary’s personal chat', async () => {
  const channel = await openItem('secretary', 'Åbn punkt 2');
  const data = channel.dialog()?.card['actions'] as readonly Json[];
  const { id } = data[0]?.['data'] as { readonly id: string };
  await channel.sendDialog({ dialog: 'agendas/item', id, item: 2 });
  expect(channel.notice()).toContain('findes ikke længere');
  await openItem('secretary', 'Åbn punkt 2');
  await channel.sendDialog({ dialog: 'agendas/decide', id, item: 2, send: true, seen: 0, outcome: 'noted' });
  expect(channel.notice()).toContain('findes ikke længere');
});

test('the consultation deadline is accepted with an owner, once', async () => {
  const channel = await openItem('secretary', 'Åbn punkt 2');
  await channel.submitDialog({}, 'Foreslåede frister (1)');
  expect(await cardFaults(channel.dialog()?.card)).toEqual([]);
  await channel.submitDialog({}, 'Accepter: 06.01.2027');
  expect(await cardFaults(channel.dialog()?.card)).toEqual([]);
  await channel.submitDialog({ owner: teams.person('caseworker-1').objectId }, 'Accepter');
  expect(text(channel.dialog()?.card)).toMatch(/lagt ind hos Berit Holm.*Accepteret/);
});

test('changes that are not named are asked for, and what was typed stays', async () => {
  const channel = await openItem('secretary', 'Åbn punkt 2');
  await channel.submitDialog({}, 'Registrer beslutning');
  expect(await cardFaults(channel.dialog()?.card)).toEqual([]);
  await channel.submitDialog({ text: 'Godkendt med de nævnte ændringer.' });
  expect(text(channel.dialog()?.card)).toMatch(/Skriv, hvilke ændringer.*Godkendt med de nævnte ændringer\./);
  await channel.submitDialog({ outcome: 'approved-with-changes', amendments: 'Afsnit 2 udgår.', votesFor: 4, votesAgainst: 1 });
  expect(text(channel.dialog()?.card)).toMatch(/Godkendt med de nævnte ændringer.*Afsnit 2 udgår.*4 for, 1 imod/);
  await agendaMessage(/Besluttet her: godkendt med de nævnte ændringer/);
});

test('whoever records second is shown what stands beside what they typed', async () => {
  const channel = await openItem('administrator', 'Åbn punkt 2');
  await channel.submitDialog({}, 'Registrer beslutning');
  const data = (channel.dialog()?.card['actions'] as readonly Json[])[0]?.['data'] as Json;
  await channel.sendDialog({ ...data, seen: 0, outcome: 'postponed', text: 'Sagen udsættes til januar.' });
  expect(text(channel.dialog()?.card)).toMatch(/Nogen har registreret før dig.*Afsnit 2 udgår.*Sagen udsættes til januar/);
});

test('the last decision is undone, and the history keeps both', async () => {
  const channel = await openItem('secretary', 'Åbn punkt 2');
  await channel.submitDialog({}, 'Historik og fortryd');
  await channel.submitDialog({}, 'Fortryd den sidste beslutning');
  expect(text(channel.dialog()?.card)).toMatch(/Lars Bech: fortrudt.*Lars Bech: godkendt med de nævnte/);
  await agendaMessage(/^(?!.*Besluttet her)/);
  await channel.submitDialog({}, 'Tilbage til punktet');
  await channel.submitDialog({}, 'Registrer beslutning');
  await channel.submitDialog({ outcome: 'approved' });
  expect(text(channel.dialog()?.card)).toContain('Indstillingen godkendt.');
});

test('a party’s answer is marked, the card says who is missing, and a measure is carried out', async () => {
  const channel = await openItem('secretary', 'Åbn punkt 2');
  await channel.submitDialog({}, 'Opfølgning (3 mangler)');
  expect(await cardFaults(channel.dialog()?.card)).toEqual([]);
  await channel.submitDialog({}, 'Har svaret');
  expect(await cardFaults(channel.dialog()?.card)).toEqual([]);
  await channel.submitDialog({ on: '2027-01-02', words: 'Ingen bemærkninger.' });
  expect(text(channel.dialog()?.card)).toMatch(/Dagen skal være i dag eller før.*Ingen bemærkninger\./);
  await channel.submitDialog({ on: '2026-11-24', words: 'Ingen bemærkninger.' });
  expect(text(channel.dialog()?.card)).toMatch(/2 af 3 mangler.*Svarede .*24\. november 2026: Ingen bemærkninger\..*Lars Bech/);
  await agendaMessage(/Mangler svar: Seniorrådet/);
  await channel.submitDialog({}, 'Gennemført');
  await channel.submitDialog({});
  expect(text(channel.dialog()?.card)).toMatch(/1 af 3 mangler.*Gennemført onsdag den 25\. november 2026/);
  await channel.submitDialog({}, 'Andet tiltag');
  await channel.submitDialog({ subject: 'Vejledning til mentorer', on: '2026-11-25' });
  await channel.submitDialog({}, 'Tilbage til punktet');
  expect(text(channel.dialog()?.card)).toMatch(
    /Handicaprådet svarede.*Mangler svar: Seniorrådet.*Gennemført .*Vejledning til mentorer/,
  );
});

test('what is followed up is for the secretary to write and for every role to read, and may be taken back', async () => {
  const reader = await openItem('caseworker-2', 'Åbn punkt 2');
  await reader.submitDialog({}, 'Opfølgning (1 mangler)');
  expect(text(reader.dialog()?.card)).not.toMatch(/Har svaret|Fortryd/);
  const { id } = (reader.dialog()?.card['actions'] as readonly Json[])[0]?.['data'] as { readonly id: string };
  const matter = { kind: 'party-answers', subject: 'Seniorrådet' };
  await reader.sendDialog({ dialog: 'agendas/matter', id, item: 1, matter, send: true, on: '2026-11-24' });
  expect(reader.notice()).toContain('kun sekretæren');
  const channel = await openItem('secretary', 'Åbn punkt 2');
  await channel.sendDialog({
    dialog: 'agendas/matter',
    id,
    item: 1,
    matter: { kind: 'committee-treats', subject: 'Ukendt' },
    send: true,
    on: '2026-11-24',
  });
  expect(channel.notice()).toContain('findes ikke længere');
  await openItem('secretary', 'Åbn punkt 2');
  await channel.submitDialog({}, 'Opfølgning (1 mangler)');
  await channel.submitDialog({}, 'Fortryd');
  expect(text(channel.dialog()?.card)).toMatch(/2 af 4 mangler.*Fortrudt: der ventes igen/);
  await channel.submitDialog({}, 'Tilbage til punktet');
  await channel.submitDialog({}, 'Historik og fortryd');
  expect(text(channel.dialog()?.card)).toMatch(/fortrød Høringspart: Handicaprådet.*Høringspart: Handicaprådet/);
});

test('posting a changed agenda updates the same message and says in the thread what changed', async () => {
  await chats('secretary').own.say('', { files: [{ name: 'dagsorden-2.txt', content: agendaText('Udkast nr. 2') }] });
  const before = await agendaMessage();
  const { channel } = chats('secretary');
  const { replies } = await channel.say('post dagsorden');
  await channel.press(replies[0]?.id ?? '', 'agendas/post');
  expect((await agendaMessage(/udgave 2/)).id).toBe(before.id);
  const told = await teams.waitFor(
    ({ threadId, text: words }) => threadId !== null && words.includes('Dagsordenen er opdateret'),
  );
  expect([told.threadId, told.text]).toEqual([before.threadId, expect.stringContaining('Ændret: 2 Kvalitetsstandard')]);
});

test('an agenda whose message was deleted is posted anew, and stands once', async () => {
  const { channel } = chats('secretary');
  const { id: old } = await agendaMessage(/udgave 2/);
  const tenantId = tryoutTenant;
  const [stored] = await bot.context.desk.store.list(tenantId, 1);
  const [posted] = stored?.posted ?? [];
  if (stored === undefined || posted === undefined) throw new Error('not posted');
  await bot.context.desk.store.markPosted(tenantId, stored.id, { ...posted, messageId: 'deleted' });
  const { replies } = await channel.say('post dagsorden');
  await channel.press(replies[0]?.id ?? '', 'agendas/post');
  const anew = await teams.waitFor(({ id, threadId, card }) => threadId !== null && id !== old && /Åbn punkt 2/.test(text(card)));
  await bot.quiet();
  const now = await bot.context.desk.store.find(tenantId, stored.id);
  expect(now?.posted.map(({ messageId }) => messageId)).toEqual([anew.id]);
});

test('the minutes are approved by a person and exported by links that are that person’s own', async () => {
  const { channel } = chats('secretary');
  const minutes = (await channel.say('referat')).replies[0]?.id ?? '';
  await channel.press(minutes, 'agendas/minutes');
  await bot.on('2026-12-01');
  await channel.press(minutes, 'Godkend referatet');
  await bot.on('2026-11-25');
  const card = channel.cardOf(minutes);
  expect(await cardFaults(card)).toEqual([]);
  expect(text(card)).toMatch(/Beslutning: Indstillingen godkendt\..*Lukket punkt.*Lars Bech godkendte/);
  await channel.press(minutes, 'Eksporter');
  const links = (channel.dialog()?.card['actions'] as readonly { readonly url: string }[]).map(({ url }) => url);
  const [docx, markdown, json] = await Promise.all(links.map((url) => fetch(url)));
  expect([
    docx?.status,
    Buffer.from((await docx?.arrayBuffer()) ?? new ArrayBuffer(0))
      .subarray(0, 2)
      .toString(),
  ]).toEqual([200, 'PK']);
  expect(await markdown?.text()).toContain('## Punkt 2: Kvalitetsstandard for mentorstøtte');
  expect(await json?.json()).toMatchObject({ version: 'open', items: [{}, {}, { isWithheld: true, title: null }] });
  expect((await fetch(`${links[0]}x`)).status).toBe(404);
});

test('the full version is shown in the secretary’s personal chat alone', async () => {
  const { own } = chats('secretary');
  const minutes = (await own.say('referat')).replies[0]?.id ?? '';
  await own.press(minutes, 'agendas/minutes');
  await own.press(minutes, 'Fuld udgave');
  expect(text(own.cardOf(minutes))).toContain('Anonym Leverandør');
  const { own: other } = chats('caseworker-1');
  const theirs = (await other.say('referat')).replies[0]?.id ?? '';
  await other.press(theirs, 'agendas/minutes');
  expect(text(other.cardOf(theirs))).not.toMatch(/Fuld udgave|Anonym/);
});

test('the register is searched by word, committee, month and case number, and by a question', async () => {
  const { own } = chats('caseworker-1');
  const found = async (query: string) => text((await own.say(query)).replies[0]?.card);
  for (const query of ['beslutninger mentorstøtten', 'beslutninger december 2026', 'decisions 15.00.00-A00-7-26'])
    expect(await found(query)).toContain('Kvalitetsstandard for mentorstøtte');
  expect(await found('hvad blev besluttet om dialogmøderne?')).toContain('ialogmøde');
  expect(await found('beslutninger personalesag')).toContain('Ingen beslutning');
});

test('the message extension finds agendas and decisions, and nothing closed', async () => {
  const { channel } = chats('caseworker-1');
  const finds = await channel.search('search', 'mentor');
  expect(finds.length).toBeGreaterThanOrEqual(2);
  for (const { content } of finds) expect(await cardFaults(content)).toEqual([]);
  expect(text(await channel.search('search', 'personalesag'))).not.toContain('Anonym');
});

test('a new agenda is made from a template and from the open items of the last', async () => {
  const { own } = chats('secretary');
  const offered = (await own.say('ny dagsorden')).replies[0]?.id ?? '';
  await own.press(offered, 'Lav dagsordenen');
  expect(await cardFaults(own.dialog()?.card)).toEqual([]);
  expect(text(own.dialog()?.card)).toMatch(/Åbne punkter fra Social- og Beskæftigelsesudvalget.*\(2\)/);
  const choices = (text(own.dialog()?.card).match(/open:[^"]+/) ?? [''])[0];
  await own.submitDialog({ body: 'Social- og Beskæftigelsesudvalget', day: '2027-01-12', basis: choices, items: 'Eventuelt' });
  await teams.waitFor(({ card }) =>
    /12. januar 2027.*Punkt 1: Godkendelse af dagsorden.*Punkt 2: Lukket punkt.*Punkt 3: Eventuelt/.test(text(card)),
  );
});

test('a person without a role sees no agenda', async () => {
  const { own } = chats('guest');
  expect((await own.say('dagsordener')).replies[0]?.text).toContain('ikke adgang');
});
