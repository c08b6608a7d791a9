import { z } from 'zod';
import { type PlainDate, readPlainDate } from '../../domain/calendar/plain-date.ts';
import type { KnownDocument, MarkedQuote } from '../../domain/source/known-document.ts';
import type { KnownDate, KnownDecision } from '../../domain/source/known-facts.ts';
import type { Section } from '../../domain/source/source.ts';
import { markedQuote, quoteFields, quoteSchema } from './quote-schema.ts';
import { type DataFile, readDataFile } from './read-data-file.ts';

const text = z.string().min(1);
const day = text.transform((value, context): PlainDate => {
  const read = readPlainDate(value);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: `"${value}" is not a calendar day` });
  return z.NEVER;
});
const partialDay = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write YYYY, YYYY-MM or YYYY-MM-DD');

const documentFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  file: text,
  municipality: text,
  title: text,
  body: text.nullable(),
  datedOn: day.nullable(),
  year: z.int().nullable(),
  caseNumber: text.nullable(),
  standing: z.enum(['adopted', 'recommended', 'described']),
  validity: z.strictObject({
    status: z.enum(['current', 'historical']),
    from: day.nullable(),
    to: day.nullable(),
    period: text,
  }),
  note: text,
  length: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sections: z.array(
    z.strictObject({ id: text, heading: text, path: z.array(text), start: z.int().nonnegative(), end: z.int().positive() }),
  ),
  dates: z.array(
    z.strictObject({
      id: text,
      label: text,
      on: partialDay,
      to: partialDay.nullable(),
      precision: text,
      kind: text,
      ...quoteFields,
    }),
  ),
  decisions: z.array(
    z.strictObject({
      id: text,
      item: z.int(),
      title: text,
      caseNumber: text,
      decidedOn: day.nullable(),
      body: text,
      recommendation: quoteSchema.optional(),
      ...quoteFields,
    }),
  ),
  statements: z.array(quoteSchema),
});

type Written = z.output<typeof documentFile>;

/** A file of `content/sources`, with what it says and where a fault in it stands. */
export interface ReadDocument {
  readonly file: DataFile<Written>;
  readonly document: KnownDocument;
  readonly dates: readonly KnownDate[];
  readonly decisions: readonly KnownDecision[];
}

/** Reads a document's file: what it is, its outline, its dates, decisions and key sentences. */
export function readKnownDocument(path: string): ReadDocument {
  const file = readDataFile(path, documentFile);
  const { data } = file;
  const dates = datesOf(data);
  const decisions = decisionsOf(data);
  const decided = decisions.flatMap(({ quote, recommendation }) => (recommendation ? [quote, recommendation] : [quote]));
  const quotes = [...statementsOf(data), ...dates.map(({ quote }) => quote), ...decided];
  return { file, document: knownDocument(data, quotes), dates, decisions };
}

function knownDocument(data: Written, quotes: readonly MarkedQuote[]): KnownDocument {
  const { sections, dates, decisions, statements, validity, note, length, sha256, ...document } = data;
  return { document, validity, note, length, sha256, sections: sectionsOf(data), quotes };
}

function sectionsOf({ id, sections }: Written): readonly Section[] {
  return sections.map(({ path, ...section }) => ({ ...section, documentId: id, headingPath: path }));
}

function statementsOf({ id, file, statements }: Written): readonly MarkedQuote[] {
  return statements.map((written, index) =>
    markedQuote(written, { id: `${id}-statement-${index + 1}`, documentFile: file, kind: 'statement' }),
  );
}

function datesOf({ file, dates }: Written): readonly KnownDate[] {
  return dates.map((written) => {
    const { id, label, on, to, precision, kind } = written;
    return { id, label, on, to, precision, kind, quote: markedQuote(written, { id, documentFile: file, kind: 'date', label }) };
  });
}

function decisionsOf({ file, decisions }: Written): readonly KnownDecision[] {
  return decisions.map((written) => {
    const { id, item, title, caseNumber, decidedOn, body, recommendation } = written;
    const context = { documentFile: file, kind: 'decision', label: title } as const;
    return {
      id,
      itemNumber: item,
      title,
      caseNumber,
      decidedOn,
      body,
      quote: markedQuote(written, { ...context, id }),
      recommendation: recommendation ? markedQuote(recommendation, { ...context, id: `${id}-recommendation` }) : null,
    };
  });
}
