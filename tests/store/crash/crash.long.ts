import { expect, test } from 'vitest';
import { crashRun } from './crash-run.ts';

test('what was acknowledged survives ten kills in the middle of 1,000 imports and feedback writes, and a second process is told who holds the data', async () => {
  const { acknowledged, missing, brokenAuditLine, refusals } = await crashRun(10, 1000);
  expect({ missing, brokenAuditLine }).toEqual({ missing: [], brokenAuditLine: null });
  expect(acknowledged).toBeGreaterThanOrEqual(3_300);
  expect(refusals).toHaveLength(10);
  for (const { pid, message } of refusals) expect(message).toContain(`in use by process ${pid} on`);
});
