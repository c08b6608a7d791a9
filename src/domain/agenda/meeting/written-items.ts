import type { AgendaItem } from '../agenda.ts';

/** The words with which a person writes items: content. */
export interface WrittenWords {
  readonly item: readonly string[];
  readonly closed: readonly string[];
  readonly caseNumber: readonly string[];
  readonly annex: readonly string[];
  readonly clause: readonly string[];
}

const longest = 300;

/**
 * Items as a person writes them, one a line. Lines under an item give its case number ("Sagsnr.: …"), its annexes ("Bilag: …") and what is
 * recommended ("at …"); "Lukket: …" is a closed item.
 */
export function writtenItems(text: string, words: WrittenWords): readonly AgendaItem[] {
  const items: AgendaItem[] = [];
  for (const line of text.split('\n').map((one) => one.trim().slice(0, longest))) {
    if (line === '') continue;
    const last = items.at(-1);
    const more = last === undefined ? null : withDetail(last, line, words);
    if (more === null) items.push(titled(line, words));
    else items[items.length - 1] = more;
  }
  return items;
}

/** An item as a person would write it. */
export function writtenText({ title, closed, caseNumber, recommendation, annexes }: AgendaItem, words: WrittenWords): string {
  const labelled = (names: readonly string[], value: string) => `${capital(names[0] ?? '')}: ${value}`;
  const oneLine = (value: string) => value.replace(/\s+/g, ' ').trim();
  const clause = (value: string) => (startOf(value, words.clause, /^\s/) === null ? `${words.clause[0] ?? ''} ${value}` : value);
  return [
    closed ? labelled(words.closed, oneLine(title ?? '')) : oneLine(title ?? ''),
    ...(caseNumber === null ? [] : [labelled(words.caseNumber, caseNumber)]),
    ...(recommendation?.clauses ?? []).map((one) => clause(oneLine(one))),
    ...annexes.map((annex) => labelled(words.annex, oneLine(annex))),
  ].join('\n');
}

function withDetail(item: AgendaItem, line: string, words: WrittenWords): AgendaItem | null {
  const caseNumber = startOf(line, words.caseNumber, colon);
  if (caseNumber !== null) return { ...item, caseNumber };
  const annex = startOf(line, words.annex, colon);
  if (annex !== null) return { ...item, annexes: [...item.annexes, annex] };
  if (startOf(line, words.clause, /^\s/) === null) return null;
  const { by, to, lead, clauses } = item.recommendation ?? { by: null, to: [], lead: null, clauses: [] };
  return { ...item, recommendation: { by, to, lead, clauses: [...clauses, line] } };
}

function titled(line: string, words: WrittenWords): AgendaItem {
  const bare = unnumbered(line, words.item);
  const closed = startOf(bare, words.closed, colon);
  return { ...emptyItem, title: closed ?? bare, closed: closed !== null };
}

/** A pasted list may be numbered: "2. Budget", "Punkt 2: Budget". The agenda counts anew. "1. behandling" is an ordinal, and stays. */
function unnumbered(line: string, names: readonly string[]): string {
  const name = names.find((one) => line.toLowerCase().startsWith(`${one} `));
  const bare =
    name === undefined
      ? line.replace(/^(\d{1,3}\.(?=\s+\P{Ll})|\d{1,3}\)|[-\u2022*])\s+/u, '')
      : line.replace(/^\S+\s+\d{1,3}\s*[.:)-]\s+/, '');
  return bare === '' ? line : bare;
}

const colon = /^\.?\s*:\s*/;

/** What follows a word and its sign at the beginning of a line, or null. */
function startOf(line: string, names: readonly string[], sign: RegExp): string | null {
  for (const name of names) {
    if (!line.toLowerCase().startsWith(name)) continue;
    const rest = line.slice(name.length);
    const value = rest.replace(sign, '').trim();
    if (sign.test(rest) && value !== '') return value;
  }
  return null;
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

const emptyItem: AgendaItem = {
  ...{ number: null, title: null, caseNumber: null, documentNumber: null, page: null, closed: false, line: 1, matter: null },
  ...{ caseStatement: null, legalBasis: null, economy: null, communication: null, recommendation: null, decisions: [] },
  ...{ annexes: [], emptyAnnexHeading: false, absent: [], consultation: null, dates: [], truncated: false },
};
