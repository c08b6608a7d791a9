import type { Label } from '../../layout/labels.ts';
import type { Reading } from '../../layout/reading.ts';
import { namedBodies } from '../../words/bodies.ts';
import type { LabelKind } from '../../words/vocabulary.ts';
import { isTitleLike, titleAbove } from '../title.ts';
import { startsUnderControls } from './controls.ts';

interface Start {
  readonly number: null;
  readonly from: number;
  readonly title: { readonly line: number; readonly offset: number; readonly lines: number | null } | null;
  readonly body: number;
}

/** Items without numbers: each new case number, or else each new case statement, begins one. */
export function unnumberedStarts(reading: Reading): readonly Start[] {
  // "Sag nr. 3" counts items, and is no case number.
  const isCase = (label: Label, index: number): boolean =>
    label.kind === 'case' && !reading.patterns.untitledPoint.test(reading.lines[index]?.text ?? '');
  const byCase = startsOf(reading, isCase, true);
  const byStatement = startsOf(reading, (label) => reading.patterns.vocabulary.startLabels.includes(label.words), false);
  const byControl = startsUnderControls(reading, byCase);
  if (byControl.length > 0) return byControl;
  const byMark = accessMarks(reading);
  if (byCase.length === 0 && byMark.length > Math.max(2, byStatement.length))
    return byMark.map((index) => ({ number: null, from: index + 1, title: null, body: index + 1 }));
  const titledHeads = firstHeadings(reading);
  const isFirst = (titledHeads[0]?.index ?? Number.POSITIVE_INFINITY) < (byCase[0] ?? Number.POSITIVE_INFINITY);
  if (isFirst && titledHeads.length >= Math.max(byCase.length, byStatement.length))
    return titledHeads.map(({ index, title }) => ({ number: null, from: title.line, title, body: index }));
  const marks = byCase.length > 0 && byCase.length >= byStatement.length * 0.5 && hasSections(reading) ? byCase : byStatement;
  if (marks.length < 2 && isLetter(reading)) return [];
  const sure = marks.filter((index) => isSure(reading, index));
  const titled = sure.filter((index) => titleAbove(reading, index) !== null).length;
  const hasTitles = sure.length === 0 ? marks === byCase : titled >= sure.length * 0.6;
  const below = marks.map((index) => (hasTitles || marks !== byCase ? null : titleBelow(reading, index)));
  const isBelow = below.filter((title) => title !== null).length > marks.length * 0.6;
  return marks.map((index, at) => {
    const title = hasTitles ? titleAbove(reading, index) : isBelow ? (below[at] ?? null) : null;
    if (isBelow && title !== null) return { number: null, from: index, title, body: Math.max(title.line + 1, index + 2) };
    return { number: null, from: title?.line ?? index, title, body: index };
  });
}

/** Where the items' case statements stand under their matters and proposals, each item begins with its matter; what was decided before the first is an item too. */
export function withMatters(starts: readonly Start[], { labels }: Reading): readonly Start[] {
  if (!starts.every(({ from, title }) => title === null && labels[from]?.kind === 'caseStatement')) return starts;
  const marks = starts.map(({ from }) => from);
  const raised = marks.map((mark) => {
    let start = mark;
    for (let at = mark - 1; at >= 0; at -= 1) {
      const kind = labels[at]?.kind;
      if (kind === 'matter') start = at;
      else if (kind !== undefined && kind !== 'recommendation') break;
    }
    return start;
  });
  const first = raised[0] ?? 0;
  const decided = labels.findIndex((label, index) => index < first && label?.kind === 'decision');
  let before: LabelKind | null = null;
  const matters = labels.flatMap((label, index) => {
    const begins =
      label?.kind === 'matter' &&
      before !== null &&
      itemEnds.has(before) &&
      index > first &&
      !isOfItemAbove(labels, index, before);
    before = label?.kind ?? before;
    return begins ? [index] : [];
  });
  const places = [...new Set([...(decided === -1 ? [] : [decided]), ...raised, ...matters])].sort((a, b) => a - b);
  return places.map((index) => ({ number: null, from: index, title: null, body: index }));
}

/** A matter that is told after the decision, with only its item's annexes before the next case statement. */
function isOfItemAbove(labels: Reading['labels'], index: number, before: LabelKind): boolean {
  if (before === 'attachments') return false;
  const below = labels.slice(index + 1).flatMap((label) => label?.kind ?? []);
  return below[0] === 'attachments' && (below[1] === 'caseStatement' || below[1] === 'matter');
}

const itemEnds = new Set<LabelKind>(['decision', 'attachments', 'absent', 'competence']);

/** Where only "\u00c5ben" or "Lukket" stands over each item's first section. */
function accessMarks({ labels, patterns }: Reading): readonly number[] {
  const { open, closed } = patterns.vocabulary;
  return labels.flatMap((label, index) => {
    const isMark = label?.kind === 'group' && [...open, ...closed].includes(label.words);
    const below = labels[index + 1];
    return isMark && below != null && heads.has(below.kind) ? [index] : [];
  });
}

