import { collapse, type Line } from '../layout/lines.ts';
import { isBody, type Reading } from '../layout/reading.ts';
import { oneOf } from '../words/patterns.ts';
import type { Section } from './sections.ts';

const bullet = /^(?:[-\u2022\u00b7\u2013*\u25aa\uf0b7]\s+|\d{1,2}[.):]\s+|[a-z][.)]\s+)/;
const file = /[^\s"]{3,160}\.(?:pdf|docx?|xlsx?|pptx?|PDF)(?=\s|$)/g;
const ownName = /^\p{Lu}\S*\s+\S.{4,}|\.(?:pdf|docx?|xlsx?|pptx?)$/u;
const link = /^\[([^\]]{2,300})\]\([^)\s]*\)$/;
/** "application/msword icon", as a page's picture is described. */
const icon = /^[a-z]+\/[\w.+-]+ icon\s+/i;
/** "2. runde": with a small letter the number may be a part of the title. */
const ordinal = /^\d{1,2}\.\s+\p{Ll}/u;
/** A number without a full stop. */
const count = /^\d{1,2}\s+(?=\p{Lu})/u;
/** "Lars Vester / Kirsten Amager" */
const signers = /^(?:\p{Lu}[\p{L}.-]+\s+){1,4}\/(?:\s+\p{Lu}[\p{L}.-]+){2,4}$/u;
/** "Notat (PDF)" */
const ofFile = /(?:\((?:pdf|docx?|xlsx?|pptx?)(?:,[^)]*)?\)|\.(?:pdf|docx?|xlsx?|pptx?))$/i;
const numberOnly = /^(\d{1,2})\.?$/;
const onlyFiles = /^(?:[^\s"]{3,160}\.(?:pdf|docx?|xlsx?|pptx?)\s*)+$/i;

/** The annexes of an item, as their titles are written. @da bilag */
export function annexesOf(
  sections: readonly Section[],
  reading: Reading,
): { readonly annexes: readonly string[]; readonly isEmpty: boolean } {
  const under = sections.filter(({ kind }) => kind === 'attachments');
  const listed = under.flatMap(({ lines }) => titlesOf(lines, reading));
  if (listed.length > 0) return { annexes: listed, isEmpty: false };
  const files = sections.flatMap(({ lines, kind }) =>
    ['head', 'case', 'meta', 'group', 'document'].includes(kind) ? lines.flatMap((line) => filesIn(line, reading)) : [],
  );
  const numbered = files.length > 0 ? [] : sections.flatMap(underNumbers);
  const annexes = files.length > 0 ? files : numbered.length > 0 ? numbered : mentioned(sections, reading);
  return { annexes, isEmpty: under.length > 0 };
}

/** The annexes' titles in these lines. */
export function titlesOf(lines: readonly Line[], reading: Reading): readonly string[] {
  const titles: string[] = [];
  const { access } = reading.patterns;
  const isCounted = /^1\s+\p{Lu}/u.test(lines[0]?.text ?? '') && lines.every(({ text }) => count.test(text));
  const isList = countsAll(lines);
  const isMarked = lines.length > 0 && lines.every(({ text }) => reading.patterns.accessWord.test(text.replace(bullet, '')));
  let last: Line | null = null;
  for (const line of withoutSigners(lines)) {
    const written = isCounted && !access.test(line.text) ? line.text.replace(count, '') : line.text;
    const isOrdinal = !isList && ordinal.test(written);
    const text = isOrdinal
      ? collapse(written)
      : titleIn(isMarked ? written.replace(bullet, '').replace(reading.patterns.accessWord, '') : written, reading);
    if (text === '' || saysNone(text, reading)) continue;
    const before = last !== null && line.number === last.number + 1 ? titles.at(-1) : undefined;
    if (before !== undefined && goesOn(before, line.text, text, reading))
      titles[titles.length - 1] = unlinked(collapse(`${before} ${text}`));
    else if (/\p{L}/u.test(text)) titles.push(text);
    last = line;
  }
  return titles.length === 1 ? apart(titles[0] ?? '', reading) : titles.flatMap((title) => title.split(/;\s+/));
}

/** "Ingen", "Der er ingen bilag til sagen." */
function saysNone(text: string, { patterns }: Reading): boolean {
  const { none, noAnnexes } = patterns.vocabulary;
  const start = text.toLowerCase();
  return none.includes(start) || (text.length < 60 && noAnnexes.some((words) => start.startsWith(words)));
}

/** "Lars Vester" over "/ Kirsten Amager" under the annexes are the officials who sign. */
function withoutSigners(lines: readonly Line[]): readonly Line[] {
  const second = lines.findIndex(({ text }) => /^\/\s*\p{Lu}/u.test(text));
  const both = lines.findIndex(({ text, gap }) => gap > 0 && signers.test(text));
  return second >= 1 ? lines.slice(0, second - 1) : both >= 1 ? lines.slice(0, both) : lines;
}

/** Whether the lines' numbers count them: "2. budgetopf\u00f8lgning" alone, or beside lines without a number, is a title. */
function countsAll(lines: readonly Line[]): boolean {
  const numbers = lines.flatMap(({ text }) => /^(\d{1,2})[.):]\s/.exec(text)?.[1] ?? []);
  return numbers.length > 1 && numbers.every((number, at) => Number(number) === at + 1);
}

/** Whether a line goes on with the title that the line before it began. */
function goesOn(before: string, line: string, text: string, { patterns }: Reading): boolean {
  if (before.length > 400) return false;
  if (patterns.ordinalStart.test(line)) return true;
  if (bullet.test(line)) return false;
  if (isOpen(before)) return true;
  if (/\.\p{L}\w{2,3}$/u.test(before)) return false;
  const lastWord = before.toLowerCase().split(' ').at(-1) ?? '';
  return (
    /^(?:\p{Ll}|\d{4}$|\(?\d[\d/.-]{3,}\)?$)/u.test(text) ||
    /[,-]$/.test(before) ||
    patterns.vocabulary.connectors.includes(lastWord)
  );
}

/** A bracket that is not closed yet. */
function isOpen(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')') || text.lastIndexOf('[') > text.lastIndexOf(']');
}

