import { expect, test } from 'vitest';
import { createQuestionMemory } from '../../../src/teams/questions/question-memory.ts';

const bounds = { conversations: 2, questionsEach: 2, minutes: 30, messages: 1 };

test('the last questions of a conversation are remembered for half an hour', () => {
  let now = 0;
  const memory = createQuestionMemory(() => now, bounds);
  for (const question of ['en', 'to', 'tre']) memory.remember('t', 'c', 'p', question);
  expect(memory.earlier('t', 'c', 'p')).toEqual(['to', 'tre']);
  expect(memory.earlier('u', 'c', 'p')).toEqual([]);
  now = 31 * 60_000;
  expect(memory.earlier('t', 'c', 'p')).toEqual([]);
});

test('the conversation that was silent longest is forgotten first', () => {
  const memory = createQuestionMemory(() => 0, bounds);
  for (const conversation of ['a', 'b', 'a', 'c']) memory.remember('t', conversation, 'p', 'hvad?');
  expect(['a', 'b', 'c'].map((one) => memory.earlier('t', one, 'p').length)).toEqual([2, 0, 1]);
});

test('which question a message answered is known within its tenant, until others came', () => {
  const memory = createQuestionMemory(() => 0, bounds);
  memory.noteSent('t', 'm1', 'hvad?');
  expect([memory.questionOf('t', 'm1'), memory.questionOf('u', 'm1')]).toEqual(['hvad?', null]);
  memory.noteSent('t', 'm2', 'hvor?');
  expect(memory.questionOf('t', 'm1')).toBeNull();
});
