import { stringify } from 'csv-stringify/sync';

/** A CSV file as Danish Excel opens it: semicolons, a byte order mark, and no cell that a spreadsheet would run as a formula. */
export function csvOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify(
    [columns, ...rows].map((row) => [...row]),
    { delimiter: ';', bom: true, escape_formulas: true, record_delimiter: 'windows' },
  );
}
