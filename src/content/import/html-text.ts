import { decodeEntities } from './html-entities.ts';

const token =
  /<!--[\s\S]*?-->|<(script|style|head|noscript|template)\b[^>]*>[\s\S]*?<\/\1\s*>|<(\/?)([a-z][a-z0-9]*)\b[^>]*>|<![^>]*>|([^<]+)|</gi;
const paragraphs = new Set([
  'p',
  'div',
  'section',
  'article',
  'table',
  'ul',
  'ol',
  'dl',
  'blockquote',
  'pre',
  'main',
  'header',
  'footer',
  'nav',
  'aside',
  'address',
  'details',
  'form',
]);
/** Each begins a line. */
const lines = new Set(['tr', 'dt', 'dd', 'summary', 'legend', 'caption', 'figcaption', 'button']);

/** Stands where a cell of a table begins, until it ends; no text has it. */
const cellStart = '\u0001';

/** The text of a web page: headings and paragraphs stand alone, bullets begin with `- `, a table row's cells are parted by tabs. */
export function htmlText(html: string): string {
  let text = '';
  let depth = 0;
  for (const [, , closing, name, words] of html.matchAll(token)) {
    if (words !== undefined) text += isBetweenBlocks(words, text) ? '' : cellText(decodeEntities(words));
    else if (name !== undefined) {
      const tag = name.toLowerCase();
      if (tag === 'ul' || tag === 'ol') depth += closing ? -1 : 1;
      text = withTag(text, tag, closing === '/', depth);
    }
  }
  return tidy(text);
}

/** The page's own title. */
export function htmlTitle(html: string): string | null {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(html)?.[1];
  return title === undefined || title.trim() === '' ? null : decodeEntities(title).replaceAll(/\s+/g, ' ').trim();
}

/** Blanks that only set the page's source out: between two rows of a table they would part the table. */
function isBetweenBlocks(words: string, text: string): boolean {
  return words.trim() === '' && (text === '' || text.endsWith('\n'));
}

function cellText(words: string): string {
  return words.replaceAll(/[\s\u00a0]+/g, ' ');
}

function withTag(text: string, tag: string, isClosing: boolean, depth: number): string {
  if (tag === 'br') return `${text}\n`;
  if (tag === 'li') return isClosing ? text : `${endedLine(text)}${' '.repeat(Math.max(0, depth - 1))}- `;
  if (lines.has(tag)) return endedLine(text);
  if (tag === 'td' || tag === 'th') return isClosing ? endedCell(text) : text + cellStart;
  if (/^h[1-6]$/.test(tag)) return `${endedLine(text)}\n`;
  if (isNestedList(tag, isClosing, depth)) return endedLine(text);
  if (!paragraphs.has(tag) || insideCellOrBullet(text)) return text;
  return `${endedLine(text)}\n`;
}

function isNestedList(tag: string, isClosing: boolean, depth: number): boolean {
  return (tag === 'ul' || tag === 'ol') && depth > (isClosing ? 0 : 1);
}

/** A paragraph within a cell or bullet does not begin a line of its own. */
function insideCellOrBullet(text: string): boolean {
  return text.lastIndexOf(cellStart) >= 0 || /^ *- $/.test(text.slice(text.lastIndexOf('\n') + 1));
}

function endedCell(text: string): string {
  const start = text.lastIndexOf(cellStart);
  return start < 0
    ? text
    : `${text.slice(0, start)}${text
        .slice(start + 1)
        .replaceAll(/\s+/g, ' ')
        .trim()}\t`;
}

function endedLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function tidy(text: string): string {
  const lines = text.split('\n').map((line) =>
    line
      .replace(/[ \t]+$/, '')
      .replace(/^ (?! *-)/, '')
      .replaceAll(cellStart, ''),
  );
  return `${lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}
