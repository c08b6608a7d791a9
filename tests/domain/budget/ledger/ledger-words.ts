import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Finding, LedgerVocabulary } from '../../../../src/domain/budget/ledger/finding.ts';
import { ledgerOf } from '../../../../src/domain/budget/ledger/ledger.ts';

const vocabulary = parse(readFileSync('content/vocabulary/ledger.yaml', 'utf8')) as LedgerVocabulary;

/** What the ledger says of one text. */
export function findingsIn(text: string, file = 'a-document.txt'): readonly Finding[] {
  return ledgerOf([{ file, text }], vocabulary);
}

/** Only what counts as an error of the document. */
export function errorsIn(text: string): readonly Finding[] {
  return findingsIn(text).filter(({ kind }) => kind === 'contradiction' || kind === 'unit');
}
