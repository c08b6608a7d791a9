import mammoth from 'mammoth';
import { decodeText } from './decode-text.ts';
import { htmlText, htmlTitle } from './html-text.ts';
import { pdfText } from './pdf-text.ts';

/** A document's own text, with the title that the file itself states; or why there is none. */
export type FileText =
  | { readonly kind: 'text'; readonly text: string; readonly title: string | null }
  | { readonly kind: 'unreadable'; readonly reason: 'unknown-kind' | 'no-text' | 'damaged' };

/** Reads `.txt`, `.pdf`, `.docx` and `.html`, by the ending of the file's name. A scanned PDF has no text and is refused. */
export async function readFileText(name: string, bytes: Uint8Array): Promise<FileText> {
  const read = readers[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];
  if (read === undefined) return { kind: 'unreadable', reason: 'unknown-kind' };
  try {
    const { text, title } = await read(bytes);
    return text.trim() === '' ? { kind: 'unreadable', reason: 'no-text' } : { kind: 'text', text, title };
  } catch {
    return { kind: 'unreadable', reason: 'damaged' };
  }
}

type Reader = (bytes: Uint8Array) => Promise<{ readonly text: string; readonly title: string | null }>;

const readHtml: Reader = async (bytes) => {
  const html = decodeText(bytes);
  return { text: htmlText(html), title: htmlTitle(html) };
};

const readers: Readonly<Record<string, Reader | undefined>> = {
  txt: async (bytes) => ({ text: decodeText(bytes), title: null }),
  pdf: async (bytes) => ({ text: await pdfText(bytes), title: null }),
  docx: async (bytes) => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    return { text: htmlText(value), title: null };
  },
  html: readHtml,
  htm: readHtml,
};
