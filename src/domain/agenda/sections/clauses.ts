import { collapse, cutLine, joined, type Line } from '../layout/lines.ts';
import type { Reading } from '../layout/reading.ts';
import { namedBodies } from '../words/bodies.ts';
import { oneOf } from '../words/patterns.ts';

const clauseMark = /^(?:[-\u2022\u00b7\u2013*o\u25aa\uf0b7]\s+|\(?\d{1,2}[.)]\s*|\(?[a-z\u00e6\u00f8\u00e5][.)]\s+)+/i;

/** A line that begins with a verb in the present tense. */
export const action = /^\p{Ll}+er(?:\s|,)/u;
const markAlone = /^(?:\(?\d{1,2}[.)]|[-\u2022\u00b7\uf0b7])$/;
const passive = /\p{L}{3,}es$/u;
const impersonal = /^at\s+de[tr]\s/iu;

interface Part {
  readonly lines: readonly Line[];
  readonly offset: number;
}

/** The lead of a recommendation and its clauses, as written, one for each "at" or each bullet. */
export function clausesOf(
  written: readonly Line[],
  reading: Reading,
): { readonly lead: string | null; readonly clauses: readonly string[] } {
  const lines = withMarks(withoutSender(written), reading.source);
  const starts = listed(lines, reading);
  const isSentence = starts.length === 1 && starts[0]?.offset === 0 && starts[0].lines[0] === lines[0];
  const parts = isSentence ? [] : starts;
  const lead = lines.slice(0, parts.length === 0 ? lines.length : lines.indexOf(parts[0]?.lines[0] as Line));
  const leadText = joined(lead, reading.source);
  const inner = parts.length === 0 ? sentence(leadText, reading) : completeLead(leadText, reading);
  const read = parts.map(({ lines: own, offset }) => collapse(partText(own, offset, reading)));
  const isBrokenLead = parts[0]?.offset === 0 && (parts[1]?.offset ?? 0) > 0 && isFrame(read[0] ?? '', reading);
  const clauses = isBrokenLead ? read.slice(1) : read;
  return { lead: leadText === '' ? null : leadText, clauses: [...inner, ...clauses].filter((clause) => clause.length > 2) };
}

/** The committee in brackets under the clauses says who sends them on. */
function withoutSender(lines: readonly Line[]): readonly Line[] {
  const last = lines.findLastIndex(({ text, gap }) => !(gap > 0 && /^\([^()]*\)$/.test(text)));
  return last < 0 ? lines : lines.slice(0, last + 1);
}

/** A number alone on its line belongs to the line below. */
function withMarks(lines: readonly Line[], source: string): readonly Line[] {
  return lines.flatMap((line, index) => {
    if (markAlone.test(line.text) && index + 1 < lines.length) return [];
    const before = lines[index - 1];
    if (before === undefined || !markAlone.test(before.text)) return [line];
    return [{ ...line, from: before.from, gap: before.gap, text: source.slice(before.from, line.to).replace(/[\r\n\t]/g, ' ') }];
  });
}

function partText(lines: readonly Line[], offset: number, reading: Reading): string {
  const first = lines[0];
  return first === undefined ? '' : joined([cutLine(first, offset), ...lines.slice(1)], reading.source);
}

/** Clauses that each begin a line: with "at", with a bullet or with a number. */
function listed(lines: readonly Line[], reading: Reading): readonly Part[] {
  const at = new RegExp(`^${reading.patterns.vocabulary.clauseWord}(?![\\p{L}])`, 'iu');
  const starts = lines.map((line, index) => {
    const marked = markLength(line.text, reading);
    const says = at.test(line.text.slice(marked)) && line.text.length > marked + 3;
    if (says && marked === 0 && index > 0 && line.gap === 0 && isInfinitive(lines[index - 1]?.text ?? '', reading)) return null;
    return says || (marked > 0 && line.text.length > marked) ? { index, offset: marked, says } : null;
  });
  const found = starts.filter((start) => start !== null);
  const marked = found.length > 0 ? firstList(found, lines) : actions(lines, reading);
  return marked.map(({ index, offset }, position) => ({
    offset,
    lines: continued(lines, index, marked[position + 1]?.index ?? lines.length),
  }));
}

/** How much of a line is a list's mark; "28. marts" at its start is a date. */
export function markLength(text: string, { patterns }: Reading): number {
  return patterns.ordinalStart.test(text) ? 0 : (clauseMark.exec(text)?.[0].length ?? 0);
}

