import type { Patterns } from '../words/patterns.ts';
import { namesDecision } from './decision-heading.ts';
import type { Label } from './labels.ts';
import type { Line } from './lines.ts';

/** "Socialudvalget den 3. maj 2026, pkt. 4" right over another heading, without a colon, tells where the matter was treated, and not what was decided; one alone over "Beslutning" says whose decision that is. */
export function withTreatments(
  lines: readonly Line[],
  labels: readonly (Label | null)[],
  patterns: Patterns,
): readonly (Label | null)[] {
  const isTreatment = labels.map((label, index) => {
    const text = lines[index]?.text ?? '';
    const isBare = label?.kind === 'decision' && label.heading !== null && label.content >= text.length && !text.endsWith(':');
    const below = labels[index + 1] ?? null;
    return isBare && below !== null && below.kind !== 'absent' && !namesDecision(text, patterns);
  });
  return labels.map((label, index) => {
    if (label === null) return null;
    if (isTreatment[index] === true) return { ...label, kind: 'meta' };
    const isOver = isTreatment[index - 1] === true && isTreatment[index - 2] !== true;
    const heading = isOver && label.kind === 'decision' && label.heading === null ? (labels[index - 1]?.heading ?? null) : null;
    return heading === null ? label : { ...label, heading };
  });
}
