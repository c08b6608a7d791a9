import { defineConfig } from 'vitest/config';

// Tests that load the SDK, a database or a browser share processes; the rest is isolated and quick.
const shared = ['tests/teams/**', 'tests/journeys/**', 'tests/store/**', 'tests/tryout/**', 'tests/http/**'];
const browser = ['tests/browser/**'];
const test = '/**/*.test.ts';

export default defineConfig({
  test: {
    // Every project the same, so that their files run side by side.
    maxWorkers: 2,
    projects: [
      { test: { name: 'unit', include: [`tests${test}`], exclude: [...shared, ...browser], testTimeout: 60_000 } },
      {
        test: {
          name: 'server',
          include: shared.map((folder) => folder.replace('/**', test)),
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: browser.map((folder) => folder.replace('/**', test)),
          isolate: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
