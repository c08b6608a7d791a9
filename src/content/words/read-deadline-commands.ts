import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { contentFolder } from '../content-folder.ts';
import { ContentError } from '../errors.ts';

const words = z.array(z.string());
const file = z.strictObject({
  unreached: words,
  links: words,
  absence: words,
  reassign: words,
  import: words,
  duties: words,
  to: words,
  standIn: words,
  besideName: words,
  columns: z.strictObject({ caseReference: words, person: words, kind: words, dueOn: words }),
});

/** What people write to set up deadlines beyond their own lists, and how case systems head their columns. */
export type DeadlineCommandWords = Readonly<z.output<typeof file>>;

/** Reads the words of absence, hand-over, links and import. */
export function readDeadlineCommands(folder: string = contentFolder): DeadlineCommandWords {
  const path = join(folder, 'vocabulary', 'deadline-commands.yaml');
  const read = file.safeParse(parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new ContentError('file-invalid', `${path}: ${z.prettifyError(read.error)}`);
  return read.data;
}
