import type { AskBack, NearestFinds, NotFound } from '../../domain/answer/answer-result.ts';
import type { Texts } from '../../domain/language/texts.ts';
import type { Card } from '../card.ts';
import { atLineStart, plain } from '../markdown.ts';
import { expand } from '../template.ts';
import { sentenceText } from '../words/sentence-text.ts';
import { citationData } from './citation-data.ts';

/** The verb of a card that asks a question for the person: `question` is in its data or is what was typed. */
export const askVerb = 'questions/ask';
const mostFinds = 3;

/** The nearest finds, plainly said to be no answer. */
export function nearestCard(result: NearestFinds, texts: Texts): Card {
  return expand('nearest', {
    title: texts('cards.nearest-title'),
    lead: texts('cards.nearest-lead'),
    notes: result.notes.map((note) => ({ text: sentenceText(note, texts) })),
    finds: result.citations.slice(0, mostFinds).map((citation) => citationData(citation, texts)),
  });
}

/** It is not in the documents, and which headings come nearest. */
export function notFoundCard(result: NotFound, texts: Texts): Card {
  return expand('not-found', {
    title: texts('cards.not-found-title'),
    lead: texts('cards.not-found-lead'),
    notes: result.notes.map((note) => ({ text: sentenceText(note, texts) })),
    hasHeadings: result.nearestHeadings.length > 0,
    headingsTitle: texts('cards.not-found-nearest'),
    headings: result.nearestHeadings.map((heading) => ({ text: atLineStart(plain(heading)) })),
  });
}

/** One press a meaning: each option is a full question. */
export function askBackCard(result: AskBack, texts: Texts): Card {
  return expand('ask-back', {
    title: texts('cards.ask-back-title'),
    lead: texts('cards.ask-back-lead'),
    question: texts('cards.you-asked', { question: plain(result.question) }),
    options: result.options.map((option) => ({
      text: atLineStart(plain(option)),
      title: texts('cards.ask-this', { question: option }),
      verb: askVerb,
      data: { question: option },
    })),
  });
}
