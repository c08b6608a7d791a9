import type { Finding } from '../finding.ts';
import { disagreement } from '../report.ts';
import type { LedgerTable, TableRow } from '../table.ts';

/** A row that says the same in all columns but one. */
interface Deviation {
  readonly row: TableRow;
  readonly at: number;
  readonly usual: bigint;
  readonly odd: bigint;
}

/** Two rows of which each holds the other's number in one column: the cells have changed places. */
export function swappedFindings(table: LedgerTable): readonly Finding[] {
  const deviations = table.rows.flatMap((row) => deviationOf(row, table));
  return deviations.flatMap((one, place) =>
    deviations
      .slice(place + 1)
      .filter((other) => other.at === one.at && other.usual === one.odd && other.odd === one.usual)
      .map((other) =>
        disagreement('ledger.swapped', 'contradiction', [one.row, other.row], {
          stated: one.odd,
          computed: one.usual,
          label: one.row.label,
          column: other.row.label,
        }),
      ),
  );
}

function deviationOf(row: TableRow, { columns }: LedgerTable): readonly Deviation[] {
  const cells = columns.filter(({ isPercent, isTotal, isDifference }) => !isPercent && !isTotal && !isDifference);
  const values = cells.flatMap(({ at }) => {
    const measure = row.cells.get(at);
    return measure === undefined ? [] : [{ at, micro: measure.micro }];
  });
  if (values.length < 3) return [];
  return values.flatMap(({ at, micro }) => {
    const rest = new Set(values.filter((other) => other.at !== at).map((other) => other.micro));
    const [usual] = rest;
    return rest.size === 1 && usual !== undefined && usual !== micro ? [{ row, at, usual, odd: micro }] : [];
  });
}
