import type { Candidate } from '../block.ts';

/** Candidates in rising order that belong together. */
export interface Chain {
  readonly starts: readonly Candidate[];
  readonly weight: number;
  readonly strong: number;
}

interface Link {
  readonly candidate: Candidate;
  readonly before: Link | null;
  readonly weight: number;
}

const longestGap = 12;

/** The rising chain of numbers with the most evidence: a list inside an item counts for less than the items around it. */
export function bestChain(candidates: readonly Candidate[]): Chain {
  const best = new Map<number, Link>();
  let top: Link | null = null;
  for (const candidate of candidates) {
    const before = bestBefore(best, candidate.number);
    const step = before === null ? 0 : before.candidate.number === candidate.number - 1 ? 1 : -0.5;
    const weight = candidate.weight + Math.max(0, (before?.weight ?? 0) + step);
    const link: Link = { candidate, before: (before?.weight ?? 0) + step > 0 ? before : null, weight };
    if (weight > (best.get(candidate.number)?.weight ?? Number.NEGATIVE_INFINITY)) best.set(candidate.number, link);
    if (weight > 0 && weight > (top?.weight ?? 0)) top = link;
  }
  const starts: Candidate[] = [];
  for (let link = top; link !== null; link = link.before) starts.push(link.candidate);
  starts.reverse();
  return { starts, weight: top?.weight ?? 0, strong: starts.filter(({ strong }) => strong).length };
}

function bestBefore(best: ReadonlyMap<number, Link>, number: number): Link | null {
  let found: Link | null = null;
  for (let before = number - 1; before >= number - longestGap && before >= 0; before -= 1) {
    const link = best.get(before);
    const worth = (link?.weight ?? 0) - (before === number - 1 ? 0 : 1.5);
    if (link !== undefined && worth > (found === null ? 0 : found.weight - (found.candidate.number === number - 1 ? 0 : 1.5)))
      found = link;
  }
  return found;
}
