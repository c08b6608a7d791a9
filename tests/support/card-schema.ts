import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

const root = new URL('../..', import.meta.url).pathname;
const types = createRequire(import.meta.url)
  .resolve('@microsoft/teams.cards')
  .replace(/index\.js$/, 'index.d.ts');
const { version } = JSON.parse(readFileSync(join(dirname(types), '..', 'package.json'), 'utf8')) as { version: string };
const cache = join(root, 'node_modules', '.cache', 'rettesnor', `card-schema-${version}.json`);
let validator: ValidateFunction | null = null;

/** Checks a card against the JSON schema of Microsoft's own types for Teams cards; made once a machine. */
export async function cardSchema(): Promise<ValidateFunction> {
  validator ??= new Ajv({ allErrors: true, strict: false, discriminator: false }).compile(
    existsSync(cache) ? JSON.parse(readFileSync(cache, 'utf8')) : await generated(),
  );
  return validator;
}

async function generated(): Promise<object> {
  const { createGenerator } = await import('ts-json-schema-generator');
  const schema = createGenerator({
    path: types,
    type: 'IAdaptiveCard',
    skipTypeCheck: true,
    expose: 'all',
    topRef: true,
  }).createSchema('IAdaptiveCard');
  mkdirSync(dirname(cache), { recursive: true });
  writeFileSync(cache, JSON.stringify(schema));
  return schema;
}
