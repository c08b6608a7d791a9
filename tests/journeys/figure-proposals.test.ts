import { afterAll, beforeAll, expect, test } from 'vitest';
import { directoryOf, personIn } from '../../src/app/access/member-list.ts';
import { createClock } from '../../src/clock/clock.ts';
import { readConfig } from '../../src/config/config.ts';
import { readImportWords } from '../../src/content/import/guess-document.ts';
import { readDocument } from '../../src/content/import/read-document.ts';
import { readTexts } from '../../src/content/texts.ts';
import { documentStore } from '../../src/store/document-store.ts';
import { answerQuestions, questionsFeature } from '../../src/teams/questions/questions-feature.ts';
import { tryoutPeople, tryoutTenant } from '../../src/tryout/people/people.ts';
import { type StandIn, startStandIn } from '../../src/tryout/stand-in.ts';
import { createQuestions } from '../../src/wiring/questions.ts';
import { startBot } from '../support/bot.ts';
import { cardFaults } from '../support/check-card.ts';
import { dataFolder } from '../support/run-bot.ts';
import { freshStore, testSealer } from '../support/stores.ts';

const budget = (mentors: string) => `Budget 2031 for Beskæftigelsesudvalget i Strandby Kommune

Driftsramme for 2031

Beløb i 1.000 kr.

Område\t2031
Mentorkorps\t${mentors}
Løntilskudsjob\t800
I alt\t2.000

Frivillighed

Strandby Kommune afsatte 2,4 mio. kr. til frivilligcentret i 2031.

Forslag til besparelser

\t2031
Færre konsulenter\t-400
Mindre kørsel\t-600
I alt\t-1.000
`;
const told = { municipality: 'Strandby', year: 2031 };
const noted: string[] = [];
let teams: StandIn;
let importText = async (_text: string) => {};
let close = async () => {};

beforeAll(async () => {
  const store = await freshStore('embedded');
  const members = tryoutPeople.flatMap(({ name, objectId, role }) =>
    objectId === null || role === null ? [] : [{ tenantId: tryoutTenant, objectId, name, roles: [role], team: 'A' }],
  );
  const directory = directoryOf(members);
  let now = Date.parse('2031-03-03T09:00:00Z');
  const clock = { ...createClock(), now: () => now };
  const audit = { note: ({ action, subject }: { action: string; subject: string }) => void noted.push(`${action} ${subject}`) };
  const config = readConfig({ DATA_DIR: dataFolder() });
  const parts = { config, store, clock, texts: readTexts(), audit, sealer: testSealer };
  const questions = createQuestions(parts, () => null);
  importText = async (text) => {
    const read = await readDocument('strandby.txt', Buffer.from(text), { told, known: new Map(), words: readImportWords() });
    if (read.kind !== 'read') throw new Error(read.kind);
    const entry = { tenantId: 'local', actor: 'command-line', action: 'document-imported', subject: 'strandby', details: {} };
    await documentStore(store.db).save('local', read.imported, { activityId: null, audit: entry });
    now += 61_000;
  };
  const personOf = (tenantId: string, objectId: string | null, name: string) => personIn(directory, tenantId, objectId, name);
  const dispatcher = { features: [questionsFeature(questions), questions.proposals], ask: answerQuestions(questions) };
  const bot = await startBot(dispatcher, null, { personOf, clock });
  teams = await startStandIn({ botUrl: `${bot.url}/api/messages` });
  close = async () => {
    await teams.close();
    await bot.close(500);
    await store.close();
  };
  await importText(budget('1.200'));
});
afterAll(() => close());

const chat = (key = 'secretary') => teams.personalChat(teams.person(key));
const ask = async (text: string) => JSON.stringify((await chat('caseworker-1').say(text)).replies[0]?.card ?? '');
const question = 'Hvor meget er der til mentorkorpset i Strandby i 2031?';
const cardOf = () => chat().cardOf(chat().last()?.id ?? '');
const shown = () => JSON.stringify(cardOf());

test('before anybody has approved a number of an imported document, no answer states it', async () => {
  expect(await ask(question)).not.toContain('1.200.000');
});

test('a caseworker is refused and it is audited', async () => {
  const { replies } = await chat('caseworker-1').say('tal til godkendelse');
  expect(replies[0]?.text).toContain('udvalgssekretærer');
  expect(noted).toContain('access-refused figures:figures');
});

test('the secretary sees each number with its quotation, and what has no unit cannot be approved as it is', async () => {
  await chat().say('tal til godkendelse');
  expect(await cardFaults(cardOf())).toEqual([]);
  expect(shown()).toMatch(/7 af 7 tal.*Mentorkorps.*1\.200\.000 kr\. · 2031 · Strandby.*”Mentorkorps 1\.200”/);
  expect(shown()).toContain('"title":"Godkend 4 uden tvivl"');
});

test('an approved number answers with its source at once', async () => {
  await chat().press(chat().last()?.id ?? '', 'Godkend 4 uden tvivl');
  expect(shown()).toMatch(/3 af 7 tal/);
  const answer = await ask(question);
  expect(answer).toContain('"text":"1.200.000 kr."');
  expect(answer).toMatch(/Strandby.*Driftsramme for 2031/);
});

test('a number without a unit is approved once a person has given it one', async () => {
  await chat().press(chat().last()?.id ?? '', 'Ret');
  expect(await cardFaults(chat().dialog()?.card)).toEqual([]);
  await chat().submitDialog({ label: '', unit: 'thousands' });
  expect(JSON.stringify(chat().dialog()?.card)).toContain('Skriv, hvad det er et tal for');
  await chat().submitDialog({ label: 'Færre konsulenter', unit: 'as-is' });
  expect(JSON.stringify(chat().dialog()?.card)).toContain('Enheden fremgår ikke');
  await chat().submitDialog({ label: 'Besparelse på konsulenter', unit: 'thousands' });
  await teams.waitFor(({ card }) => JSON.stringify(card ?? '').includes('2 af 7 tal'));
  expect(await ask('Hvor stor er besparelsen på konsulenter i Strandby i 2031?')).toContain('400.000 kr.');
});

test('a number that the document no longer states ends with it', async () => {
  await importText(budget('1.300'));
  expect(await ask(question)).not.toContain('1.200.000 kr.');
  await chat().say('tal til godkendelse');
  expect(shown()).toMatch(/1\.300\.000 kr\. · 2031/);
});
