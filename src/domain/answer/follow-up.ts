import { tokensOf } from '../language/words.ts';
import type { Library } from './library.ts';
import type { Question } from './question.ts';
import { queryTerms } from './search/query-terms.ts';
import { overwriteSlots, readSlots, type Slots } from './slots.ts';

/** A question as it is searched: what a follow-up leaves out comes from the question before. */
export interface AskedQuestion {
  /** All that is asked: the question, and the one that it leans on. */
  readonly text: string;
  /** The question's own words. */
  readonly own: string;
  readonly slots: Slots;
  /** What the question before named; a place or year of it that was overwritten is not searched for. */
  readonly before: Slots | null;
}

/** Words that lean on what was asked before: at the beginning, or a pronoun that no noun follows ("den samlede ramme" points nowhere). */
const leaning =
  /^(?:og|hvad med|what about|how about|and)(?!\p{L})|(?<!\p{L})(?:(?:det|den)(?!\s+\p{L}+e\s+\p{L})|dem|deraf|heraf|it|them)(?!\p{L})/iu;

/** Reads a question; where it leans on the one before, the last question is kept and only what the new one names is overwritten. */
export function followUp({ text, context, municipality }: Question, library: Library): AskedQuestion {
  const names = [...new Set(library.documents.flatMap(({ municipality: name }) => (name === null ? [] : [name])))];
  const read = (question: string): AskedQuestion => ({
    text: question,
    own: question,
    slots: readSlots(question, names, library.words),
    before: null,
  });
  const [first = text, ...later] = [...context, text];
  const asked = later.reduce((before, next) => {
    const own = read(next);
    if (!isLeaning(next, library)) return own;
    const slots = overwriteSlots(before.slots, withNumber(own, before.slots));
    return { text: `${next} ${before.text}`, own: next, slots, before: before.slots };
  }, read(first));
  const { municipalities } = asked.slots;
  const within = municipalities.length === 0 && municipality !== null ? [municipality] : municipalities;
  return { ...asked, slots: { ...asked.slots, municipalities: within } };
}

/** "og 6?" after a place: the same kind of place with another number. */
function withNumber({ own, slots }: AskedQuestion, before: Slots): Slots {
  const [place] = before.places;
  const numbers = tokensOf(own).filter(({ word }) => /^\d{1,3}$/u.test(word));
  if (place === undefined || slots.places.length > 0) return slots;
  return { ...slots, places: numbers.map(({ word }) => ({ ...place, number: Number(word) })) };
}

/** A short question with few words of its own, or one that begins or points back. */
function isLeaning(text: string, library: Library): boolean {
  return leaning.test(text.trim()) || queryTerms(text, library.index).length <= 1;
}