/** An annex without its bullet, its number, and the word that says whether it is open. */
function titleIn(text: string, reading: Reading): string {
  const { access, ordinalStart } = reading.patterns;
  if (ordinalStart.test(text)) return collapse(text);
  const plain = text.replace(bullet, '').replace(access, '');
  const named = withoutIcon(collapse(plain), reading).replace(bullet, '').trim();
  return unlinked(named);
}

function unlinked(text: string): string {
  return link.exec(text)?.[1] ?? text;
}

/** Several annexes on one line: apart by semicolons, or by commas where each has a name of its own, and not only a committee's. */
function apart(text: string, { patterns }: Reading): readonly string[] {
  if (text.includes('; ')) return text.split(/;\s+/);
  const parts = text.split(/,\s+/);
  const isNamed = (part: string): boolean => ownName.test(part) || (parts.length > 2 && /^\p{Lu}.{3}/u.test(part));
  const isList = parts.length > 1 && parts.every(isNamed) && !parts.some((part) => isBody(part, patterns));
  return isList ? parts : [text];
}

function filesIn(line: Line, reading: Reading): readonly string[] {
  const text = collapse(line.text);
  const plain = withoutIcon(text, reading);
  if (plain !== text && plain !== '') return [plain];
  return text.length < 1000 && onlyFiles.test(text) ? [...text.matchAll(file)].map(([name]) => name) : [];
}

/** The files with which a section ends, each under a number alone that counts them. */
function underNumbers({ lines }: Section): readonly string[] {
  const titles: string[] = [];
  for (let at = lines.length - 1; at > 0 && ofFile.test(lines[at]?.text ?? ''); at -= 2) {
    const number = numberOnly.exec(lines[at - 1]?.text ?? '')?.[1];
    if (number === undefined) break;
    titles.unshift(collapse(lines[at]?.text ?? ''));
    if (Number(number) === 1) return titles;
  }
  return [];
}

function withoutIcon(text: string, reading: Reading): string {
  return text.replace(icon, '').replace(new RegExp(`^(?:${oneOf(reading.patterns.vocabulary.fileIcon)})\\s+`, 'iu'), '');
}

/** "(se Bilag 1: Notat)" names an annex where none are listed. */
function mentioned(sections: readonly Section[], reading: Reading): readonly string[] {
  const see = new RegExp(
    `\\((?:${oneOf(reading.patterns.vocabulary.seeAttachment)})\\s*\\d{1,2}\\s*:\\s*([^()\\n]{3,160})\\)`,
    'giu',
  );
  const titles = sections.flatMap(({ lines }) =>
    lines.flatMap(({ text }) => [...text.matchAll(see)].map((found) => collapse(found[1] ?? ''))),
  );
  return [...new Set(titles)];
}
