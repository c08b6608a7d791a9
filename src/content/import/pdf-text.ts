import { getDocumentProxy } from 'unpdf';

/** A piece of text where the page puts it. */
interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** The text of a PDF, page by page: a wide gap in a line is a tab, a wide one between lines an empty line. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const content = await (await pdf.getPage(number)).getTextContent();
    pages.push(pageText(content.items.flatMap((item) => ('str' in item ? [pieceOf(item)] : []))));
  }
  return pages.some((page) => page.trim() !== '') ? `${pages.join('\n\n')}\n` : '';
}

function pieceOf(item: { readonly str: string; readonly transform: readonly number[]; readonly width: number }): Piece {
  const [a = 0, b = 0, , , x = 0, y = 0] = item.transform;
  return { text: item.str, x, y, width: item.width, size: Math.hypot(a, b) || 10 };
}

function pageText(pieces: readonly Piece[]): string {
  let text = '';
  let last: Piece | null = null;
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue; // the gap says it
    text += last === null ? '' : between(last, piece);
    text += piece.text;
    last = piece;
  }
  return text.replaceAll(/[ \t]+\n/g, '\n').trim();
}

function between(last: Piece, piece: Piece): string {
  const down = last.y - piece.y;
  if (Math.abs(down) > last.size * 0.6) return down > last.size * 1.7 || down < 0 ? '\n\n' : '\n';
  const gap = piece.x - (last.x + last.width);
  if (gap > last.size * 1.2) return '\t';
  return gap > last.size * 0.15 && !last.text.endsWith(' ') && !piece.text.startsWith(' ') ? ' ' : '';
}
