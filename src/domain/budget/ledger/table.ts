import type { AmountUnit } from '../../money/amount.ts';
import { folded } from '../question/words.ts';
import type { LedgerDocument, LedgerQuote, LedgerVocabulary } from './finding.ts';
import { type Measure, readMeasure } from './measure.ts';

/** A row of a table: its name and its numbers by column. */
export interface TableRow {
  readonly label: string;
  readonly cells: ReadonlyMap<number, Measure>;
  /** The cells as written. */
  readonly written: readonly string[];
  readonly quote: LedgerQuote;
  readonly isTotal: boolean;
  readonly isDifference: boolean;
  readonly isPart: boolean;
  readonly isFrame: boolean;
}

/** A column of a table: what its heads say. */
export interface TableColumn {
  readonly at: number;
  readonly head: string;
  readonly isPercent: boolean;
  readonly isTotal: boolean;
  readonly isDifference: boolean;
  readonly isChange: boolean;
}

/** A table of a document with its numbers read. */
export interface LedgerTable {
  readonly rows: readonly TableRow[];
  readonly columns: readonly TableColumn[];
  readonly unit: AmountUnit | null;
  /** The lines above it. */
  readonly caption: string;
  readonly start: number;
  readonly end: number;
}

interface Line {
  readonly text: string;
  readonly start: number;
  readonly cells: readonly string[];
}

/** The tables of a document: runs of lines whose cells are divided by tabs or bars. */
export function tablesIn(document: LedgerDocument, vocabulary: LedgerVocabulary): readonly LedgerTable[] {
  const lines = linesOf(document.text);
  const tables: LedgerTable[] = [];
  let run: Line[] = [];
  for (const [at, line] of [...lines, { text: '', start: document.text.length, cells: [] }].entries()) {
    if (line.cells.length > 1) run.push(line);
    else if (run.length > 0 && !/^[|\s:-]+$/u.test(line.text || ' x')) {
      const caption = lines.slice(Math.max(at - run.length - 4, 0), at - run.length).map(({ text }) => text);
      const table = tableOf(run, caption, document, vocabulary);
      if (table !== null) tables.push(table);
      run = [];
    }
  }
  return tables;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ text: line, start, cells: cellsOf(line.replace(/\r$/u, '')) });
    start += line.length + 1;
  }
  return lines;
}

function cellsOf(line: string): readonly string[] {
  if (line.includes('\t')) return line.split('\t').map((cell) => cell.trim());
  if (/\S {3,}[-\u2212]?\d[\d.,]*(?: ?%| (?:kr|mio|mill)\S*.*)?\s*$/u.test(line)) return line.trim().split(/ {3,}/u);
  if (/^\s*\|.*\|\s*$/u.test(line))
    return line
      .trim()
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
  return [];
}

function tableOf(
  run: readonly Line[],
  caption: readonly string[],
  document: LedgerDocument,
  vocabulary: LedgerVocabulary,
): LedgerTable | null {
  const isNumber = (cell: string) =>
    readMeasure(cell, 'kroner') !== null && !isYear(cell) && !/^(?:i )?1[.]?000 kr[.]?$/iu.test(cell);
  const isHead = ({ cells }: Line) => !cells.slice(1).some(isNumber);
  const firstBody = run.findIndex((line) => !isHead(line));
  if (firstBody < 0) return null;
  const heads = run.slice(0, firstBody);
  const unit = unitOf([...caption, ...heads.flatMap(({ cells }) => cells)].join(' \n '), vocabulary);
  const rows = run.slice(firstBody).flatMap((line) => rowOf(line, unit, document, vocabulary));
  const last = run.at(-1);
  const first = run[0];
  if (rows.length < 2 || first === undefined || last === undefined) return null;
  const columns = columnsOf(heads, rows, vocabulary);
  return {
    rows: rows.map((row) => withPercentages(row, columns)),
    columns,
    unit,
    caption: caption.join(' '),
    start: first.start,
    end: last.start + last.text.length,
  };
}

