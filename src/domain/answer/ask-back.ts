import type { FigureAnswer } from '../budget/computation.ts';
import type { Library } from './library.ts';
import { queryTerms } from './search-index.ts';
import type { Slots } from './slots.ts';

/** What is asked back: the word that may mean several things, and a full question for each. */
export interface AskingBack {
  readonly head: string;
  readonly options: readonly string[];
}

/** Asks back where the figures do, or where a question names nothing but a number that stands in several places. */
export function askBackOn(text: string, slots: Slots, figure: FigureAnswer, library: Library): AskingBack | null {
  if (figure.kind === 'ask-back' && figure.options.length > 1) return { head: figure.head, options: figure.options };
  if (figure.kind !== 'no-figure' || slots.places.length === 0 || slots.municipalities.length > 0) return null;
  const numbers = new Set(slots.places.flatMap(({ label, number }) => [label, String(number)]));
  if (queryTerms(text, library.index).some(({ word }) => !numbers.has(word))) return null;
  const options = slots.places.flatMap(({ number }) => placesWith(number, library));
  return options.length > 1 ? { head: text, options } : null;
}

/** Every place that carries a number, over all documents, by the labels that documents number their places with. */
function placesWith(number: number, { passages, words }: Library): readonly string[] {
  const labels = Object.values(words.numbered)
    .flat()
    .filter((label) => label.length >= 4)
    .join('|');
  const named = new RegExp(`(?<![\\p{L}\\d])(${labels})\\s+${number}(?![\\d.,]\\d|\\d)`, 'giu');
  const found = new Map<string, string>();
  for (const { text, section, document } of passages) {
    for (const [, label = ''] of `${section.heading} \n ${text}`.matchAll(named)) {
      const name = `${label.charAt(0).toUpperCase()}${label.slice(1).toLowerCase()} ${number} (${document.municipality ?? document.title})`;
      found.set(name.toLowerCase(), name);
    }
  }
  return [...found.values()];
}
