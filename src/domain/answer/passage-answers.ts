import type { LanguageWords } from '../language/language-words.ts';
import { folded, tokensOf } from '../language/words.ts';
import { ratePattern, type Want } from './slots.ts';

/** Says of a passage which kinds of question it holds the kind of answer to. Made once for a library: its patterns are made once too. */
export function answersOf(words: LanguageWords): (text: string) => ReadonlySet<Want> {
  const months = new Set(words.months.map(folded));
  const numbers = new Set(words.numbers.map(folded));
  const endings = words.whoEndings.map(folded);
  const reason = new RegExp(`(?<!\\p{L})(?:${words.reasons.map(folded).join('|')})(?!\\p{L})`, 'u');
  const amount = new RegExp(`\\d\\s*(?:${words.money.map(folded).join('|')})(?!\\p{L})`, 'u');
  const rate = ratePattern(words);
  const where = words.whereEndings.map(folded);
  const duration = new RegExp(`\\d\\s*\\p{L}*(?:${words.timeUnits.map(folded).join('|')})(?!\\p{L})`, 'u');
  return (text) => {
    const own = folded(text);
    const tokens = tokensOf(text).map(({ word }) => word);
    const answers = new Set<Want>();
    if (tokens.some((word) => months.has(word)) || /\d{1,2}[./]\d{1,2}[./-]\d{2}/u.test(text) || duration.test(own))
      answers.add('moment');
    if (/(?<![\d.-])(?:19|20)\d{2}(?![\d-]|\.\d)/u.test(text)) answers.add('year');
    if (
      /(?<!\d)(?:\d{2}(?:\.\d{2}){2}-\S+|\d{4}-\d{5,}|(?!(?:19|20)\d{2}-(?:19|20)\d{2})\d{2,6}[-/]\d{2,6}(?!\d|[-/]))/u.test(text)
    )
      answers.add('reference');
    if (tokens.some((word) => where.some((ending) => word.endsWith(ending)))) answers.add('place');
    if (amount.test(own)) answers.add('amount');
    if (answers.has('amount') && rate.test(own)) answers.add('rate');
    if (/\d/u.test(text) || tokens.some((word) => numbers.has(word))) answers.add('count');
    if (
      tokens.some((word) => endings.some((ending) => word.endsWith(ending))) ||
      /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+|(?<!\p{L})\p{Lu}{3,5}(?!\p{L})/u.test(text)
    )
      answers.add('person');
    if (reason.test(own)) answers.add('reason');
    return answers;
  };
}
