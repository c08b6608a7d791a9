import { defineConfig } from 'vitest/config';

// Crash, load, fuzz and full mutation runs: the same tests as in `npm test`, at the counts that the promises name.
export default defineConfig({
  test: { include: ['tests/**/*.long.ts'], fileParallelism: false, testTimeout: 3_600_000, hookTimeout: 600_000 },
});
