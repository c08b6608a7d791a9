import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Change } from '../../../src/app/change.ts';
import { activityLog } from '../../../src/store/core/activity-log.ts';
import { feedbackStore } from '../../../src/store/core/feedback-store.ts';
import { createSealer, readOrMakeKey } from '../../../src/store/core/sealer.ts';
import { settingStore } from '../../../src/store/core/setting-store.ts';
import type { Store } from '../../../src/store/database.ts';
import { inTransaction } from '../../../src/store/transactions.ts';
import { engines, freshStore } from '../../support/stores.ts';

const sealer = createSealer('ab'.repeat(32));
const change = (activityId: string | null): Change => ({
  activityId,
  audit: { tenantId: 't1', actor: 'berit', action: 'saved', subject: 'test', details: {} },
});
describe.each(engines)('the core stores on the %s engine', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());

  test('feedback comes back as written, once, and lies encrypted in the database', async () => {
    const feedback = feedbackStore(store.db, sealer);
    const one = {
      id: 'f1',
      objectId: 'p',
      reaction: 'like',
      text: 'Godt svar',
      question: 'Hvor meget?',
      messageId: null,
    } as const;
    expect([await feedback.save('t1', one, change('m1')), await feedback.save('t1', one, change('m1'))]).toEqual([
      'changed',
      'repeated',
    ]);
    expect(await feedback.list('t1', 10)).toEqual([one]);
    const { rows } = await sql<{ line: string }>`select row_to_json(f)::text as line from feedback f`.execute(store.db);
    expect(rows[0]?.line).not.toMatch(/Godt|meget/);
  });

  test('an activity is first once, and may be forgotten when no retry can come', async () => {
    const log = activityLog(store.db);
    const asked = await Promise.all([1, 2, 3].map(() => log.isFirst('t1', 'x1', 'asked')));
    expect(asked.filter(Boolean)).toHaveLength(1);
    await sql`update handled_activity set at = now() - interval '40 days' where activity_id = 'x1'`.execute(store.db);
    expect(await log.forgetOlderThan(30)).toBe(1);
  });

  test('a setting is read as written, null where there is none', async () => {
    const settings = settingStore(store.db);
    await settings.write('t1', 'adopted', ['horsens-triage-2017'], change(null));
    expect([await settings.read('t1', 'adopted'), await settings.read('t2', 'adopted')]).toEqual([['horsens-triage-2017'], null]);
  });

  test('a plain query of the outer database inside a transaction is refused on this engine too', async () => {
    await expect(inTransaction(store.db, () => sql`select 1`.execute(store.db))).rejects.toThrow(/outer database/);
  });
});

test('a sealed text opens only with its key, in its place, unchanged', () => {
  const sealed = sealer.seal('Kan ikke møde', 'row-1');
  expect(sealer.open(sealed, 'row-1')).toBe('Kan ikke møde');
  expect(() => sealer.open(sealed, 'row-2')).toThrow(/moved to another row/);
  expect(() => sealer.open(`${sealed.slice(0, -2)}AA`, 'row-1')).toThrow(/was changed/);
  expect(() => createSealer('cd'.repeat(32)).open(sealed, 'row-1')).toThrow(/ENCRYPTION_KEY/);
});

test('no two texts are sealed alike, however many', () => {
  const sealed = new Set(Array.from({ length: 2_000 }, () => sealer.seal('ja', 'row-1').slice(0, 25)));
  expect(sealed.size).toBe(2_000);
});

test('a key that no setting gives is made once, readable by its owner only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rettesnor-key-'));
  const key = readOrMakeKey(folder, undefined);
  expect([key, readOrMakeKey(folder, undefined)]).toEqual([key, key]);
  expect(statSync(join(folder, 'encryption-key')).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});
