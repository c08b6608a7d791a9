import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expand, templateNames, warmTemplates } from '../../src/cards/template.ts';
import { cardFaults } from '../support/check-card.ts';

const samples = readdirSync('cards').filter((name) => name.endsWith('.sample.json'));

test('every template has a sample', () => {
  const sampled = samples.map((name) => name.split('.')[0]);
  expect(templateNames().filter((name) => !sampled.includes(name))).toEqual([]);
});

test.each(samples)('%s makes a card that Teams takes', async (name) => {
  const sample: object = JSON.parse(readFileSync(`cards/${name}`, 'utf8'));
  expect(await cardFaults(expand(name.split('.')[0] ?? '', sample))).toEqual([]);
});

test('templates are warmed without data', () => expect(warmTemplates).not.toThrow());

test('a place without a value is refused, naming the template and the place', () => {
  expect(() => expand('not-found', { title: 'x' })).toThrow(/cards\/not-found\.card\.json: no value for \$\{/);
});

test('text with a place of its own is shown as typed and never evaluated', () => {
  const card = expand('not-found', {
    title: '${1 + 1} ${lead}',
    lead: 'b',
    notes: [],
    hasHeadings: false,
    headingsTitle: '',
    headings: [],
  });
  expect(JSON.stringify(card)).toContain('${1 + 1} ${lead}');
});
