import { type DecisionHeading, earlierHeadingOf, toldHeadingOf } from '../layout/decision-heading.ts';
import type { Label } from '../layout/labels.ts';
import { type Line, restOf } from '../layout/lines.ts';
import type { Reading } from '../layout/reading.ts';
import type { LabelKind } from '../words/vocabulary.ts';
import { isEnd } from './end.ts';
import { absenceOf, namesAfter } from './names.ts';
import { leadsToClauses, saysDecided } from './proposal.ts';
import { isDecisionUnderBoth, kindUnder } from './proposal-and-decision.ts';

/** A part of an item under its heading; `head` stands before the first heading. */
export interface Section {
  readonly kind: LabelKind | 'head';
  readonly words: string;
  readonly heading: DecisionHeading | null;
  readonly line: number;
  readonly lines: readonly Line[];
  /** Whether earlier decisions are told here. */
  readonly isHistory: boolean;
  readonly absences: readonly Absence[];
}

/** Those who were absent; the heading says where, if the text does. */
export interface Absence {
  readonly heading: DecisionHeading | null;
  readonly names: readonly string[];
}

interface Building {
  kind: Section['kind'];
  words: string;
  heading: DecisionHeading | null;
  isHistory: boolean;
  line: number;
  lines: Line[];
  /** Lines of absence; they stay where the section goes on after them. */
  pending: Line[];
  absences: Absence[];
  /** A heading over those absent has closed the decision. */
  isClosed: boolean;
}

const sectionKinds: ReadonlySet<LabelKind> = new Set<LabelKind>([
  ...(['matter', 'caseStatement', 'background', 'legalBasis', 'economy', 'communication', 'other', 'recommendation'] as const),
  ...([
    'recommendationAndDecision',
    'decision',
    'attachments',
    'case',
    'document',
    'group',
    'contents',
    'meta',
    'competence',
    'body',
  ] as const),
]);

/** Where a line that is only a case number says whose item it is. */
const beforeCaseNumber: ReadonlySet<Section['kind']> = new Set(['head', 'case', 'document', 'group', 'meta']);

/** Cuts an item into its sections. Lines of absence stand for themselves wherever they are written. */
export function sectionsOf(reading: Reading, from: number, to: number): readonly Section[] {
  let current = headAt(reading.lines[from]?.number ?? 0);
  const sections: Building[] = [current];
  let told: Building | null = null;
  for (let index = from; index < to; index += 1) {
    const line = reading.lines[index];
    if (line === undefined) break;
    if (!isFirstDecided(current, line, reading) && isEnd(reading, index, to)) break;
    const label = reading.labels[index] ?? unmarked(reading, index, current);
    if (label?.kind === 'absent') {
      const names = namesAfter(reading, index, label.content, to);
      current.absences.push({ heading: label.heading, names: names.names });
      current.isClosed = current.isClosed || (isDeciding(current) && current.lines.length > 0);
      current.pending.push(...reading.lines.slice(index, names.next));
      index = names.next - 1;
    } else if (label !== null && opens(label, current, reading, index)) {
      current = opened(label, line, reading, current);
      sections.push(current);
      told = toldInline(current, reading);
      if (told !== null) sections.splice(-1, 0, told);
    } else if (told !== null && (line.gap === 0 || told.lines.length === 0)) told.lines.push(line);
    else {
      told = toldUnder(line, current, reading);
      if (told !== null) {
        sections.splice(-1, 0, told);
        continue;
      }
      const names = ['head', 'decision', 'recommendationAndDecision', 'attachments'].includes(current.kind)
        ? absenceOf(line.text, reading)
        : null;
      if (names === null) add(current, line, reading);
      else {
        current.absences.push({ heading: null, names });
        current.pending.push(line);
      }
    }
  }
  return sections;
}

/** What stands before the first heading. */
function headAt(line: number): Building {
  return {
    ...{ kind: 'head', words: '', heading: null, isHistory: false, line },
    lines: [],
    pending: [],
    absences: [],
    isClosed: false,
  };
}

function isDeciding({ kind }: Building): boolean {
  return kind === 'decision' || kind === 'recommendationAndDecision';
}

function add(current: Building, line: Line, reading: Reading): void {
  if (current.isClosed) {
    current.pending = [];
    if (isStillDecided(line, reading)) current.lines.push(line);
    return;
  }
  if (current.lines.length > 0 && current.kind !== 'attachments' && current.kind !== 'head')
    current.lines.push(...current.pending);
  current.pending = [];
  current.lines.push(line);
}

