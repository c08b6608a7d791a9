import type { Reading } from '../layout/reading.ts';
import type { Section } from '../sections/sections.ts';
import type { Block } from './block.ts';

/** Whether an item is closed to the public: by its title, a mark beside it, the line under it or the heading over its group. */
export function isClosed(reading: Reading, block: Block, sections: readonly Section[], title: string | null): boolean {
  const start = (title ?? '').toLowerCase();
  const { closed } = reading.patterns.vocabulary;
  const isSaid = closed.some(
    (word) =>
      start === word ||
      start.startsWith(`${word}:`) ||
      start.startsWith(`${word} -`) ||
      start.endsWith(` - ${word}`) ||
      ((word.includes(' ') || (title ?? '').startsWith(word.toUpperCase())) && start.startsWith(`${word} `)),
  );
  const before = start.split(/:| - /, 2);
  if (isSaid || (before.length > 1 && saysClosed((before[0] ?? '').split(' ', 2)[0] ?? '', closed))) return true;
  const shown = `${reading.lines[block.from]?.text ?? ''} ${title ?? ''}`;
  if (shown.length < 600 && reading.patterns.closedMark.test(shown)) return true;
  const under = sections[1]?.kind === 'group' ? sections[1].words : null;
  return saysClosed(under ?? block.group, closed);
}

function saysClosed(group: string | null, closed: readonly string[]): boolean {
  const words = (group ?? '').replace(/^\p{L}[.)]\s+/u, '');
  return closed.some((word) => ` ${words} `.includes(` ${word} `));
}
