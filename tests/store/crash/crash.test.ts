import { expect, test } from 'vitest';
import { crashRun } from './crash-run.ts';

test('what was acknowledged survives two kills in the middle of 60 imports and feedback writes, and a second process is told who holds the data', async () => {
  const { acknowledged, missing, brokenAuditLine, refusals } = await crashRun(2, 60);
  expect({ missing, brokenAuditLine }).toEqual({ missing: [], brokenAuditLine: null });
  expect(acknowledged).toBeGreaterThanOrEqual(45);
  expect(refusals).toHaveLength(2);
  for (const { pid, message } of refusals) expect(message).toContain(`in use by process ${pid} on`);
});
