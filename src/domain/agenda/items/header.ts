import type { PlainDate } from '../../calendar/plain-date.ts';
import type { AgendaKind } from '../agenda.ts';
import { collapse, type Line, unspaced } from '../layout/lines.ts';
import type { Reading } from '../layout/reading.ts';
import { absenceOf, namesAfter, namesIn } from '../sections/names.ts';
import { namedBodies } from '../words/bodies.ts';
import { dayOf, writtenDates } from '../words/dates.ts';
import { capitalised, oneOf } from '../words/patterns.ts';
import type { LabelKind } from '../words/vocabulary.ts';
import { columnBelow } from './label-columns.ts';

/** What stands before the first item: which committee meets when and where, and who came. */
export interface Header {
  readonly kind: AgendaKind | null;
  readonly body: string | null;
  readonly date: PlainDate | null;
  readonly startTime: string | null;
  readonly place: string | null;
  readonly present: readonly string[] | null;
  readonly absent: readonly string[] | null;
  readonly substitutes: readonly string[];
}

const longestHeader = 120;
const longestLine = 260;
const shortestBroken = 50;
/** "17.00", "9.30-11" behind its label. */
const bareTime = /^([01]?\d|2[0-3])\.([0-5]\d)(?![.\d]).*$/;
const ordinal = /^\d{1,4}[.)]?\s/;

/** Reads the lines before the first item. */
export function headerOf(reading: Reading, until: number): Header {
  const end = Math.min(until, longestHeader);
  const attendance = attendanceOf(reading, end);
  return {
    kind: kindOf(reading, end),
    body: bodyOf(reading, end),
    date: dateOf(reading, end),
    startTime: timeOf(reading, end),
    place: fieldOf(reading, end, 'place') ?? placeWithoutLabel(reading, end),
    ...attendance,
  };
}

function headerLines(reading: Reading, end: number): readonly Line[] {
  return reading.lines
    .slice(0, end)
    .filter(({ text }) => text.length <= longestLine && !/(?:\.{4,}|\t)\s*\d+$/.test(text))
    .map((line) => (unspaced(line.text) === line.text ? line : { ...line, text: unspaced(line.text) }));
}

function kindOf(reading: Reading, end: number): AgendaKind | null {
  const { kinds } = reading.patterns.vocabulary;
  for (const { text } of headerLines(reading, end)) {
    if (ordinal.test(text)) continue;
    for (const kind of ['beslutningsprotokol', 'referat', 'dagsorden'] as const) {
      const word = new RegExp(`(?:^|[\u2013:|(/]\\s*|\\s-\\s|\\s)(?:${oneOf(kinds[kind])})(?![\\p{L}])`, 'iu').exec(text);
      if (word !== null && (word.index === 0 || text.length < 90)) return kind;
    }
  }
  return null;
}

function bodyOf(reading: Reading, end: number): string | null {
  const labelled = fieldOf(reading, end, 'body');
  const named = labelled === null ? undefined : namedBodies(labelled, reading.patterns)[0]?.name;
  if (named !== undefined) return named;
  const lines = headerLines(reading, end).filter(({ text }) => !ordinal.test(text));
  const { genericBodies, kinds } = reading.patterns.vocabulary;
  // "Byrådet - Referat" says whose minutes these are, whatever a page's menu names before.
  const told = new RegExp(`^\\s*[-\u2013:|]\\s*(?:${oneOf(Object.values(kinds).flat())})(?![\\p{L}])`, 'iu');
  const names = [
    ...lines.flatMap(({ text }) =>
      namedBodies(text, reading.patterns).filter(({ from, to }) => from === 0 && told.test(text.slice(to))),
    ),
    ...lines.flatMap(({ text }) => namedBodies(text, reading.patterns)),
  ].map(({ name }) => name.replace(/(?<=(?:et|en))s$/u, ''));
  return names.find((name) => !genericBodies.includes(name.toLowerCase())) ?? names[0] ?? null;
}

