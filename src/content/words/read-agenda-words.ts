import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { contentFolder } from '../content-folder.ts';
import { ContentError } from '../errors.ts';

const words = z.array(z.string().min(1)).min(1);
const file = z.object({
  ...{ post: words, list: words, register: words, minutes: words, new: words, file: words },
  ...{ questions: words, changes: words, filler: words },
  finds: z.object({ agenda: words, decision: words, principle: words, figure: words, deadline: words }),
  postponed: words,
  written: z.object({ item: words, closed: words, caseNumber: words, annex: words, clause: words }),
  months: z.record(z.string(), z.int().min(1).max(12)),
});

/** The words with which people ask for agendas and search decisions. */
export function readAgendaWords(folder: string = contentFolder): z.infer<typeof file> {
  const path = join(folder, 'vocabulary', 'agendas.yaml');
  const read = file.safeParse(parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new ContentError('file-invalid', `${path}: ${z.prettifyError(read.error)}`);
  return read.data;
}
