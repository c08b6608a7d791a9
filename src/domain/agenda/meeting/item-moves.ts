import type { AgendaItem } from '../agenda.ts';

/** Where each item of an earlier reading stands in a later one; an item that is gone stands nowhere (null). What was recorded follows it. */
export function itemMoves(before: readonly AgendaItem[], after: readonly AgendaItem[]): ReadonlyMap<number, number | null> {
  const moves = new Map<number, number | null>();
  const taken = new Set<number>();
  for (const keyOf of [bySubject, byNumberAndCase, byNumberAndTitle]) {
    for (const [index, item] of before.entries()) {
      const key = keyOf(item);
      if (key === null || moves.has(index)) continue;
      const found = after.findIndex((one, at) => !taken.has(at) && keyOf(one) === key);
      if (found === -1) continue;
      moves.set(index, found);
      taken.add(found);
    }
  }
  for (const index of before.keys()) if (!moves.has(index)) moves.set(index, null);
  return moves;
}

function bySubject({ title, caseNumber }: AgendaItem): string | null {
  return title === null ? null : `${title.toLowerCase()}|${caseNumber ?? ''}`;
}

function byNumberAndCase({ number, caseNumber }: AgendaItem): string | null {
  return number === null || caseNumber === null ? null : `${number}|${caseNumber}`;
}

function byNumberAndTitle({ number, title }: AgendaItem): string | null {
  return number === null ? null : `${number}|${title?.toLowerCase() ?? ''}`;
}
