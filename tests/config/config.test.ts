import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isTryout, readConfig, settings } from '../../src/config/config.ts';

const sample = readFileSync('env.sample', 'utf8');
const written = [...sample.matchAll(/^([A-Za-z_]+)=(.*)$/gm)].map(([, name, value]) => [name ?? '', value ?? ''] as const);

test('env.sample names every setting once, and no other', () => {
  expect(written.map(([name]) => name).sort()).toEqual(Object.keys(settings.shape).sort());
});

test('env.sample as it stands is what no settings are', () => {
  expect(readConfig(Object.fromEntries(written))).toEqual(readConfig({}));
});

test('without settings only the try-out is started', () => expect(isTryout(readConfig({}))).toBe(true));

test('all faults are told together and no value is printed', () => {
  const faulty = () =>
    readConfig({
      PORT: 'secret-port',
      DATABASE_URL: 'mysql://secret',
      ENCRYPTION_KEY: 'secret-key',
      PEOPLE: 'secret{',
      CASE_NUMBER_PATTERN: '(secret',
    });
  expect(faulty).toThrow(/PORT[\s\S]*DATABASE_URL[\s\S]*ENCRYPTION_KEY[\s\S]*PEOPLE[\s\S]*CASE_NUMBER_PATTERN/);
  expect(faulty).not.toThrow(/secret/);
});

test('a bot with an app id needs its password, its tenant and a key', () => {
  expect(() => readConfig({ MicrosoftAppId: 'app' })).toThrow(
    /MicrosoftAppPassword[\s\S]*MicrosoftAppTenantId[\s\S]*ENCRYPTION_KEY/,
  );
  expect(() =>
    readConfig({
      MicrosoftAppId: 'app',
      MicrosoftAppPassword: 'x',
      MicrosoftAppType: 'MultiTenant',
      ENCRYPTION_KEY: 'a'.repeat(64),
    }),
  ).toThrow(/ALLOWED_TENANTS/);
});

test.each(['24/1187', '2015-031143', '15.00.00-A00-19-17', '330-2017-90442'])('%s is a case number', (text) => {
  expect(readConfig({}).CASE_NUMBER_PATTERN.test(text)).toBe(true);
});

test.each(['010203-1234', '0102031234', 'Berit'])('%s is no case number', (text) =>
  expect(readConfig({}).CASE_NUMBER_PATTERN.test(text)).toBe(false));
