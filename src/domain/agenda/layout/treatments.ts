import type { Patterns } from '../words/patterns.ts';
import { namesDecision } from './decision-heading.ts';
import type { Label } from './labels.ts';
import type { Line } from './lines.ts';

/** "Socialudvalget den 3. maj 2026, pkt. 4" right over another heading, without the word for a decision and without a colon, tells where the matter was treated, and not what was decided. */
export function withTreatments(
  lines: readonly Line[],
  labels: readonly (Label | null)[],
  patterns: Patterns,
): readonly (Label | null)[] {
  return labels.map((label, index) => {
    const text = lines[index]?.text ?? '';
    const below = labels[index + 1] ?? null;
    const isBare = label?.kind === 'decision' && label.heading !== null && label.content >= text.length && !text.endsWith(':');
    if (!isBare || below === null || below.kind === 'absent' || namesDecision(text, patterns)) return label;
    return { ...label, kind: 'meta' };
  });
}
