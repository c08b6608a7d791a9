import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Change } from '../../../src/app/change.ts';
import type { FigureDecision } from '../../../src/domain/budget/proposal/proposal.ts';
import type { Store } from '../../../src/store/database.ts';
import { figureDecisionStore } from '../../../src/store/figures/figure-decision-store.ts';
import { engines, freshStore } from '../../support/stores.ts';

const change = (activityId: string, tenantId = 't1'): Change => ({
  activityId,
  audit: { tenantId, actor: 'secretary', action: 'figures-decided', subject: 'figures:d1', details: {} },
});
const approved = (key: string, label: string | null = null): FigureDecision => ({
  ...{ key, documentId: 'd1', decision: 'approved', label, period: null, unit: null },
});

describe.each(engines)('decisions on figures, on the %s engine', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());

  test('the newest decision on a number stands, and each tenant has its own', async () => {
    const decisions = figureDecisionStore(store.db);
    await decisions.save('t1', [approved('a'), approved('b')], change('m1'));
    await decisions.save('t1', [{ ...approved('a', 'Mentorer'), unit: 'thousands' }], change('m2'));
    await decisions.save('t1', [{ ...approved('b'), decision: 'rejected' }], change('m3'));
    expect(await decisions.all('t1')).toEqual([
      { ...approved('a', 'Mentorer'), unit: 'thousands' },
      { ...approved('b'), decision: 'rejected' },
    ]);
    expect(await decisions.all('t2')).toEqual([]);
  });

  test('the same press twice decides once', async () => {
    const decisions = figureDecisionStore(store.db);
    expect(await decisions.save('t3', [approved('a')], change('m4', 't3'))).toBe('changed');
    expect(await decisions.save('t3', [{ ...approved('a'), decision: 'rejected' }], change('m4', 't3'))).toBe('repeated');
    expect(await decisions.all('t3')).toEqual([approved('a')]);
  });
});
