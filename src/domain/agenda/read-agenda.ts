import type { Agenda, AgendaFault, AgendaItem, AgendaKind } from './agenda.ts';
import { withListedAnnexes } from './items/annex-list.ts';
import type { Block } from './items/block.ts';
import { blocksOf } from './items/blocks.ts';
import { contentsOf } from './items/contents.ts';
import { fragmentBefore, withPageHeader } from './items/fragment.ts';
import { type Header, headerOf } from './items/header.ts';
import { itemOf } from './items/item.ts';
import { municipalityOf } from './items/municipality.ts';
import { partOf, secondMeetingAt } from './items/second-meeting.ts';
import { layOut, type Reading } from './layout/reading.ts';
import type { Meeting } from './sections/decisions.ts';
import { namedBodies } from './words/bodies.ts';
import { patternsOf } from './words/patterns.ts';
import type { AgendaVocabulary } from './words/vocabulary.ts';

/** Reads agendas and minutes, whoever set them out. What cannot be read safely becomes a fault, never a guess. @da dagsorden, referat */
export function agendaReader(vocabulary: AgendaVocabulary): (text: string) => Agenda {
  const patterns = patternsOf(vocabulary);
  return (text) => readFirst(layOut(text, patterns));
}

/** Reads one meeting; where a second one certainly begins, nothing of it is read, and a fault says so. */
function readFirst(reading: Reading): Agenda {
  const second = secondMeetingAt(reading);
  if (second === null) return read(reading);
  const agenda = read(partOf(reading, 0, second));
  return { ...agenda, faults: [fault('second-meeting', reading.lines[second]?.number ?? 1), ...agenda.faults] };
}

function read(reading: Reading): Agenda {
  const before = headerOf(reading, reading.lines.length);
  const found = blocksOf(reading, before.kind !== null && before.body !== null && before.date !== null);
  const first = found[0]?.from ?? reading.lines.length;
  const fragment = found.length === 0 ? null : fragmentBefore(reading, first);
  const blocks = fragment === null ? found : [fragment, ...found];
  const header = withPageHeader(headerOf(reading, first), reading, fragment !== null);
  const meeting = meetingOf(reading, header, blocks);
  const contents = contentsOf(reading, first);
  const isMinutes = header.kind === 'referat' || header.kind === 'beslutningsprotokol';
  const isHeadless = isMinutes && !reading.labels.some((label) => label !== null && deciding.includes(label.kind));
  const areHeaded = reading.labels.filter((label) => label?.kind === 'recommendation').length >= Math.max(2, blocks.length * 0.5);
  const told = blocks.map((block) => itemOf(reading, block, { meeting, contents, isHeadless, areHeaded })).filter(hasContent);
  const items = withListedAnnexes(told, reading);
  if (!isAgenda(meeting, items))
    return { ...header, ...nothing, faults: [fault('not-an-agenda', reading.lines[0]?.number ?? 1)] };
  const whole = { body: meeting.body ?? agreed(items, 'body'), date: meeting.date ?? agreed(items, 'date') };
  return {
    ...header,
    kind: kindOf(header, items),
    municipality: municipalityOf(reading),
    ...whole,
    items,
    faults: faultsOf(whole, items),
  };
}

const deciding = ['decision', 'recommendationAndDecision'];

const nothing = {
  ...{ kind: null, municipality: null, body: null, date: null, startTime: null, place: null },
  ...{ present: null, absent: null, substitutes: [], items: [] },
} satisfies Omit<Agenda, 'faults'>;

function hasContent(item: AgendaItem): boolean {
  const { title, matter, caseStatement, recommendation, decisions, caseNumber } = item;
  return (
    title !== null ||
    matter !== null ||
    caseStatement !== null ||
    recommendation !== null ||
    decisions.length > 0 ||
    caseNumber !== null
  );
}

/** Numbered headings alone make no agenda: a committee, a day, a case, a proposal or several decisions must be told. */
function isAgenda(meeting: Meeting, items: readonly AgendaItem[]): boolean {
  if (items.length === 0 || meeting.body !== null || meeting.date !== null) return items.length > 0;
  const decided = items.filter(({ decisions }) => decisions.length > 0);
  return (
    decided.length > 1 ||
    (items.length === 1 && isPageOfOne(decided[0])) ||
    items.some(({ caseNumber, recommendation }) => caseNumber !== null || recommendation !== null)
  );
}

/** A page that begins with an item's number and title, and tells what was decided on it. */
function isPageOfOne(item: AgendaItem | undefined): boolean {
  return item !== undefined && item.line === 1 && item.number !== null && item.title !== null;
}

