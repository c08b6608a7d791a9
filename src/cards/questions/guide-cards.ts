import type { Texts } from '../../domain/language/texts.ts';
import type { Card } from '../card.ts';
import { expand } from '../template.ts';
import { askVerb } from './no-answer-cards.ts';

/** The verb that says the text of its data as if it had been typed: a command, or a question. */
export const sayVerb = 'turn/say';

/** The verb that shows the help card in the language of its data (`da` or `en`). */
export const helpVerb = 'questions/help';
const topics = ['ask', 'figures', 'checklists', 'agendas', 'deadlines'] as const;
const examples = [1, 2] as const;

/** What the bot can do, with one thing to write for each. */
export function helpCard(texts: Texts, otherLanguage: 'da' | 'en'): Card {
  return expand('help', {
    title: texts('cards.help-title'),
    lead: texts('cards.help-lead'),
    topics: topics.map((topic) => ({ title: texts(`cards.help-${topic}-title`), text: texts(`cards.help-${topic}-text`) })),
    foot: texts('cards.help-foot'),
    languageTitle: texts('cards.help-language'),
    languageData: { language: otherLanguage },
    verb: helpVerb,
  });
}

/** Posted once where the bot is added to a team or group chat; the personal chat has prompt starters instead. */
export function welcomeCard(texts: Texts): Card {
  return expand('welcome', {
    title: texts('cards.welcome-title'),
    lead: texts('cards.welcome-lead'),
    how: texts('cards.welcome-how'),
    privacy: texts('cards.welcome-privacy'),
    tryTitle: texts('cards.welcome-try'),
    examples: examples.map((number) => {
      const question = texts(`cards.welcome-example-${number}`);
      return { text: question, title: texts('cards.ask-this', { question }), verb: askVerb, data: { question } };
    }),
  });
}

/** A message with a CPR number was refused: why, what to write instead, and the rest of it, ready to be sent. */
export function refusedNumberCard(rest: string, texts: Texts): Card {
  return expand('refused-number', {
    title: texts('cards.refused-title'),
    lead: texts('cards.refused-lead'),
    restLabel: texts('cards.refused-rest'),
    restError: texts('cards.refused-rest-error'),
    rest,
    send: texts('cards.refused-send'),
    verb: sayVerb,
  });
}

/** A form with a CPR number was refused: the texts that held one, without it, and all else that was typed goes along. */
export function refusedFormCard(fields: Readonly<Record<string, string>>, data: object, texts: Texts): Card {
  const labels = { label: texts('cards.refused-rest'), error: texts('cards.refused-rest-error') };
  return expand('refused-form', {
    title: texts('cards.refused-title'),
    lead: texts('cards.refused-lead-form'),
    fields: Object.entries(fields).map(([id, value]) => ({ id, value, ...labels })),
    send: texts('cards.refused-send'),
    data,
  });
}
