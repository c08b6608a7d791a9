import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentFolder } from '../../src/content/content-folder.ts';
import { readSentences } from '../../src/content/texts.ts';

const [danish, english] = ['da', 'en'].map((language) => readSentences(join(contentFolder, 'texts', language)));

test('every sentence is there in Danish and in English', () => {
  expect([...(danish?.keys() ?? [])].sort()).toEqual([...(english?.keys() ?? [])].sort());
});

test('a sentence has the same places in both languages', () => {
  const places = (sentence = '') => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort();
  const unlike = [...(danish ?? [])].filter(([key, sentence]) => places(sentence).join() !== places(english?.get(key)).join());
  expect(unlike).toEqual([]);
});
