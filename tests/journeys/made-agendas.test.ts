import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Chat } from '../../src/tryout/chat/chat.ts';
import type { Json } from '../../src/tryout/json.ts';
import type { StandIn } from '../../src/tryout/stand-in.ts';
import { startAgendaBot } from '../support/agenda-bot.ts';
import { cardFaults } from '../support/check-card.ts';

const body = 'Beskæftigelsesudvalget';
const written = `1. Budgetopfølgning 3
Sagsnr.: 00.30.00-Ø00-1-26
at opfølgningen tages til efterretning
Bilag: Notat om forbrug
2. Kvalitetsstandard
Lukket: Opsigelse af Kilometerskolen
Eventuelt`;
const text = (value: unknown) => JSON.stringify(value);
let bot: Awaited<ReturnType<typeof startAgendaBot>>;
let teams: StandIn;
let secretary: Chat;
let channel: Chat;
beforeAll(async () => {
  bot = await startAgendaBot();
  teams = bot.teams;
  secretary = teams.personalChat(teams.person('secretary'));
  channel = teams.channel(teams.person('secretary'));
});
afterAll(() => bot.close());
/** The form for a new agenda, opened in a place; what it offers to begin with. */
const openForm = async (chat: Chat) => {
  const offered = (await chat.say('ny dagsorden')).replies[0]?.id ?? '';
  await chat.press(offered, 'Lav dagsordenen');
  expect(await cardFaults(chat.dialog()?.card)).toEqual([]);
  const inputs = (chat.dialog()?.card['body'] ?? []) as readonly Json[];
  const basis = inputs.flatMap((one) => [one, ...((one['items'] ?? []) as readonly Json[])]).find(({ id }) => id === 'basis');
  return (basis?.['choices'] ?? []) as readonly { readonly title: string; readonly value: string }[];
};
const cardOf = (day: string, says: RegExp = /./) =>
  teams.waitFor(({ card }) => text(card).includes(`${day}"`) && text(card).includes('Ret dagsordenen') && says.test(text(card)));
const decide = async (chat: Chat, id: string, item: number, outcome: string) => {
  const data = { dialog: 'agendas/decide', id, item, seen: 0, send: true, outcome };
  return text(await chat.send({ type: 'invoke', name: 'task/submit', value: { data } }));
};
/** What an agenda without a municipality is called by. */
const idOf = (committee: string, day: string) => `|${committee.toLowerCase()}|${day}`;
const first = idOf(body, '2026-12-01');

test('from scratch: items with case number, recommendation and annex, and a closed one of which the channel sees the number', async () => {
  await openForm(channel);
  await channel.submitDialog({ body, day: '2026-12-01', time: '15:00', place: 'Lokale 2', items: written });
  const { id, card } = await cardOf('1. december 2026');
  expect(await cardFaults(card)).toEqual([]);
  expect(text(card)).toMatch(
    /Punkt 1: Budgetopfølgning 3.*Punkt 2: Kvalitetsstandard.*Punkt 3: lukket punkt.*Punkt 4: Eventuelt/,
  );
  expect(text(card)).not.toContain('Kilometerskolen');
  await channel.press(id, 'Åbn punkt 1');
  expect(text(channel.dialog()?.card)).toMatch(/00\.30\.00-Ø00-1-26.*at opfølgningen tages til efterretning.*Notat om forbrug/);
});

test('what is missing is said beside what was typed, and nothing is made', async () => {
  await openForm(secretary);
  await secretary.submitDialog({ items: 'Nyt punkt' });
  expect(text(secretary.dialog()?.card)).toMatch(/Skriv udvalgets navn.*Vælg mødets dag.*Nyt punkt/);
  await secretary.submitDialog({ body, day: '2026-12-02', items: '' });
  expect(text(secretary.dialog()?.card)).toContain('Skriv mindst ét punkt');
  await secretary.submitDialog({ body, day: '2026-12-01', items: 'Nyt punkt' });
  expect(text(secretary.dialog()?.card)).toContain('Der er allerede en dagsorden');
  await secretary.submitDialog({ body, day: '2026-12-02', items: 'x'.repeat(7000) });
  expect(text(secretary.dialog()?.card)).toContain('mere end 6000 tegn');
});

