import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ProposalVocabulary } from '../../domain/budget/proposal/stated-number.ts';
import { contentFolder } from '../content-folder.ts';
import { ContentError } from '../errors.ts';
import { readLedgerVocabulary } from './read-figure-words.ts';

const words = z.array(z.string());
const file = z.strictObject({ commands: words, counted: words, openers: words });

/** How numbers of new documents are recognised, and what people write to see them. */
export function readProposalWords(folder: string = contentFolder): {
  readonly commands: readonly string[];
  readonly vocabulary: ProposalVocabulary;
} {
  const path = join(folder, 'vocabulary', 'proposals.yaml');
  const read = file.safeParse(parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new ContentError('file-invalid', `${path}: ${z.prettifyError(read.error)}`);
  const { commands, ...own } = read.data;
  return { commands, vocabulary: { ...own, ledger: readLedgerVocabulary(folder) } };
}
