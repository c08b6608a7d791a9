import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { LanguageWords } from '../../domain/language/language-words.ts';
import { contentFolder } from '../content-folder.ts';
import { ContentError } from '../errors.ts';

const words = z.array(z.string());
const running = z.string().transform((text) => text.split(/\s+/u).filter((word) => word !== ''));
const file = z.strictObject({
  stop: running,
  synonyms: z.array(words),
  english: z.record(z.string(), words),
  numbered: z.record(z.string(), words),
  numbers: words,
  wants: z.strictObject({
    person: words,
    moment: words,
    named: words,
    year: words,
    place: words,
    reference: words,
    amount: words,
    count: words,
    reason: words,
    yesNo: words,
  }),
  months: words,
  money: words,
  rates: words,
  whoEndings: words,
  municipalities: running,
  ownCase: words,
  errands: words,
  whereEndings: words,
  timeUnits: words,
  mustStand: words,
  reasons: words,
});

/** The words with which questions are read. */
export function readLanguageWords(folder: string = contentFolder): LanguageWords {
  const path = join(folder, 'vocabulary', 'language.yaml');
  const read = file.safeParse(parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new ContentError('file-invalid', `${path}: ${z.prettifyError(read.error)}`);
  return read.data;
}
