import { answerQuestion } from '../../domain/answer/answer-question.ts';
import type { AnswerResult } from '../../domain/answer/answer-result.ts';
import type { Library } from '../../domain/answer/library.ts';

/** A question as it is answered: by itself, after the earlier ones, and for the municipality of the settings. */
export type QuestionToAnswer = Parameters<typeof answerQuestion>[0];

/** Answers a question of a library; the same question of the same library has the same answer. */
export type AnswerFrom = (library: Library, question: QuestionToAnswer) => AnswerResult;

const most = 1_000;

/** Keeps the last answers of each library: a new library starts anew, since nothing else decides an answer. */
export function answerMemory(
  answer: (question: QuestionToAnswer, library: Library) => AnswerResult = answerQuestion,
): AnswerFrom {
  const byLibrary = new WeakMap<Library, Map<string, AnswerResult>>();
  return (library, question) => {
    const known = byLibrary.get(library) ?? new Map<string, AnswerResult>();
    byLibrary.set(library, known);
    const key = JSON.stringify([question.text, question.context, question.municipality]);
    const before = known.get(key);
    const result = before ?? answer(question, library);
    known.delete(key);
    known.set(key, result);
    if (known.size > most) known.delete(known.keys().next().value ?? '');
    return result;
  };
}
