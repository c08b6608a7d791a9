import { collapse, type Line } from '../layout/lines.ts';
import type { Reading } from '../layout/reading.ts';
import { oneOf } from '../words/patterns.ts';
import { saysDecided } from './proposal.ts';
import type { Section } from './sections.ts';

const longest = 220;

/** Minutes without a heading over what was decided: the short last paragraph of an item that begins and speaks as decisions do. */
export function withUnheadedDecision(sections: readonly Section[], reading: Reading): readonly Section[] {
  if (sections.some(({ kind }) => kind === 'decision' || kind === 'recommendationAndDecision')) return sections;
  const at = sections.findLastIndex(({ lines }) => lines.length > 0);
  const last = sections[at];
  if (last === undefined) return sections;
  const { lines } = last;
  const from = lines.findLastIndex(({ gap }, index) => gap > 0 || isAfterSentence(lines[index - 1], last));
  const paragraph = last.lines.slice(from);
  const first = paragraph[0];
  if (from === -1 || first === undefined || !isDecision(collapse(paragraph.map(({ text }) => text).join(' ')), reading))
    return sections;
  const decision: Section = { kind: 'decision', words: '', heading: null, line: first.number, lines: paragraph };
  return [...sections.slice(0, at), { ...last, lines: last.lines.slice(0, from) }, decision, ...sections.slice(at + 1)];
}

/** In an item without any heading each line that follows a whole sentence may be a paragraph. */
function isAfterSentence(before: Line | undefined, { kind }: Section): boolean {
  return kind === 'head' && (before === undefined || /[.:]$/.test(before.text));
}

function isDecision(text: string, reading: Reading): boolean {
  const word = new RegExp(`(?<![\\p{L}])(?:${oneOf(reading.patterns.vocabulary.decidedWords)})(?![\\p{L}])`, 'iu');
  return text.length <= longest && /^\p{Lu}/u.test(text) && saysDecided(text, reading) && word.test(text);
}
