import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import type { Card } from './card.ts';
import { finished } from './finish.ts';

/** Text of people and documents hides its `${` behind this character of the private area while the template expands. */
const mask = '\uE000{';
const cardsFolder = fileURLToPath(new URL('../../cards/', import.meta.url));
const suffix = '.card.json';
const templates = new Map<string, Template>();

/** The names of all templates in `cards/`. */
export function templateNames(): readonly string[] {
  return readdirSync(cardsFolder)
    .filter((name) => name.endsWith(suffix))
    .map((name) => name.slice(0, -suffix.length));
}

/** Parses every template and expands each once, so that the first person waits no longer than the next (an expand costs 1 ms, a parse 50). */
export function warmTemplates(): void {
  for (const name of templateNames()) templateOf(name).expand({ $root: {} });
}

/**
 * The card `cards/<name>.card.json` laid out with a presenter's data. Data is text, never a template: it is bound once
 * and its own `${` stays as typed. Throws where a place of the template got no value.
 */
export function expand(name: string, data: object): Card {
  // Hardly any text holds a place of a template: it is copied only where one does.
  const isMasked = JSON.stringify(data).includes('${');
  const masked = isMasked ? mapText(data, (text) => text.replaceAll('${', mask)) : data;
  const expanded: unknown = templateOf(name).expand({ $root: masked });
  const open = firstOpenPlace(expanded);
  if (open !== null) throw new Error(`cards/${name}${suffix}: no value for ${open}; the presenter must give one`);
  return finished((isMasked ? mapText(expanded, (text) => text.replaceAll(mask, '${')) : expanded) as Card);
}

function templateOf(name: string): Template {
  const known = templates.get(name);
  if (known !== undefined) return known;
  const template = new Template(JSON.parse(readFileSync(`${cardsFolder}${name}${suffix}`, 'utf8')));
  templates.set(name, template);
  return template;
}

function firstOpenPlace(value: unknown): string | null {
  const text = JSON.stringify(value) ?? '';
  return text.includes('${') ? (/\$\{[^}]*\}?/.exec(text)?.[0] ?? null) : null;
}

function mapText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapText(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapText(item, change)]));
}
