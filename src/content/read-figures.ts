import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Figure } from '../domain/budget/figure.ts';
import type { SourceFinding } from '../domain/source/known-facts.ts';
import { contentFolder } from './content-folder.ts';
import { longestQuote, markedQuote, quoteFields } from './library/quote-schema.ts';
import { readDataFile } from './library/read-data-file.ts';

const text = z.string().min(1);
const offset = z.int().nonnegative();
const figure = z.strictObject({
  id: text,
  document: text,
  section: text,
  label: text,
  aliases: z.array(text),
  unit: z.enum(['DKK', 'count', 'pct', 'days', 'weeks', 'months', 'years']),
  minor: z.int(),
  scale: z.int().min(0).max(6),
  period: text.nullable(),
  dimensions: z.record(z.string(), z.union([z.string(), z.boolean()])),
  role: text,
  approximate: z.boolean().optional(),
  remark: text.optional(),
  doubtful: z.boolean().optional(),
  quote: z.string().min(1).max(longestQuote),
  start: offset,
  end: offset,
});
const figuresFile = z.strictObject({ municipality: text, figures: z.array(figure) });
const findingsFile = z.strictObject({
  findings: z.array(
    z.strictObject({
      id: text,
      kind: text,
      message: text,
      stated: text.nullable(),
      computed: text.nullable(),
      quotes: z.array(z.strictObject({ document: text, ...quoteFields })).min(1),
    }),
  ),
});
const findingsName = 'findings.json';

/** Every figure of the shipped documents, from `content/figures/<municipality>.json`. */
export function readFigures(folder: string = contentFolder): readonly Figure[] {
  const figures = join(folder, 'figures');
  const names = readdirSync(figures).filter((name) => name.endsWith('.json') && name !== findingsName);
  return names.sort().flatMap((name) => {
    const { municipality, figures: written } = readDataFile(join(figures, name), figuresFile).data;
    return written.map((one) => figureOf(one, municipality));
  });
}

function figureOf(written: z.output<typeof figure>, municipality: string): Figure {
  const { document, minor, approximate = false, remark = null, doubtful = false, start, end, ...rest } = written;
  return {
    ...rest,
    municipality,
    documentFile: document,
    minor: BigInt(minor),
    isApproximate: approximate,
    remark,
    isDoubtful: doubtful,
    span: { start, end },
  };
}

/** The places where the documents disagree with themselves, from `content/figures/findings.json`. */
export function readFindings(folder: string = contentFolder): readonly SourceFinding[] {
  const { findings } = readDataFile(join(folder, 'figures', findingsName), findingsFile).data;
  return findings.map(({ quotes, ...finding }) => ({
    ...finding,
    quotes: quotes.map((written, index) =>
      markedQuote(written, {
        id: `${finding.id}-${index + 1}`,
        documentFile: written.document,
        kind: 'contradiction',
        label: finding.message,
      }),
    ),
  }));
}
