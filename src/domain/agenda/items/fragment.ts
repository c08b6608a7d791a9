import type { Reading } from '../layout/reading.ts';
import type { LabelKind } from '../words/vocabulary.ts';
import type { Block } from './block.ts';
import { type Header, headerOf } from './header.ts';

const longestTitle = 100;
const sections: ReadonlySet<LabelKind> = new Set([
  ...(['matter', 'caseStatement', 'background', 'economy', 'legalBasis', 'communication', 'other', 'competence'] as const),
  ...(['recommendation', 'recommendationAndDecision', 'decision'] as const),
]);
const proposing: ReadonlySet<LabelKind> = new Set(['recommendation', 'recommendationAndDecision'] as const);

/** The rest of an item that begins before the text does: its proposal is told without number and title, and belongs to no other; null where the text begins with its header, or only a decision is left. */
export function fragmentBefore(reading: Reading, first: number): Block | null {
  const { lines, labels } = reading;
  const above = labels.slice(0, first);
  const head = above.find((label) => label !== null);
  const isInside = /^\p{Ll}/u.test(lines[0]?.text ?? '') || (lines[0]?.text.length ?? 0) > longestTitle;
  const isSection = head != null && sections.has(head.kind);
  if (!isInside || !isSection || !above.some((label) => label !== null && proposing.has(label.kind))) return null;
  return { number: null, from: 0, to: first, title: null, body: 0, group: null };
}

/** What the pages' own headers say of the meeting, where the text's does not: all of it where the text begins inside an item. */
export function withPageHeader(header: Header, reading: Reading, isFragment: boolean): Header {
  const lines = reading.furniture;
  if (lines.length === 0) return header;
  const page = headerOf({ ...reading, lines, labels: lines.map(() => null) }, lines.length);
  if (isFragment) return page;
  return {
    ...header,
    kind: header.kind ?? page.kind,
    body: header.body ?? page.body,
    date: header.date ?? (page.body === null && page.kind === null ? null : page.date),
  };
}