/** Committee and day of the meeting: from the header, or where all that the decisions' headings say agrees. */
function meetingOf(reading: Reading, { date, body: named }: Header, blocks: readonly Block[]): Meeting {
  const isGeneric = reading.patterns.vocabulary.genericBodies.includes((named ?? '').toLowerCase());
  const header = { date, body: isGeneric ? null : named };
  if (header.body !== null && header.date !== null) return header;
  const headings = blocks.flatMap(({ from, to }) => {
    const last = reading.labels.slice(from, to).findLast((label) => label?.kind === 'decision');
    return last?.heading ?? [];
  });
  const bodies = new Set(headings.flatMap(({ body }) => body ?? []));
  const body = header.body ?? (bodies.size === 1 ? [...bodies][0] : undefined) ?? proposedTo(reading, blocks);
  const dates = new Set(
    headings.filter((heading) => heading.body === null || heading.body === body).flatMap(({ date }) => date ?? []),
  );
  return { body, date: header.date ?? (dates.size === 1 ? ([...dates][0] ?? null) : null) };
}

function proposedTo(reading: Reading, blocks: readonly Block[]): string | null {
  for (const { from, to } of blocks.slice(0, 20))
    for (const { text } of reading.lines.slice(from, Math.min(to, from + 60))) {
      const verb = reading.patterns.recommend.exec(text.slice(0, 400));
      const body = verb === null ? undefined : namedBodies(text.slice(verb.index, verb.index + 300), reading.patterns)[0];
      if (body !== undefined) return asHeaded(reading, blocks, body.name);
    }
  return null;
}

/** What all of this meeting's decisions say of it; null where they differ, or say nothing. */
function agreed<Key extends 'body' | 'date'>(items: readonly AgendaItem[], key: Key): Meeting[Key] {
  const said = new Set(items.flatMap(({ decisions }) => decisions.filter(({ ownMeeting }) => ownMeeting).map((one) => one[key])));
  return said.size === 1 ? ([...said][0] ?? null) : null;
}

/** "Udvalget for Sundhed og Kultur" where the header only says "Sundhed og Kultur". */
function asHeaded(reading: Reading, blocks: readonly Block[], name: string): string {
  const header = reading.lines.slice(0, blocks[0]?.from ?? 0);
  return header.find(({ text }) => text.includes(' ') && name.endsWith(` ${text}`))?.text ?? name;
}

/** What the text calls itself; minutes called an agenda are minutes, one item without a meeting's header is an item. */
function kindOf(header: Header, items: readonly AgendaItem[]): AgendaKind | null {
  const decided = items.some(({ decisions }) => decisions.some(({ ownMeeting }) => ownMeeting));
  if (header.kind === 'dagsorden') return isMostly(items) ? 'referat' : 'dagsorden';
  if (header.kind !== null) return header.kind;
  // One item alone with a number of its own was taken out of its meeting.
  if (items.length === 1 && (header.date === null || (items[0]?.number ?? 0) > 1)) return 'udvalgspunkt';
  return decided ? 'referat' : 'dagsorden';
}

/** Whether half of the items or more were decided on at this meeting. */
function isMostly(items: readonly AgendaItem[]): boolean {
  return items.filter(({ decisions }) => decisions.some(({ ownMeeting }) => ownMeeting)).length * 2 >= items.length;
}

function faultsOf(meeting: Meeting, items: readonly AgendaItem[]): readonly AgendaFault[] {
  const first = items[0]?.line ?? 1;
  return [
    ...(meeting.body === null ? [fault('no-body', 1)] : []),
    ...(meeting.date === null ? [fault('no-date', 1)] : []),
    ...items.filter(({ title }) => title === null).map(({ line }) => fault('item-without-title', line)),
    ...items
      .filter(({ truncated }) => truncated)
      .map(({ line, number }) => fault('item-truncated', line, { number: number ?? '' })),
    ...missingNumbers(items).map(({ line, number }) => fault('number-missing', line, { number })),
  ].filter(({ line }) => line >= Math.min(1, first));
}

function missingNumbers(items: readonly AgendaItem[]): readonly { readonly line: number; readonly number: number }[] {
  return items.flatMap(({ number, line }, at) => {
    const before = items[at - 1]?.number ?? null;
    const isNext = number === null || before === null || !Number.isInteger(number) || number === before + 1;
    return isNext ? [] : [{ line, number: before + 1 }];
  });
}

function fault(kind: AgendaFault['kind'], line: number, values: AgendaFault['values'] = {}): AgendaFault {
  return { kind, line, values };
}
