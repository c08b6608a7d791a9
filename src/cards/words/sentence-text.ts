import type { Sentence } from '../../domain/language/sentence.ts';
import { type Texts, withoutDoubleStop } from '../../domain/language/texts.ts';
import { atLineStart, plain } from '../markdown.ts';

/** A sentence for a TextBlock: its values are text of people and documents, never Markdown. */
export function sentenceText(sentence: Sentence, texts: Texts): string {
  const values = Object.entries(sentence.values).map(([name, value]) => [name, typeof value === 'string' ? plain(value) : value]);
  return atLineStart(withoutDoubleStop(texts(sentence.key, Object.fromEntries(values))));
}
