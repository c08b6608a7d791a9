import { expect, test } from 'vitest';
import { readImportWords } from '../../src/content/import/guess-document.ts';
import { type ImportContext, readDocument } from '../../src/content/import/read-document.ts';
import { readLibraryContent } from '../../src/content/read-library-content.ts';

const known = new Map(readLibraryContent().documents.map(({ document }) => [document.file, document]));
const context: ImportContext = { told: {}, known, words: readImportWords() };
const bytes = (text: string) => new TextEncoder().encode(text);
const text = 'Redegørelse om mentorer\n\nI Viborg Kommune blev der i 2022 og 2022 givet mentor. Jobcenter Viborg vurderer.\n';

test('municipality, year, standing and title are guessed from the text, and named as guesses', async () => {
  const read = await readDocument('Notat æøå.txt', bytes(text), context);
  expect(read).toMatchObject({
    imported: {
      document: {
        id: 'notat-a-txt',
        municipality: 'Viborg',
        year: 2022,
        standing: 'described',
        title: 'Redegørelse om mentorer',
      },
      guessed: ['municipality', 'year', 'standing', 'title'],
      text,
    },
  });
});

test('what the importer tells is no guess', async () => {
  const told = { municipality: 'Skive', year: 2023, standing: 'adopted', title: 'Mentor' } as const;
  const read = await readDocument('notat.txt', bytes(text), { ...context, told });
  expect(read).toMatchObject({ imported: { document: told, guessed: [] } });
});

test('a document that the product knows is known by its file name', async () => {
  const read = await readDocument('003_7f2b92b5cc8496c3.txt', bytes(text), context);
  expect(read).toMatchObject({ imported: { document: { municipality: 'Aalborg', standing: 'recommended' }, guessed: [] } });
});

test('a document with a personal number is refused with its line', async () => {
  expect(await readDocument('a.txt', bytes('et\nto 010290-1234\n'), context)).toEqual({ kind: 'personal-number', lines: [2] });
});
