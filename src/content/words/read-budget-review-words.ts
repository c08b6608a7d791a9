import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { contentFolder } from '../content-folder.ts';
import { ContentError } from '../errors.ts';

const words = z.array(z.string());
const columns = { unit: words, frame: words, spent: words, totals: words, thousands: words, millions: words };
const file = z.strictObject({ review: words, columns: z.strictObject(columns) });

/** What people write to follow a budget up, and how lists head their columns. */
export function readBudgetReviewWords(folder: string = contentFolder): z.output<typeof file> {
  const path = join(folder, 'vocabulary', 'budget-review.yaml');
  const read = file.safeParse(parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new ContentError('file-invalid', `${path}: ${z.prettifyError(read.error)}`);
  return read.data;
}
