import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StandIn } from '../../src/tryout/stand-in.ts';
import { startAgendaBot } from '../support/agenda-bot.ts';
import { cardFaults } from '../support/check-card.ts';

const agendaText = `Testkøbing Kommune
Dagsorden
Beskæftigelsesudvalget
Mødedato: 24. november 2026
Til stede: Lars Bech (A), Berit Holm (V), Ole Udenfor (C)
Fraværende: Ida Borte (F)

Punkt 1: Ramme for mentorstøtte
Indstilling
Forvaltningen indstiller til Beskæftigelsesudvalget,
at rammen nedsættes med 300.000 kr.

Punkt 2: Orientering
Indstilling
Forvaltningen indstiller til Beskæftigelsesudvalget,
at orienteringen tages til efterretning.
`;
let bot: Awaited<ReturnType<typeof startAgendaBot>>;
let teams: StandIn;
beforeAll(async () => {
  bot = await startAgendaBot();
  teams = bot.teams;
});
afterAll(() => bot.close());
const text = (value: unknown) => JSON.stringify(value);
const own = (key: string) => teams.personalChat(teams.person(key));
const openItem = async (item: string) => {
  const chat = own('secretary');
  const list = (await chat.say('dagsordener')).replies[0]?.id ?? '';
  await chat.press(list, 'agendas/show');
  await chat.press(list, item);
  return chat;
};
const openMinutes = async (key: string) => {
  const chat = own(key);
  const id = (await chat.say('referat')).replies[0]?.id ?? '';
  await chat.press(id, 'agendas/minutes');
  return { chat, id, shown: () => text(chat.cardOf(id)) };
};

test('a decision keeps its vote, its dissent, who was disqualified and who was away', async () => {
  await own('secretary').say('', { files: [{ name: 'dagsorden.txt', content: agendaText }] });
  const chat = await openItem('Åbn punkt 1');
  await chat.submitDialog({}, 'Registrer beslutning');
  await chat.submitDialog({
    ...{ outcome: 'approved', votesFor: 2, votesAgainst: 1, votesNeither: 0, dissent: 'Ole Udenfor ønsker rammen uændret.' },
    ...{ disqualified: 'Pia Part; Per Part', absent: 'Ida Borte' },
  });
  const sheet = text(chat.dialog()?.card);
  expect(sheet).toMatch(
    /2 for, 1 imod, 0 hverken.*Ole Udenfor ønsker rammen uændret.*Inhabile: Pia Part, Per Part.*Fraværende: Ida Borte/,
  );
});

test('the history says what each decision held, not its words alone', async () => {
  const chat = await openItem('Åbn punkt 1');
  await chat.submitDialog({}, 'Registrer beslutning');
  await chat.submitDialog({ votesFor: 3, votesAgainst: 0 });
  await chat.submitDialog({}, 'Historik og fortryd');
  expect(await cardFaults(chat.dialog()?.card)).toEqual([]);
  expect(text(chat.dialog()?.card)).toMatch(/3 for, 0 imod.*2 for, 1 imod/);
});

test('a vote without a single vote, and a review day that has passed, are faults that keep what was typed', async () => {
  const chat = await openItem('Åbn punkt 2');
  await chat.submitDialog({}, 'Registrer beslutning');
  await chat.submitDialog({ outcome: 'noted', votesFor: 0, reviewOn: '2026-11-25', dissent: 'Står her endnu.' });
  expect(text(chat.dialog()?.card)).toMatch(/mindst én stemme.*skal ligge efter i dag.*Står her endnu/);
});

test('minutes are not approved before the day of their meeting', async () => {
  await bot.on('2026-11-23');
  const { shown, chat, id } = await openMinutes('secretary');
  await chat.press(id, 'Godkend referatet');
  expect(shown()).toMatch(/Mødet er ikke holdt endnu.*Ingen har godkendt endnu/);
  await bot.on('2026-11-25');
});

test('members approve by name, whatever stands beside it, each once; who is missing is listed', async () => {
  for (const key of ['secretary', 'caseworker-1']) {
    const minutes = await openMinutes(key);
    await minutes.chat.press(minutes.id, 'Godkend referatet');
  }
  const { shown, chat, id } = await openMinutes('caseworker-1');
  expect(shown()).toMatch(/Lars Bech \(A\) godkendte .*Berit Holm \(V\) godkendte .*Mangler: Ole Udenfor/);
  await chat.press(id, 'Godkend referatet');
  expect(shown()).toContain('allerede noteret');
});

test('who is not among the members approves nothing', async () => {
  const { shown, chat, id } = await openMinutes('caseworker-2');
  await chat.press(id, 'Godkend referatet');
  expect(shown()).toMatch(/Dit navn står ikke blandt deltagerne.*Mangler: Ole Udenfor/);
});

test('the secretary notes who signed outside Teams, and then nobody is missing', async () => {
  const { shown, chat, id } = await openMinutes('secretary');
  await chat.press(id, 'Underskrevet uden for Teams');
  expect(await cardFaults(chat.dialog()?.card)).toEqual([]);
  await chat.submitDialog({ member: 'Ole Udenfor (C)' });
  await bot.quiet();
  expect(shown()).toMatch(/Ole Udenfor \(C\) har underskrevet uden for Teams, noteret .*Alle har godkendt/);
});

test('what is followed up changes no minutes; a decision does, and then it is approved anew', async () => {
  const chat = await openItem('Åbn punkt 1');
  await chat.submitDialog({}, 'Opfølgning (1 mangler)');
  await chat.submitDialog({}, 'Gennemført');
  await chat.submitDialog({});
  expect((await openMinutes('secretary')).shown()).not.toContain('før den seneste ændring');
  const item = await openItem('Åbn punkt 2');
  await item.submitDialog({}, 'Registrer beslutning');
  await item.submitDialog({ outcome: 'noted' });
  const { chat: own2, id, shown } = await openMinutes('secretary');
  expect(shown()).toMatch(/Lars Bech \(A\) godkendte [^"]*\(før den seneste ændring\)/);
  await own2.press(id, 'Godkend referatet');
  expect(shown()).toMatch(/Lars Bech \(A\) godkendte (?![^"]*seneste ændring)[^"]*"/);
  expect(shown()).toMatch(/Berit Holm \(V\) godkendte [^"]*\(før den seneste ændring\)/);
});

test('the register finds a decision by its period and its committee together', async () => {
  const found = async (query: string) => text((await own('caseworker-1').say(query)).replies[0]?.card);
  expect(await found('beslutninger beskæftigelsesudvalget november 2026 mentorstøtte')).toContain('Ramme for mentorstøtte');
  expect(await found('beslutninger oktober 2026 mentorstøtte')).toContain('Ingen beslutning');
  expect(await found('hvad blev besluttet om rammen for mentorstøtte?')).toContain('Ramme for mentorstøtte');
});