function dateOf(reading: Reading, end: number): PlainDate | null {
  if (isLetterHead(reading, end)) return null;
  const labelled = fieldOf(reading, end, 'agendaDate', (text) => meetingDay(text, reading) !== null);
  const found = labelled === null ? null : meetingDay(labelled, reading);
  if (found !== null) return found;
  const lines = headerLines(reading, end).filter(
    (line) =>
      (!ordinal.test(line.text) || reading.patterns.ordinalStart.test(line.text)) && labelKindOf(reading, line) !== 'ignoredDate',
  );
  const { weekdays } = reading.patterns.vocabulary;
  const names = new RegExp(`(?:${oneOf(weekdays)})`, 'iu');
  const sure = lines.filter(({ text }) => names.test(text) || namedBodies(text, reading.patterns).length > 0);
  for (const line of [...sure, ...lines]) {
    const day = meetingDay(line.text, reading) ?? meetingDay(withNext(reading, line), reading);
    if (day !== null) return day;
  }
  return null;
}

/** "Til Byr\u00e5det" and "Fra Borgmesteren" stand over the day on which the proposal was written, and none says when it is treated. */
function isLetterHead(reading: Reading, end: number): boolean {
  const { addressWord, senderWord, letterDateWords } = reading.patterns.vocabulary;
  const isMeetings = reading.labels
    .slice(0, end)
    .some((label) => label?.kind === 'agendaDate' && !letterDateWords.includes(label.words));
  if (isMeetings) return false;
  const lines = headerLines(reading, end);
  const says = (word: string): boolean =>
    lines.some(({ text }) => new RegExp(`^${capitalised(word)}:?\\s+\\p{Lu}`, 'u').test(text));
  return says(addressWord) && says(senderWord);
}

/** A long line with the one that the page's width broke off; nothing for any other. */
function withNext(reading: Reading, line: Line): string {
  const below = line.text.length < shortestBroken ? undefined : reading.lines[reading.lines.indexOf(line) + 1];
  return below === undefined || below.gap > 0 ? '' : `${line.text} ${below.text}`;
}

function labelKindOf(reading: Reading, line: Line): LabelKind | null {
  return reading.labels[reading.lines.indexOf(line)]?.kind ?? null;
}

/** The first full date of a line that does not bound a committee's life ("til 31.12.25"). */
function meetingDay(text: string, reading: Reading): PlainDate | null {
  const bound = new RegExp(
    `(?:^|[\\s(])(?:${oneOf(reading.patterns.vocabulary.notMeetingDateAfter)})\\s+(?:d\\.\\s*|den\\s+)?$`,
    'iu',
  );
  for (const written of writtenDates(text, reading.patterns)) {
    if (written.year === null || bound.test(text.slice(Math.max(0, written.from - 30), written.from))) continue;
    return dayOf(written);
  }
  return null;
}

function timeOf(reading: Reading, end: number): string | null {
  const labelled = fieldOf(reading, end, 'agendaDate', (text) => reading.patterns.time.test(text));
  const bare = labelled === null ? fieldOf(reading, end, 'agendaDate', (text) => bareTime.test(text)) : null;
  if (bare !== null) return bare.replace(bareTime, '$1:$2').padStart(5, '0');
  const lines =
    labelled === null ? headerLines(reading, end).flatMap((line) => [line.text, withNext(reading, line)]) : [labelled];
  for (const text of lines) {
    const found = reading.patterns.time.exec(text.replace(/(\d{1,2}\.\d{2})(?=\s*-\s*\d{1,2}\.\d{2})/, '$1'));
    const [hour, minute] = [Number(found?.[1] ?? found?.[3]), Number(found?.[2] ?? found?.[4] ?? 0)];
    if (found !== null && hour < 24 && minute < 60) return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  }
  return null;
}

