import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface PageFile {
  readonly type: string;
  readonly content: Buffer;
}

/** The page lies in `src` for the sources and for what is built from them. */
const folder = fileURLToPath(new URL('../../../src/tryout/page/', import.meta.url));
const project = fileURLToPath(new URL('../../../', import.meta.url));
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
};
const fileName = /^\/[a-z][a-z-]*\.(html|js|css|json)$/;
const elsewhere: Readonly<Record<string, () => string>> = {
  '/adaptivecards.min.js': () => createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'),
  '/color.png': () => join(project, 'manifest', 'color.png'),
  '/words-da.json': () => join(project, 'content', 'texts', 'da', 'tryout.json'),
  '/words-en.json': () => join(project, 'content', 'texts', 'en', 'tryout.json'),
};

/** A file of the page by its path; null where there is none. Nothing outside the listed files can be had. */
export function pageFile(path: string): PageFile | null {
  const name = path === '/' ? '/index.html' : path;
  const place = elsewhere[name]?.() ?? (fileName.test(name) ? join(folder, name) : null);
  if (place === null) return null;
  try {
    return { type: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', content: readFileSync(place) };
  } catch {
    return null;
  }
}

/** The message extension's commands as the manifest declares them: searches, and actions on a message. */
export function extensionCommands(): readonly { readonly id: string; readonly type: string; readonly title: string }[] {
  const file = pageManifest();
  const extensions = (file as { readonly composeExtensions?: readonly { readonly commands?: readonly Command[] }[] })
    .composeExtensions;
  return (extensions ?? [])
    .flatMap(({ commands }) => commands ?? [])
    .map(({ id, type, title }) => ({ id, type: type ?? 'query', title }));
}

interface Command {
  readonly id: string;
  readonly type?: string;
  readonly title: string;
}

function pageManifest(): unknown {
  try {
    return JSON.parse(readFileSync(join(project, 'manifest', 'manifest.json'), 'utf8'));
  } catch {
    return {};
  }
}
