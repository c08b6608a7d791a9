import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../src/app/audit.ts';
import { batchedAuditTrail, firstBrokenAuditLine } from '../../src/store/audit-store.ts';
import { openStore, type Store } from '../../src/store/database.ts';
import { applyChange, inTransaction } from '../../src/store/transactions.ts';
import { engines, freshStore } from '../support/stores.ts';

const entry = (action: string, details: AuditEntry['details'] = {}): AuditEntry => ({
  tenantId: 't1',
  actor: 'berit',
  action,
  subject: 'test',
  details,
});

describe.each(engines)('on the %s engine', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());
  const count = async (table: string) =>
    Number((await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(store.db)).rows[0]?.n);

  test('days, whole numbers and decimals are read alike', async () => {
    const { rows } =
      await sql`select '2026-03-29'::date as day, 9007199254740991::int8 as whole, 1.50::numeric as decimal, true as flag`.execute(
        store.db,
      );
    expect(rows).toEqual([{ day: '2026-03-29', whole: 9007199254740991, decimal: '1.50', flag: true }]);
  });

  test('a number that JavaScript cannot hold exactly is refused rather than rounded', async () => {
    await expect(sql`select 9007199254740993::int8 as n`.execute(store.db)).rejects.toThrow(/9007199254740993/);
  });

  test('a change with its audit line is made once however often its activity comes', async () => {
    const change = { activityId: 'a1', audit: entry('made') };
    const work = async () => 'changed' as const;
    expect([await applyChange(store.db, change, work), await applyChange(store.db, change, work)]).toEqual([
      'changed',
      'repeated',
    ]);
    expect(await count('audit')).toBe(1);
  });

  test('a change that meets a conflict leaves nothing behind and may be tried again', async () => {
    const change = { activityId: 'a2', audit: entry('made') };
    expect(await applyChange(store.db, change, async () => 'conflict')).toBe('conflict');
    expect(await applyChange(store.db, change, async () => 'changed')).toBe('changed');
  });

  test('the audit log refuses change, deletion and emptying', async () => {
    for (const statement of ['update audit set actor = $$x$$', 'delete from audit', 'truncate audit']) {
      await expect(sql.raw(statement).execute(store.db)).rejects.toThrow(/append-only/);
    }
  });

  test('lines written at the same moment make one chain without gaps', async () => {
    const trail = batchedAuditTrail(store.db, (fault) => {
      throw fault;
    });
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        applyChange(store.db, { activityId: `c${index}`, audit: entry('made', { index }) }, async () => 'changed'),
      ),
    );
    for (let index = 0; index < 50; index += 1) trail.note(entry('asked', { index }));
    await trail.close();
    expect(await count('audit')).toBeGreaterThanOrEqual(80);
    expect(await firstBrokenAuditLine(store.db, 't1')).toBeNull();
  });

  test('the outer database inside a transaction is an error, not a wait without end', async () => {
    const nested = inTransaction(store.db, () => inTransaction(store.db, async () => 1));
    await expect(nested).rejects.toThrow(/outer database/);
  });
});

describe('the embedded data folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rettesnor-folder-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a commit is followed by a flush of the host', async () => {
    const store = await openStore({ dataFolder: join(folder, 'db'), openedAt: 'now' });
    const before = store.fsyncs();
    for (let index = 0; index < 10; index += 1)
      await sql`insert into setting (tenant_id, name, value) values ('t', ${String(index)}, '1')`.execute(store.db);
    expect(store.fsyncs() - before).toBeGreaterThanOrEqual(10);
    await expect(openStore({ dataFolder: join(folder, 'db'), openedAt: 'later' })).rejects.toThrow(
      new RegExp(`in use by process ${process.pid} on`),
    );
    await store.close();
  });

  test('a lock whose process was killed is taken over', async () => {
    const script = `import { openStore } from ${JSON.stringify(new URL('../../src/store/database.ts', import.meta.url).href)};
      await openStore({ dataFolder: ${JSON.stringify(join(folder, 'db'))}, openedAt: 'child' }); process.stdout.write('open'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await expect(openStore({ dataFolder: join(folder, 'db'), openedAt: 'now' })).rejects.toThrow(
      new RegExp(`in use by process ${child.pid} on .*since child`),
    );
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    const store = await openStore({ dataFolder: join(folder, 'db'), openedAt: 'now' });
    await store.close();
  });
});
