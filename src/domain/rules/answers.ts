import { readPlainDate } from '../calendar/plain-date.ts';
import type { Question, RuleSet } from './rule-set.ts';

/** The answer "ved ikke": asked, and not known. Never read as "nej". */
export const dontKnow = 'ved_ikke';

/** An answer as given: an option, several, a number, a day `YYYY-MM-DD`, or {@link dontKnow}. @da svar */
export type AnswerValue = string | number | readonly string[];

/** Answers by question id. A question that is not here was not answered. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** Why an answer cannot be taken. */
export type AnswerFault = 'not-an-option' | 'not-a-number' | 'not-whole' | 'out-of-range' | 'not-a-day';

/** Answers that the questions allow, or the first that they do not. */
export type ReadAnswers =
  | { readonly kind: 'read'; readonly answers: Answers }
  | { readonly kind: 'refused'; readonly question: Question; readonly fault: AnswerFault };

type ReadValue = { readonly value: AnswerValue | null } | { readonly fault: AnswerFault };

/** Takes what the questions allow. Ids that the rule set does not know are ignored; an empty answer is no answer. */
export function readAnswers(ruleSet: RuleSet, given: Readonly<Record<string, unknown>>): ReadAnswers {
  const answers: Record<string, AnswerValue> = {};
  for (const question of ruleSet.questions) {
    if (!Object.hasOwn(given, question.id)) continue;
    const read = readAnswer(question, given[question.id]);
    if ('fault' in read) return { kind: 'refused', question, fault: read.fault };
    if (read.value !== null) answers[question.id] = read.value;
  }
  return { kind: 'read', answers };
}

/** One answer as the question takes it; null where it is empty. */
export function readAnswer(question: Question, given: unknown): ReadValue {
  if (isEmpty(given)) return { value: null };
  if (given === dontKnow || (Array.isArray(given) && given.length === 1 && given[0] === dontKnow)) return { value: dontKnow };
  switch (question.type) {
    case 'choice':
      return readChoice(question, given);
    case 'multi':
      return readSeveral(question, given);
    case 'number':
      return readNumber(question, given);
    case 'date':
      return readDay(given);
  }
}

function isEmpty(given: unknown): boolean {
  return (
    given === undefined ||
    given === null ||
    (typeof given === 'string' && given.trim() === '') ||
    (Array.isArray(given) && given.length === 0)
  );
}

function readChoice({ options }: Question, given: unknown): ReadValue {
  const option = typeof given === 'number' ? String(given) : given;
  return typeof option === 'string' && options.includes(option) ? { value: option } : { fault: 'not-an-option' };
}

function readSeveral({ options }: Question, given: unknown): ReadValue {
  const chosen: readonly unknown[] = Array.isArray(given) ? given : [given];
  const isAllowed = (option: unknown): option is string => typeof option === 'string' && options.includes(option);
  return chosen.every(isAllowed) && !chosen.includes(dontKnow)
    ? { value: options.filter((option) => chosen.includes(option)) }
    : { fault: 'not-an-option' };
}

function readNumber({ min, max, isWhole }: Question, given: unknown): ReadValue {
  const written = typeof given === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(given) ? Number(given) : given;
  if (typeof written !== 'number' || !Number.isFinite(written)) return { fault: 'not-a-number' };
  if (isWhole && !Number.isInteger(written)) return { fault: 'not-whole' };
  return (min !== null && written < min) || (max !== null && written > max) ? { fault: 'out-of-range' } : { value: written };
}

function readDay(given: unknown): ReadValue {
  const day = typeof given === 'string' ? readPlainDate(given) : null;
  return day === null ? { fault: 'not-a-day' } : { value: day };
}
