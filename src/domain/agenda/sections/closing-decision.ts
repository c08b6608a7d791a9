import type { Reading } from '../layout/reading.ts';
import { writtenDates } from '../words/dates.ts';
import type { Section } from './sections.ts';

const proseTail = 6;
const running: ReadonlySet<Section['kind']> = new Set([
  ...(['head', 'case', 'document', 'meta', 'group', 'competence', 'matter', 'caseStatement', 'background'] as const),
  ...(['economy', 'legalBasis', 'communication', 'other', 'recommendation', 'attachments'] as const),
]);
/** "(Socialudvalget)" under a proposal. */
const fromWhom = /^\(\p{Lu}[\p{L}\s,-]{3,60}\)$/u;

/** Where minutes have no heading over decisions: the last paragraph that begins as one is the item's decision. */
export function withClosingDecision(sections: readonly Section[], reading: Reading): readonly Section[] {
  for (let at = sections.length - 1; at >= 0; at -= 1) {
    const section = sections[at];
    if (section === undefined || !running.has(section.kind)) continue;
    const from = closingAt(section, reading);
    const first = section.lines[from];
    if (first !== undefined) {
      const before = section.lines.slice(0, from).filter(({ text }) => !fromWhom.test(text));
      const decision: Section = {
        ...{ kind: 'decision', words: '', heading: null },
        ...{ line: first.number, lines: section.lines.slice(from), isHistory: false, absences: [] },
      };
      return [...sections.slice(0, at), { ...section, lines: before }, decision, ...sections.slice(at + 1)];
    }
    if (section.kind !== 'attachments' && section.lines.length > 0) return sections;
  }
  return sections;
}

/** The line where the decision begins; -1 where none does. Running text tells of days: what was decided before. */
function closingAt({ lines, kind }: Section, reading: Reading): number {
  const isProposal = kind === 'recommendation';
  return lines.findIndex(({ text, gap }, index) => {
    if (!isProposal && index < lines.length - proseTail) return false;
    const before = lines[index - 1]?.text ?? '.';
    if (gap === 0 && index > 0 && !/[.:)]$/.test(before)) return false;
    return closes(text, reading) && (isProposal || writtenDates(text, reading.patterns).length === 0);
  });
}

/** Whether words begin as a decision does that needs no heading. */
export function closes(text: string, { patterns }: Reading): boolean {
  const start = text.slice(0, 120).toLowerCase();
  return patterns.vocabulary.closingDecisions.some(
    (phrase) => start.startsWith(phrase) && !/^\p{L}/u.test(start.slice(phrase.length)),
  );
}
