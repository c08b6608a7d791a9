import { expect, test } from 'vitest';
import { findSection } from '../../../src/app/questions/find-section.ts';

const document = { id: 'a', file: 'a.txt', municipality: 'Aalborg', title: 'A', body: null, datedOn: null, year: 2016 };
const source = { ...document, caseNumber: null, standing: 'adopted' as const };
const text = 'Princip 1\nEn plan.\nPrincip 2\nTo planer. Tre planer.';
const second = { id: 's2', documentId: 'a', heading: 'Princip 2', headingPath: ['A'], start: 19, end: text.length };
const passage = (quote: string) => ({
  document: source,
  section: second,
  start: text.indexOf(quote),
  end: text.indexOf(quote) + quote.length,
  quote,
  text: quote,
  lead: '',
  labels: [],
  isFigure: false,
  overtakenBy: [],
  answers: new Set<never>(),
});
const passages = [passage('To planer.'), passage('Tre planer.')];
const wanted = { document: 'a', section: 'Princip 2', start: text.indexOf('Tre'), end: text.length };

test('the section of an imported document is shown whole, with the quotation marked in it', () => {
  const found = findSection({ passages, texts: new Map([['a.txt', text]]) }, wanted);
  expect(found).toMatchObject({ heading: 'Princip 2', headingPath: ['A'], text: text.slice(19) });
  expect(found?.text.slice(found.mark?.start, found.mark?.end)).toBe('Tre planer.');
});

test('of a document that was not imported the quotations of the section are shown, the one that was cited marked', () => {
  const found = findSection({ passages, texts: new Map() }, wanted);
  expect(found?.text).toBe('To planer.\n[…]\nTre planer.');
  expect(found?.text.slice(found.mark?.start, found.mark?.end)).toBe('Tre planer.');
});

test('a section is found by its heading where no stretch is named, and nothing is marked', () => {
  const found = findSection({ passages, texts: new Map([['a.txt', text]]) }, { ...wanted, start: null, end: null });
  expect(found).toMatchObject({ heading: 'Princip 2', mark: null });
});

test('what is not there is not shown', () => {
  const texts = new Map([['a.txt', text]]);
  expect(findSection({ passages, texts }, { ...wanted, document: 'b' })).toBeNull();
  expect(findSection({ passages, texts }, { ...wanted, section: 'Princip 9', start: 9_999, end: 10_000 })).toBeNull();
});
