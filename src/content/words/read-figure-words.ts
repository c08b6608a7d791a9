import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { LedgerVocabulary } from '../../domain/budget/ledger/finding.ts';
import type { FigureVocabulary } from '../../domain/budget/question/vocabulary.ts';
import { contentFolder } from '../content-folder.ts';
import { ContentError } from '../errors.ts';

const words = z.array(z.string());
const wordsByName = z.record(z.string(), words);
/** One text, its words divided by blanks. */
const running = z.string().transform((text) => text.split(/\s+/u).filter((word) => word !== ''));

const figureFile = z.strictObject({
  ignored: running,
  intents: z.strictObject({ sum: words, diff: words, share: words, change: words, most: words, least: words, compare: words }),
  units: z.strictObject({
    money: words,
    count: words,
    share: words,
    days: words,
    weeks: words,
    months: words,
    years: words,
    duration: words,
  }),
  moneyNouns: words,
  unitPrices: words,
  saved: words,
  generic: words,
  roles: words,
  plainCosts: words,
  recipients: z.strictObject({ words, column: z.string() }),
  numberWords: words,
  amounts: words,
  additions: words,
  yesNo: words,
  otherQuestions: words,
  momentQuestions: words,
  synonyms: z.array(words),
  municipalities: running,
  binding: z.strictObject({ numbered: words, per: words, rates: words, negations: words }),
  tables: wordsByName,
  wholes: z.strictObject({ budget: words, shares: words, openers: words, ends: words }),
  lines: words,
  signs: z.strictObject({ saving: words, overspend: words, underspend: words }),
  spans: words,
  totals: words,
  followUp: z.strictObject({ openers: words, references: words, yearBefore: words, yearAfter: words }),
  heads: words,
  changeColumns: z.strictObject({ count: words, share: words }),
  than: words,
  falling: words,
  rising: words,
  partColumns: z.record(z.string(), z.string()),
  country: words,
});

const ledgerFile = z.strictObject({
  total: words,
  difference: words,
  frame: words,
  part: words,
  percent: words,
  change: words,
  thousands: words,
  millions: words,
  kroner: words,
  incomplete: words,
  parts: words,
  wholeParts: words,
  thatIs: words,
  from: words,
  to: words,
  by: words,
  outOf: words,
  restated: words,
  roles: words,
});

/** The words by which people ask for figures. */
export function readFigureVocabulary(folder: string = contentFolder): FigureVocabulary {
  return readWords(join(folder, 'vocabulary', 'figures.yaml'), figureFile);
}

/** The words by which documents announce arithmetic. */
export function readLedgerVocabulary(folder: string = contentFolder): LedgerVocabulary {
  const { municipalities } = readFigureVocabulary(folder);
  return { ...readWords(join(folder, 'vocabulary', 'ledger.yaml'), ledgerFile), municipalities };
}

function readWords<Words>(path: string, schema: z.ZodType<Words>): Words {
  const read = schema.safeParse(parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new ContentError('file-invalid', `${path}: ${z.prettifyError(read.error)}`);
  return read.data;
}
