import { expect, test } from 'vitest';
import { readLibrarySources } from '../../src/content/read-library.ts';
import { notesBeside } from '../../src/domain/budget/query/findings-beside.ts';
import type { ImportedDocument } from '../../src/domain/source/imported-document.ts';
import { figures } from '../domain/budget/questions/shipped-figures.ts';

function imported(text: string): ImportedDocument {
  const document = { id: 'frame', file: 'frame.txt', municipality: 'Varde', title: 'Rammen', year: 2022, body: null };
  return {
    document: { ...document, datedOn: null, caseNumber: null, standing: 'adopted' },
    text,
    sha256: 'another',
    guessed: [],
  };
}

const table = (total: string) => `Rammen 2022\n\nMentor\t1.000.000 kr.\nKurser\t2.000.000 kr.\nI alt\t${total} kr.\n`;

test('what the ledger finds in an imported document stands beside the figures of its rows', () => {
  const { findings } = readLibrarySources([imported(table('3.100.000'))]);
  const [shipped] = figures;
  if (shipped === undefined) throw new Error('no figure is shipped');
  const figure = { ...shipped, documentFile: 'frame.txt', quote: 'Kurser\t2.000.000 kr.', span: null };
  expect(notesBeside([figure], findings)).toMatchObject([{ key: 'ledger.total', values: { stated: '3.100.000' } }]);
});
test('a sound document adds no finding to those of the product', () => {
  expect(readLibrarySources([imported(table('3.000.000'))]).findings).toEqual(readLibrarySources([]).findings);
});
