import { z } from 'zod';
import type { PrincipleSet } from '../../domain/source/known-facts.ts';
import { markedQuote, quoteFields, quoteSchema } from './quote-schema.ts';
import { type DataFile, readDataFile } from './read-data-file.ts';

const text = z.string().min(1);
const principlesFile = z.strictObject({
  document: text,
  id: text,
  title: text,
  lead: text.optional(),
  note: text.optional(),
  kind: z.enum(['value', 'principle', 'strategy']),
  principles: z.array(z.strictObject({ id: text, number: text.nullable(), key: quoteSchema.optional(), ...quoteFields })).min(1),
});

/** Reads a file of `content/principles`: a municipality's values, principles or strategy. */
export function readPrincipleSet(path: string): { readonly file: DataFile<unknown>; readonly set: PrincipleSet } {
  const file = readDataFile(path, principlesFile);
  const { document: documentFile, id, title, lead = null, note = null, kind, principles } = file.data;
  const set = {
    id,
    documentFile,
    title,
    lead,
    note,
    principles: principles.map((written) => {
      const context = { documentFile, kind, label: title } as const;
      const quoteId = `${id}-${written.id.toLowerCase()}`;
      return {
        id: written.id,
        number: written.number,
        quote: markedQuote(written, { ...context, id: quoteId }),
        key: written.key ? markedQuote(written.key, { ...context, id: `${quoteId}-key` }) : null,
      };
    }),
  };
  return { file, set };
}
