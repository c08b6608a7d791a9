import { absolute } from '../../../money/decimal.ts';
import { stemOf, wordsOf } from '../../question/words.ts';
import type { Finding } from '../finding.ts';
import { isWithin, type Measure, percentOf, percentSlack } from '../measure.ts';
import { disagreement } from '../report.ts';
import type { LedgerPassage, LedgerSentence, SentenceNumber } from '../sentences.ts';
import type { LedgerTable, TableRow } from '../table.ts';

const reach = 2000;

/** Recomputes a percentage in the text below a table whose sentence names two of the table's columns. @source Varde 2014, "virksomhedsn\u00e6re (37%)" */
export function tableShareFindings(tables: readonly LedgerTable[], passages: readonly LedgerPassage[]): readonly Finding[] {
  const sentences = passages.flatMap((passage) => passage.sentences);
  return tables.flatMap((table) =>
    sentences
      .filter(({ quote }) => quote.span.start >= table.end && quote.span.start - table.end < reach)
      .flatMap((sentence) =>
        sentence.numbers.filter(({ measure }) => measure.kind === 'percent').flatMap((claim) => checked(sentence, claim, table)),
      ),
  );
}

function checked(sentence: LedgerSentence, claim: SentenceNumber, table: LedgerTable): readonly Finding[] {
  const clause = clauseOf(sentence.text, claim);
  const pair = columnsNamed(clause, table);
  if (pair === null) return [];
  const rows = table.rows.filter(({ label }) => isNamed(clause, label));
  if (rows.length > 1) return [];
  const [left, right] = pair.map((at) => (rows[0] === undefined ? totalOf(table, at) : rows[0].cells.get(at)));
  if (left === undefined || right === undefined) return [];
  const [part, whole] = absolute(left.micro) <= absolute(right.micro) ? [left, right] : [right, left];
  if (whole.micro === 0n) return [];
  const computed = percentOf(part.micro, whole.micro);
  if (isWithin(claim.measure.micro, computed, percentSlack(claim.measure, part, whole))) return [];
  const quoted = [sentence, ...(rows.length > 0 ? rows : table.rows)];
  return [
    disagreement('ledger.percent', 'contradiction', quoted, {
      stated: claim.measure.micro,
      computed,
      label: clause.trim().slice(0, 60),
      column: '',
    }),
  ];
}

/** The bracket that the percentage stands in with more than itself, else the sentence without its brackets. */
function clauseOf(text: string, { start, end }: SentenceNumber): string {
  const open = text.lastIndexOf('(', start);
  const close = text.indexOf(')', end);
  const isInside = open >= 0 && close >= 0 && !text.slice(open, start).includes(')');
  const inner = isInside ? text.slice(open + 1, close) : '';
  if (wordsOf(inner).length > 2) return inner;
  return text.replace(/\([^)]*\)/gu, (bracket, at: number) => (at <= start && start <= at + bracket.length ? '' : ' '));
}

function columnsNamed(clause: string, { columns }: LedgerTable): readonly [number, number] | null {
  const plain = columns.filter(({ isPercent, head }) => !isPercent && head !== '');
  const stems = plain.map(({ head }) => stemsOf(head));
  const named = plain.filter((_, at) => {
    const own = stems[at]?.filter((stem) => stems.every((other, place) => place === at || !other.includes(stem))) ?? [];
    return own.length > 0 && own.some((stem) => stemsOf(clause).some((word) => isAlike(word, stem)));
  });
  const [a, b] = named;
  return a !== undefined && b !== undefined && named.length === 2 ? [a.at, b.at] : null;
}

function stemsOf(text: string): readonly string[] {
  return wordsOf(text)
    .filter((word) => word.length > 3 && word !== 'heraf')
    .map(stemOf);
}

function isAlike(a: string, b: string): boolean {
  return a === b || (a.length > 9 && b.length > 9 && a.slice(0, 9) === b.slice(0, 9));
}

function isNamed(clause: string, label: string): boolean {
  const own = stemsOf(label);
  const words = stemsOf(clause);
  return own.length > 0 && own.every((stem) => words.includes(stem));
}

function totalOf({ rows }: LedgerTable, at: number): Measure | undefined {
  const total = rows.findLast(({ isTotal }) => isTotal);
  if (total !== undefined) return total.cells.get(at);
  const measures = rows.flatMap(({ cells }: TableRow) => cells.get(at) ?? []);
  const [first] = measures;
  return first === undefined ? undefined : { ...first, micro: measures.reduce((sum, { micro }) => sum + micro, 0n) };
}
