import { expect, test } from 'vitest';
import { readLibrarySources } from '../../../src/content/read-library.ts';
import { readLibraryContent } from '../../../src/content/read-library-content.ts';
import { answerQuestion } from '../../../src/domain/answer/answer-question.ts';
import { buildLibrary } from '../../../src/domain/answer/library.ts';
import { smallLibrary } from './small-library.ts';

function ask(text: string, context: readonly string[] = [], municipality: string | null = null) {
  const result = answerQuestion({ text, context, municipality }, smallLibrary);
  const citations = 'citations' in result ? result.citations : [];
  return { kind: result.kind, quote: citations[0]?.quote ?? '', municipality: citations[0]?.document.municipality ?? null };
}

test.each<readonly [string, string, string]>([
  ['in its own words', 'hvem afgør fritagelse i Bakkeby', 'Teamlederen afgør'],
  ['with the letters that a foreign keyboard lacks', 'hvem afgoer fritagelse i bakkeby', 'Teamlederen afgør'],
  ['with a slip of the finger', 'hvem afgør fritgelse i bakkeby', 'Teamlederen afgør'],
  ['in English words that lead to Danish ones', 'the exemption i bakkeby', 'Teamlederen afgør'],
  ['in a compound of words that the documents use', 'ungecoach i bakkeby', 'En coach følger'],
  ['in a compound that is written as two words', 'overgangs coach', 'overgangscoach til unge'],
  ['in two English words for one Danish', 'what is a transition coach', 'overgangscoach til unge'],
  ['by a rare compound of its own', 'hvad er overgangscoach', 'overgangscoach til unge'],
])('a question %s is answered by the passage that says it', (_how, question, piece) => {
  expect(ask(question)).toMatchObject({ kind: 'answer', quote: expect.stringContaining(piece) });
});

test('a question that names a municipality is never answered from another’s document', () => {
  for (const name of ['Strandby', 'strandbys', 'STRANDBY'])
    expect(ask(`fritagelse for unge i ${name}`)).toMatchObject({ municipality: 'Strandby' });
  expect(ask('fritagelse for unge', [], 'Strandby')).toMatchObject({ municipality: 'Strandby' });
});

test('a place that is named by its number is where the answer stands', () => {
  expect(ask('princip 2')).toMatchObject({ kind: 'answer', quote: expect.stringContaining('samlet vurdering') });
  expect(ask('punkt 12')).toMatchObject({ kind: 'answer', quote: expect.stringContaining('virksomhederne') });
});

test('a place or a year that no document has is told, and claims nothing', () => {
  const missing = answerQuestion({ text: 'møde under punkt 99', context: [], municipality: null }, smallLibrary);
  expect(missing).toMatchObject({ kind: 'nearest', notes: [{ key: 'answers.no-such-place', values: { place: 'punkt 99' } }] });
  expect(ask('møde med virksomhederne i 1999').kind).toBe('nearest');
});

test('what no document speaks of is not found, and no document is cited', () => {
  expect(ask('hvad er dagpengesatsen på Mars')).toEqual({ kind: 'not-found', quote: '', municipality: null });
});

test('a follow-up keeps what was asked before and overwrites what it names', () => {
  expect(ask('og i Strandby', ['hvem afgør fritagelse i Bakkeby'])).toMatchObject({
    municipality: 'Strandby',
    quote: expect.stringContaining('fritagelse'),
  });
});

test('a follow-up that is a number asks for the same kind of place, over several turns', () => {
  expect(ask('og 1?', ['princip 2']).quote).toContain('overgangscoach');
  expect(ask('og 2?', ['princip 2', 'og princip 1']).quote).toContain('samlet vurdering');
});

test.each<readonly [string, string]>([
  ['a municipality that no document is of', 'fritagelse for unge i Hjørring'],
  ['a role that stands nowhere near', 'hvem er formand i Bakkeby for fritagelse'],
  ['a way to reach somebody', 'telefonnummer til en coach'],
  ['a number of what is not counted', 'hvor mange fripladser er der i svømmehallen'],
  ['an errand for the bot', 'kan du skrive om fritagelse til en borger'],
  ['the asker’s own case', 'hvem er min coach'],
])('what is asked about %s is never claimed', (_what, question) => {
  expect(ask(question).kind).not.toBe('answer');
});

test('where a heading was found, what stands under it is quoted with it', () => {
  const result = answerQuestion({ text: 'princip 2', context: [], municipality: null }, smallLibrary);
  expect(result).toMatchObject({ text: { values: { quote: expect.stringContaining('samlet vurdering') } } });
});

test('a quotation is an exact piece of its document', () => {
  const questions = ['fritagelse', 'coach til unge', 'møde med virksomhederne', 'princip 1'];
  for (const text of questions) {
    const result = answerQuestion({ text, context: [], municipality: null }, smallLibrary);
    if (!('citations' in result)) throw new Error(`${text} gave ${result.kind}`);
    for (const { document, quote, span } of result.citations)
      expect(smallLibrary.texts.get(document.file)?.slice(span?.start, span?.end)).toBe(quote);
  }
});

test('a question about a reason, a moment or a person is led to a passage that gives one', () => {
  expect(ask('hvorfor skal unge have en jobcoach').quote).toContain('fordi');
  expect(ask('hvornår er der møde').quote).toContain('4. marts 2031');
});

test('a price is answered by an amount, and the price of one by an amount for one', () => {
  expect(ask('hvad koster fripladser i svømmehallen')).toMatchObject({
    kind: 'answer',
    quote: expect.stringContaining('40.000 kr.'),
  });
  expect(ask('hvad koster buskort om måneden')).toMatchObject({ kind: 'answer', quote: expect.stringContaining('350 kr.') });
  expect(ask('hvad koster en coach de første uger').kind).toBe('nearest');
  expect(ask('hvad koster fripladser i svømmehallen pr. elev').kind).not.toBe('answer');
});

test('law that has overtaken a text is named as people know it', () => {
  const names = new Set(readLibraryContent().laws.map(({ name }) => name));
  const overtaken = buildLibrary(readLibrarySources([])).passages.flatMap(({ overtakenBy }) => overtakenBy);
  expect(overtaken.length).toBeGreaterThan(0);
  expect(overtaken.filter((law) => !names.has(law))).toEqual([]);
});
