import { describe, expect, test } from 'vitest';
import { answerCard } from '../../../src/cards/questions/answer-card.ts';
import { helpCard, refusedNumberCard, welcomeCard } from '../../../src/cards/questions/guide-cards.ts';
import { questionReply } from '../../../src/cards/questions/question-reply.ts';
import { sectionCard } from '../../../src/cards/questions/section-card.ts';
import { readTexts } from '../../../src/content/texts.ts';
import type { Texts } from '../../../src/domain/language/texts.ts';
import { partsOf } from '../../support/card-parts.ts';
import { cardFaults } from '../../support/check-card.ts';
import { aalborg, askBack, citation, computedAnswer, figureAnswer, nearest, notFound, sectionText } from './results.ts';

const { da, en } = readTexts();
const withTestSentences =
  (texts: Texts): Texts =>
  (key, values) =>
    key.startsWith('test.') ? String(values?.['text']) : texts(key, values);
const texts = withTestSentences(da);

describe.each([
  ['Danish', texts],
  ['English', withTestSentences(en)],
])('in %s', (_language, words) => {
  test.each([
    figureAnswer,
    computedAnswer,
    nearest,
    notFound,
    askBack,
  ])('the card of a result of kind $kind has no faults', async (result) => {
    const { card, summary } = questionReply(result, words);
    expect(await cardFaults(card)).toEqual([]);
    expect(summary).not.toMatch(/\d/);
  });

  test('the guides have no faults', async () => {
    for (const card of [helpCard(words, 'en'), welcomeCard(words), refusedNumberCard('Borgeren er 24 år', words)])
      expect(await cardFaults(card)).toEqual([]);
  });
});

test('an answer shows the figure, its share, what exceeds the budget, the quotation, its source, municipality, year and standing', () => {
  const shown = JSON.stringify(answerCard(figureAnswer, texts));
  for (const words of [
    '112.675.000 kr.',
    '38,1 %',
    '3.775.000 kr.',
    'ressourceforløb 112.675.000 kr.',
    'Overblik over fordelingen',
  ])
    expect(shown).toContain(words);
  expect(shown).toContain('Aalborg · 2016 · vedtaget');
  expect(shown).toContain('Godkendelse af Aktiveringsprincipper');
});

test('a computed answer shows its calculation and says that it is approximate', () => {
  const shown = JSON.stringify(answerCard(computedAnswer, texts));
  expect(shown).toContain('ca. 54.845.000 kr.');
  expect(shown).toContain('112.675.000 − 57.830.000 = 54.845.000');
  expect(shown).not.toContain('Vis tabellen');
});

test('text that looks like Markdown or a template is shown as it was written', () => {
  const question = 'Hvad er **${reglen}** og [1](http://x)?';
  const shown = partsOf(questionReply({ ...askBack, question, options: ['1. ${a}', '- b'] }, texts).card);
  const written = shown.map((part) => String(part['text']));
  expect(written).toContain('1\\. ${a}');
  expect(written).toContain('\\- b');
  expect(written.some((text) => text.includes('\\*\\*${reglen}\\*\\* og \\[1\\](http://x)?'))).toBe(true);
  expect(shown.find((part) => part['type'] === 'Action.Execute')?.['data']).toEqual({ question: '1. ${a}' });
});

test('the quotation is highlighted in its section', () => {
  const start = sectionText.indexOf('112.675.000');
  const card = sectionCard(
    { document: aalborg, headingPath: ['Økonomi'], heading: '1. Ramme', text: sectionText, mark: { start, end: start + 11 } },
    texts,
  );
  const marked = partsOf(card).filter((part) => part['type'] === 'TextRun' && part['highlight'] === true);
  expect(marked.map((part) => part['text'])).toEqual(['112.675.000']);
});

test('of a long section the part around the quotation is shown, within the size that Teams takes', async () => {
  const text = `${'Lang tekst. '.repeat(3000)}Her er citatet.${' Mere tekst.'.repeat(3000)}`;
  const start = text.indexOf('Her er citatet.');
  const card = sectionCard(
    { document: aalborg, headingPath: [], heading: 'Lang', text, mark: { start, end: start + 15 } },
    texts,
  );
  expect(partsOf(card).find((part) => part['highlight'] === true)?.['text']).toBe('Her er citatet.');
  expect(await cardFaults(card)).toEqual([]);
});

test('an answer that is a quotation states it once, with its source', () => {
  const quote = 'Teamlederen afgør fritagelse for unge under 25 år.';
  const text = { key: 'answers.quotation', values: { quote } };
  const card = answerCard(
    {
      ...figureAnswer,
      text,
      value: null,
      computation: null,
      notes: [],
      table: [],
      frame: null,
      citations: [citation(quote, 'Fritagelse')],
    },
    texts,
  );
  const shown = JSON.stringify(card.body);
  expect(shown.split(quote)).toHaveLength(2);
  expect(shown).toContain('Kilde: ');
});
