import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passagesOf, sectionsOf } from '../../../src/domain/source/sections.ts';

const text = `Plan for området

Indledende linjer om planen.

Indsats

Vi tilbyder:
- korte kurser
- lange kurser

Gruppe\tAntal
Unge\t12
Ældre\t7
`;

test('a short line of its own with text under it opens a section', () => {
  expect(sectionsOf('plan', text).map(({ heading }) => heading)).toEqual(['Plan for området', 'Indsats']);
});

test('a bullet keeps the sentence that leads into its list, and a row the headers of its table', () => {
  const passages = passagesOf(text, 0, text.length).map(({ start, end, lead, kind }) => [kind, text.slice(start, end), lead]);
  expect(passages).toContainEqual(['bullet', '- korte kurser', 'Vi tilbyder:']);
  expect(passages).toContainEqual(['row', 'Unge\t12', expect.stringContaining('Gruppe\tAntal')]);
});

test('a text without headings is one section', () => {
  expect(sectionsOf('x', 'bare en linje.')).toMatchObject([{ heading: '', start: 0, end: 14 }]);
});

test('sections cover any text from end to end without overlap, and passages lie within it', () => {
  const line = fc.oneof(fc.string(), fc.constantFrom('', 'Overskrift', '- punkt', '1. tal', 'a\tb', 'En sætning.'));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const any = lines.join('\n');
      const sections = sectionsOf('x', any);
      let last = sections[0]?.start ?? 0;
      for (const { start, end } of sections) {
        expect(start).toBe(last);
        last = end;
        for (const passage of passagesOf(any, start, end)) {
          expect(passage.start).toBeGreaterThanOrEqual(start);
          expect(passage.end).toBeLessThanOrEqual(end);
        }
      }
      expect(last).toBe(any.length);
    }),
  );
});