function rowOf(line: Line, unit: AmountUnit | null, { file }: LedgerDocument, vocabulary: LedgerVocabulary): readonly TableRow[] {
  const cells = new Map<number, Measure>();
  const names: string[] = [];
  for (const [at, cell] of line.cells.entries()) {
    const measure = readMeasure(cell, at === 0 && isYear(cell) ? null : unit);
    if (measure !== null && at > 0) cells.set(at, measure);
    else if (cell !== '') names.push(cell.replace(/\*\*|<\/?u>/gu, '').trim());
  }
  if (cells.size === 0) return [];
  const label = names.join(' ');
  const quote = { documentFile: file, quote: line.text.trim(), span: { start: line.start, end: line.start + line.text.length } };
  const names2 = names.at(-1) ?? '';
  return [
    {
      label,
      cells,
      written: line.cells,
      quote,
      isTotal: says(names2, vocabulary.total) && !says(names2, vocabulary.part),
      isDifference: opens(names2, vocabulary.difference),
      isPart: opens(names2, vocabulary.part),
      isFrame: opens(names2, vocabulary.frame),
    },
  ];
}

function columnsOf(heads: readonly Line[], rows: readonly TableRow[], vocabulary: LedgerVocabulary): readonly TableColumn[] {
  const places = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))].sort((a, b) => a - b);
  return places.map((at) => {
    const above = heads.map(({ cells }) => cells[at] ?? '');
    const spread = heads.map(({ cells }) => cells.slice(0, at + 1).findLast((cell) => cell !== '') ?? '');
    const head = above.join(' ').trim();
    const measures = rows.flatMap(({ cells }) => cells.get(at) ?? []);
    const isPercent =
      measures.filter(({ kind }) => kind === 'percent').length * 2 > measures.length || says(head, vocabulary.percent);
    return {
      at,
      head,
      isPercent,
      isTotal: says(head, vocabulary.total),
      isDifference: !isPercent && says(`${head} ${spread.join(' ')}`, vocabulary.difference),
      isChange: says(`${head} ${spread.join(' ')}`, vocabulary.change),
    };
  });
}

/** A bare number in a column of percentages is a percentage, whatever the table counts in. */
function withPercentages(row: TableRow, columns: readonly TableColumn[]): TableRow {
  const cells = new Map(row.cells);
  for (const { at } of columns.filter(({ isPercent }) => isPercent)) {
    const written = row.written[at] ?? '';
    const share = readMeasure(/\d$/u.test(written) ? `${written} %` : written, null);
    if (share !== null) cells.set(at, share);
  }
  return { ...row, cells };
}

/** An amount of a sentence above the table says nothing of the table's unit; "1.000 kr." does. */
const writtenAmount = /(?<![\d.,])(?!1\.?000 kr|(?:19|20)\d{2}\s)\d(?:[\d.,]*\d)?\s?(?:mio|mill|mia|t)?\.?\s?kr(?!\p{L})/giu;

function unitOf(text: string, vocabulary: LedgerVocabulary): AmountUnit | null {
  const plain = folded(text.replace(writtenAmount, ' '));
  const has = (words: readonly string[]) => words.some((word) => plain.includes(folded(word)));
  if (has(vocabulary.thousands)) return 'thousands';
  if (has(vocabulary.millions)) return 'millions';
  return says(text, vocabulary.kroner) ? 'kroner' : null;
}

function isYear(cell: string): boolean {
  return /^(?:19|20)\d{2}$/u.test(cell.trim());
}

/** Whether a name holds one of the words, as words. */
export function says(name: string, words: readonly string[]): boolean {
  const plain = ` ${folded(name).replace(/[^\p{L}\d%/-]+/gu, ' ')} `;
  return words.some((word) => {
    const [before, after] = [word.startsWith('*') ? '' : ' ', word.endsWith('*') ? '' : ' '];
    return plain.includes(`${before}${folded(word).replace(/^\*|\*$/gu, '')}${after}`);
  });
}

function opens(name: string, words: readonly string[]): boolean {
  const plain = `${folded(name)
    .replace(/[^\p{L}\d%/-]+/gu, ' ')
    .trim()} `;
  return words.some((word) => plain.startsWith(`${folded(word).replace(/\*$/u, '')}${word.endsWith('*') ? '' : ' '}`));
}
