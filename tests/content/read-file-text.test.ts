import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, test } from 'vitest';
import { type FileText, readFileText } from '../../src/content/import/read-file-text.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (read: FileText) => (read.kind === 'text' ? read.text : read.reason);

/** A PDF with one page: each line at its height, in Windows-1252. */
function pdf(lines: readonly (readonly [number, number, string])[]): Uint8Array {
  const content = lines.map(([x, y, text]) => `BT /F1 12 Tf ${x} ${y} Td (${text}) Tj ET`).join('\n');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj${object}endobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const text = `${body}xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF`;
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

describe('a text file', () => {
  test('is read as UTF-8, with or without a byte order mark, and as UTF-16', async () => {
    expect(textOf(await readFileText('a.txt', bytes('\ufeffÆblegrød på Ærø')))).toBe('Æblegrød på Ærø');
    expect(textOf(await readFileText('a.txt', Uint8Array.of(0xff, 0xfe, 0xe5, 0, 0x41, 0)))).toBe('åA');
  });

  test('is read as Windows-1252 where it is no UTF-8', async () => {
    expect(textOf(await readFileText('a.txt', Uint8Array.of(0xe6, 0xf8, 0xe5, 0x96)))).toBe('æøå–');
  });
});

test('a web page gives headings, bullets and rows with their columns', async () => {
  const page = `<!doctype html><html><head><title>Budget &aring;r 2024</title><style>p{}</style></head><body><h1>Ramme &amp; råd</h1>
    <p>Første <b>linje</b>.</p><ul><li>et<ul><li>under</li></ul></li><li><p>to</p></li></ul>
    <table><tr><th></th><th>2023</th><th>2024</th></tr><tr><td><p>Mentor</p></td><td>1.000</td><td>2.000</td></tr></table><p>Slut</p></body></html>`;
  expect(await readFileText('a.html', bytes(page))).toEqual({
    kind: 'text',
    title: 'Budget år 2024',
    text: 'Ramme & råd\n\nFørste linje.\n\n- et\n - under\n- to\n\n\t2023\t2024\nMentor\t1.000\t2.000\n\nSlut\n',
  });
});

test('a Word document gives headings, bullets and rows', async () => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: 'Kvalitetsstandard', heading: HeadingLevel.HEADING_1 }),
          new Paragraph('Træning skal begynde inden 7 dage på Ærø.'),
          new Paragraph({ text: 'første mål', bullet: { level: 0 } }),
          new Table({
            rows: [
              new TableRow({ children: [cell('Enhed'), cell('2024')] }),
              new TableRow({ children: [cell('Hus'), cell('5')] }),
            ],
          }),
        ],
      },
    ],
  });
  expect(textOf(await readFileText('a.docx', await Packer.toBuffer(document)))).toBe(
    'Kvalitetsstandard\n\nTræning skal begynde inden 7 dage på Ærø.\n\n- første mål\n\nEnhed\t2024\nHus\t5\n',
  );
});

describe('a PDF', () => {
  test('gives its lines, a tab for a gap and an empty line for a space, with Danish letters', async () => {
    const page = pdf([
      [50, 800, 'Fritagelse p\xe5 \xc6r\xf8'],
      [50, 760, 'R\xe5dgiveren vurderer'],
      [50, 746, 'borgerens sag.'],
      [50, 700, 'Mentor'],
      [300, 700, '1.000'],
    ]);
    expect(textOf(await readFileText('a.PDF', page))).toBe(
      'Fritagelse på Ærø\n\nRådgiveren vurderer\nborgerens sag.\n\nMentor\t1.000\n',
    );
  });

  test('that is scanned has no text and is refused', async () => {
    expect(await readFileText('scan.pdf', pdf([]))).toEqual({ kind: 'unreadable', reason: 'no-text' });
  });

  test('that is damaged is refused', async () => {
    expect(await readFileText('a.pdf', bytes('not a pdf'))).toEqual({ kind: 'unreadable', reason: 'damaged' });
  });
});

test('a file of another kind is refused', async () => {
  expect(await readFileText('a.xlsx', bytes('x'))).toEqual({ kind: 'unreadable', reason: 'unknown-kind' });
});
