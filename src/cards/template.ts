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
/** Each card is written once to see that no place is open; its length is asked for right after, where Teams may find it too long. */
let newest: { readonly card: Card; readonly length: number } | null = null;

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
  const isMasked = holdsPlace(data);
  const masked = isMasked ? mapText(data, (text) => text.replaceAll('${', mask)) : data;
  const card = finished(templateOf(name).expand({ $root: masked }) as Card);
  const text = JSON.stringify(card);
  const open = text.includes('${') ? /\$\{[^}]*\}?/.exec(text)?.[0] : undefined;
  if (open !== undefined) throw new Error(`cards/${name}${suffix}: no value for ${open}; the presenter must give one`);
  const made = isMasked ? (mapText(card, (one) => one.replaceAll(mask, '${')) as Card) : card;
  newest = { card: made, length: text.length };
  return made;
}

/** How many characters a card has that was expanded here, as Teams counts them. */
export function lengthOf(card: Card): number {
  return newest?.card === card ? newest.length : JSON.stringify(card).length;
}

function templateOf(name: string): Template {
  const known = templates.get(name);
  if (known !== undefined) return known;
  const template = new Template(JSON.parse(readFileSync(`${cardsFolder}${name}${suffix}`, 'utf8')));
  templates.set(name, template);
  return template;
}

function holdsPlace(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('${');
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsPlace);
}

function mapText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapText(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapText(item, change)]));
}
