import type { Recommendation } from '../agenda.ts';
import type { Line } from '../layout/lines.ts';
import type { Reading } from '../layout/reading.ts';
import { namedBodies } from '../words/bodies.ts';
import { oneOf } from '../words/patterns.ts';
import { clausesOf } from './clauses.ts';
import { closes } from './closing-decision.ts';
import { proposes, saysDecided } from './proposal.ts';
import type { Section } from './sections.ts';

const running: ReadonlySet<Section['kind']> = new Set([
  ...(['caseStatement', 'background', 'economy', 'legalBasis', 'communication', 'other'] as const),
]);

/** What the department proposes: under its heading, or in a paragraph that says so. @da indstilling */
export function recommendationOf(sections: readonly Section[], reading: Reading, areHeaded: boolean): Recommendation | null {
  // What somebody proposes within the case counts where no heading says that it is the proposal.
  const headed = sections.filter(({ words }) => words !== '');
  const anew = sections.filter((_section, at) => isAnew(sections, at)).slice(-1);
  for (const section of [...anew, ...headed, ...sections]) {
    if (section.kind !== 'recommendation' && section.kind !== 'recommendationAndDecision') continue;
    const lines =
      section.kind === 'recommendation' ? section.lines : section.lines.slice(0, proposalLength(section.lines, reading));
    const read = readRecommendation(lines, reading);
    if (read !== null) return read;
  }
  return withoutHeading(sections, reading, areHeaded);
}

/** What is proposed under an earlier decision on the item's first proposal is what this meeting decides on. */
function isAnew(sections: readonly Section[], at: number): boolean {
  const [section, before] = [sections[at], sections[at - 1]];
  const isFirst = !sections.slice(0, at).some(({ kind }) => kind === 'recommendation' || kind === 'recommendationAndDecision');
  return section?.kind === 'recommendation' && section.words === '' && before?.kind === 'decision' && !isFirst;
}

/** How many lines of "INDSTILLING OG BESLUTNING" are the proposal; the rest is what was decided. */
export function proposalLength(lines: readonly Line[], reading: Reading): number {
  const says = lines.findIndex(({ text }) => reading.patterns.recommend.test(text.slice(0, 300)));
  // Nobody proposes, and the first words are a decision's: all of it is.
  if (says === -1 && closes(lines[0]?.text ?? '', reading)) return 0;
  const at = lines.findIndex(({ text, gap }, index) => {
    const start = text.toLowerCase();
    const isNew = gap > 0 || /[.:]$/.test(lines[index - 1]?.text ?? '.');
    return index > Math.max(0, says) && isNew && !/^at\s+\p{Ll}/u.test(start) && saysDecided(text, reading);
  });
  return at === -1 ? lines.length : at;
}

function readRecommendation(lines: readonly Line[], reading: Reading): Recommendation | null {
  const used = lines.filter(({ text }) => !reading.patterns.vocabulary.none.includes(text.toLowerCase()));
  if (used.length === 0) return null;
  const { lead, clauses } = clausesOf(used, reading);
  if (clauses.length === 0) return null;
  const verb = lead === null ? null : reading.patterns.recommend.exec(lead);
  const by = verb === null || lead === null ? null : lead.slice(0, verb.index).trim();
  const after = lead === null || verb === null ? '' : lead.slice(verb.index);
  return { by: by === '' ? null : by, to: namedBodies(after, reading.patterns).map(({ name }) => name), lead, clauses };
}

/** Without a heading: the paragraph at the item's head in which somebody "indstiller, at …". */
function withoutHeading(sections: readonly Section[], reading: Reading, areHeaded: boolean): Recommendation | null {
  // Where the items' proposals have headings, "foreslår" in running text proposes nothing in form.
  const formal = new RegExp(`(?<![\\p{L}])(?:${oneOf(reading.patterns.vocabulary.formalVerbs)})(?![\\p{L}])`, 'iu');
  const isProposal = (text: string): boolean => proposes(text, reading) && (!areHeaded || formal.test(text.slice(0, 300)));
  for (const section of sections) {
    if (!['head', 'case', 'document', 'meta', 'group'].includes(section.kind)) continue;
    const from = section.lines.findIndex(({ text }) => isProposal(text));
    if (from === -1) continue;
    return readRecommendation(section.lines.slice(from), reading);
  }
  for (const section of sections) {
    const isMatter = section.kind === 'matter';
    if (!isMatter && !running.has(section.kind)) continue;
    const from = section.lines.findLastIndex(
      ({ text, gap }, index) => index >= section.lines.length - 6 && (!isMatter || (index > 0 && gap > 0)) && isProposal(text),
    );
    if (from !== -1) return readRecommendation(section.lines.slice(from), reading);
  }
  return null;
}
