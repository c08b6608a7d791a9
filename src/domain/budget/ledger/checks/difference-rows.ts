import { absolute } from '../../../money/decimal.ts';
import type { Finding } from '../finding.ts';
import { isWithin } from '../measure.ts';
import { disagreement } from '../report.ts';
import type { LedgerTable, TableRow } from '../table.ts';

/** Recomputes a row that says how far a total lies from its budget. @da overdisponering, afvigelse */
export function differenceRowFindings(table: LedgerTable): readonly Finding[] {
  return table.rows.flatMap((row, at) => {
    if (!row.isDifference || row.isTotal) return [];
    const before = table.rows.slice(0, at);
    const total = before.findLast(({ isTotal }) => isTotal);
    const frame = before.findLast(({ isFrame }) => isFrame);
    const pair = total !== undefined && frame !== undefined ? ([total, frame] as const) : null;
    return pair === null ? [] : checked(row, pair, before, table);
  });
}

function checked(
  row: TableRow,
  pair: readonly [TableRow, TableRow],
  before: readonly TableRow[],
  { columns }: LedgerTable,
): readonly Finding[] {
  const pairs = before.flatMap((a) => before.filter((b) => b !== a).map((b) => [a, b] as const));
  const places = columns.filter(({ at, isPercent }) => !isPercent && row.cells.has(at));
  if (pairs.some((other) => places.every(({ at }) => isBetween(row, other, at)))) return [];
  return places
    .filter(({ at }) => !isBetween(row, pair, at))
    .map(({ at, head }) => {
      const [total, frame] = pair;
      const stated = row.cells.get(at)?.micro ?? 0n;
      const computed = (total.cells.get(at)?.micro ?? 0n) - (frame.cells.get(at)?.micro ?? 0n);
      return disagreement('ledger.difference', 'contradiction', [row, total, frame], {
        stated,
        computed,
        label: row.label,
        column: head,
      });
    });
}

function isBetween(row: TableRow, [a, b]: readonly [TableRow, TableRow], at: number): boolean {
  const [stated, left, right] = [row, a, b].map(({ cells }) => cells.get(at));
  if (stated === undefined || left === undefined || right === undefined) return false;
  return isWithin(absolute(stated.micro), absolute(left.micro - right.micro), stated.slack + left.slack + right.slack);
}
