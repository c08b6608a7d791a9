import { absolute } from '../../../money/decimal.ts';
import type { Finding } from '../finding.ts';
import { isWithin, type Measure, percentOf, percentSlack } from '../measure.ts';
import { disagreement } from '../report.ts';
import type { LedgerTable, TableColumn, TableRow } from '../table.ts';

/** What a cell should hold, and how far rounding may move it. */
interface Expected {
  readonly micro: bigint;
  readonly slack: bigint;
}

/** A rule that a column may follow, row by row; null where a row cannot be judged. */
interface ColumnRule {
  readonly expect: (row: TableRow) => Expected | null;
  /** Whether two rows cannot follow it by chance: the sum of many columns. */
  readonly isTelling: boolean;
}

function rule(expect: ColumnRule['expect'], isTelling = false): ColumnRule {
  return { expect, isTelling };
}

/** Recomputes columns that are a sum, a difference or a percentage of others, by the rule that most rows follow. */
export function columnFindings(table: LedgerTable): readonly Finding[] {
  return table.columns.flatMap((column) => {
    const rules = column.isPercent ? percentRules(column, table) : arithmeticRules(column, table);
    const isSaid = column.isPercent || column.isDifference || column.isTotal;
    const key = column.isPercent ? 'ledger.percent' : column.isTotal ? 'ledger.total' : 'ledger.difference';
    return brokenBy(column, rules, table, { isSaid, key });
  });
}

function brokenBy(
  { at, head }: TableColumn,
  rules: readonly ColumnRule[],
  { rows }: LedgerTable,
  { isSaid, key }: { readonly isSaid: boolean; readonly key: string },
): readonly Finding[] {
  const judged = rules.map(({ expect, isTelling }) => {
    const cases = rows.flatMap((row) => {
      const stated = row.cells.get(at);
      const expected = expect(row);
      return stated === undefined || expected === null ? [] : [{ row, stated, expected, holds: isMet(stated, expected) }];
    });
    return { cases, isTelling, holding: cases.filter(({ holds }) => holds).length };
  });
  const [best] = judged.toSorted((a, b) => b.holding - a.holding || a.cases.length - b.cases.length);
  if (best === undefined || !isRule(best.holding, best.cases.length, { isSaid, isTelling: best.isTelling })) return [];
  return best.cases
    .filter(({ holds }) => !holds)
    .map(({ row, stated, expected }) =>
      disagreement(key, 'contradiction', [row], {
        stated: stated.micro,
        computed: expected.micro,
        label: row.label,
        column: head,
      }),
    );
}

/** A column whose head announces the rule needs half its rows; one that says nothing, nearly all of four or more, or most where chance is ruled out. */
function isRule(
  holding: number,
  of: number,
  { isSaid, isTelling }: { readonly isSaid: boolean; readonly isTelling: boolean },
): boolean {
  if (isSaid) return holding >= 1 && of >= 2 && holding * 2 >= of;
  if (isTelling && holding >= 2 && holding * 2 > of) return true;
  return holding >= 3 && holding * 4 >= of * 3;
}

function isMet(stated: Measure, { micro, slack }: Expected): boolean {
  return isWithin(stated.micro, micro, stated.slack + slack);
}

function arithmeticRules(column: TableColumn, { columns }: LedgerTable): readonly ColumnRule[] {
  const others = columns.filter(({ at, isPercent }) => at !== column.at && !isPercent);
  const pairs = others.flatMap((a) => others.filter((b) => b.at !== a.at).map((b) => [a.at, b.at] as const));
  const differences = pairs.map(([a, b]) => rule((row) => combined(row, [a], [b])));
  const before = others
    .filter(({ at, isDifference, isTotal }) => at < column.at && !isDifference && !isTotal)
    .map(({ at }) => at);
  const after = others.filter(({ at, isDifference, isTotal }) => at > column.at && !isDifference && !isTotal).map(({ at }) => at);
  const sums = [before, after]
    .filter((list) => list.length > 1)
    .map((list) => rule((row) => combined(row, list, []), list.length > 2));
  return column.isTotal ? sums : column.isDifference ? differences : [...differences, ...sums];
}

function combined({ cells }: TableRow, plus: readonly number[], minus: readonly number[]): Expected | null {
  const [added, taken] = [plus, minus].map((places) => places.flatMap((at) => cells.get(at) ?? []));
  if (added === undefined || taken === undefined || added.length !== plus.length || taken.length !== minus.length) return null;
  const sum = (list: readonly Measure[]) => list.reduce((total, { micro }) => total + micro, 0n);
  return { micro: sum(added) - sum(taken), slack: [...added, ...taken].reduce((total, { slack }) => total + slack, 0n) };
}

function percentRules(column: TableColumn, { columns, rows }: LedgerTable): readonly ColumnRule[] {
  const others = columns.filter(({ at, isPercent }) => at !== column.at && !isPercent);
  const pairs = others.flatMap((a) => others.filter((b) => b.at !== a.at).map((b) => [a.at, b.at] as const));
  const changes = pairs.map(([from, to]) => rule((row) => changeOf(row, column.at, [from, to])));
  const ratios = pairs.map(([part, whole]) =>
    rule((row) => ratioOf(row.cells.get(column.at), row.cells.get(part), row.cells.get(whole))),
  );
  const shares = others.map(({ at }) =>
    rule((row) => ratioOf(row.cells.get(column.at), row.cells.get(at), wholeOf(row, at, rows))),
  );
  return column.isChange ? [...changes, ...ratios, ...shares] : [...shares, ...ratios, ...changes];
}

function changeOf({ cells }: TableRow, at: number, [from, to]: readonly [number, number]): Expected | null {
  const [stated, before, now] = [at, from, to].map((place) => cells.get(place));
  if (stated === undefined || before === undefined || now === undefined || before.micro === 0n) return null;
  return {
    micro: percentOf(now.micro - before.micro, absolute(before.micro)),
    slack: percentSlack(stated, now, before) - stated.slack + before.slack / 10n,
  };
}

function ratioOf(stated: Measure | undefined, part: Measure | undefined, whole: Measure | undefined): Expected | null {
  if (stated === undefined || part === undefined || whole === undefined || whole.micro === 0n) return null;
  return { micro: percentOf(part.micro, whole.micro), slack: percentSlack(stated, part, whole) - stated.slack };
}

/** The total that a row belongs to in a column: the next one below, else one above, else the sum of all rows. */
function wholeOf(row: TableRow, at: number, rows: readonly TableRow[]): Measure | undefined {
  const place = rows.indexOf(row);
  const total = row.isTotal ? row : (rows.slice(place).find(({ isTotal }) => isTotal) ?? rows.findLast(({ isTotal }) => isTotal));
  if (total !== undefined) return total.cells.get(at);
  const all = rows.flatMap(({ cells }) => cells.get(at) ?? []);
  const [first] = all;
  return first === undefined
    ? undefined
    : {
        ...first,
        micro: all.reduce((sum, { micro }) => sum + micro, 0n),
        slack: all.reduce((sum, { slack }) => sum + slack, 0n),
      };
}
