import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { decodeText } from '../../content/import/decode-text.ts';
import { readFileText } from '../../content/import/read-file-text.ts';
import { readTexts } from '../../content/texts.ts';
import { readLedgerVocabulary } from '../../content/words/read-figure-words.ts';
import type { Finding, LedgerDocument } from '../../domain/budget/ledger/finding.ts';
import { ledgerOf } from '../../domain/budget/ledger/ledger.ts';
import type { Texts } from '../../domain/language/texts.ts';
import type { CliCommand } from '../command.ts';

/** `ledger FILE… --json`: recomputes what the documents state and lists what does not agree. */
export const ledgerCommand: CliCommand = {
  name: 'ledger',
  usage: 'ledger FILE… [--json]   recompute every total, difference, percentage and unit of documents',
  run: async (args, io) => {
    const files = args.filter((word) => !word.startsWith('--'));
    if (files.length === 0) throw new Error('ledger needs a document: rettesnor ledger FILE… [--json]');
    const documents = await Promise.all(files.map(readOne));
    const { da } = readTexts();
    const findings = ledgerOf(documents, readLedgerVocabulary());
    if (args.includes('--json')) io.out(JSON.stringify(findings.map((finding) => record(finding, da))));
    else for (const finding of findings) io.out(`${finding.kind}: ${da(finding.message.key, finding.message.values)}`);
    return 0;
  },
};

/** A document's text; a file of an unknown kind is taken for plain text. */
async function readOne(path: string): Promise<LedgerDocument> {
  const bytes = readFileSync(path);
  const read = await readFileText(basename(path), bytes);
  if (read.kind === 'text') return { file: basename(path), text: read.text };
  if (read.reason === 'unknown-kind') return { file: basename(path), text: decodeText(bytes) };
  throw new Error(`${path} holds no text that can be read (${read.reason}); a scanned document needs text recognition first`);
}

function record({ kind, quotes, stated, computed, message }: Finding, texts: Texts): object {
  const cited = quotes.map(({ documentFile, quote }) => ({ document: documentFile, quote }));
  return { kind, quotes: cited, stated, computed, message: texts(message.key, message.values) };
}
