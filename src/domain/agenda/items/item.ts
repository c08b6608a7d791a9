import type { AgendaItem, LineSpan } from '../agenda.ts';
import { consultationOf, datesOf } from '../consultation/consultation.ts';
import { collapse, joined } from '../layout/lines.ts';
import type { Reading } from '../layout/reading.ts';
import { absentOf } from '../sections/absent.ts';
import { annexesOf } from '../sections/annexes.ts';
import { withClosingDecision } from '../sections/closing-decision.ts';
import { decisionsOf, type Meeting } from '../sections/decisions.ts';
import { recommendationOf } from '../sections/recommendation.ts';
import { type Section, sectionsOf } from '../sections/sections.ts';
import { isCaseNumber, isKeyOnly, labelledCaseNumber } from '../words/case-numbers.ts';
import type { LabelKind } from '../words/vocabulary.ts';
import type { Block } from './block.ts';
import { isClosed } from './closed.ts';
import { repeats, titleKey, titleOf } from './title.ts';

/** What the items of one text share. */
export interface Surroundings {
  readonly meeting: Meeting;
  readonly contents: ReadonlyMap<string, number>;
  /** Minutes without a heading over any decision. */
  readonly isHeadless: boolean;
  /** Most items' proposals stand under a heading. */
  readonly areHeaded: boolean;
}

/** Reads one item from its lines. */
export function itemOf(reading: Reading, block: Block, { meeting, contents, isHeadless, areHeaded }: Surroundings): AgendaItem {
  const title = titleOf(reading, block, contents);
  let from = title.next;
  while (from < block.to && from < title.next + 6 && isRepeated(reading, from, title.text, block.number)) from += 1;
  const sections = sectionsOf(reading, from, block.to);
  const told = sections.map((section) =>
    section.kind === 'head' || section.kind === 'decision' ? withoutRepeats(section, title.text, block.number, reading) : section,
  );
  const kept = isHeadless ? withClosingDecision(told, reading) : told;
  const text = (kind: LabelKind): string | null => textOf(kept, kind, reading);
  const { annexes, isEmpty } = annexesOf(kept, reading);
  const decisions = decisionsOf(kept, meeting, reading);
  return {
    number: block.number,
    title: title.text,
    caseNumber: withBlanks(title.caseNumber ?? caseNumberOf(kept, reading) ?? caseAbove(reading, block)),
    documentNumber: withBlanks(numberUnder(kept, 'document', reading)),
    page: title.text === null ? null : (contents.get(titleKey(title.text)) ?? null),
    closed: isClosed(reading, block, kept, title.text),
    line: reading.lines[block.from]?.number ?? 0,
    matter: text('matter'),
    caseStatement: spanOf(kept),
    legalBasis: text('legalBasis'),
    economy: text('economy'),
    communication: text('communication'),
    recommendation: recommendationOf(kept, reading, areHeaded),
    decisions,
    annexes,
    emptyAnnexHeading: isEmpty,
    absent: absentOf(sections, meeting),
    consultation: consultationOf(kept, meeting, reading),
    dates: datesOf(kept, meeting.date === null ? null : Number(meeting.date.slice(0, 4)), reading),
    truncated: block.to === reading.lines.length && isTruncated(kept),
  };
}

function withBlanks(number: string | null): string | null {
  return number === null ? null : collapse(number);
}

function isRepeated(reading: Reading, index: number, title: string | null, number: number | null): boolean {
  const line = reading.lines[index];
  return line !== undefined && reading.labels[index] === null && repeats(line, title, number, reading);
}

function withoutRepeats(section: Section, title: string | null, number: number | null, reading: Reading): Section {
  return { ...section, lines: section.lines.filter((line) => !repeats(line, title, number, reading)) };
}

function textOf(sections: readonly Section[], kind: LabelKind, reading: Reading): string | null {
  const found = sections.find((section) => section.kind === kind && section.lines.length > 0);
  return found === undefined ? null : joined(found.lines, reading.source);
}

function caseNumberOf(sections: readonly Section[], reading: Reading): string | null {
  const labelled = numberUnder(sections, 'case', reading);
  if (labelled !== null) return labelled;
  const head = sections[0]?.lines.find(({ text }) => isCaseNumber(text));
  return head?.text ?? numberUnder(sections, 'document', reading);
}

/** The case number on the line over an item's heading. */
function caseAbove(reading: Reading, { from, body }: Block): string | null {
  const [label, line] = [reading.labels[from], reading.lines[from]];
  return label?.kind === 'case' && line !== undefined && body > from + 1
    ? labelledCaseNumber(line.text.slice(label.content))
    : null;
}

function numberUnder(sections: readonly Section[], kind: 'case' | 'document', reading: Reading): string | null {
  const numbers = sections.flatMap((section) => {
    const text = section.kind === kind ? (section.lines[0]?.text ?? '') : '';
    const number = labelledCaseNumber(text);
    return [number, number === null ? null : besideKey(number, text, reading)].flatMap((one) => one?.replace(/\.$/, '') ?? []);
  });
  return numbers.find((number) => !isKeyOnly(number)) ?? numbers[0] ?? null;
}

/** "J.nr.: 00.30.14S00. Sagsnr.: 13/8807.": the case's own number beside the key of the classification. */
function besideKey(key: string, text: string, { patterns }: Reading): string | null {
  const label = isKeyOnly(key) ? patterns.caseLabel.exec(text) : null;
  return label === null ? null : labelledCaseNumber(text.slice(label.index + label[0].length));
}

function spanOf(sections: readonly Section[]): LineSpan | null {
  const lines = sections
    .filter(({ kind }) => kind === 'caseStatement' || kind === 'background')
    .flatMap((section) => section.lines);
  const [first, last] = [lines[0], lines.at(-1)];
  return first === undefined || last === undefined ? null : { from: first.number, to: last.number };
}

/** The text stops in the middle of an item: its last words are running text without an end. */
function isTruncated(sections: readonly Section[]): boolean {
  const last = sections.findLast(({ lines }) => lines.length > 0);
  const end = last?.lines.at(-1);
  if (last === undefined || end === undefined) return false;
  if (/(?:\.{3}|\u2026)$/.test(end.text)) return true;
  const isProse = [
    'matter',
    'caseStatement',
    'background',
    'legalBasis',
    'economy',
    'communication',
    'other',
    'recommendation',
    'decision',
  ].includes(last.kind);
  if (/(?:[,-]|\s(?:og|at|i|til|af|for|med|den|det|en|et|som|der|om|fra))$/iu.test(end.text)) return last.kind !== 'attachments';
  const isRunning = last.kind === 'head' && /\p{Ll}\.\s+\p{Lu}/u.test(end.text);
  return (
    (isProse || isRunning) &&
    last.kind !== 'recommendation' &&
    last.kind !== 'decision' &&
    end.text.length > 60 &&
    !/[.!?:)"\u201d\u2019'*]$/.test(end.text) &&
    !/^[-\u2022\u00b7*]|\t/.test(end.text)
  );
}
