import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Finding, LedgerVocabulary } from '../../../../src/domain/budget/ledger/finding.ts';
import { ledgerOf } from '../../../../src/domain/budget/ledger/ledger.ts';

const written = (name: string) => parse(readFileSync(`content/vocabulary/${name}.yaml`, 'utf8'));
const vocabulary: LedgerVocabulary = { ...written('ledger'), municipalities: written('figures').municipalities.split(/\s+/) };

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
