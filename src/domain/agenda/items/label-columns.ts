import { collapse, type Line } from '../layout/lines.ts';
import type { Reading } from '../layout/reading.ts';
import type { LabelKind } from '../words/vocabulary.ts';

const column = /\s*\t\s*|\s{3,}/;

/** "Sted:" and "Dato:" beside one another over their values: what stands in the same column below; null where the line is no such row or the column cannot be told. */
export function columnBelow(reading: Reading, index: number, kind: LabelKind): string | null {
  const [line, below] = [reading.lines[index], reading.lines[index + 1]];
  if (line === undefined || below === undefined || below.gap > 0 || below.text.length > 200) return null;
  const heads = line.text.split(column);
  if (heads.length < 2 || !heads.every((head) => head.endsWith(':'))) return null;
  const place = heads.findIndex((head) => reading.patterns.vocabulary.labels.get(head.slice(0, -1).toLowerCase()) === kind);
  const values = below.text.split(column);
  // With fewer values than heads only the first column is sure, and only where the line is not moved in.
  const isSure = values.length === heads.length || (place === 0 && !isMovedIn(below, reading.source));
  return place === -1 || !isSure ? null : collapse(values[place] ?? '');
}

function isMovedIn({ from }: Line, source: string): boolean {
  return from > 0 && !/[\r\n\f\v\u0085\u2028\u2029]/.test(source.charAt(from - 1));
}
