import type { FigureFinding } from '../query/findings-beside.ts';
import type { LedgerDocument, LedgerVocabulary } from './finding.ts';
import { ledgerOf } from './ledger.ts';

/** What the ledger finds in a municipality's own documents, alone and together, but for those whose errors are known already. */
export function importedFindings(
  imported: readonly LedgerDocument[],
  knownFiles: ReadonlySet<string>,
  vocabulary: LedgerVocabulary,
): readonly FigureFinding[] {
  return ledgerOf(imported, vocabulary)
    .filter(({ quotes }) => quotes.some(({ documentFile }) => !knownFiles.has(documentFile)))
    .map(({ quotes, message }) => ({ quotes, note: message }));
}