/** A paragraph of its own under those absent is still the decision's where it tells of votes and dissent, or says in a whole sentence what else was decided. */
function isStillDecided({ text, gap }: Line, reading: Reading): boolean {
  const lower = text.toLowerCase();
  const { dissent, voting } = reading.patterns.vocabulary;
  const isSentence = /\s.*[.!"\u201d]$/u.test(text);
  return (
    gap > 0 && ([...dissent, ...voting].some((words) => lower.includes(words)) || (isSentence && saysDecided(text, reading)))
  );
}

function opened(label: Label, line: Line, reading: Reading, before: Building): Building {
  const rest = restOf(line, reading.source, label.content);
  return {
    ...headAt(line.number),
    kind: kindUnder(label.kind, before),
    words: label.words,
    heading: label.heading,
    isHistory: reading.patterns.vocabulary.historyLabels.includes(label.words) || (before.isHistory && label.heading !== null),
    lines: rest === null ? [] : [{ ...rest, gap: 0 }],
  };
}

/** "Mødet hævet kl. 19." right under a decision's heading is what it says. */
function isFirstDecided({ kind, lines }: Building, { text }: Line, { patterns }: Reading): boolean {
  return kind === 'decision' && lines.length === 0 && !patterns.vocabulary.endings.includes(text.toLowerCase());
}

/** "Tidligere behandling: Socialudvalget, 3. maj 2016: Udsat.": the decision in the heading's own paragraph; what follows is of the heading. */
function toldInline(section: Building, reading: Reading): Building | null {
  const [line] = section.lines;
  const heading =
    section.isHistory && section.heading === null && line !== undefined ? earlierHeadingOf(line.text, reading.patterns) : null;
  const rest = heading === null || line === undefined ? null : restOf(line, reading.source, heading.to);
  if (heading === null) return null;
  section.lines = [];
  const { line: number, isHistory } = section;
  return { ...headAt(number), kind: 'decision', heading, isHistory, lines: rest === null ? [] : [rest] };
}

/** What running text tells under "Magistraten vedtog den 28. april 2026:" is an earlier decision; the text goes on after it. */
function toldUnder(line: Line, { kind }: Building, reading: Reading): Building | null {
  if (['decision', 'recommendationAndDecision', 'recommendation', 'attachments'].includes(kind)) return null;
  const heading = toldHeadingOf(line.text, reading.patterns);
  return heading === null ? null : { ...headAt(line.number), kind: 'decision', heading, isHistory: true };
}

/** What somebody proposes without a heading of its own; the line is its first. */
const lead: Label = { kind: 'recommendation', words: '', content: 0, heading: null };

/** A paragraph of its own may propose under annexes too. */
function canPropose({ kind, isClosed }: Building, line: Line | undefined): boolean {
  if (kind === 'attachments') return (line?.gap ?? 0) > 0;
  return isClosed || !['recommendation', 'recommendationAndDecision', 'decision'].includes(kind);
}

/** A heading that only its place makes one: who proposes, or whose decision follows. */
function unmarked(reading: Reading, index: number, current: Building): Label | null {
  if (canPropose(current, reading.lines[index]) && leadsToClauses(reading, index)) return lead;
  const text = reading.lines[index]?.text ?? '';
  const below = reading.lines[index + 1];
  const heading = earlierHeadingOf(text, reading.patterns);
  if (heading === null) return null;
  const behind = text.slice(heading.to).trim();
  const isAfterAnother = current.kind === 'decision' && (current.heading !== null || current.lines.length === 0);
  const isDecided =
    behind === ''
      ? below !== undefined &&
        (isAfterAnother || isDecisionUnderBoth(current, reading, index) || standsOver(reading, index, below))
      : saysDecided(behind, reading);
  if (!current.isHistory && !isDecided) return null;
  return { kind: 'decision', words: '', content: heading.to, heading };
}

/** A line apart from those above it, or one after a whole sentence or clause, right over what was decided. */
function standsOver(reading: Reading, index: number, below: Line): boolean {
  const lastWord = reading.lines[index - 1]?.text.toLowerCase().split(' ').at(-1) ?? '';
  const isApart = (reading.lines[index]?.gap ?? 0) > 0 || !reading.patterns.vocabulary.connectors.includes(lastWord);
  return isApart && below.gap === 0 && saysDecided(below.text, reading);
}

/** Among annexes a word such as "Tidsplan" is an annex, unless sentences follow it. */
function opens(label: Label, current: Building, reading: Reading, index: number): boolean {
  if (!sectionKinds.has(label.kind)) return false;
  if (label.kind === 'case' && label.words === '' && !beforeCaseNumber.has(current.kind)) return false;
  if (label.kind === 'group' && ['matter', 'caseStatement', 'background', 'recommendation'].includes(current.kind))
    return label.words.includes(' ');
  // "Dagsorden:" over what was decided on it.
  const isNamed = reading.lines[index]?.text.endsWith(':') === true && isKindWord(label.words, reading);
  if (label.kind === 'group' && current.kind === 'decision' && isNamed) return false;
  if (current.kind !== 'attachments' || !['other', 'economy', 'legalBasis', 'communication', 'background'].includes(label.kind))
    return true;
  const text = reading.lines[index]?.text ?? '';
  if (text.endsWith(':') || text === text.toUpperCase()) return true;
  // "Bilag: Budget" over "Kommunikation: …": here headings and their text share a line.
  const isInline = current.lines[0]?.number === current.line;
  if (isInline && text.slice(0, label.content).trimEnd().endsWith(':')) return true;
  const next = reading.lines[index + 1];
  return next !== undefined && reading.labels[index + 1] === null && (next.text.length > 80 || /[.:]$/.test(next.text));
}

function isKindWord(words: string, { patterns }: Reading): boolean {
  return Object.values(patterns.vocabulary.kinds).some((names) => names.includes(words));
}
