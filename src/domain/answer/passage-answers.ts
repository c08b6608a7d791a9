import type { LanguageWords } from '../language/language-words.ts';
import { folded, tokensOf } from '../language/words.ts';
import { ratePattern, type Want } from './slots.ts';

/** Says of a passage which kinds of question it holds the kind of answer to. Made once for a library: its patterns are made once too. */
export function answersOf(words: LanguageWords): (text: string) => ReadonlySet<Want> {
  const months = words.months.map(folded);
  const numbers = new Set(words.numbers.map(folded));
  const endings = words.whoEndings.map(folded);
  const reason = new RegExp(`(?<!\\p{L})(?:${words.reasons.map(folded).join('|')})(?!\\p{L})`, 'u');
  const amount = new RegExp(`\\d\\s*(?:${words.money.map(folded).join('|')})(?!\\p{L})`, 'u');
  const rate = ratePattern(words);
  return (text) => {
    const own = folded(text);
    const tokens = tokensOf(text).map(({ word }) => word);
    const answers = new Set<Want>();
    if (/\d{4}|\d{1,2}\.\s|\d{1,2}[./]\d{1,2}/u.test(text) || months.some((month) => own.includes(month))) answers.add('moment');
    if (amount.test(own)) answers.add('amount');
    if (answers.has('amount') && rate.test(own)) answers.add('rate');
    if (/\d/u.test(text) || tokens.some((word) => numbers.has(word))) answers.add('count');
    if (tokens.some((word) => endings.some((ending) => word.endsWith(ending))) || /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(text))
      answers.add('person');
    if (reason.test(own)) answers.add('reason');
    return answers;
  };
}
