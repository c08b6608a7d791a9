import { absolute } from '../../../money/decimal.ts';
import { isWithinEdits } from '../../question/words.ts';
import type { Finding } from '../finding.ts';
import { isWithin, type Measure, measureText } from '../measure.ts';
import { disagreement } from '../report.ts';
import type { LedgerTable, TableColumn, TableRow } from '../table.ts';

/** Recomputes every total of a table, whether it stands above or below its parts, over subtotals or under them. */
export function totalFindings(table: LedgerTable): readonly Finding[] {
  const named = table.rows.filter(({ isTotal }) => isTotal);
  const found = named.flatMap((row) => checkedTotal(row, table, true));
  if (named.length > 0) return found;
  const ends = [table.rows[0], table.rows.at(-1)].flatMap((row) => (row === undefined ? [] : [row]));
  return ends.flatMap((row) => checkedTotal(row, table, false)).slice(0, table.columns.length);
}

interface Trial {
  readonly parts: readonly TableRow[];
  readonly holding: number;
  readonly failing: readonly TableColumn[];
  readonly distance: number;
}

function checkedTotal(row: TableRow, table: LedgerTable, isNamed: boolean): readonly Finding[] {
  const trials = partSets(row, table)
    .map((parts) => tried(row, parts, table))
    .filter(({ holding, failing }) => holding + failing.length > 0);
  const sound = trials.find(({ failing }) => failing.length === 0);
  if (sound !== undefined) return isNamed || sound.holding > 1 ? roundingIn(row, sound, table) : [];
  const exchanged = isNamed ? exchangedWithPart(row, trials, table) : null;
  if (exchanged !== null) return [exchanged];
  const [best] = trials.toSorted((a, b) => b.holding - a.holding || a.distance - b.distance);
  if (best === undefined || !isBelievable(row, best, isNamed)) return [];
  return best.failing.map((column) => wrongTotal(row, best.parts, column));
}

/** An unnamed first or last row counts as a total only where most columns say so, or where a single digit is off. */
function isBelievable(row: TableRow, { parts, holding, failing, distance }: Trial, isNamed: boolean): boolean {
  if (isNamed) return holding > 0 || distance < 0.75;
  if (holding > 0) return holding >= failing.length && parts.length > 2;
  return parts.length > 2 && failing.every(({ at }) => isOneDigitOff(row.cells.get(at), sumOf(parts, at).micro));
}

function isOneDigitOff(stated: Measure | undefined, computed: bigint): boolean {
  if (stated === undefined) return false;
  const [a, b] = [measureText(stated.micro), measureText(computed)];
  return a.length === b.length && a.length > 2 && isWithinEdits(a, b, 1);
}

function tried(row: TableRow, parts: readonly TableRow[], table: LedgerTable): Trial {
  const columns = table.columns.filter(
    ({ at, isPercent }) => !isPercent && row.cells.has(at) && parts.filter(({ cells }) => cells.has(at)).length > 1,
  );
  const agrees = ({ at }: TableColumn) => {
    const sum = sumOf(parts, at);
    const stated = row.cells.get(at);
    return stated !== undefined && isWithin(sum.micro, stated.micro, sum.slack + stated.slack);
  };
  const failing = columns.filter((column) => !agrees(column));
  const distances = failing.map(({ at }) => distanceOf(row.cells.get(at)?.micro ?? 0n, sumOf(parts, at)));
  return { parts, holding: columns.length - failing.length, failing, distance: Math.max(0, ...distances) };
}

/** How far a stated total lies from the sum of its parts, measured by what was added and taken away. */
function distanceOf(stated: bigint, { micro, gross }: Sum): number {
  const largest = absolute(stated) > gross ? absolute(stated) : gross;
  return largest === 0n ? 0 : Number((absolute(stated - micro) * 1000n) / largest) / 1000;
}

