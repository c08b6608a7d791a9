import type { PlainDate } from '../../calendar/plain-date.ts';
import { namedBodies } from '../words/bodies.ts';
import { dayOf, writtenDates } from '../words/dates.ts';
import type { Patterns } from '../words/patterns.ts';

/** The heading of a decision: whose, when, and under which item. */
export interface DecisionHeading {
  readonly body: string | null;
  readonly date: PlainDate | null;
  readonly itemNumber: number | null;
  /** Where the heading ends in its line. */
  readonly to: number;
}

/** "Fra Socialudvalget, ". */
const longestWordBefore = 4;
const colon = /:(?=\s|$)/;
/** "(EB)" behind a committee's name. */
const abbreviation = /\(\p{Lu}{1,6}\)/gu;
const itemNumber = /(?:pkt|punkt|sag)\.?\s*(?:nr\.?\s*)?(\d{1,4})/i;
const unknownBody = /^(\p{Lu}[\p{L}\s,&-]{2,60}?),\s*(?=\d)/u;
const bodyAfterWord = /^\s*(?:\p{Ll}{1,4}\s+)?(\p{Lu}[\p{L}\s,&-]{2,60}?),?\s+(?=(?:\p{Ll}+\.?\s+){0,2}\d)/u;

/** "Beslutning i X den D", "Beslutning fra X, D, pkt. n:", "X's beslutning i mødet den D", "X, D, pkt. n:"; null for any other line. */
export function decisionHeadingOf(text: string, patterns: Patterns): DecisionHeading | null {
  return headingOf(text, patterns, false);
}

/** A heading with committee and day alone, where earlier decisions are told: "Socialudvalget, 3. maj 2016", "Socialudvalget, 3. maj 2016: Anbefales." */
export function earlierHeadingOf(text: string, patterns: Patterns): DecisionHeading | null {
  return headingOf(text, patterns, true);
}

/** "i Socialudvalget, 3. maj 2016:" behind the word for those absent; null where more is said. */
export function absenceHeadingOf(text: string, patterns: Patterns): DecisionHeading | null {
  const end = colon.exec(text.slice(0, 160))?.index ?? null;
  const head = text.slice(0, end ?? undefined);
  const body = head.length > 160 ? undefined : namedBodies(head, patterns)[0];
  if (body === undefined || body.from > longestWordBefore) return null;
  if (!isFiller(`${head.slice(0, body.from)} ${head.slice(body.to)}`, patterns)) return null;
  const date = writtenDates(head, patterns)[0];
  const day = date === undefined ? null : dayOf(date);
  return { body: body.name, date: day, itemNumber: null, to: end === null ? text.length : end + 1 };
}

/** "Magistraten vedtog den 28. april 2026:": whose decision a paragraph of running text tells under it; null for any other line. */
export function toldHeadingOf(text: string, patterns: Patterns): DecisionHeading | null {
  if (!text.endsWith(':')) return null;
  const verb = patterns.told.exec(text.slice(0, 160));
  if (verb === null) return null;
  const heading = headingOf(`${text.slice(0, verb.index)}${text.slice(verb.index + verb[0].length)}`, patterns, true);
  return heading?.body == null || heading.date === null ? null : { ...heading, to: text.length };
}

function headingOf(text: string, patterns: Patterns, isEarlier: boolean): DecisionHeading | null {
  const start = text.slice(0, 220);
  const end = colon.exec(start)?.index ?? null;
  const head = start.slice(0, end ?? undefined).trimEnd();
  if (head.length > 160 || (end === null && text.length > 160)) return null;
  const begins = patterns.decisionStart.test(`${head} `);
  const date = writtenDates(head, patterns)[0] ?? null;
  const number = itemNumber.exec(head);
  // "Beslutning, Socialudvalg, 3. maj 2016": the word for it is no part of the name.
  const words = head.replace(patterns.decisionStart, (word) => ' '.repeat(word.length));
  const body = namedBodies(words, patterns)[0] ?? null;
  if (body === null && date === null) return null;
  if (date === null && number === null && patterns.earlier.test(head)) return null;
  const heading = (name: string | null): DecisionHeading => ({
    body: name,
    date: date === null ? null : dayOf(date),
    itemNumber: number === null ? null : Number(number[1]),
    to: end === null ? text.length : end + 1,
  });
  if (body === null) {
    const other = unknownBody.exec(head);
    if (!begins && number !== null && other !== null && isFiller(head.slice(other[0].length), patterns))
      return heading(other[1] ?? null);
    if (!begins || isFiller(head, patterns)) return begins ? heading(null) : null;
    const rest = head.replace(patterns.decisionStart, '');
    const named = date === null ? null : bodyAfterWord.exec(rest);
    return named !== null && isFiller(rest.slice(named[0].length), patterns) ? heading(named[1] ?? null) : null;
  }
  if (!isFiller(`${head.slice(0, body.from)} ${head.slice(body.to)}`, patterns)) return null;
  const says = begins || namesDecision(head, patterns);
  const saysItem =
    body.from <= longestWordBefore &&
    date !== null &&
    (isEarlier || number !== null || (end !== null && end >= start.trimEnd().length - 1));
  return says || saysItem ? heading(body.name) : null;
}

/** Whether a line has the word for a decision in it. */
export function namesDecision(head: string, patterns: Patterns): boolean {
  const words = head.toLowerCase().split(/[\s,.:]+/);
  return patterns.vocabulary.decisionWords.some((word) => words.includes(word));
}

function isFiller(text: string, patterns: Patterns): boolean {
  let rest = text.replace(abbreviation, ' ');
  for (const date of writtenDates(rest, patterns).toReversed()) rest = `${rest.slice(0, date.from)} ${rest.slice(date.to)}`;
  const { decisionFillers, weekdays } = patterns.vocabulary;
  return rest
    .toLowerCase()
    .split(/[\s,.:;()\u2013-]+/)
    .every((word) => word === '' || /^\d{1,4}$/.test(word) || decisionFillers.includes(word) || weekdays.includes(word));
}
