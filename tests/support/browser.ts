import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));
const unpacked = join(root, 'node_modules', '.cache', 'rettesnor', 'chromium-153');
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--disable-webgl',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--font-render-hinting=none',
];

/** Open Sans of the package stands in for Segoe UI, so that pictures are the same on every machine. */
const fontConfig = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${join(unpacked, 'fonts', 'fonts')}</dir><cachedir>${join(unpacked, 'font-cache')}</cachedir>
<alias><family>Segoe UI</family><prefer><family>Open Sans</family></prefer></alias>
<alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias></fontconfig>`;

/** Starts the Chromium of the npm package, with the package's own libraries and fonts: nothing of the system is needed. */
export async function startBrowser(): Promise<Browser> {
  if (!existsSync(unpacked)) await unpack();
  const fonts = join(unpacked, 'fonts.conf');
  writeFileSync(fonts, fontConfig);
  const env = { ...process.env, LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib'), FONTCONFIG_FILE: fonts };
  return chromium.launch({ executablePath: join(unpacked, 'chromium'), args: flags, env: withoutUndefined(env), headless: true });
}

/** Unpacked beside its place and renamed: two test runs at once never see half a browser. */
async function unpack(): Promise<void> {
  const staging = `${unpacked}.${process.pid}`;
  mkdirSync(staging, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = staging;
  try {
    const sparticuz = await import('@sparticuz/chromium');
    const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin');
    for (const file of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) await sparticuz.inflate(join(bin, file));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  if (existsSync(unpacked)) rmSync(staging, { recursive: true, force: true });
  else renameSync(staging, unpacked);
}

function withoutUndefined(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