test('undecided and postponed items carry over by a rule that the card says; decided and closed ones do not', async () => {
  expect(await decide(channel, first, 0, 'approved')).toContain('Indstillingen godkendt');
  expect(await decide(channel, first, 1, 'postponed')).toContain('Sagen udsættes');
  const open = (await openForm(channel)).find(({ value }) => value.startsWith('open:'));
  expect(open?.title).toBe('Åbne punkter fra Beskæftigelsesudvalget, tirsdag den 1. december 2026 (2)');
  await channel.submitDialog({ body, day: '2026-12-15', basis: open?.value ?? '', items: 'Nyt om mentorer' });
  const { id, card } = await cardOf('15. december 2026');
  expect(await cardFaults(card)).toEqual([]);
  expect(text(card)).toMatch(
    /Ført over fra Beskæftigelsesudvalget, tirsdag den 1\. december 2026: 2 punkter uden beslutning eller udsat/,
  );
  expect(text(card)).toMatch(
    /Punkt 1: Kvalitetsstandard.*punkt 2: udsat.*Punkt 2: Eventuelt.*punkt 4: uden beslutning.*Punkt 3: Nyt om mentorer/,
  );
  await channel.press(id, 'Åbn punkt 1');
  expect(text(channel.dialog()?.card)).toMatch(/1\. december 2026.*Sagen udsættes/);
});

test('a closed item carries over in the secretary’s personal chat alone, and a channel sees its number', async () => {
  const open = (await openForm(secretary)).find(({ value }) => value === `open:${first}`);
  expect(open?.title).toContain('tirsdag den 1. december 2026 (1)');
  await secretary.submitDialog({ body: 'Lukkeudvalget', day: '2026-12-22', basis: open?.value ?? '' });
  expect(text((await cardOf('22. december 2026')).card)).toMatch(/Kilometerskolen.*punkt 3: uden beslutning/);
  const offered = (await channel.say('post dagsorden')).replies[0]?.id ?? '';
  await channel.press(offered, 'Læg her: 22.12.2026');
  const posted = await teams.waitFor(
    ({ threadId, card }) => threadId !== null && /Lukkeudvalget.*Punkt 1: lukket punkt/.test(text(card)),
  );
  expect(text(posted.card)).not.toContain('Kilometerskolen');
});

test('what was carried over once is not offered again', async () => {
  expect((await openForm(channel)).map(({ title }) => title)).not.toContainEqual(
    expect.stringContaining('tirsdag den 1. december 2026'),
  );
});

test('the items are kept as the committee’s template, without closed items and case numbers, and the next agenda begins with them', async () => {
  await openForm(secretary);
  await secretary.submitDialog({ body: 'Kulturudvalget', day: '2026-12-03', items: written, template: 'true' });
  await teams.waitFor(({ text: words }) => words.includes('Skabelonen for Kulturudvalget er gemt'));
  const own = (await openForm(secretary)).find(({ value }) => value === 'template:Kulturudvalget');
  expect(own?.title).toBe('Skabelonen for Kulturudvalget (3)');
  await secretary.submitDialog({ body: 'Kulturudvalget', day: '2026-12-17', basis: own?.value ?? '' });
  const { card } = await cardOf('17. december 2026');
  expect(text(card)).toMatch(/Punkt 1: Budgetopfølgning 3.*Punkt 2: Kvalitetsstandard.*Punkt 3: Eventuelt/);
  expect(text(card)).not.toMatch(/Kilometerskolen|00\.30\.00/);
});

test('the usual template has four items', async () => {
  await openForm(secretary);
  await secretary.submitDialog({ body: 'Teknikudvalget', day: '2026-12-04', basis: 'template' });
  expect(text((await cardOf('4. december 2026')).card)).toMatch(
    /Punkt 1: Godkendelse af dagsorden.*Punkt 4: Godkendelse af referat/,
  );
});

