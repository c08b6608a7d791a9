import type { Library } from './library.ts';
import type { Question } from './question.ts';
import { queryTerms } from './search/query-terms.ts';
import { overwriteSlots, readSlots, type Slots } from './slots.ts';

/** A question as it is searched: what a follow-up leaves out comes from the question before. */
export interface AskedQuestion {
  readonly text: string;
  readonly slots: Slots;
}

/** Words that lean on what was asked before; folded. */
const leaning = /^(?:og|hvad med|what about|and)(?!\p{L})|(?<!\p{L})(?:det|den|dem|deraf|heraf|it|that|them)(?!\p{L})[^?]*\??$/iu;

/** Reads a question; where it leans on the one before, the last question is kept and only what the new one names is overwritten. */
export function followUp({ text, context, municipality }: Question, library: Library): AskedQuestion {
  const names = [...new Set(library.documents.flatMap(({ municipality: name }) => (name === null ? [] : [name])))];
  const read = (question: string) => readSlots(question, names, library.words);
  const own = read(text);
  const before = context.at(-1);
  const leans = before !== undefined && isLeaning(text, library);
  const slots = leans ? overwriteSlots(read(before), own) : own;
  const municipalities = slots.municipalities.length === 0 && municipality !== null ? [municipality] : slots.municipalities;
  return { text: leans ? `${text} ${before}` : text, slots: { ...slots, municipalities } };
}

/** A short question with few words of its own, or one that begins or points back. */
function isLeaning(text: string, library: Library): boolean {
  return leaning.test(text.trim()) || queryTerms(text, library.index).length <= 1;
}
