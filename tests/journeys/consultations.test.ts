import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../../src/tryout/json.ts';
import type { StandIn } from '../../src/tryout/stand-in.ts';
import { startAgendaBot } from '../support/agenda-bot.ts';
import { cardFaults } from '../support/check-card.ts';

const agendaText = `Testkøbing Kommune
Dagsorden
Social- og Beskæftigelsesudvalget
Mødedato: 1. december 2026

Punkt 1: Kvalitetsstandard for mentorstøtte
Sagsfremstilling
Kvalitetsstandarden sendes i høring hos Handicaprådet, Seniorrådet og LBR Testkøbing frem til 6. januar 2027.
Indstilling
Forvaltningen indstiller til Social- og Beskæftigelsesudvalget,
at kvalitetsstandarden sendes i høring.

Punkt 2: Tilbudsvifte
Sagsfremstilling
Tilbudsviften har været i høring hos Seniorrådet. Høringsfristen var den 1. juni 2020.
Indstilling
Forvaltningen indstiller til Social- og Beskæftigelsesudvalget og Kommunalbestyrelsen,
at tilbudsviften godkendes.
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
const posted = () => teams.waitFor(({ threadId, card }) => threadId !== null && text(card).includes('Åbn punkt 2'));
const openItem = async (key: string, item: string) => {
  const channel = teams.channel(teams.person(key));
  await channel.press((await posted()).id, item);
  return channel;
};
/** Berit's deadlines as she sees them now. */
const mine = async () => {
  const { replies } = await own('caseworker-1').say('mine frister');
  expect(await cardFaults(replies[0]?.card)).toEqual([]);
  return { id: replies[0]?.id ?? '', card: text(replies[0]?.card) };
};

test('a consultation of which only the end is stated has a proposed deadline, accepted for a caseworker', async () => {
  await own('caseworker-1').install();
  await own('secretary').say('', { files: [{ name: 'dagsorden.txt', content: agendaText }] });
  const channel = teams.channel(teams.person('secretary'));
  const { replies } = await channel.say('post dagsorden');
  await channel.press(replies[0]?.id ?? '', 'agendas/post');
  await openItem('secretary', 'Åbn punkt 1');
  await channel.submitDialog({}, 'Foreslåede frister (1)');
  await channel.submitDialog({}, 'Accepter: 06.01.2027');
  await channel.submitDialog({ owner: teams.person('caseworker-1').objectId }, 'Accepter');
  expect(text(channel.dialog()?.card)).toContain('lagt ind hos Berit Holm');
});

test('the owner’s list says whose answers are missing, and the owner notes one there, in own words', async () => {
  const { id, card } = await mine();
  expect(card).toContain('Mangler svar: Handicaprådet, Seniorrådet, LBR Testkøbing');
  const chat = own('caseworker-1');
  await chat.press(id, 'Hvem har svaret?');
  expect(await cardFaults(chat.dialog()?.card)).toEqual([]);
  expect(text(chat.dialog()?.card)).toContain('3 af 3 mangler');
  await chat.submitDialog({}, 'Har svaret');
  await chat.submitDialog({ on: '2026-11-24', words: 'Rådet ønsker kortere ventetid.' });
  expect(text(chat.dialog()?.card)).toMatch(/2 af 3 mangler.*24. november 2026: Rådet ønsker kortere ventetid.*Berit Holm/);
  expect((await mine()).card).toContain('Mangler svar: Seniorrådet, LBR Testkøbing');
});

test('whoever owns the deadline notes answers and nothing else; whoever does not notes none', async () => {
  const notes = async (key: string, kind: string, subject: string) => {
    const channel = await openItem(key, 'Åbn punkt 1');
    const { id } = (channel.dialog()?.card['actions'] as readonly Json[])[0]?.['data'] as { readonly id: string };
    await channel.sendDialog({ dialog: 'agendas/matter', id, item: 0, matter: { kind, subject }, send: true, on: '2026-11-25' });
    return channel.notice();
  };
  expect(await notes('caseworker-1', 'measure', 'Andet')).toContain('kun sekretæren');
  expect(await notes('caseworker-2', 'party-answers', 'Seniorrådet')).toContain('kun sekretæren');
});

test('the reminder says who is missing, and that all have answered once they have', async () => {
  await bot.on('2027-01-06');
  const reminder = own('caseworker-1').messages().at(-1);
  expect(text(reminder?.activity)).toMatch(/Dine frister i dag.*Mangler svar: Seniorrådet, LBR Testkøbing/);
  const chat = await openItem('secretary', 'Åbn punkt 1');
  for (const left of [2, 1]) {
    await chat.submitDialog({}, left === 2 ? 'Opfølgning (2 mangler)' : 'Har svaret');
    if (left === 2) await chat.submitDialog({}, 'Har svaret');
    await chat.submitDialog({ on: '2027-01-05' });
  }
  expect((await mine()).card).toContain('Alle 3 høringsparter har svaret');
});

test('a party that the text does not name is added, waits, and answers', async () => {
  const chat = own('caseworker-1');
  await chat.press((await mine()).id, 'Hvem har svaret?');
  await chat.submitDialog({}, 'Anden høringspart');
  expect(await cardFaults(chat.dialog()?.card)).toEqual([]);
  await chat.submitDialog({ subject: 'Ungerådet' });
  expect(text(chat.dialog()?.card)).toMatch(/1 af 4 mangler.*Gemt/);
  expect((await mine()).card).toContain('Mangler svar: Ungerådet');
  await chat.submitDialog({}, 'Har svaret');
  await chat.submitDialog({ on: '2027-01-06' });
  expect(text(chat.dialog()?.card)).toContain('Alt er fulgt op');
});

test('a proposed day that has passed is moved when it is accepted, and is not accepted otherwise', async () => {
  const channel = await openItem('secretary', 'Åbn punkt 2');
  await channel.submitDialog({}, 'Foreslåede frister (1)');
  expect(text(channel.dialog()?.card)).toContain('Dagen er passeret');
  await channel.submitDialog({}, 'Accepter: 01.06.2020');
  const data = (channel.dialog()?.card['actions'] as readonly Json[])[0]?.['data'] as Json;
  const title = 'Høring slutter: Tilbudsvifte';
  await channel.sendDialog({ ...data, title, owner: teams.person('secretary').objectId, day: '' });
  expect(text(channel.dialog()?.card)).toMatch(/1. juni 2020 er passeret.*Tilbudsvifte/);
  await channel.submitDialog({ day: '2027-02-01' }, 'Accepter');
  expect(text(channel.dialog()?.card)).toMatch(/lagt ind hos Lars Bech: mandag den 1. februar 2027/);
});

test('a chain across committees stays open until each committee has treated the item, and the item says so', async () => {
  const channel = await openItem('secretary', 'Åbn punkt 2');
  expect(text(channel.dialog()?.card)).toMatch(/Mangler: Social- og Beskæftigelsesudvalget.*Mangler: Kommunalbestyrelsen/);
  await channel.submitDialog({}, 'Registrer beslutning');
  await channel.submitDialog({ outcome: 'recommended', reviewOn: '2027-05-03' });
  expect(text(channel.dialog()?.card)).toMatch(/Behandlet: Social- og Beskæftigelsesudvalget.*Mangler: Kommunalbestyrelsen/);
  await channel.submitDialog({}, 'Opfølgning (3 mangler)');
  const steps = text(channel.dialog()?.card);
  expect(steps).toMatch(/Behandling: Kommunalbestyrelsen/);
  await channel.submitDialog({}, 'Er behandlet');
  await channel.submitDialog({ on: '2027-01-06', words: 'Godkendt.' });
  await channel.submitDialog({}, 'Tilbage til punktet');
  expect(text(channel.dialog()?.card)).toMatch(/Behandlet: Kommunalbestyrelsen, onsdag den 6. januar 2027: Godkendt/);
});

test('the day on which a decision is looked at again becomes a deadline with an owner', async () => {
  const channel = await openItem('secretary', 'Åbn punkt 2');
  await channel.submitDialog({}, 'Foreslåede frister (2)');
  await channel.submitDialog({}, 'Accepter: 03.05.2027');
  await channel.submitDialog({ owner: teams.person('caseworker-1').objectId }, 'Accepter');
  expect(text(channel.dialog()?.card)).toMatch(/lagt ind hos Berit Holm: mandag den 3. maj 2027/);
  expect((await mine()).card).toMatch(/Tilbudsvifte.*3. maj 2027.*1. december 2026, punkt 2/);
});

test('a measure that was carried out stands in the register with its decision', async () => {
  const channel = await openItem('secretary', 'Åbn punkt 2');
  await channel.submitDialog({}, 'Opfølgning (2 mangler)');
  await channel.submitDialog({}, 'Gennemført');
  await channel.submitDialog({ on: '2027-01-06' });
  await channel.submitDialog({}, 'Tilbage til punktet');
  expect(text(channel.dialog()?.card)).toMatch(/Gennemført onsdag den 6. januar 2027.*noteret af Lars Bech/);
  const found = (await own('caseworker-1').say('beslutninger tilbudsvifte')).replies[0]?.card;
  expect(await cardFaults(found)).toEqual([]);
  expect(text(found)).toMatch(/Godkendt\..*Kommunalbestyrelsen, onsdag den 6. januar 2027 · registreret her/);
  expect(text(found)).toMatch(/Gennemført onsdag den 6. januar 2027: at tilbudsviften godkendes\.? \(noteret af Lars Bech\)/);
});