test('an agenda made here is changed where it stands: lines are moved, added and removed, and what was carried over stays', async () => {
  const { id } = await cardOf('15. december 2026');
  await channel.press(id, 'Ret dagsordenen');
  expect(await cardFaults(channel.dialog()?.card)).toEqual([]);
  expect(text(channel.dialog()?.card)).toContain('Kvalitetsstandard\\nEventuelt\\nNyt om mentorer');
  await channel.submitDialog({ items: 'Nyt om mentorer\nBilag: Oversigt\nKvalitetsstandard\nOrientering' });
  const { card, id: same } = await cardOf('15. december 2026', /Punkt 3: Orientering/);
  expect(same).toBe(id);
  expect(text(card)).toMatch(/Punkt 1: Nyt om mentorer.*Punkt 2: Kvalitetsstandard.*punkt 2: udsat/);
  expect(text(card)).not.toContain('Eventuelt');
});

test('a decided item is neither removed nor renamed, and its decision moves with it', async () => {
  const second = idOf(body, '2026-12-15');
  expect(await decide(channel, second, 0, 'noted')).toContain('Taget til efterretning');
  const { id } = await cardOf('15. december 2026', /Besluttet her/);
  await channel.press(id, 'Ret dagsordenen');
  await channel.submitDialog({ items: 'Kvalitetsstandard' });
  expect(text(channel.dialog()?.card)).toContain('Punkt 1 har en beslutning');
  await channel.submitDialog({ items: 'Kvalitetsstandard\nNyt om mentorer' });
  expect(text((await cardOf('15. december 2026', /Punkt 2: Nyt om mentorer.*Besluttet her/)).card)).not.toContain('Orientering');
});

test('an agenda with closed items is changed in the secretary’s personal chat alone', async () => {
  const ask = async (chat: Chat) =>
    text(await chat.send({ type: 'invoke', name: 'task/fetch', value: { data: { dialog: 'agendas/revise', id: first } } }));
  expect(await ask(channel)).toMatch(/lukkede punkter\. Ret den i din personlige chat/);
  expect(await ask(channel)).not.toContain('Kilometerskolen');
  expect(await ask(secretary)).toContain('Lukket: Opsigelse af Kilometerskolen');
  expect(await ask(teams.personalChat(teams.person('caseworker-1')))).not.toContain('Kilometerskolen');
});

test('of two who change an agenda at once, the second is told, and keeps what was typed', async () => {
  const id = idOf('Kulturudvalget', '2026-12-17');
  const send = (items: string) =>
    secretary.send({
      type: 'invoke',
      name: 'task/submit',
      value: { data: { dialog: 'agendas/revise', id, send: true, seen: 1, items } },
    });
  await send('Budget\nEventuelt');
  expect(text(await send('Sidste punkt'))).toMatch(/Nogen har rettet dagsordenen.*Sidste punkt/);
});

test('an agenda that was read from a file follows its file', async () => {
  const files = [
    {
      name: 'dagsorden.txt',
      content:
        'Aalborg Kommune\nDagsorden\nSkoleudvalget\nMødedato: 8. december 2026\n\nPunkt 1: Budget\nIndstilling\nat budgettet godkendes.\n',
    },
  ];
  const shown = text((await secretary.say('', { files })).replies[0]?.card);
  expect(shown).not.toContain('Ret dagsordenen');
  const id = /"id":"([^"]+)"/.exec(shown)?.[1] ?? '';
  const answer = await secretary.send({ type: 'invoke', name: 'task/fetch', value: { data: { dialog: 'agendas/revise', id } } });
  expect(text(answer)).toContain('Send den rettede fil');
});

test('nobody but secretary and administrator makes or changes an agenda', async () => {
  const caseworker = teams.personalChat(teams.person('caseworker-1'));
  expect((await caseworker.say('ny dagsorden')).replies[0]?.text).toContain('kun sekretæren');
  for (const dialog of ['new', 'revise']) {
    const data = {
      dialog: `agendas/${dialog}`,
      id: first,
      send: true,
      seen: 1,
      body: 'X',
      day: '2027-01-01',
      items: 'Kup',
    };
    expect(text(await caseworker.send({ type: 'invoke', name: 'task/submit', value: { data } }))).toContain('sekretæren');
  }
});
