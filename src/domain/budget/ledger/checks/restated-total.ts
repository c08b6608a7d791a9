import { absolute } from '../../../money/decimal.ts';
import { stemOf, wordsOf } from '../../question/words.ts';
import type { Finding, LedgerVocabulary } from '../finding.ts';
import { isWithin } from '../measure.ts';
import { disagreement } from '../report.ts';
import type { LedgerPassage, LedgerSentence } from '../sentences.ts';
import { type LedgerTable, says, type TableRow } from '../table.ts';

/** Holds a sentence that names a table's whole, in the same passage, against the table's total. */
export function restatedTotalFindings(
  tables: readonly LedgerTable[],
  passages: readonly LedgerPassage[],
  vocabulary: LedgerVocabulary,
): readonly Finding[] {
  return tables.flatMap((table) => {
    const passage = passages.findLast(({ start }) => start <= table.start);
    const columns = table.columns.filter(({ isPercent }) => !isPercent);
    const total = table.rows.findLast(({ isTotal }) => isTotal);
    const [column] = columns;
    if (passage === undefined || total === undefined || column === undefined || columns.length > 1) return [];
    const names = ownStems(total.label, vocabulary);
    const wanted = names.length > 0 ? names : ownStems(passage.heading, vocabulary);
    return passage.sentences
      .filter(({ text }) => says(text, vocabulary.total) && isOfSameYear(text, passage, table))
      .filter(({ text }) => wanted.length > 0 && wanted.some((stem) => ownStems(text, vocabulary).includes(stem)))
      .flatMap((sentence) => checked(sentence, total, table, column.at));
  });
}

function checked(sentence: LedgerSentence, total: TableRow, table: LedgerTable, at: number): readonly Finding[] {
  const amounts = sentence.numbers.filter(({ measure }) => measure.kind === 'money');
  const [number] = amounts;
  const whole = total.cells.get(at);
  if (number === undefined || amounts.length > 1 || whole?.kind !== 'money') return [];
  const stated = absolute(number.measure.micro);
  const isIn = table.rows.some(({ cells }) => {
    const cell = cells.get(at);
    const nearly = number.measure.isApproximate ? stated / 50n : 0n;
    return cell !== undefined && isWithin(absolute(cell.micro), stated, cell.slack + number.measure.slack + nearly);
  });
  const computed = absolute(whole.micro);
  if (isIn || stated > 2n * computed || computed > 2n * stated) return [];
  return [
    disagreement('ledger.restated', 'contradiction', [sentence, total], { stated, computed, label: total.label, column: '' }),
  ];
}

/** The stems of the words that say what is added up. */
function ownStems(text: string, { total }: LedgerVocabulary): readonly string[] {
  return wordsOf(text)
    .filter((word) => word.length > 4 && !says(word, total))
    .map(stemOf);
}

/** A sentence about another year than the table's compares with it. */
function isOfSameYear(text: string, { heading }: LedgerPassage, { caption, columns }: LedgerTable): boolean {
  const around = [heading, caption, ...columns.map(({ head }) => head)].join(' ');
  return [...text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu)].every(([year]) => around.includes(year));
}
