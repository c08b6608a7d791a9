import { z } from 'zod';
import type { KnownDuty, LawReference } from '../../domain/source/known-facts.ts';
import { markedQuote, quoteFields } from './quote-schema.ts';
import { type DataFile, readDataFile } from './read-data-file.ts';

const text = z.string().min(1);
const dutiesFile = z.strictObject({
  duties: z.array(
    z.strictObject({
      id: text,
      rhythm: z.enum(['monthly', 'yearly', 'yearly-per-employee', 'once', 'on-event', 'continuous', 'on-dates']),
      what: text,
      document: text,
      dates: z.array(text).optional(),
      ...quoteFields,
    }),
  ),
});
const lawsFile = z.strictObject({
  laws: z.array(
    z.strictObject({
      id: text,
      name: text,
      says: text,
      status: text,
      caveat: text.nullable(),
      url: z.url({ protocol: /^https$/ }),
    }),
  ),
});

/** Reads `content/duties/duties.yaml`: what the documents say that somebody does, and how often. */
export function readDuties(path: string): { readonly file: DataFile<unknown>; readonly duties: readonly KnownDuty[] } {
  const file = readDataFile(path, dutiesFile);
  const duties = file.data.duties.map((written) => {
    const { id, rhythm, what, document, dates = [] } = written;
    return { id, rhythm, what, dates, quote: markedQuote(written, { id, documentFile: document, kind: 'duty', label: what }) };
  });
  return { file, duties };
}

/** Reads `content/laws/law-references.yaml`: the law around the documents, with how well each was read. */
export function readLaws(path: string): readonly LawReference[] {
  return readDataFile(path, lawsFile).data.laws;
}
