import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinedText } from '../../../src/domain/source/joined-text.ts';

test('a word that a line or page end has broken is joined', () => {
  const text =
    'Helbredsmæssige og store helbreds-mæssige udfordringer, overskredne rettighe-der, konceptet for ledel- sestilsyn, form af støt-\n\nte til alle der vil.';
  expect(joinedText(text).text).toBe(
    'Helbredsmæssige og store helbredsmæssige udfordringer, overskredne rettigheder, konceptet for ledelsestilsyn, form af støtte til alle der vil.',
  );
});

test('a hyphen that the text means stays', () => {
  const text = 'Unge og børn på området: unge-området, BUM-modellen og fysio- og ergoterapeut eller Flere-skal-med.';
  expect(joinedText(text).text).toBe(text);
});

test('a sentence that a page end has broken is joined, and a row or heading is not', () => {
  const text = 'Elementerne kan genfindes i den strategi og i\n\nden anden strategi\n\nmed mere\nRække\t1\n\nny';
  expect(joinedText(text).text).toBe(
    'Elementerne kan genfindes i den strategi og i den anden strategi\n\nmed mere\nRække\t1\n\nny',
  );
});

test('every character of the joined text leads back to its own in the original', () => {
  const piece = fc.constantFrom(
    'helbreds-mæssige ',
    'ledel- sestilsyn ',
    'unge-området ',
    'og i en meget lang linje uden punktum og med\n\nmere ',
    'A\tB\n',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const original = pieces.join('');
      const { text, toOriginal } = joinedText(original);
      for (let at = 0; at < text.length; at++) if (/\p{L}/u.test(text[at] ?? '')) expect(original[toOriginal(at)]).toBe(text[at]);
      expect(toOriginal(text.length)).toBe(original.length);
    }),
    { numRuns: 200 },
  );
});
