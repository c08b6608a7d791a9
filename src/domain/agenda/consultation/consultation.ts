import type { PlainDate } from '../../calendar/plain-date.ts';
import type { Consultation, NamedDate } from '../agenda.ts';
import { collapse, type Line } from '../layout/lines.ts';
import type { Reading } from '../layout/reading.ts';
import { isOwn, type Meeting } from '../sections/decisions.ts';
import type { Section } from '../sections/sections.ts';
import { dayOf, type WrittenDate, writtenDates } from '../words/dates.ts';
import { oneOf } from '../words/patterns.ts';
import { listedParties, partiesBelow, partiesIn } from './consulted-parties.ts';

const sentenceEnd = /(?<=[.!?])\s+(?=\p{Lu})/u;
const bullet = /^(?:[-\u2022\u00b7\u2013*]\s|\d{1,2}[.)]\s)/;
const longest = 1200;

interface Sentence {
  readonly text: string;
  readonly line: number;
}

/** The consultation that an item states: its period, its last day, and who is asked. @da høring */
export function consultationOf(sections: readonly Section[], meeting: Meeting, reading: Reading): Consultation | null {
  const told = sections.filter(({ kind }) => kind !== 'attachments' && kind !== 'decision');
  const stated = statedIn(told, reading);
  const below = sections.flatMap(({ lines }) => partiesBelow(lines, reading));
  const parties = [stated.parties, below, listedParties(sections, reading)].find((named) => named.length > 0) ?? [];
  const isStated = stated.from !== null || stated.to !== null || parties.length > 0;
  return isStated ? { ...stated, parties } : decidedBefore(sections, meeting, reading);
}

/** What an earlier decision says of a consultation and its last day, where the item itself says nothing of one. */
function decidedBefore(sections: readonly Section[], meeting: Meeting, reading: Reading): Consultation | null {
  const earlier = sections.filter(
    ({ kind, heading }) => kind === 'decision' && heading !== null && !isOwn(heading, meeting, false),
  );
  const found = statedIn(earlier, reading);
  return found.to !== null && found.parties.length > 0 ? found : null;
}

/** The last consultation of which these sections' sentences tell. */
function statedIn(sections: readonly Section[], reading: Reading): Consultation {
  const spoken = sections.flatMap(({ lines }) => sentencesOf(lines, reading));
  let [from, to, parties]: [PlainDate | null, PlainDate | null, readonly string[]] = [null, null, []];
  for (const { text } of spoken) {
    const lower = text.toLowerCase();
    if (!isOfConsultation(lower, reading)) continue;
    const dates = writtenDates(text, reading.patterns);
    const period = periodIn(text, dates, reading);
    const isPeriod = period !== null && to === null;
    if (isPeriod) [from, to] = period;
    to ??= deadlineIn(text, dates, reading);
    const named =
      (parties.length > 0 && !isPeriod) || isDenied(lower, reading) ? [] : partiesIn(withoutDays(text, dates, reading), reading);
    if (named.length > 0) parties = named;
  }
  return { from, to, parties };
}

function isOfConsultation(lower: string, reading: Reading): boolean {
  const { word, words, heard, deadline } = reading.patterns.vocabulary.hearing;
  const says = (list: readonly string[]): boolean => list.some((one) => lower.includes(one));
  return says(heard) || ((lower.includes(word.slice(0, 5)) || says(deadline)) && says(words));
}

/** What is said of days stands between, and is left out. */
function withoutDays(text: string, dates: readonly WrittenDate[], reading: Reading): string {
  const { period, to, deadline, dateWords } = reading.patterns.vocabulary.hearing;
  const lead = new RegExp(`(?:\\s+(?:${oneOf([...period, ...to, ...deadline, ...dateWords])}))+\\s*$`, 'iu');
  return dates.toReversed().reduce((rest, date) => {
    const before = rest.slice(0, date.from);
    return `${before.slice(0, lead.exec(before)?.index ?? date.from)}${rest.slice(date.to)}`;
  }, text);
}

/** The days that an item names, each with its sentence. */
export function datesOf(sections: readonly Section[], year: number | null, reading: Reading): readonly NamedDate[] {
  return sections.flatMap(({ lines }) =>
    sentencesOf(lines, reading).flatMap(({ text, line }) =>
      writtenDates(text, reading.patterns).flatMap((written) => {
        const date = dayOf(written, year);
        return date === null ? [] : [{ date, line, sentence: text }];
      }),
    ),
  );
}

/** Sentences of a section; one that the page's width broke over lines is whole again. */
function sentencesOf(lines: readonly Line[], reading: Reading): readonly Sentence[] {
  const paragraphs: { text: string; line: number; isRow: boolean }[] = [];
  for (const line of lines) {
    const before = paragraphs.at(-1);
    const goesOn =
      before !== undefined &&
      line.gap === 0 &&
      !isPlanned(line.text, reading) &&
      !before.isRow &&
      (!bullet.test(line.text) || reading.patterns.ordinalStart.test(line.text)) &&
      before.text.length < longest &&
      (!/[.:;]$/.test(before.text) || (/\d\.$/.test(before.text) && /^\p{Ll}/u.test(line.text)));
    if (goesOn) before.text += ` ${line.text}`;
    else paragraphs.push({ text: line.text, line: line.number, isRow: isPlanned(line.text, reading) });
  }
  return paragraphs.flatMap(({ text, line }) =>
    text.split(sentenceEnd).map((part) => ({ text: collapse(part.slice(0, longest)), line })),
  );
}

/** A row of a plan says its own: a day, and in the next column what happens. */
function isPlanned(text: string, reading: Reading): boolean {
  return text.includes('\t') && /^\d/.test(text) && writtenDates(text.slice(0, 40), reading.patterns)[0]?.from === 0;
}

function periodIn(
  text: string,
  dates: readonly WrittenDate[],
  reading: Reading,
): readonly [PlainDate | null, PlainDate | null] | null {
  const { period, to, word } = reading.patterns.vocabulary.hearing;
  const before = new RegExp(`(?:${oneOf(period)})[\\s\\p{L}.]{0,14}$`, 'iu');
  const between = new RegExp(`^\\s*(?:${oneOf(to)})(?:[\\s\\p{L}.]{0,24})$`, 'iu');
  // "10. september - 8. oktober 2012  Høring i …" is a row of a plan.
  const row = new RegExp(`^\\s*${word}`, 'iu');
  for (let at = 0; at + 1 < dates.length; at += 1) {
    const [first, last] = [dates[at], dates[at + 1]];
    if (first === undefined || last === undefined) continue;
    const isPeriod = before.test(text.slice(Math.max(0, first.from - 40), first.from));
    const isRow = first.from === 0 && row.test(text.slice(last.to));
    if (!(isPeriod || isRow) || !between.test(text.slice(first.to, last.from))) continue;
    return [dayOf(first, last.year), dayOf(last)];
  }
  return null;
}

function deadlineIn(text: string, dates: readonly WrittenDate[], reading: Reading): PlainDate | null {
  const word = new RegExp(`(?:${oneOf(reading.patterns.vocabulary.hearing.deadline)})[^.]{0,30}$`, 'iu');
  const found = dates.find(({ from }) => word.test(text.slice(Math.max(0, from - 60), from)));
  return found === undefined ? null : dayOf(found);
}

function isDenied(lower: string, reading: Reading): boolean {
  const { not, word } = reading.patterns.vocabulary.hearing;
  return new RegExp(`(?:^|\\s)(?:${oneOf(not)})\\s[^.]{0,40}${word}`, 'iu').test(lower);
}
