import { expect, test } from 'vitest';
import { killInRuns } from '../support/killed-runs.ts';

test('twenty kills in the middle of checklists lose no answer that was confirmed', async () => {
  const { confirmed, missing, doubled } = await killInRuns(20, 120);
  console.info(`${confirmed} answers were confirmed before 20 kills`);
  expect({ missing, doubled }).toEqual({ missing: [], doubled: [] });
});
