import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { decodeText } from './import/decode-text.ts';

/** A row of a list as text, by its column's heading, with its line in the file (the heading is line 1). */
export interface TextRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A list read from a file; or why it could not be. */
export type TextTable =
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly TextRow[] }
  | { readonly kind: 'unreadable'; readonly reason: 'no-heading' | 'no-rows' | 'not-a-table' };

/** Reads a CSV file (comma, semicolon or tab; UTF-8 or Windows-1252) or the first sheet of an Excel workbook. */
export async function readTable(name: string, bytes: Uint8Array): Promise<TextTable> {
  try {
    return tableOf(/\.xlsx$/i.test(name) ? await excelLines(bytes) : csvLines(bytes));
  } catch {
    return { kind: 'unreadable', reason: 'not-a-table' };
  }
}

interface Line {
  readonly line: number;
  readonly values: readonly string[];
}

function tableOf(lines: readonly Line[]): TextTable {
  const [heading, ...rest] = lines.filter(({ values }) => values.some((value) => value !== ''));
  if (heading === undefined) return { kind: 'unreadable', reason: 'no-heading' };
  const columns = heading.values.filter((column) => column !== '');
  if (columns.length < 2) return { kind: 'unreadable', reason: 'no-heading' };
  if (rest.length === 0) return { kind: 'unreadable', reason: 'no-rows' };
  const rows = rest.map(({ line, values }) => ({
    line,
    cells: Object.fromEntries(heading.values.flatMap((column, index) => (column === '' ? [] : [[column, values[index] ?? '']]))),
  }));
  return { kind: 'table', columns, rows };
}

/** With `info: true` the library hands each record with its place in the file; its types say otherwise. */
interface InfoRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function csvLines(bytes: Uint8Array): readonly Line[] {
  const text = decodeText(bytes);
  const first = text.slice(0, text.search(/\r?\n|$/));
  const delimiter = [';', '\t', ','].find((sign) => first.includes(sign)) ?? ';';
  const records = parse(text, {
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  }) as unknown as readonly InfoRecord[];
  return records.map(({ record, info }) => ({ line: info.lines, values: record }));
}

async function excelLines(bytes: Uint8Array): Promise<readonly Line[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const lines: Line[] = [];
  workbook.worksheets[0]?.eachRow((row, line) => {
    const values: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => values.push(cellText(cell.value)));
    lines.push({ line, values });
  });
  return lines;
}

function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value).trim();
  if ('result' in value) return cellText(value.result ?? null);
  if ('richText' in value)
    return value.richText
      .map(({ text }) => text)
      .join('')
      .trim();
  return 'text' in value ? String(value.text).trim() : '';
}
