import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseQueue, QueueStore, Run, RunStore } from '../../../src/app/checklists/ports.ts';
import { plainDate } from '../../../src/domain/calendar/plain-date.ts';
import { firstBrokenAuditLine } from '../../../src/store/audit-store.ts';
import { checklistStore } from '../../../src/store/checklists/checklist-store.ts';
import { inTransaction } from '../../../src/store/transactions.ts';
import { engines, freshStore, testSealer } from '../../support/stores.ts';

describe.each(engines)('steps that come together on the %s engine', (engine) => {
  let store: Awaited<ReturnType<typeof freshStore>>;
  let runs: RunStore & QueueStore;
  const audit = { tenantId: 't', actor: 'berit "æ"\n', action: 'checklist-answered', subject: 'run', details: { b: 1, a: 'ø' } };
  const answer = (question: string, version = 1, value = 'ja') => ({ question, version, value, by: 'berit', at: 7 });

  const add = (runId: string, activityId: string, ...answers: ReturnType<typeof answer>[]) =>
    runs.addAnswers('t', { runId, conversationId: `chat of ${runId}`, answers }, { activityId, audit });

  beforeAll(async () => {
    store = await freshStore(engine);
    runs = checklistStore(store.db, testSealer);
    for (const id of ['a', 'b', 'c', 'closed']) {
      const run = { id, caseReference: '24/1', ruleSet: 'x@1', asOf: plainDate('2017-09-04'), owner: 'berit', isTrial: false };
      await runs.start('t', { ...run, startedAt: 1, sharedIn: null, answers: [] }, null, { activityId: null, audit });
    }
    await runs.close('t', 'closed', { activityId: null, audit });
  });
  afterAll(() => store.close());

  test('each is recorded, repeated or refused for itself, and told the run as it is afterwards', async () => {
    const fsyncs = store.fsyncs();
    const steps = await Promise.all([
      add('a', '1', answer('q1'), answer('q2')),
      add('a', '1', answer('q3')),
      add('a', '2', answer('q2', 1, 'nej'), answer('q4')),
      add('a', '3', answer('q1', 1, 'nej')),
      add('b', '4', answer('q1', 1, 'æøå')),
      add('closed', '5', answer('q1')),
      add('nowhere', '6', answer('q1')),
    ]);
    expect(steps.map(({ outcome, recorded }) => [outcome, [...recorded].sort().join()])).toEqual([
      ['changed', 'q1,q2'],
      ['repeated', ''],
      ['changed', 'q4'],
      ['conflict', ''],
      ['changed', 'q1'],
      ['conflict', ''],
      ['conflict', ''],
    ]);
    const standing = steps.map(({ run }) => run?.answers.map(({ question, value }) => `${question}=${value}`).join());
    expect(standing.slice(2, 6)).toEqual(['q1=ja,q2=ja,q4=ja', 'q1=ja,q2=ja,q4=ja', 'q1=æøå', '']);
    expect(steps[6]?.run).toBeNull();
    if (engine === 'embedded') expect(store.fsyncs() - fsyncs).toBeLessThan(steps.length);
  });

  test('a refused step may be sent again, and the audit chain holds one whole line a recorded step', async () => {
    const again = await add('a', '3', answer('q1', 2, 'nej'));
    expect(again).toMatchObject({ outcome: 'changed', recorded: ['q1'] });
    const { rows } = await sql<{ lines: number }>`
      select count(*)::int as lines from audit where action = 'checklist-answered' and tenant_id = 't'`.execute(store.db);
    expect(rows[0]?.lines).toBe(4 + 1 + 3 + 1);
    expect(await firstBrokenAuditLine(store.db, 't')).toBeNull();
  });

  test('each is told the queue of the conversation in which it was answered', async () => {
    const taken = { caseReference: '24/1', state: 'taken', runId: 'a' } as const;
    const common = [answer('q1')];
    const queue: CaseQueue = {
      ...{ id: 'queue', conversationId: 'chat of a', checklist: 'x', owner: 'berit', revision: 0 },
      ...{ cases: [taken], common, shownTo: 3, current: 'a' },
    };
    await runs.saveQueue('t', queue, { activityId: null, audit });
    const [there, elsewhere] = await Promise.all([add('a', '11', answer('q7')), add('b', '12', answer('q7'))]);
    expect(there.queue).toEqual({ ...queue, revision: 1 });
    expect(there.queue).toEqual(await runs.queueIn('t', 'chat of a'));
    expect(elsewhere.queue).toBeNull();
  });

  test('one that cannot be stored fails alone', async () => {
    const [bad, good] = await Promise.allSettled([
      add('b', '8', { ...answer('q5'), at: Number.NaN }),
      add('b', '9', answer('q6')),
    ]);
    expect(bad?.status).toBe('rejected');
    expect(good).toMatchObject({ status: 'fulfilled', value: { outcome: 'changed' } });
    expect((await runs.find('t', 'b'))?.answers.map(({ question }) => question)).toEqual(['q1', 'q6', 'q7']);
  });

  test('whatever came to a run since it was seen here stands in the answer to the next step', async () => {
    const elsewhere = checklistStore(store.db, testSealer);
    const change = { activityId: null, audit };
    const same = async () => expect(runs.lastSeen('t', 'b')).toEqual(await checklistStore(store.db, testSealer).find('t', 'b'));
    await runs.find('t', 'b');
    const alone = await add('b', '20', answer('r1'), answer('r2'));
    expect(alone.run).toEqual(runs.lastSeen('t', 'b'));
    await same();

    await elsewhere.addAnswers('t', { runId: 'b', conversationId: 'c', answers: [answer('r3', 1, 'nej')] }, change);
    expect((await add('b', '21', answer('r1', 2, 'nej'))).run?.answers.find(({ question }) => question === 'r3')?.value).toBe(
      'nej',
    );
    await same();

    await elsewhere.share('t', 'b', 'meeting', change);
    await elsewhere.markPosted('t', 'b', { conversationId: 'meeting', messageId: 'm1' });
    expect((await add('b', '22', answer('r4'))).run?.sharedAt).toEqual([{ conversationId: 'meeting', messageId: 'm1' }]);
    await same();

    const seen = await elsewhere.find('t', 'b');
    const receipt = { ruleSet: 'x@1', engineVersion: '1', asOf: plainDate('2017-09-04'), answers: {} };
    const sent = { kind: 'sent', proposed: [], outcome: null, reason: null, words: null, legalBasis: null, by: 'berit' } as const;
    await elsewhere.decide('t', seen as Run, { ...sent, byName: 'Berit', at: 9, deadlines: [], receipt }, [], change);
    expect((await add('b', '23', answer('r5'))).run?.decisions).toHaveLength(1);
    await same();

    const [first, second] = await Promise.all([add('b', '24', answer('r6')), add('b', '25', answer('r7'))]);
    expect(second.run).toEqual(first.run);
    expect(first.run?.answers.map(({ question }) => question)).toEqual(expect.arrayContaining(['r6', 'r7']));
    await same();

    await elsewhere.close('t', 'b', change);
    expect(await add('b', '26', answer('r8'))).toMatchObject({ outcome: 'conflict', run: { state: 'closed' } });
    await same();
  });

  test('a version that nobody can have seen is refused: what is remembered and what is kept would else differ', async () => {
    await runs.find('t', 'a');
    expect(await add('a', '30', answer('q1', 9, 'nej'))).toMatchObject({ outcome: 'conflict', recorded: [] });
    expect(await add('a', '31', answer('q1', 3, 'ja'))).toMatchObject({ outcome: 'changed', recorded: ['q1'] });
    expect(runs.lastSeen('t', 'a')).toEqual(await checklistStore(store.db, testSealer).find('t', 'a'));
  });

  test('runs that are shared while they are answered hold nobody up', async () => {
    for (let round = 0; round < 12; round += 1) {
      const shares = ['c', 'a'].map((id) =>
        runs.share('t', id, `meeting ${round}`, { activityId: `s${id}${round}`, audit: { ...audit, subject: `run:${id}` } }),
      );
      for (let turn = 0; turn < round % 4; turn += 1) await new Promise(setImmediate);
      const steps = ['a', 'c'].map((id) => add(id, `d${id}${round}`, answer(`d${round}`)));
      expect(await Promise.all(shares)).toEqual(['changed', 'changed']);
      expect((await Promise.all(steps)).map(({ outcome }) => outcome)).toEqual(['changed', 'changed']);
    }
    const { rows } = await sql<{ deadlocks: number }>`
      select deadlocks::int from pg_stat_database where datname = current_database()`.execute(store.db);
    expect(rows[0]?.deadlocks).toBe(0);
  });

  test('runs and steps are not asked for inside another transaction', async () => {
    await expect(inTransaction(store.db, () => runs.find('t', 'a'))).rejects.toThrow(/inside a transaction/u);
    const step = () => add('a', '10', answer('q9'));
    await expect(inTransaction(store.db, step)).rejects.toThrow(/inside a transaction/u);
  });
});
