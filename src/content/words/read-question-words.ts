import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { contentFolder } from '../content-folder.ts';
import { ContentError } from '../errors.ts';

const file = z.object({ help: z.array(z.string().min(1)).min(1) });

/** The messages that are no question but ask for help. */
export function readQuestionWords(folder: string = contentFolder): { readonly help: readonly string[] } {
  const path = join(folder, 'vocabulary', 'questions.yaml');
  const read = file.safeParse(parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new ContentError('file-invalid', `${path}: ${z.prettifyError(read.error)}`);
  return read.data;
}
