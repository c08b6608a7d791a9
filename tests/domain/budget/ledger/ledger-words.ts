import { readLedgerVocabulary } from '../../../../src/content/read-figure-words.ts';
import type { Finding } from '../../../../src/domain/budget/ledger/finding.ts';
import { ledgerOf } from '../../../../src/domain/budget/ledger/ledger.ts';

const vocabulary = readLedgerVocabulary();

/** What the ledger says of one text. */
export function findingsIn(text: string, file = 'a-document.txt'): readonly Finding[] {
  return ledgerOf([{ file, text }], vocabulary);
}

/** What the ledger says of several texts together. */
export function findingsAcross(...texts: readonly string[]): readonly Finding[] {
  return ledgerOf(
    texts.map((text, at) => ({ file: `document-${at + 1}.txt`, text })),
    vocabulary,
  );
}

/** Only what counts as an error of the document. */
export function errorsIn(text: string): readonly Finding[] {
  return findingsIn(text).filter(({ kind }) => kind === 'contradiction' || kind === 'unit');
}
