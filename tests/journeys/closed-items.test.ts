import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Chat } from '../../src/tryout/chat/chat.ts';
import { tryoutTenant } from '../../src/tryout/people/people.ts';
import type { StandIn } from '../../src/tryout/stand-in.ts';
import { startAgendaBot } from '../support/agenda-bot.ts';

const agendaText = `Testkøbing Kommune
Dagsorden
Social- og Beskæftigelsesudvalget
Mødedato: 1. december 2026

Punkt 1: Godkendelse af dagsorden
Indstilling
Forvaltningen indstiller, at dagsordenen godkendes.

Punkt 2: Lukket punkt: Opsigelse af Kilometerskolen
Sagsnr.: 81.00.00-A00-3-26
Indstilling
Forvaltningen indstiller, at Slutkontrakten tages til efterretning.
`;
/** Words of the closed item and of its decision. */
const secrets = ['Kilometerskolen', 'Slutkontrakten', '81.00.00-A00-3-26', 'Genforhandles'];
let bot: Awaited<ReturnType<typeof startAgendaBot>>;
let teams: StandIn;
let id = '';
beforeAll(async () => {
  bot = await startAgendaBot();
  teams = bot.teams;
  const files = [{ name: 'dagsorden.txt', content: agendaText }];
  const { replies } = await own('secretary').say('', { files });
  id = /"id":"([^"]+)"/.exec(text(replies[0]?.card))?.[1] ?? '';
});
afterAll(() => bot.close());
const text = (value: unknown) => JSON.stringify(value);
const own = (key: string) => teams.personalChat(teams.person(key));
const records = () => bot.context.desk.store.records(tryoutTenant, id);

/** What a dialog is asked for with data made up by hand. */
const asked = async (chat: Chat, dialog: string, more: object = {}, step = 'submit') => {
  const data = { dialog: `agendas/${dialog}`, id, item: 1, ...more };
  return text(await chat.send({ type: 'invoke', name: `task/${step}`, value: { data } }));
};
const decided = { send: true, seen: 0, outcome: 'other', text: 'Genforhandles inden jul.' };

test.each([
  'channel',
  'meeting',
  'groupChat',
] as const)('in a %s a closed item is neither opened, decided nor undone, not even by the secretary', async (kind) => {
  const place = teams[kind](teams.person('secretary'));
  for (const name of ['item', 'decide', 'history', 'follow-ups', 'accept', 'matters'])
    for (const step of ['fetch', 'submit'])
      expect(await asked(place, name, { ...decided, key: 'review|1|2027-01-01' }, step), name).toContain('findes ikke længere');
  expect(await records()).toEqual([]);
});

test('in the personal chat the secretary records it, and nobody without that role', async () => {
  for (const key of ['caseworker-1', 'guest']) {
    for (const name of ['item', 'decide', 'history']) {
      const answer = await asked(own(key), name, decided);
      for (const secret of secrets) expect(answer, name).not.toContain(secret);
    }
    expect(await records()).toEqual([]);
  }
  expect(await asked(own('secretary'), 'decide', decided)).toMatch(/Kilometerskolen.*lukket: vises kun.*Genforhandles inden jul/);
  expect(await records()).toHaveLength(1);
});

test('posted, paged, as minutes, searched or asked for, a channel sees the number of a closed item alone', async () => {
  const channel = teams.channel(teams.person('secretary'));
  const { replies } = await channel.say('post dagsorden');
  await channel.press(replies[0]?.id ?? '', 'agendas/post');
  const posted = await teams.waitFor(({ threadId, card }) => threadId !== null && /Punkt 2: lukket punkt/.test(text(card)));
  const minutes = (await channel.say('referat')).replies[0]?.id ?? '';
  await channel.press(minutes, 'agendas/minutes');
  const shown: unknown[] = [posted.card, channel.cardOf(minutes), (await channel.say('beslutninger Genforhandles')).replies];
  for (const query of ['Kilometerskolen', 'Genforhandles', 'Testkøbing', '']) shown.push(await channel.search('search', query));
  expect(text(shown)).toContain('lukket punkt');
  for (const secret of secrets.filter((one) => one !== 'Genforhandles')) expect(text(shown)).not.toContain(secret);
  expect(text(shown)).not.toContain(decided.text);
});

test('of a closed item and its decision nothing lies in the database in clear, and the full minutes still say it', async () => {
  const { db, folder } = bot.store;
  await sql`checkpoint`.execute(db);
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public'`.execute(db);
  const rows = await Promise.all(
    tables.rows.map(({ name }) => sql`select row_to_json(t)::text as row from ${sql.table(name)} t`.execute(db)),
  );
  const clear = text(rows.map((each) => each.rows));
  expect(clear).toContain('2026-12-01');
  for (const secret of secrets) expect(clear).not.toContain(secret);
  expect(filesWith(secrets, folder ?? '')).toEqual([]);
  const minutes = (await own('secretary').say('referat')).replies[0]?.id ?? '';
  await own('secretary').press(minutes, 'agendas/minutes');
  await own('secretary').press(minutes, 'Fuld udgave');
  expect(text(own('secretary').cardOf(minutes))).toMatch(/Kilometerskolen.*Genforhandles inden jul/);
});

/** The files of a folder, the database's log with them, that hold one of the words in clear. */
function filesWith(words: readonly string[], folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => words.some((word) => readFileSync(path).includes(word)));
}
