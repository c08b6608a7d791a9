import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../../config/config.ts';
import { readImportWords } from '../../content/import/guess-document.ts';
import { type ImportContext, type ReadImport, readDocument } from '../../content/import/read-document.ts';
import { figureProposer } from '../../content/read-library.ts';
import { readLibraryContent } from '../../content/read-library-content.ts';
import { readTexts } from '../../content/texts.ts';
import type { Texts } from '../../domain/language/texts.ts';
import type { GuessedField, ImportedDocument } from '../../domain/source/imported-document.ts';
import type { Standing } from '../../domain/source/source.ts';
import { tallyOf } from '../../domain/source/text-tally.ts';
import { openStore } from '../../store/database.ts';
import { documentStore } from '../../store/document-store.ts';
import type { CliCommand, CommandIo } from '../command.ts';

const standings: readonly Standing[] = ['adopted', 'recommended', 'described'];

/** `import FILE…`: reads the municipality's own documents into the database and prints a table of what was read. */
export const importCommand: CliCommand = {
  name: 'import',
  usage:
    'import FILE… [--municipality NAME] [--year YYYY] [--standing adopted|recommended|described] [--title TEXT] [--tenant ID]',
  run: async (args, io) => {
    const { files, tenant, context } = readArguments(args);
    const config = readConfig(io.env);
    const texts = readTexts().da;
    const tenantId = tenant ?? (config.MicrosoftAppTenantId || config.ALLOWED_TENANTS[0] || 'local');
    const read = await Promise.all(files.map(async (file) => ({ file, result: await readOne(file, context) })));
    const imported = read.flatMap(({ result }) => (result.kind === 'read' ? [result.imported] : []));
    const outcomes = imported.length === 0 ? [] : await store(imported, tenantId, config.DATABASE_URL, config.DATA_DIR);
    printTable(imported, outcomes, texts, io);
    const proposed = imported.flatMap(figureProposer(readLibraryContent().documents)).length;
    if (proposed > 0) io.err(texts('import.proposed', { count: proposed }));
    for (const { file, result } of read) if (result.kind !== 'read') io.err(faultText(basename(file), result, texts));
    return imported.length === files.length ? 0 : 2;
  },
};

function readArguments(args: readonly string[]): {
  readonly files: readonly string[];
  readonly tenant: string | undefined;
  readonly context: ImportContext;
} {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { municipality: text, year: text, standing: text, title: text, tenant: text },
  });
  if (positionals.length === 0) throw new Error('import needs at least one file');
  const standing = standings.find((known) => known === values.standing);
  if (values.standing !== undefined && standing === undefined) throw new Error(`--standing is one of ${standings.join(', ')}`);
  if (values.year !== undefined && !/^\d{4}$/.test(values.year)) throw new Error('--year is four digits');
  const year = values.year === undefined ? undefined : Number(values.year);
  const told = { municipality: values.municipality, year, standing, title: values.title };
  const known = new Map(readLibraryContent().documents.map(({ document }) => [document.file, document]));
  return { files: positionals, tenant: values.tenant, context: { told, known, words: readImportWords() } };
}

async function readOne(file: string, context: ImportContext): Promise<ReadImport | { readonly kind: 'missing' }> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    return { kind: 'missing' };
  }
  return readDocument(basename(file), bytes, context);
}

async function store(
  documents: readonly ImportedDocument[],
  tenantId: string,
  databaseUrl: string | undefined,
  dataFolder: string,
): Promise<readonly string[]> {
  const opened = await openStore({ databaseUrl, dataFolder, openedAt: new Date().toISOString() });
  try {
    const kept = documentStore(opened.db);
    const outcomes: string[] = [];
    for (const imported of documents) {
      const audit = { tenantId, actor: 'command-line', action: 'document-imported', subject: imported.document.id, details: {} };
      outcomes.push(await kept.save(tenantId, imported, { activityId: null, audit }));
    }
    return outcomes;
  } finally {
    await opened.close();
  }
}

function printTable(documents: readonly ImportedDocument[], outcomes: readonly string[], texts: Texts, io: CommandIo): void {
  if (documents.length === 0) return;
  io.out(texts('import.heading'));
  documents.forEach(({ document, text, guessed }, index) => {
    const shown = (field: GuessedField, value: string | number | null) => {
      const word = value === null ? texts('import.unknown') : String(value);
      return guessed.includes(field) ? texts('import.guessed', { value: word }) : word;
    };
    const { sections, tables, figures } = tallyOf(text);
    const standing = document.standing === null ? null : texts(`import.${document.standing}`);
    io.out(
      [
        document.file,
        shown('title', document.title),
        shown('municipality', document.municipality),
        shown('year', document.year),
        shown('standing', standing),
        sections,
        tables,
        figures,
        texts(`import.${outcomes[index] ?? 'unchanged'}`),
      ].join('\t'),
    );
  });
  if (documents.some(({ guessed }) => guessed.length > 0)) io.err(texts('import.guess-hint'));
}

function faultText(
  file: string,
  fault: Exclude<ReadImport, { kind: 'read' }> | { readonly kind: 'missing' },
  texts: Texts,
): string {
  if (fault.kind === 'unreadable') return texts(`import.${fault.reason}`, { file });
  if (fault.kind === 'missing') return texts('import.missing', { file });
  return texts('import.personal-number', { file, lines: fault.lines.join(', ') });
}