/** The title that stands apart under a case number, over the item's sections. */
function titleBelow({ lines, labels }: Reading, mark: number): Start['title'] {
  let line = mark + 1;
  while (line < mark + 4 && afterCase.has(labels[line]?.kind ?? 'case') && labels[line] !== null) line += 1;
  const [text, next] = [lines[line]?.text ?? '', lines[line + 1]];
  const isApart = next === undefined || next.gap > 0 || labels[line + 1] !== null;
  if (labels[line] !== null || !isApart || text.length < 8 || !isTitleLike(text)) return null;
  return { line, offset: 0, lines: 1 };
}

/** Marks of one kind; a second mark before any section of the item says the same again. */
function startsOf(reading: Reading, isMark: (label: Label, index: number) => boolean, once: boolean): readonly number[] {
  const found: number[] = [];
  let open = false;
  reading.labels.forEach((label, index) => {
    if (label === null) return;
    if (isMark(label, index)) {
      if (!(once && open)) found.push(index);
      open = true;
    } else if (label.kind !== 'document' && label.kind !== 'meta' && label.kind !== 'group') open = false;
  });
  return found;
}

const afterCase = new Set<LabelKind>(['document', 'meta', 'group']);
const heads = new Set<LabelKind>(['matter', 'caseStatement', 'recommendation', 'decision', 'competence', 'background']);
const sectionHeads = new Set<LabelKind>([...heads, 'attachments', 'economy', 'legalBasis', 'communication', 'other', 'case']);
const endsOfItems = new Set<LabelKind>(['decision', 'attachments', 'absent', 'group']);

/** Headings under a title that follow an item's end or the text's header: each is the first of an item. */
function firstHeadings(reading: Reading): readonly { readonly index: number; readonly title: NonNullable<Start['title']> }[] {
  if (!hasProposalOrDecision(reading)) return [];
  let before: { readonly kind: LabelKind; readonly index: number; readonly fills: boolean } | null = null;
  return reading.labels.flatMap((label, index) => {
    if (label === null) return [];
    const title = heads.has(label.kind) ? titleAbove(reading, index) : null;
    const isFirst = before === null || !sectionHeads.has(before.kind) || endsOfItems.has(before.kind);
    const isContent = before !== null && endsOfItems.has(before.kind) && before.index === (title?.line ?? 0) - 1 && before.fills;
    const isApart = title !== null && (reading.lines[title.line]?.gap ?? 0) > 0;
    before = { kind: label.kind, index, fills: label.content >= (reading.lines[index]?.text.length ?? 0) };
    return title !== null && isFirst && !isContent && (isApart || title.line === 0) ? [{ index, title }] : [];
  });
}

/** A text that is one item under its own meeting's day: a title of its own between the header's fields and the first section. */
export function onlyItem(reading: Reading): readonly Start[] {
  const { labels, lines } = reading;
  const first = labels.findIndex((label) => label !== null && heads.has(label.kind));
  const field = labels
    .slice(0, first === -1 ? 0 : first)
    .findLastIndex((label) => label?.kind === 'agendaDate' || label?.kind === 'place');
  const count = (...kinds: readonly LabelKind[]): number =>
    labels.filter((label) => label !== null && kinds.includes(label.kind)).length;
  // Its decision may stand under "Beslutning" and under the committee's own heading.
  const isOne = count('case', 'present', 'contents') === 0 && count('caseStatement', 'matter') <= 1 && count('decision') <= 2;
  // A fragment begins with a section.
  if (first === 0 && isOne && count('recommendation') > 0 && count('decision') > 0)
    return [{ number: null, from: 0, title: null, body: 0 }];
  if (field === -1 || !isOne || !hasProposalOrDecision(reading)) return [];
  const line = lines.findIndex(({ text, gap }, index) => index > field && index < first && gap > 0 && isTitleLike(text));
  return line === -1 ? [] : [{ number: null, from: line, title: { line, offset: 0, lines: null }, body: line + 1 }];
}

/** A proposal beside a decision, or one to a committee that the text's first lines name. */
function hasProposalOrDecision({ labels, lines, patterns }: Reading): boolean {
  const has = (kind: LabelKind): boolean => labels.some((label) => label?.kind === kind);
  const isTold = has('matter') || has('caseStatement') || has('background');
  if (!has('recommendation') || !isTold) return false;
  return has('decision') || (has('matter') && lines.slice(0, 15).some(({ text }) => namedBodies(text, patterns).length > 0));
}

/** A letter has a case number and sections too. */
function isLetter({ lines, patterns }: Reading): boolean {
  const { letterEndings } = patterns.vocabulary;
  return lines.some(({ text }) => text.length < 60 && letterEndings.some((ending) => text.toLowerCase().startsWith(ending)));
}

function hasSections(reading: Reading): boolean {
  return reading.labels.some(
    (label) => label !== null && ['recommendation', 'decision', 'caseStatement', 'matter'].includes(label.kind),
  );
}

/** After annexes or the text's header a short line may be theirs; after other sections it can only be a title. */
function isSure(reading: Reading, index: number): boolean {
  for (let at = index - 1; at >= 0; at -= 1) {
    const kind = reading.labels[at]?.kind;
    if (kind !== undefined)
      return kind === 'decision' || kind === 'recommendation' || kind === 'other' || kind === 'competence' || kind === 'absent';
    if (index - at > 400) return false;
  }
  return isTitleLike(reading.lines[index - 1]?.text ?? '');
}
