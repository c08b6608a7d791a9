import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Agenda } from '../../../src/domain/agenda/agenda.ts';
import type { ItemRecord } from '../../../src/domain/agenda/meeting/record.ts';
import { agendaStore } from '../../../src/store/agendas/agenda-store.ts';
import { deadlineStore } from '../../../src/store/deadlines/deadline-store.ts';
import { sealOldRows } from '../../../src/store/transfer/seal-old-rows.ts';
import { engines, freshStore, testSealer } from '../../support/stores.ts';

const secret = 'Opsigelse af lejemål hos Anonym Leverandør';
const agenda = { body: 'Socialudvalget', items: [{ number: 1, title: secret, closed: true }] } as unknown as Agenda;
const entry = {
  kind: 'decided',
  decision: { outcome: 'rejected', text: `${secret}: afslået.` },
} as unknown as ItemRecord['entry'];
const trigger = { what: 'Hvornår blev borgeren aktivitetsparat?', on: '2026-10-01', offset: { kind: 'months', count: 6 } };

describe.each(engines)('on the %s engine', (engine) => {
  let store: Awaited<ReturnType<typeof freshStore>>;
  beforeAll(async () => {
    store = await freshStore(engine);
    const { db } = store;
    const json = JSON.stringify(agenda);
    await sql`insert into agenda (tenant_id, id, agenda, revision) values ('t', 'a', ${json}::jsonb, 1)`.execute(db);
    await sql`insert into agenda_post (tenant_id, agenda_id, conversation_id, message_id, shown) values ('t', 'a', 'c', 'm', ${json}::jsonb)`.execute(
      db,
    );
    await sql`insert into item_record (tenant_id, agenda_id, item_index, number, entry, recorded_by, at)
      values ('t', 'a', 0, 1, ${JSON.stringify(entry)}::jsonb, 'sek', 1764000000000)`.execute(db);
    const title = testSealer.seal('Følg op', JSON.stringify(['deadline', 't', 'd', 'title']));
    await sql`insert into deadline (tenant_id, id, kind, title, case_reference, due_on, trigger, source, assumption, owner, state, generation)
      values ('t', 'd', 'checklist', ${title}, '24/1187', '2027-04-01', ${JSON.stringify(trigger)}::jsonb, 'visitation 2017, gruppe 3', null, 'berit', 'open', 1)`.execute(
      db,
    );
  });
  afterAll(() => store.close());

  test('what an earlier version kept in clear is sealed at the next start, once, and reads as before', async () => {
    expect(await sealOldRows(store, testSealer)).toBe(4);
    expect(await sealOldRows(store, testSealer)).toBe(0);
    const agendas = agendaStore(store.db, testSealer);
    expect(await agendas.find('t', 'a')).toMatchObject({ agenda, posted: [{ conversationId: 'c', shown: agenda }] });
    expect(await agendas.records('t', 'a')).toEqual([{ itemIndex: 0, number: 1, entry, by: 'sek', at: 1764000000000 }]);
    expect(await deadlineStore(store.db, testSealer).find('t', 'd')).toMatchObject({
      ...{ title: 'Følg op', trigger, source: 'visitation 2017, gruppe 3', assumption: null, generation: 1 },
    });
  });

  test('of what was sealed nothing is left in the rows, nor in the embedded engine’s files and log', async () => {
    const rows = await Promise.all(
      ['agenda', 'agenda_post', 'item_record', 'deadline'].map((name) =>
        sql`select row_to_json(t)::text as row from ${sql.table(name)} t`.execute(store.db),
      ),
    );
    const clear = JSON.stringify(rows.map((each) => each.rows));
    expect(clear).toContain('24/1187');
    expect(clear).not.toMatch(/Anonym|afslået|aktivitetsparat|gruppe 3/);
    expect(filesWith(['Anonym Leverand', 'aktivitetsparat', 'gruppe 3'], store.folder)).toEqual([]);
  });
});

/** The files that hold one of the words in clear; none on a server, whose files lie elsewhere. */
function filesWith(words: readonly string[], folder: string | null): readonly string[] {
  if (folder === null) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => words.some((word) => readFileSync(path).includes(word)));
}
