import { columnFindings } from './checks/columns.ts';
import { differenceRowFindings } from './checks/difference-rows.ts';
import { restatementFindings } from './checks/restated.ts';
import { sentenceFindings } from './checks/sentences.ts';
import { totalFindings } from './checks/sums.ts';
import { swappedFindings } from './checks/swapped.ts';
import { tableShareFindings } from './checks/table-shares.ts';
import { unitFindings } from './checks/units.ts';
import type { Finding, LedgerDocument, LedgerVocabulary } from './finding.ts';
import { passagesIn } from './sentences.ts';
import { tablesIn } from './table.ts';

/** Recomputes every total, difference, percentage and unit that the documents state, and says what does not agree. */
export function ledgerOf(documents: readonly LedgerDocument[], vocabulary: LedgerVocabulary): readonly Finding[] {
  return documents.flatMap((document) => {
    const tables = tablesIn(document, vocabulary);
    const passages = passagesIn(document);
    return [
      ...tables.flatMap((table) => [
        ...totalFindings(table),
        ...differenceRowFindings(table),
        ...columnFindings(table),
        ...swappedFindings(table),
      ]),
      ...tableShareFindings(tables, passages),
      ...passages.flatMap(({ sentences }) => sentences.flatMap((sentence) => sentenceFindings(sentence, vocabulary))),
      ...restatementFindings(tables, passages, vocabulary),
      ...unitFindings(passages),
    ];
  });
}
