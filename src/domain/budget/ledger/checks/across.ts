import { wordsOf } from '../../question/words.ts';
import type { Finding, LedgerVocabulary } from '../finding.ts';
import { isWithin, type Measure } from '../measure.ts';
import { disagreement } from '../report.ts';
import type { LedgerPassage } from '../sentences.ts';
import type { LedgerTable, TableColumn, TableRow } from '../table.ts';
import { restatementFindings } from './restated.ts';

/** A document gone through, as it is held against others about the same year and municipality. */
export interface ReadDocument {
  readonly tables: readonly LedgerTable[];
  readonly passages: readonly LedgerPassage[];
}

/** A cell with all that must be the same where another document states the same amount. */
interface Statement {
  readonly key: string;
  readonly row: TableRow;
  readonly column: TableColumn;
  readonly measure: Measure;
}

/** Holds what documents about the same year and municipality state against each other: rows of one name, and sentences against rows. */
export function acrossFindings(
  documents: readonly ReadDocument[],
  year: number,
  vocabulary: LedgerVocabulary,
): readonly Finding[] {
  const stated = documents.map(({ tables }) => clear(tables.flatMap((table) => statementsOf(table, year, vocabulary))));
  return documents.flatMap((document, at) => [
    ...stated.slice(at + 1).flatMap((others) => disagreeing(stated[at] ?? new Map(), others)),
    ...documents
      .filter((other) => other !== document)
      .flatMap(({ passages }) => restatementFindings(document.tables, passages, vocabulary))
      .filter(({ kind }) => kind === 'contradiction'),
  ]);
}

function disagreeing(ours: ReadonlyMap<string, Statement>, theirs: ReadonlyMap<string, Statement>): readonly Finding[] {
  return [...ours].flatMap(([key, one]) => {
    const other = theirs.get(key);
    if (other === undefined || other.measure.kind !== one.measure.kind) return [];
    if (isWithin(one.measure.micro, other.measure.micro, one.measure.slack + other.measure.slack)) return [];
    return [
      disagreement('ledger.across', 'contradiction', [other.row, one.row], {
        stated: other.measure.micro,
        computed: one.measure.micro,
        label: one.row.label,
        column: one.column.head,
      }),
    ];
  });
}

/** A name that stands twice with different numbers in one document says nothing about another. */
function clear(statements: readonly Statement[]): ReadonlyMap<string, Statement> {
  const byKey = new Map<string, Statement | null>();
  for (const statement of statements) {
    const before = byKey.get(statement.key);
    const isSame = before === undefined || before?.measure.micro === statement.measure.micro;
    byKey.set(statement.key, isSame ? statement : null);
  }
  return new Map([...byKey].flatMap(([key, statement]) => (statement === null ? [] : [[key, statement] as const])));
}

function statementsOf(table: LedgerTable, year: number, vocabulary: LedgerVocabulary): readonly Statement[] {
  return table.rows.flatMap((row) => {
    const name = wordsOf(row.label).join(' ');
    if (!hasOwnName(row, vocabulary)) return [];
    return table.columns.flatMap((column) => {
      const measure = row.cells.get(column.at);
      if (measure === undefined || column.isPercent || column.isDifference) return [];
      const around = column.head === '' || isYear(column.head) ? table.caption : column.head;
      const key = JSON.stringify([name, yearOf(column.head) ?? yearOf(table.caption) ?? year, rolesIn(around, vocabulary)]);
      return [{ key, row, column, measure }];
    });
  });
}

/** "I alt" is another thing in every table. */
function hasOwnName({ label }: TableRow, { total, difference, frame }: LedgerVocabulary): boolean {
  const common = new Set([...total, ...difference, ...frame].flatMap((word) => wordsOf(word)));
  return wordsOf(label).some((word) => word.length > 3 && !common.has(word));
}

/** What a column or table counts (budget, spending, savings): the same amount is only stated again where that is the same. */
function rolesIn(text: string, { roles }: LedgerVocabulary): readonly string[] {
  const words = wordsOf(text);
  return roles.filter((role) => wordsOf(role).every((part) => words.some((word) => word.startsWith(part))));
}

function isYear(head: string): boolean {
  return /^(?:19|20)\d{2}$/u.test(head.trim());
}

function yearOf(text: string): number | null {
  const years = new Set([...text.matchAll(/(?<![\d.-])(?:19|20)\d{2}(?![\d.-])/gu)].map(([year]) => Number(year)));
  const [year] = years;
  return year === undefined || years.size > 1 ? null : year;
}
