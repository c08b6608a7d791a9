import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MarkedQuote } from '../domain/source/known-document.ts';
import { contentFolder } from './content-folder.ts';
import { quoteFaults } from './library/check-quotes.ts';
import { invalid } from './library/read-data-file.ts';
import { readDuties, readLaws } from './library/read-duties.ts';
import { readKnownDocument } from './library/read-known-documents.ts';
import { readPrincipleSet } from './library/read-principles.ts';
import type { LibraryContent } from './library-content.ts';
import { readFigures, readFindings } from './read-figures.ts';

/** Reads all that the product knows of its documents; throws naming file and line of every fault. */
export function readLibraryContent(folder: string = contentFolder): LibraryContent {
  const read = filesIn(join(folder, 'sources')).map((path) => ({ path, ...readKnownDocument(path) }));
  const sets = filesIn(join(folder, 'principles')).map((path) => ({ path, ...readPrincipleSet(path) }));
  const dutiesPath = join(folder, 'duties', 'duties.yaml');
  const { duties } = readDuties(dutiesPath);
  const laws = readLaws(join(folder, 'laws', 'law-references.yaml'));
  const findings = readFindings(folder);
  const documents = read.map(({ document }) => document);
  const lawIds = new Set(laws.map(({ id }) => id));
  const faultsIn = (path: string, quotes: readonly MarkedQuote[]) =>
    quoteFaults(quotes, documents, lawIds).map(
      ({ quote, what }) => `${path}:${lineOf(path, quote.quote)}: ${quote.id} ${what}: "${quote.quote.slice(0, 60)}"`,
    );
  const faults = [
    ...read.flatMap(({ path, document }) => faultsIn(path, document.quotes)),
    ...sets.flatMap(({ path, set }) =>
      faultsIn(
        path,
        set.principles.flatMap(({ quote, key }) => (key ? [quote, key] : [quote])),
      ),
    ),
    ...faultsIn(
      dutiesPath,
      duties.map(({ quote }) => quote),
    ),
    ...faultsIn(
      join(folder, 'figures', 'findings.json'),
      findings.flatMap(({ quotes }) => quotes),
    ),
  ];
  if (faults.length > 0) throw invalid(faults);
  return {
    documents,
    principles: sets.map(({ set }) => set),
    dates: read.flatMap(({ dates }) => dates),
    decisions: read.flatMap(({ decisions }) => decisions),
    duties,
    laws,
    figures: readFigures(folder),
    findings,
  };
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /\.(yaml|json)$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** The line of a file that holds a quotation. */
function lineOf(path: string, quote: string): number {
  const written = JSON.stringify(quote);
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(written) || line.includes(quote)) + 1;
}
