import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { readTable } from '../../src/content/read-table.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ['semicolons', 'Sag;Ansvarlig\r\n24/1;Søren\r\n'],
  ['tabs', 'Sag\tAnsvarlig\n24/1\tSøren'],
  ['commas', 'Sag,Ansvarlig\n"24/1",Søren\n'],
  ['a byte order mark', '\uFEFFSag;Ansvarlig\n24/1;Søren\n'],
])('a list with %s is read', async (_what, text) => {
  expect(await readTable('liste.csv', bytes(text))).toEqual({
    kind: 'table',
    columns: ['Sag', 'Ansvarlig'],
    rows: [{ line: 2, cells: { Sag: '24/1', Ansvarlig: 'Søren' } }],
  });
});

test('a list in Windows-1252 keeps its Danish letters', async () => {
  const latin = Uint8Array.from(
    [...'Sag;Navn\n24/1;S', 0xf8, ...'ren'].map((sign) => (typeof sign === 'number' ? sign : sign.charCodeAt(0))),
  );
  expect(await readTable('liste.csv', latin)).toMatchObject({ rows: [{ cells: { Navn: 'Søren' } }] });
});

test('an Excel sheet is read with its dates as days and its formulas as their results', async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Frister');
  sheet.addRows([
    ['Sag', 'Dato', 'Antal'],
    ['24/1', new Date(Date.UTC(2026, 11, 1)), { formula: '1+1', result: 2 }],
  ]);
  const table = await readTable('liste.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
  expect(table).toEqual({
    kind: 'table',
    columns: ['Sag', 'Dato', 'Antal'],
    rows: [{ line: 2, cells: { Sag: '24/1', Dato: '2026-12-01', Antal: '2' } }],
  });
});

test('an empty file, a heading alone and a file that is no workbook are named, not thrown', async () => {
  expect(await readTable('a.csv', bytes(''))).toEqual({ kind: 'unreadable', reason: 'no-heading' });
  expect(await readTable('a.csv', bytes('Sag;Dato\n'))).toEqual({ kind: 'unreadable', reason: 'no-rows' });
  expect(await readTable('a.xlsx', bytes('no workbook'))).toEqual({ kind: 'unreadable', reason: 'not-a-table' });
});
