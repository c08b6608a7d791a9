import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';

const folder = fileURLToPath(new URL('../../manifest/', import.meta.url));
const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** What a municipality's Teams app is made with; names as in `env.sample`. */
export interface AppSettings {
  readonly botId: string;
  readonly publicUrl: string;
  readonly organisation: string;
  readonly version: string;
}

/** The settings of the app's package, or what is missing in them. */
export function readAppSettings(
  env: Readonly<Record<string, string | undefined>>,
  version: string,
): AppSettings | readonly string[] {
  const botId = env['MicrosoftAppId'] ?? '';
  const publicUrl = (env['PUBLIC_URL'] ?? '').replace(/\/+$/, '');
  const organisation = env['ORGANISATION'] || 'Kommunen';
  const faults = [
    ...(guid.test(botId) ? [] : ['MicrosoftAppId: the app id of the bot (a GUID) is needed']),
    ...(isHttps(publicUrl) ? [] : ['PUBLIC_URL: the address of the bot is needed, https://bot.example.dk']),
    ...(organisation.length <= 32 ? [] : ['ORGANISATION: Teams takes at most 32 characters']),
  ];
  return faults.length > 0 ? faults : { botId, publicUrl, organisation, version };
}

/** The manifest with the settings in its places. Throws where a place is unknown. */
export function fillManifest(settings: AppSettings): Readonly<Record<string, unknown>> {
  const values: Readonly<Record<string, string>> = {
    VERSION: settings.version,
    BOT_ID: settings.botId,
    ORGANISATION: settings.organisation,
    PUBLIC_URL: settings.publicUrl,
    PUBLIC_HOST: new URL(settings.publicUrl).host,
  };
  const filled = readFileSync(join(folder, 'manifest.json'), 'utf8').replace(/\$\{\{(\w+)\}\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`manifest/manifest.json: no setting fills ${place}`);
    return JSON.stringify(value).slice(1, -1);
  });
  return JSON.parse(filled);
}

/** The zip that an administrator uploads to Teams. */
export async function appPackage(settings: AppSettings): Promise<Buffer> {
  const zip = new JSZip();
  zip.file('manifest.json', JSON.stringify(fillManifest(settings), null, 2));
  for (const name of ['en.json', 'color.png', 'outline.png']) zip.file(name, readFileSync(join(folder, name)));
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}
