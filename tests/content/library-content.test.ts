import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentFolder } from '../../src/content/content-folder.ts';
import { readLibraryContent } from '../../src/content/read-library-content.ts';

const sources = '../shared/sources';
const isHere = existsSync(sources);
const content = readLibraryContent();
const quotes = [
  ...content.documents.flatMap((known) => known.quotes),
  ...content.principles.flatMap(({ principles }) => principles.flatMap(({ quote, key }) => (key ? [quote, key] : [quote]))),
  ...content.duties.map(({ quote }) => quote),
  ...content.findings.flatMap((finding) => finding.quotes),
];
const textOf = (file: string) => readFileSync(join(sources, file), 'utf8');

/** The faults of the content with one file's text changed. */
function faultsWith(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'rettesnor-content-'));
  try {
    cpSync(contentFolder, folder, { recursive: true });
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
    readLibraryContent(folder);
    return '';
  } catch (fault) {
    return (fault as Error).message.replaceAll(folder, '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the shipped content', () => {
  test('knows five documents, all figures, and names the municipality and standing of each', () => {
    expect(content.documents.map(({ document }) => `${document.municipality} ${document.year} ${document.standing}`)).toEqual([
      'Aalborg 2013 recommended',
      'Aalborg 2016 adopted',
      'Horsens 2017 described',
      'Jammerbugt 2020 adopted',
      'Varde 2014 described',
    ]);
    expect([content.figures.length, content.findings.length, content.laws.length]).toEqual([190, 20, 16]);
    expect(content.figures.filter(({ isDoubtful }) => isDoubtful).map(({ id }) => id)).toEqual([
      'j.loentilskud.budget.2020',
      'j.merforbrug.pol18',
    ]);
  });

  test.skipIf(!isHere)('quotes only what stands at those offsets (skipped where the sources folder is missing)', () => {
    const figures = content.figures.map(({ documentFile, quote, span }) => ({ documentFile, quote, ...span }));
    const wrong = [...quotes, ...figures].filter(
      ({ documentFile, quote, start, end }) => textOf(documentFile).slice(start, end) !== quote,
    );
    expect(wrong).toEqual([]);
  });

  test.skipIf(!isHere)('quotes well below a third of any document (skipped where the sources folder is missing)', () => {
    for (const { document, length } of content.documents) {
      const quoted = new Set<number>();
      for (const { documentFile, start, end } of quotes)
        if (documentFile === document.file) for (let at = start; at < end; at++) quoted.add(at);
      expect(textOf(document.file).length).toBe(length);
      expect(quoted.size / length, document.file).toBeLessThan(0.31);
    }
  });

  test('marks what later law has overtaken by a law it knows', () => {
    const marked = quotes.filter(({ overtakenBy }) => overtakenBy.length > 0);
    expect(marked.length).toBeGreaterThan(10);
    expect(marked.every(({ overtakenBy }) => overtakenBy.every((id) => content.laws.some((law) => law.id === id)))).toBe(true);
  });
});

describe('a fault in the content is named with file and line', () => {
  test.each([
    [
      'a missing value',
      'figures/varde.json',
      (text: string) => text.replace('"unit": "DKK"', '"unit": "EUR"'),
      '/figures/varde.json:4: ',
    ],
    ['broken syntax', 'duties/duties.yaml', (text: string) => text.replace('"RD2"', '"RD2'), '/duties/duties.yaml:3: '],
    [
      'an unknown section',
      'duties/duties.yaml',
      (text: string) => text.replace('"s09"', '"s99"'),
      '/duties/duties.yaml:3: RD2 stands in',
    ],
    [
      'an altered quotation',
      'duties/duties.yaml',
      (text: string) => text.replace('En gang om', 'To gange om'),
      '/duties/duties.yaml:2: RD1 is',
    ],
  ])('%s', (_what, file, change, message) => {
    expect(faultsWith(file, change)).toContain(message);
  });
});
