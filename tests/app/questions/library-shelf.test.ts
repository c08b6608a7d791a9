import { expect, test } from 'vitest';
import { libraryShelf } from '../../../src/app/questions/library-shelf.ts';
import type { ImportedDocument } from '../../../src/domain/source/imported-document.ts';

const document = { id: 'a', file: 'a.txt', municipality: null, title: 'A', body: null, datedOn: null, year: null };
const imported = (sha256: string): ImportedDocument => ({
  document: { ...document, caseNumber: null, standing: null },
  text: '',
  sha256,
  guessed: [],
});

function shelfOf(kept: Map<string, readonly ImportedDocument[]>) {
  let [built, now] = [0, 0];
  const read = async (tenantId: string) => ({ imported: kept.get(tenantId) ?? [], decisions: [] });
  const shelf = libraryShelf(read, (own) => `${++built}:${own.imported.map(({ sha256 }) => sha256)}`, { now: () => now });
  return {
    shelf,
    later: (ms: number) => {
      now += ms;
    },
  };
}

test("each tenant's library holds its own imported documents", async () => {
  const { shelf } = shelfOf(new Map([['one', [imported('x')]]]));
  expect([await shelf.libraryOf('one'), await shelf.libraryOf('two')]).toEqual(['1:x', '2:']);
});

test('a library is built once, and anew within a minute after a document changed', async () => {
  const kept = new Map([['one', [imported('x')]]]);
  const { shelf, later } = shelfOf(kept);
  for (const wait of [0, 61_000]) {
    later(wait);
    expect(await shelf.libraryOf('one')).toBe('1:x');
  }
  kept.set('one', [imported('y')]);
  expect(await shelf.libraryOf('one')).toBe('1:x');
  later(61_000);
  expect(await shelf.libraryOf('one')).toBe('2:y');
});

test('what was changed here is looked at when it is asked next', async () => {
  const kept = new Map([['one', [imported('x')]]]);
  const { shelf } = shelfOf(kept);
  await shelf.libraryOf('one');
  kept.set('one', [imported('y')]);
  shelf.lookAgain('one');
  expect(await shelf.libraryOf('one')).toBe('2:y');
});