/** A total that changed places with one of its parts: put back, the sum holds. */
function exchangedWithPart(row: TableRow, trials: readonly Trial[], { columns }: LedgerTable): Finding | null {
  for (const { parts, failing } of trials)
    for (const { at } of failing) {
      const stated = row.cells.get(at);
      const { micro, slack } = sumOf(parts, at);
      const part = parts.find(({ cells }) => {
        const own = cells.get(at)?.micro ?? 0n;
        return stated !== undefined && own > stated.micro && isWithin(micro - own + stated.micro, own, slack + stated.slack);
      });
      const column = columns.find((one) => one.at === at);
      if (part !== undefined && column !== undefined) return wrongTotal(row, parts, column);
    }
  return null;
}

interface Sum {
  readonly micro: bigint;
  readonly slack: bigint;
  /** What was added and taken away, each counted as such. */
  readonly gross: bigint;
}

function sumOf(parts: readonly TableRow[], at: number): Sum {
  const measures = parts.flatMap(({ cells }) => cells.get(at) ?? []);
  return {
    micro: measures.reduce((sum, { micro }) => sum + micro, 0n),
    slack: measures.reduce((sum, { slack }) => sum + slack, 0n),
    gross: measures.reduce((sum, { micro }) => sum + absolute(micro), 0n),
  };
}

/** Every set of rows that a total may add: those since or until the next total, all of them, the subtotals; with or without "heraf" and budget lines. */
function partSets(row: TableRow, { rows }: LedgerTable): readonly (readonly TableRow[])[] {
  const at = rows.indexOf(row);
  const before = rows.slice(0, at);
  const after = rows.slice(at + 1);
  const lastTotal = before.findLastIndex(({ isTotal }) => isTotal);
  const nextTotal = after.findIndex(({ isTotal }) => isTotal);
  const since = before.slice(lastTotal + 1);
  const until = nextTotal < 0 ? after : after.slice(0, nextTotal);
  const plain = (list: readonly TableRow[]) => list.filter(({ isTotal }) => !isTotal);
  const totals = (list: readonly TableRow[]) => list.filter(({ isTotal }) => isTotal);
  const running = lastTotal < 0 ? [] : before.slice(lastTotal);
  const end = after.findIndex(({ isPart }) => !isPart);
  const named = after.slice(0, end < 0 ? after.length : end);
  const sets = [named, since, until, plain(before), totals(before), running, plain(after), totals(after), [...since, ...until]];
  const without = [
    (list: readonly TableRow[]) => list,
    (list: readonly TableRow[]) => list.filter(({ isPart }) => !isPart),
    (list: readonly TableRow[]) => list.filter(({ isFrame, isDifference }) => !isFrame && !isDifference),
    (list: readonly TableRow[]) => list.filter(({ isFrame, isDifference, isPart }) => !isFrame && !isDifference && !isPart),
  ];
  const isOfParts = (set: readonly TableRow[]) =>
    set.length > 1 && set.some(({ isFrame, isDifference }) => !isFrame && !isDifference);
  return sets.flatMap((set) => without.map((filter) => filter(set))).filter(isOfParts);
}

function wrongTotal(row: TableRow, parts: readonly TableRow[], { at, head }: TableColumn): Finding {
  const stated = row.cells.get(at);
  const { micro } = sumOf(parts, at);
  return disagreement('ledger.total', 'contradiction', [row, ...parts], {
    stated: stated?.micro ?? 0n,
    computed: micro,
    label: row.label,
    column: head,
  });
}

function roundingIn(row: TableRow, { parts }: Trial, { columns }: LedgerTable): readonly Finding[] {
  return columns.flatMap(({ at, head, isPercent }) => {
    const stated = row.cells.get(at);
    const { micro } = sumOf(parts, at);
    if (stated === undefined || isPercent || micro === stated.micro || parts.every(({ cells }) => !cells.has(at))) return [];
    return [
      disagreement('ledger.rounding', 'rounding', [row, ...parts], {
        stated: stated.micro,
        computed: micro,
        label: row.label,
        column: head,
      }),
    ];
  });
}
