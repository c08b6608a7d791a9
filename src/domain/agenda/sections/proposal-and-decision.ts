import type { Line } from '../layout/lines.ts';
import type { Reading } from '../layout/reading.ts';
import type { LabelKind } from '../words/vocabulary.ts';

interface Begun {
  readonly kind: LabelKind | 'head';
  readonly lines: readonly Line[];
}

/** Who proposes, on a line of its own right under "INDSTILLING/BESLUTNING", opens no other section: what was decided follows in it too. */
export function kindUnder(kind: LabelKind, before: Begun): LabelKind {
  const isBoth = kind === 'recommendation' && before.kind === 'recommendationAndDecision' && before.lines.length === 0;
  return isBoth ? before.kind : kind;
}

/** Under "INDSTILLING/BESLUTNING" a line of committee and day, apart from what is proposed and right over other words, is a decision's heading, however the decision begins. */
export function isDecisionUnderBoth({ kind, lines }: Begun, reading: Reading, index: number): boolean {
  const [line, below] = [reading.lines[index], reading.lines[index + 1]];
  if (kind !== 'recommendationAndDecision' || lines.length === 0 || line === undefined || below === undefined) return false;
  return line.gap > 0 && below.gap === 0 && reading.labels[index + 1] === null;
}