interface Start {
  readonly index: number;
  readonly offset: number;
  readonly says: boolean;
}

/** The starts that are clauses: bullets under a clause belong to it; bullets beside clauses with "at" are clauses too where all are marked alike. */
function firstList(found: readonly Start[], lines: readonly Line[]): readonly Start[] {
  const kindOf = ({ index }: Start): string => kindOfMark(lines[index]?.text ?? '');
  const kinds = new Set(found.filter(({ says }) => says).map(kindOf));
  const isUniform = found.every(({ offset }) => offset > 0);
  const firstAt = found.find(({ says }) => says)?.index ?? 0;
  const again = found.findIndex(
    (start, at) => at > 0 && !start.says && isFirstMark(lines[start.index]) && kindOf(start) === kindOf(found[at - 1] ?? start),
  );
  const first = again === -1 ? found : found.slice(0, again);
  if (kinds.size === 0) return first;
  let isUnder = false;
  return first.filter((start) => {
    isUnder = !start.says && (isUnder || (start.index > firstAt && /:$/.test(lines[start.index - 1]?.text ?? '')));
    return start.says || (!isUnder && (isUniform ? kinds.has(kindOf(start)) : start.index < firstAt - 1));
  });
}

function kindOfMark(text: string): string {
  return /^\(?\d/.test(text) ? 'number' : /^\(?\p{L}[.)]/u.test(text) ? 'letter' : text.slice(0, 1);
}

/** A list that begins again is another list. */
function isFirstMark(line: Line | undefined): boolean {
  return /^\(?[1a][.)]/.test(line?.text ?? '');
}

/** "indstiller, at udvalget" over lines that each say what it does: "godkender planen, og", "sender den videre". */
function actions(lines: readonly Line[], reading: Reading): readonly Start[] {
  let lead = lines.findIndex(({ text }) => isFrame(text.slice(verbEnd(text, reading)), reading));
  if (lead === -1 || !reading.patterns.recommend.test(lines[lead]?.text ?? '')) return [];
  while (lead + 2 < lines.length && isFrame(lines[lead + 1]?.text ?? '', reading)) lead += 1;
  const first = firstWord(lines[lead + 1]);
  return lines.flatMap((line, index) => {
    if (index <= lead || !action.test(line.text)) return [];
    const follows =
      index === lead + 1 || firstWord(line) === first || /(?:[,;:]|,\s\p{L}{2,4})$/u.test(lines[index - 1]?.text ?? '');
    return follows ? [{ index, offset: 0, says: false }] : [];
  });
}

function firstWord(line: Line | undefined): string {
  return line?.text.split(/[\s,]/, 1)[0] ?? '';
}

function verbEnd(text: string, reading: Reading): number {
  const verb = reading.patterns.recommend.exec(text);
  return verb === null ? 0 : verb.index + verb[0].length;
}

function continued(lines: readonly Line[], from: number, to: number): readonly Line[] {
  const own: Line[] = [];
  for (const line of lines.slice(from, to)) {
    const before = own.at(-1)?.text ?? '';
    if (
      own.length > 0 &&
      line.gap > 0 &&
      (/^\p{Lu}/u.test(line.text) || (line.text.startsWith('(') && before.endsWith('.'))) &&
      !/[,:-]$/.test(before) &&
      before.length > 2 &&
      !clauseMark.test(line.text)
    )
      break;
    if (own.length > 0 && line.gap === 0 && /[.]$/.test(before) && /^\p{Lu}/u.test(line.text)) break;
    own.push(line);
  }
  return own;
}

/** "… til\nat gøre" is an infinitive broken by the line's end, not a clause. */
function isInfinitive(before: string, reading: Reading): boolean {
  const last = before.toLowerCase().split(/\s+/).at(-1) ?? '';
  return reading.patterns.vocabulary.infinitiveAfter.includes(last);
}

/** A lead such as "indstiller, at planen godkendes," is itself a clause before the listed ones. */
function completeLead(lead: string, reading: Reading): readonly string[] {
  const from = clauseStart(lead, reading);
  if (from !== null && lead.endsWith(':')) return beforeFrame(split(lead.slice(from, -1), reading), reading);
  if (from === null || /[:;]$/.test(lead) || lead.toLowerCase().endsWith(` ${reading.patterns.vocabulary.clauseWord}`)) return [];
  const clause = lead.slice(from);
  return isFrame(clause.replace(/[,:;]\s*$/, ''), reading) ? [] : split(clause, reading);
}

/** "at regnskabet godkendes, og at følgende indstilles:" is a clause, and the frame of those listed. */
function beforeFrame(clauses: readonly string[], reading: Reading): readonly string[] {
  const last = clauses.at(-1);
  return last !== undefined && isFrame(last, reading) ? clauses.slice(0, -1) : [];
}

/** Clauses inside one sentence: "indstiller, at A, og at B". A sentence without "at" is one clause. */
function sentence(text: string, reading: Reading): readonly string[] {
  if (text === '') return [];
  const behind = /^[^:.]{3,60}:\s+(?=\p{Lu})/u.exec(text)?.[0].length ?? 0;
  if (behind > 0 && clauseStart(text, reading) === null) return [collapse(text.slice(behind))];
  const from = clauseStart(text, reading);
  if (from !== null) return split(endOfSentence(text.slice(from)), reading);
  return [collapse(text)];
}

function endOfSentence(text: string): string {
  const end = /[.!]\s+(?=\p{Lu}[\p{L}]*\s)/u.exec(text);
  return end !== null &&
    end.index > 8 &&
    !/\b(?:pkt|nr|kr|mio|jf|bl|ca|stk|kl|evt|inkl|ekskl|\d)$/i.test(text.slice(0, end.index))
    ? text.slice(0, end.index + 1)
    : text;
}

function clauseStart(text: string, reading: Reading): number | null {
  const word = reading.patterns.vocabulary.clauseWord;
  const verb = reading.patterns.recommend.exec(text);
  const found = new RegExp(`(?:^|[\\s,:])${word}:?\\s+(?=\\S)`, 'iu').exec(text.slice(verb?.index ?? 0));
  if (found === null || (verb === null && found.index > 0)) return null;
  return (verb?.index ?? 0) + found.index + found[0].search(/[a-z]/i);
}

function split(text: string, reading: Reading): readonly string[] {
  const { clauseWord, joiners } = reading.patterns.vocabulary;
  const between = new RegExp(`,?\\s+(?:${oneOf(joiners)})\\s+(?=${clauseWord}\\s)|[,;]\\s+(?=${clauseWord}\\s)`, 'giu');
  const cuts = [...text.matchAll(between)];
  const isJoined = (cut: RegExpMatchArray): boolean => !/^[,;]\s+$/.test(cut[0]);
  const lastJoined = cuts.findLastIndex(isJoined);
  const clauses: string[] = [];
  let from = 0;
  cuts.forEach((cut, index) => {
    const clause = text.slice(from, cut.index);
    // "ved, at der opsættes hegn" is of the clause that the preposition is in.
    if (!isJoined(cut) && isInfinitive(clause, reading)) return;
    if (isFrame(clause, reading)) from = (cut.index ?? 0) + cut[0].length;
    else if (
      index <= lastJoined ||
      cut[0].startsWith(';') ||
      (passive.test(clause.slice(-40)) && !impersonal.test(clause.slice(0, 40)))
    ) {
      const to = (cut.index ?? 0) + cut[0].length;
      // As written: the comma and "og" that lead to the next stay.
      clauses.push(collapse(text.slice(from, to)));
      from = to;
    }
  });
  return [...clauses, collapse(text.slice(from))];
}

/** "at Socialudvalget og Byrådet godkender", or "at udvalget" over a list, only frames the clauses that follow it. */
export function isFrame(clause: string, reading: Reading): boolean {
  if (clause.length > 400) return false;
  const { bodyEndings, frameVerbs, frameFillers } = reading.patterns.vocabulary;
  let rest = collapse(clause).replace(new RegExp(`(?<![\\p{L}])(?:${oneOf(frameVerbs)})(?![\\p{L}])`, 'giu'), ' ');
  for (const { from, to } of namedBodies(rest, reading.patterns).toReversed()) rest = `${rest.slice(0, from)} ${rest.slice(to)}`;
  const isBody = (word: string): boolean => bodyEndings.some((ending) => word.endsWith(ending));
  return rest
    .toLowerCase()
    .split(/[\s,:;]+/)
    .every((word) => word === '' || frameFillers.includes(word) || isBody(word));
}