/** What stands behind a label, or on the line under it. */
function fieldOf(
  reading: Reading,
  end: number,
  kind: LabelKind,
  isWanted: (text: string) => boolean = () => true,
): string | null {
  for (let index = 0; index < end; index += 1) {
    const [label, line, below] = [reading.labels[index], reading.lines[index], reading.lines[index + 1]];
    const column = index + 1 < end ? columnBelow(reading, index, kind) : null;
    if (column !== null && column !== '' && isWanted(column)) return column;
    if (label?.kind !== kind || line === undefined) continue;
    const isRoom = !line.text.slice(0, label.content).includes(':') && reading.patterns.vocabulary.rooms.includes(label.words);
    const inline = collapse(line.text.slice(isRoom ? 0 : label.content));
    const text =
      inline !== ''
        ? inline
        : below !== undefined && index + 1 < end && isValue(reading, index + 1, kind)
          ? collapse(below.text)
          : '';
    if (text !== '' && text.length <= 200 && isWanted(text)) return text;
  }
  return null;
}

/** A line that is no heading itself; "Lokale 3" under "Sted" is the place. */
function isValue(reading: Reading, index: number, kind: LabelKind): boolean {
  const label = reading.labels[index] ?? null;
  return label === null || (label.kind === kind && !(reading.lines[index]?.text ?? ':').includes(':'));
}

function placeWithoutLabel(reading: Reading, end: number): string | null {
  for (let index = 0; index < end; index += 1) {
    const text = reading.lines[index]?.text ?? '';
    const word = text.split(/\s/, 1)[0]?.toLowerCase() ?? '';
    if (
      reading.patterns.vocabulary.labels.get(word) === 'place' &&
      text.length > word.length + 1 &&
      text.length < 120 &&
      !text.includes(':')
    )
      return text;
  }
  return null;
}

function attendanceOf(reading: Reading, end: number): Pick<Header, 'present' | 'absent' | 'substitutes'> {
  let [present, absent]: [readonly string[] | null, readonly string[] | null] = [null, null];
  const substitutes: string[] = [];
  for (let index = 0; index < end; index += 1) {
    const [label, line] = [reading.labels[index], reading.lines[index]];
    if (line === undefined || line.text.length > 600) continue;
    const kind = label?.kind;
    if (label != null && (kind === 'present' || kind === 'absent' || kind === 'substitutes')) {
      const { names } = namesAfter(reading, index, label.content, end);
      if (kind === 'present') present = [...(present ?? []), ...names];
      else if (kind === 'absent') absent = [...(absent ?? []), ...names];
      else substitutes.push(...names);
    } else if (kind === undefined) {
      const away = absenceOf(line.text, reading) ?? exceptedIn(line.text, reading);
      const here = away === null ? presenceIn(line.text, reading) : null;
      if (away !== null) absent = [...(absent ?? []), ...away];
      if (here !== null) present = [...(present ?? []), ...here];
    }
  }
  return { present, absent, substitutes };
}

/** "… var til stede med undtagelse af Bo Lund, som havde meldt afbud." */
function exceptedIn(text: string, reading: Reading): readonly string[] | null {
  const found = new RegExp(`(?<![\\p{L}])(?:${oneOf(reading.patterns.vocabulary.exceptWords)}):?\\s+([^.]{3,200})`, 'iu').exec(
    text,
  );
  const names = found === null ? [] : namesIn(found[1] ?? '', reading);
  return names.length > 0 ? names : null;
}

/** "Til stede var A, B og C." */
function presenceIn(text: string, reading: Reading): readonly string[] | null {
  const found = new RegExp(`^(?:${oneOf(reading.patterns.vocabulary.presencePrefixes)})\\s*:?\\s+(.{3,500})$`, 'iu').exec(text);
  const names = found === null ? [] : namesIn(found[1] ?? '', reading);
  return names.length > 0 ? names : null;
}
