// Makes the Teams app package from manifest/ and the settings: npm run package [-- FILE.zip]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseEnv } from 'node:util';
import { appPackage, readAppSettings } from './manifest/app-package.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const written = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
const settings = readAppSettings({ ...written, ...process.env }, version);
if ('length' in settings) {
  console.error(`The app package cannot be made:\n  ${settings.join('\n  ')}`);
  process.exitCode = 2;
} else {
  const path = process.argv[2] ?? 'dist/rettesnor-teams.zip';
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await appPackage(settings));
  console.log(`${path}: upload it in the Teams admin center (Teams apps, Manage apps, Upload)`);
}
