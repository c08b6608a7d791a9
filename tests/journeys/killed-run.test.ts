import { expect, test } from 'vitest';
import { killInRuns } from '../support/killed-runs.ts';

test('a bot that is killed in the middle of checklists loses no answer that it had confirmed', async () => {
  const { confirmed, missing, doubled } = await killInRuns(2, 40);
  expect(confirmed).toBeGreaterThan(5);
  expect({ missing, doubled }).toEqual({ missing: [], doubled: [] });
});
