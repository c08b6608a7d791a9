import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { expect, test } from 'vitest';

const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

test('every import in src and tests points down the layers', async () => {
  const sources = readdirSync('src', { recursive: true }).filter((file) => String(file).endsWith('.ts'));
  const { output } = await cruise(['src', 'tests'], { ...config.options, validate: true, ruleSet: config }, undefined, {
    tsConfig: extractTSConfig('tsconfig.json'),
  });
  const { summary, modules } = output as ICruiseResult;
  expect(modules.filter(({ source }) => source.startsWith('src/') && source.endsWith('.ts')).length, 'every file was read').toBe(
    sources.length,
  );
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
}, 120_000);
