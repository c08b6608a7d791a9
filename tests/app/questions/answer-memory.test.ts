import { expect, test } from 'vitest';
import { answerMemory } from '../../../src/app/questions/answer-memory.ts';
import type { AnswerResult } from '../../../src/domain/answer/answer-result.ts';
import type { Library } from '../../../src/domain/answer/library.ts';

const question = { text: 'Hvad siger princip 4?', context: [] as readonly string[], municipality: null };
const library = () => ({}) as Library;

function counted() {
  const asked: string[] = [];
  const answer = answerMemory(({ text }): AnswerResult => {
    asked.push(text);
    return { kind: 'not-found', question: text, nearestHeadings: [], notes: [] };
  });
  return { asked, answer };
}

test('the same question of the same library is worked out once', () => {
  const { asked, answer } = counted();
  const own = library();
  expect(answer(own, question)).toBe(answer(own, { ...question }));
  expect(asked).toHaveLength(1);
});

test('another library, another question before it, or another municipality is another question', () => {
  const { asked, answer } = counted();
  const own = library();
  answer(own, question);
  answer(library(), question);
  answer(own, { ...question, context: ['Hvad siger princip 3?'] });
  answer(own, { ...question, municipality: 'Varde' });
  expect(asked).toHaveLength(4);
});

test('what was not asked for longest is forgotten first', () => {
  const { asked, answer } = counted();
  const own = library();
  for (let number = 0; number <= 1_000; number += 1) answer(own, { ...question, text: `${number}` });
  answer(own, { ...question, text: '1' });
  expect(asked).toHaveLength(1_001);
  answer(own, { ...question, text: '0' });
  expect(asked).toHaveLength(1_002);
});
