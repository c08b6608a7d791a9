import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import type { FreshDocument } from './fresh-documents.ts';

/** The bytes of a document in its format; lines with tabs become rows of a table there. */
export async function bytesOf(text: string, format: FreshDocument['format']): Promise<Uint8Array> {
  if (format === 'txt') return Buffer.from(text);
  const blocks = blocksOf(text);
  if (format === 'html') return Buffer.from(`<html><body>${blocks.map(htmlOf).join('\n')}</body></html>`);
  return Packer.toBuffer(new Document({ sections: [{ children: blocks.map(docxOf) }] }));
}

type Block = string | readonly (readonly string[])[];

function blocksOf(text: string): readonly Block[] {
  const blocks: (string | string[][])[] = [];
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const last = blocks.at(-1);
    if (!line.includes('\t')) blocks.push(line);
    else if (Array.isArray(last)) last.push(line.split('\t'));
    else blocks.push([line.split('\t')]);
  }
  return blocks;
}

function htmlOf(block: Block): string {
  if (typeof block === 'string') return `<p>${block}</p>`;
  return `<table>${block.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</table>`;
}

function docxOf(block: Block): Paragraph | Table {
  if (typeof block === 'string') return new Paragraph(block);
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  return new Table({ rows: block.map((cells) => new TableRow({ children: cells.map(cell) })) });
}
