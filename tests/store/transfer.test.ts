import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Change } from '../../src/app/change.ts';
import { firstBrokenAuditLine } from '../../src/store/audit-store.ts';
import { settingStore } from '../../src/store/core/setting-store.ts';
import type { Store } from '../../src/store/database.ts';
import { exportData } from '../../src/store/transfer/export-data.ts';
import { importData } from '../../src/store/transfer/import-data.ts';
import { freshStore } from '../support/stores.ts';

let embedded: Store;
let server: Store;
beforeAll(async () => {
  [embedded, server] = [await freshStore('embedded'), await freshStore('server')];
  for (let index = 0; index < 600; index += 1)
    await settingStore(embedded.db).write('t1', `n${index}`, { index, name: 'æøå "x"' }, change(index));
  await sql`insert into setting (tenant_id, name, value) values ('t1', 'exact', '12345678901234567890.123456789')`.execute(
    embedded.db,
  );
  await sql`insert into absence (tenant_id, person, from_day, to_day, stand_in) values ('t1', 'p', '2026-03-29', '2026-12-31', 'q')`.execute(
    embedded.db,
  );
  await sql`insert into conversation (tenant_id, conversation_id, kind, service_url, dead_since) values ('t1', 'c', 'personal', 'https://x', '2026-10-25T00:30:00.123456Z')`.execute(
    embedded.db,
  );
});
afterAll(async () => {
  await embedded.close();
  await server.close();
});

const change = (index: number): Change => ({
  activityId: `a${index}`,
  audit: { tenantId: 't1', actor: 'berit', action: 'saved', subject: 'test', details: { index } },
});
const exported = async ({ db }: Store, keyId: string | null = null): Promise<readonly string[]> => {
  const lines: string[] = [];
  await exportData(db, keyId, (line) => void lines.push(line));
  return lines;
};
const checksum = (lines: readonly string[]) =>
  createHash('sha256')
    .update([...lines].sort().join('\n'))
    .digest('hex');
async function* each(lines: readonly string[]) {
  yield* lines;
}

test('an export that was cut off, is damaged or comes from a newer version is refused, and nothing of it is kept', async () => {
  const lines = await exported(embedded);
  const newer = [JSON.stringify({ rettesnor: 1, migrations: ['999-later'], keyId: null }), ...lines.slice(1)];
  const faults: readonly [readonly string[], RegExp][] = [
    [lines.slice(0, -1), /cut off/],
    [lines.slice(1), /line 1/],
    [[...lines.slice(0, 700), '{', ...lines.slice(700)], /line 701: not JSON/],
    [newer, /newer version \(999-later\)/],
    [await exported(embedded, '01234567'), /key 01234567/],
  ];
  for (const [wrong, message] of faults) await expect(importData(server.db, null, each(wrong))).rejects.toThrow(message);
  expect((await exported(server)).length).toBe(2);
});

test('what the embedded engine exports and a server imports has the same checksum, and the way back too', async () => {
  const before = await exported(embedded);
  expect(await importData(server.db, null, each(before))).toBe(before.length - 2);
  const after = await exported(server);
  expect(checksum(after)).toBe(checksum(before));
  expect(await firstBrokenAuditLine(server.db, 't1')).toBeNull();
  const again = await freshStore('embedded');
  await importData(again.db, null, each(after));
  expect(checksum(await exported(again))).toBe(checksum(before));
  await again.close();
});

test('an import into a database that holds data already is refused', async () => {
  await expect(importData(embedded.db, null, each(await exported(embedded)))).rejects.toThrow(/has rows already/);
});
