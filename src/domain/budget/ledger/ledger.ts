import { alike, belongingOf } from './belonging.ts';
import { acrossFindings } from './checks/across.ts';
import { columnFindings } from './checks/columns.ts';
import { differenceRowFindings } from './checks/difference-rows.ts';
import { restatementFindings } from './checks/restated.ts';
import { restatedTotalFindings } from './checks/restated-total.ts';
import { sentenceFindings } from './checks/sentences.ts';
import { totalFindings } from './checks/sums.ts';
import { swappedFindings } from './checks/swapped.ts';
import { tableShareFindings } from './checks/table-shares.ts';
import { unitFindings } from './checks/units.ts';
import type { Finding, LedgerDocument, LedgerVocabulary } from './finding.ts';
import { passagesIn } from './sentences.ts';
import { tablesIn } from './table.ts';

/** Recomputes every total, difference, percentage and unit that the documents state, and says what does not agree: within each, and between those of one year and municipality. */
export function ledgerOf(documents: readonly LedgerDocument[], vocabulary: LedgerVocabulary): readonly Finding[] {
  const read = documents.map((document) => ({
    tables: tablesIn(document, vocabulary),
    passages: passagesIn(document),
    belonging: belongingOf(document, vocabulary),
  }));
  const within = read.flatMap(({ tables, passages }) => {
    return [
      ...tables.flatMap((table) => [
        ...totalFindings(table),
        ...differenceRowFindings(table),
        ...columnFindings(table),
        ...swappedFindings(table),
      ]),
      ...tableShareFindings(tables, passages),
      ...passages.flatMap(({ sentences }) => sentences.flatMap((sentence) => sentenceFindings(sentence, vocabulary))),
      ...restatedTotalFindings(tables, passages, vocabulary),
      ...restatementFindings(tables, passages, vocabulary),
      ...unitFindings(passages),
    ];
  });
  const across = alike(read).flatMap((group) => acrossFindings(group, group[0]?.belonging.year ?? 0, vocabulary));
  return [...within, ...across];
}
