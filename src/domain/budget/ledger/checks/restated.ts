import { absolute } from '../../../money/decimal.ts';
import { folded, isWithinEdits, stemOf, wordsOf } from '../../question/words.ts';
import type { Finding, LedgerVocabulary } from '../finding.ts';
import { isWithin, type Measure } from '../measure.ts';
import { disagreement } from '../report.ts';
import type { LedgerPassage, LedgerSentence, SentenceNumber } from '../sentences.ts';
import type { LedgerTable, TableRow } from '../table.ts';

/** A statement in the text of an amount that a table holds as well. */
interface Restatement {
  readonly row: TableRow;
  readonly table: LedgerTable;
  readonly sentence: LedgerSentence;
  readonly number: SentenceNumber;
}

/** Holds what the text says of a table's row against the row, under the heading of that name or beside the name itself. */
export function restatementFindings(
  tables: readonly LedgerTable[],
  passages: readonly LedgerPassage[],
  vocabulary: LedgerVocabulary,
): readonly Finding[] {
  return tables.flatMap((table) => {
    const statements = [...underHeadings(table, passages, vocabulary), ...besideNames(table, passages)];
    const factor = factorOf(table, statements);
    if (factor === null) return [];
    return [...statements.flatMap((statement) => checked(statement, factor)), ...missingUnit(table, factor)];
  });
}

/** A table without unit, whose text shows what it counts in, is worth a remark. */
function missingUnit({ rows }: LedgerTable, factor: bigint): readonly Finding[] {
  const [first] = rows;
  if (factor === 1n || first === undefined) return [];
  const unit = factor === 1_000n ? '1.000 kr.' : 'mio. kr.';
  return [
    {
      kind: 'remark',
      quotes: [first.quote],
      stated: null,
      computed: null,
      message: { key: 'ledger.missing-unit', values: { unit } },
    },
  ];
}

function checked({ row, sentence, number, table }: Restatement, factor: bigint): readonly Finding[] {
  const cells = cellsOf(row, table).map((cell) => scaled(cell, factor));
  const stated = absolute(number.measure.micro);
  const slackOf = (cell: Measure) =>
    cell.slack + number.measure.slack + (number.measure.isApproximate ? absolute(cell.micro) / 50n : 0n);
  if (cells.some((cell) => isWithin(absolute(cell.micro), stated, slackOf(cell)))) return [];
  const near = cells.find((cell) => absolute(cell.micro) <= 2n * stated && stated <= 2n * absolute(cell.micro));
  if (near === undefined) return [];
  return [
    disagreement('ledger.restated', 'contradiction', [sentence, row], {
      stated,
      computed: absolute(near.micro),
      label: row.label,
      column: '',
    }),
  ];
}

function cellsOf({ cells }: TableRow, { columns }: LedgerTable): readonly Measure[] {
  return columns.filter(({ isPercent }) => !isPercent).flatMap(({ at }) => cells.get(at) ?? []);
}

function scaled(cell: Measure, factor: bigint): Measure {
  return cell.kind === 'number' ? { ...cell, micro: cell.micro * factor, slack: cell.slack * factor } : cell;
}

/** A table that names no unit counts in that unit in which most of its text agrees with it; null where nothing agrees. */
function factorOf(table: LedgerTable, statements: readonly Restatement[]): bigint | null {
  if (table.rows.every((row) => cellsOf(row, table).every(({ kind }) => kind === 'money'))) return 1n;
  const trials = [1n, 1_000n, 1_000_000n].map((factor) => ({
    factor,
    agreeing: statements.filter(({ row, number }) =>
      cellsOf(row, table).some((cell) => absolute(scaled(cell, factor).micro) === absolute(number.measure.micro)),
    ).length,
  }));
  const [best] = trials.toSorted((a, b) => b.agreeing - a.agreeing);
  return best === undefined || best.agreeing === 0 ? null : best.factor;
}

function underHeadings(
  table: LedgerTable,
  passages: readonly LedgerPassage[],
  { restated }: LedgerVocabulary,
): readonly Restatement[] {
  return passages.flatMap(({ heading, sentences }) => {
    const rows = table.rows.filter(({ label }) => isSameName(label, heading));
    const [row] = rows;
    if (row === undefined || rows.length > 1) return [];
    return sentences.flatMap((sentence) =>
      sentence.numbers
        .filter(({ measure, start }) => measure.kind === 'money' && isIntroduced(sentence.text, start, restated))
        .map((number) => ({ row, table, sentence, number })),
    );
  });
}

function isIntroduced(text: string, at: number, phrases: readonly string[]): boolean {
  const before = folded(text.slice(Math.max(0, at - 60), at))
    .trim()
    .replace(/\s(?:ca|godt|knap)\.?$/u, '');
  return phrases.some((phrase) => before.endsWith(folded(phrase)));
}

function isSameName(label: string, heading: string): boolean {
  const [a, b] = [label, heading].map((name) => wordsOf(name).join(' '));
  return a !== undefined && b !== undefined && a.length > 4 && (a === b || isWithinEdits(a, b, 1));
}

/** Sentences that name a row of a one-column table by its own rare name, followed by an amount. */
function besideNames(table: LedgerTable, passages: readonly LedgerPassage[]): readonly Restatement[] {
  if (table.columns.filter(({ isPercent }) => !isPercent).length !== 1) return [];
  const sentences = passages.flatMap((passage) => passage.sentences);
  return table.rows.flatMap((row) => {
    const name = rareName(row, table);
    if (name === null) return [];
    const naming = sentences.filter(({ text }) => wordsOf(text).some((word) => stemOf(word) === name));
    if (naming.length === 0 || naming.length > 2) return [];
    return naming.flatMap((sentence) => {
      const at = folded(sentence.text).indexOf(name);
      const number = sentence.numbers.find(({ start, measure }) => start > at && start - at < 60 && measure.kind === 'money');
      return number === undefined || sentence.numbers.filter(({ measure }) => measure.kind === 'money').length > 1
        ? []
        : [{ row, table, sentence, number }];
    });
  });
}

/** The one long word of a row's name, where no other row has it. */
function rareName({ label }: TableRow, { rows }: LedgerTable): string | null {
  const words = wordsOf(label.split(/\s[-\u2013]\s/u)[0] ?? '').filter((word) => word.length > 3 && word !== 'heraf');
  const [word] = words;
  if (word === undefined || words.length > 1 || word.length < 9) return null;
  const stem = stemOf(word);
  const holders = rows.filter((row) => wordsOf(row.label).some((other) => stemOf(other) === stem));
  return holders.length === 1 ? stem : null;
}
