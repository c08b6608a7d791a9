import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { firstBrokenAuditLine } from '../../../src/store/audit-store.ts';
import { gathered } from '../../../src/store/core/group-commit.ts';
import type { Engine } from '../../../src/store/engine/pglite-dialect.ts';
import { applyChange } from '../../../src/store/transactions.ts';
import { engines, freshStore } from '../../support/stores.ts';

const change = (activityId: string, subject: string) => ({
  activityId,
  audit: { tenantId: 't', actor: 'a', action: 'noted', subject, details: {} },
});

test.each(engines)('changes that come at once share a commit, and each stands or falls for itself (%s)', async (engine) => {
  const { db, close } = await freshStore(engine);
  try {
    await sql`create table note (id text primary key)`.execute(db);
    const put = (id: string, activityId = id) =>
      applyChange(db, change(activityId, id), async (transaction) => {
        await sql`insert into note (id) values (${id})`.execute(transaction);
        return id.startsWith('conflict') ? 'conflict' : 'changed';
      });
    const ids = Array.from({ length: 30 }, (_, index) => `n${index}`);
    const settled = await Promise.allSettled([
      ...ids.map((id) => put(id)),
      put('conflict-1'),
      put('n0', 'another activity'),
      put('again', 'n1'),
    ]);
    const outcomes = settled.map((one) => (one.status === 'fulfilled' ? one.value : 'fault'));
    expect(outcomes).toEqual([...ids.map(() => 'changed'), 'conflict', 'fault', 'repeated']);
    const kept = await sql<{ id: string }>`select id from note`.execute(db);
    expect(kept.rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
    const lines = await sql<{ subject: string }>`select subject from audit where tenant_id = 't'`.execute(db);
    expect(lines.rows.map(({ subject }) => subject).sort()).toEqual([...ids].sort());
    expect(await firstBrokenAuditLine(db, 't')).toBeNull();
    const after = await sql<{
      of: number;
    }>`select count(distinct xmin::text)::int as of from audit where tenant_id = 't'`.execute(db);
    expect(after.rows[0]?.of).toBeLessThan(10);
  } finally {
    await close();
  }
});

test('work that is ready in the same moment goes together, and what comes meanwhile goes in the next batch', async () => {
  const batches: number[][] = [];
  let release = () => {};
  const add = gathered<number, number>(async (items) => {
    batches.push([...items]);
    if (items.includes(1)) await new Promise<void>((resolve) => (release = resolve));
    return items.map((item) => ({ result: item * 2 }));
  }, 'embedded');
  const first = [1, 2].map(add);
  await vi.waitUntil(() => batches.length === 1);
  const others = [3, 4, 5].map(add);
  release();
  expect(await Promise.all([...first, ...others])).toEqual([2, 4, 6, 8, 10]);
  expect(batches).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
});

test('where many wait, the next batch is under way before the answers of the last one are heard', async () => {
  const heard: string[] = [];
  let release = () => {};
  const add = gathered<number, number>(async (items) => {
    heard.push(`work ${items.join()}`);
    if (items.includes(1)) await new Promise<void>((resolve) => (release = resolve));
    return items.map((item) => ({ result: item }));
  }, 'server');
  const hear = async (item: number) => heard.push(`answer ${await add(item)}`);
  const first = [1, 2].map(hear);
  await vi.waitUntil(() => heard.length === 1);
  const others = [3, 4].map(hear);
  release();
  await Promise.all([...first, ...others]);
  expect(heard).toEqual(['work 1,2', 'work 3,4', 'answer 1', 'answer 2', 'answer 3', 'answer 4']);
});

test('of many, a server gets a third at a time and the embedded engine, which works in this thread, all', async () => {
  const sizes = async (engine: Engine) => {
    const seen: number[] = [];
    const work = async (items: readonly number[]) => {
      seen.push(items.length);
      return items.map((item) => ({ result: item }));
    };
    const add = gathered<number, number>(work, engine);
    await Promise.all(Array.from({ length: 60 }, (_, item) => add(item)));
    return seen;
  };
  expect(await sizes('embedded')).toEqual([60]);
  expect(await sizes('server')).toEqual([20, 20, 14, 6]);
});

test('a batch that fails as a whole is told to all who waited, and the next one is done', async () => {
  const add = gathered<number, number>(async (items) => {
    if (items.includes(0)) throw new Error('no connection');
    return items.map((item) => ({ result: item }));
  }, 'server');
  await expect(add(0)).rejects.toThrow('no connection');
  expect(await add(1)).toBe(1);
});
