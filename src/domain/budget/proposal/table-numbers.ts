import type { LedgerDocument } from '../ledger/finding.ts';
import type { Measure } from '../ledger/measure.ts';
import { type LedgerTable, says, type TableColumn, type TableRow, tablesIn } from '../ledger/table.ts';
import { figureValue, type ProposalVocabulary, periodIn, type StatedNumber } from './stated-number.ts';

/** The numbers of a document's tables: each cell with its row and column. */
export function numbersOfTables(document: LedgerDocument, vocabulary: ProposalVocabulary): readonly StatedNumber[] {
  return tablesIn(document, vocabulary.ledger).flatMap((table) =>
    table.rows
      .filter(({ label }) => label !== '' && !leader.test(label))
      .flatMap((row) =>
        table.columns.flatMap((column) => {
          const measure = row.cells.get(column.at);
          return measure === undefined ? [] : [numberOf({ table, row, column, measure }, document, vocabulary)];
        }),
      ),
  );
}

/** The dots that lead to a page number: a table of contents. */
const leader = /\.{3,}$/u;

interface Cell {
  readonly table: LedgerTable;
  readonly row: TableRow;
  readonly column: TableColumn;
  readonly measure: Measure;
}

function numberOf(
  { table, row, column, measure }: Cell,
  { file }: LedgerDocument,
  { counted }: ProposalVocabulary,
): StatedNumber {
  const value = figureValue(measure);
  // A row that names people may be of money; the table must say that it counts.
  const isCounted = says(`${column.head} ${table.caption}`, counted) || table.rows.every(({ label }) => says(label, counted));
  const own = column.head.replace(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu, '').trim();
  return {
    ...value,
    unit: value.unit ?? (isCounted && table.unit === null ? 'count' : null),
    label: table.columns.length > 1 && own !== '' ? `${row.label} ${own}` : row.label,
    asWritten: (row.written[column.at] ?? '').replace(/\*\*|<\/?u>/gu, ''),
    column: column.head,
    period: periodIn(column.head) ?? periodIn(row.label) ?? periodIn(table.caption),
    quote: row.quote.quote,
    span: row.quote.span,
    dimensions: {
      tabel: `${file}.${table.start}`,
      ...(table.columns.length > 1 && own !== '' ? { kolonne: own } : {}),
      ...(row.isTotal ? { total: true } : {}),
      ...(row.isFrame ? { rolle: 'budget' } : row.isDifference ? { rolle: 'overdisponering' } : {}),
    },
  };
}
