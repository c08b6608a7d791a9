import {
  addDays,
  addMonths,
  daysBetween,
  type PlainDate,
  partsOf,
  plainDateOf,
  type Weekday,
  weekdayOf,
} from '../../calendar/plain-date.ts';
import { isWorkingDay } from '../../calendar/working-days.ts';
import { dueAfter, type Offset } from '../offset.ts';
import { anyOf, type DeadlineWords, edge } from './deadline-words.ts';
import { type DayReader, type Mention, matches, mentionAt, type ReadingDay } from './mention.ts';

const [monday, wednesday, friday]: readonly [Weekday, Weekday, Weekday] = [1, 3, 5];

/** "om 10 arbejdsdage", "inden for 8 dage", "in two weeks", "14 dage fra nu", "om et halvt år"; not "om 8 dage efter mødet". */
export const countedDays: DayReader = (text, words, { today, closed }) => [
  ...matches(
    `${edge.start}(?:${anyOf(words.within)}\\s+${countPattern(words)}(?:\\s+${anyOf(words.fromNow)})?|${countPattern(words, '2')}\\s+${anyOf(words.fromNow)})${edge.end}(?!\\s+${anyOf(words.after)}${edge.end})`,
    text,
  ).map((match) => {
    const offset = offsetOf(match.part('count') || match.part('count2'), match.part('unit') || match.part('unit2'), words);
    return mentionAt(match, [dueAfter(today, offset, closed)]);
  }),
  ...matches(`${edge.start}${anyOf(words.within)}\\s+(?<span>${anyOf(words.spans.keys())})${edge.end}`, text).map((match) =>
    mentionAt(match, [addMonths(today, words.spans.get(match.part('span')) ?? 0)]),
  ),
];

/** "i dag", "i morgen". */
export const relativeDays: DayReader = (text, words, { today }) =>
  matches(`${edge.start}(?<day>${anyOf(words.relative.keys())})${edge.end}`, text).map((match) =>
    mentionAt(match, [addDays(today, words.relative.get(match.part('day')) ?? 0)]),
  );

/** "mandag i uge 50", "uge 50", "fredag i næste uge", "næste uge": without a weekday its Friday, and said to be vague. */
export const weeks: DayReader = (text, words, { today }) => {
  const day = `(?:(?<weekday>${anyOf(words.weekdays.keys())})\\s+(?:i\\s+|in\\s+)?)?`;
  const part = `(?:${anyOf(words.endOf)}\\s+|(?<part>${anyOf(words.partsOfMonth.keys())})\\s+)?`;
  const week = `(?:${anyOf(words.week)}\\s+(?<number>\\d{1,2})(?:\\s+(?<year>\\d{4}))?(?:\\s+(?<late>${anyOf(words.weekdays.keys())}))?|(?<next>${anyOf(words.nextWeek)})|(?<this>${anyOf(words.thisWeek)}))`;
  return matches(`${edge.start}(?:${day}|${part})(?:i\\s+|in\\s+)?${week}${edge.end}`, text).map((match) => {
    const weekday = words.weekdays.get(match.part('weekday') || match.part('late'));
    const started = (words.partsOfMonth.get(match.part('part')) ?? 31) === 1 ? monday : wednesday;
    const inWeek = (first: PlainDate) => addDays(first, (weekday ?? (match.part('part') === '' ? friday : started)) - 1);
    const more = { isVague: weekday === undefined };
    const thisMonday = mondayOf(today);
    if (match.part('next') !== '') return mentionAt(match, [inWeek(addDays(thisMonday, 7))], more);
    if (match.part('this') !== '') return mentionAt(match, [inWeek(thisMonday)], more);
    const number = Number(match.part('number'));
    const year = match.part('year') === '' ? null : Number(match.part('year'));
    const years = year === null ? [partsOf(today).year, partsOf(today).year + 1] : [year];
    const days = years
      .map((one) => mondayOfWeek(one, number))
      .filter((one) => one !== null)
      .map(inWeek);
    return mentionAt(match, days.filter((one) => year !== null || one >= today).slice(0, 1), more);
  });
};

/** "inden weekenden", "sidst på ugen": the Friday that comes, and said to be vague. */
export const weeksEnds: DayReader = (text, words, { today }) =>
  matches(`${edge.start}${anyOf(words.weeksEnd)}${edge.end}`, text).map((match) =>
    mentionAt(match, [addDays(today, (friday - weekdayOf(today) + 7) % 7)], { isVague: true }),
  );

/** "fredag om 14 dage", "i morgen om en uge": counted on from the day; a weekday that is today's own may begin today. */
export const countedOn: DayReader = (text, words, { today, closed }) =>
  matches(
    `${edge.start}(?:(?<weekday>${anyOf(words.weekdays.keys())})|(?<day>${anyOf(words.relative.keys())}))\\s+${anyOf(words.inWeeks)}\\s+${countPattern(words)}${edge.end}`,
    text,
  ).flatMap((match) => {
    const offset = offsetOf(match.part('count'), match.part('unit'), words);
    if (offset.kind !== 'days') return [];
    const weekday = words.weekdays.get(match.part('weekday'));
    if (weekday === undefined)
      return [mentionAt(match, [dueAfter(addDays(today, words.relative.get(match.part('day')) ?? 0), offset, closed)])];
    const ahead = (weekday - weekdayOf(today) + 7) % 7;
    // A Friday in ten days is none.
    if (offset.count % 7 !== 0) return [];
    return [
      mentionAt(
        match,
        (ahead === 0 ? [0, 7] : [ahead]).map((days) => addDays(today, days + offset.count)),
      ),
    ];
  });

/** "fredag" is the next Friday; today's own weekday is a week from today. "næste fredag" may mean next week's: then it means both. "første mandag efter" something is none of them. */
export const weekdays: DayReader = (text, words, { today }) =>
  matches(
    `${edge.start}(?<!${anyOf([...words.ordinals.keys(), ...words.last])}\\s+)(?<next>${anyOf(words.next)}\\s+)?(?<day>${anyOf(words.weekdays.keys())})${edge.end}`,
    text,
  ).map((match) => {
    const weekday = words.weekdays.get(match.part('day')) ?? 1;
    const ahead = (weekday - weekdayOf(today) + 7) % 7;
    const coming = addDays(today, ahead === 0 ? 7 : ahead);
    const nextWeeks = addDays(mondayOf(today), 7 + weekday - 1);
    return mentionAt(match, match.part('next') === '' || coming === nextWeeks ? [coming] : [coming, nextWeeks]);
  });

/** "10 arbejdsdage efter 3. december": the mention with what is counted from it; a written date becomes the deadline's trigger. */
export function countedFrom(mention: Mention, text: string, words: DeadlineWords, on: ReadingDay): Mention {
  const [named] = mention.days;
  const pattern = `${edge.start}(?:${anyOf(words.within)}\\s+)?${countPattern(words)}\\s+(?:${anyOf(words.after)}|(?<before>${anyOf(words.before)}))\\s+(?:den\\s+|d\\.\\s*|the\\s+)?$`;
  const match = matches(pattern, text.slice(0, mention.start)).at(-1);
  if (match === undefined || named === undefined || mention.days.length > 1) return mention;
  const offset = offsetOf(match.part('count'), match.part('unit'), words);
  const isBefore = match.part('before') !== '';
  const base = isBefore || !mention.isYearless ? named : begunOn(named, offset, on);
  const day = isBefore ? dayBefore(base, offset, on.closed) : dueAfter(base, offset, on.closed);
  const what = text.slice(mention.start, mention.end).trim();
  const trigger = mention.isDate && !isBefore ? { what, on: base, offset } : null;
  return { ...mention, start: match.index, days: [day], trigger };
}

/** Where a count begins at something that is no day: "8 uger efter mødet". */
export function countsFromElsewhere(text: string, words: DeadlineWords): readonly number[] {
  const pattern = `${edge.start}${countPattern(words)}\\s+(?:${anyOf(words.after)}|${anyOf(words.before)})${edge.end}`;
  return matches(pattern, text).map(({ index }) => index);
}

/** "30 dage fra 20. november", said on the 23rd: what has begun lately and ends later began this year, not in a year. */
function begunOn(next: PlainDate, offset: Offset, { today, closed }: ReadingDay): PlainDate {
  const last = addMonths(next, -12);
  const isNearer = daysBetween(last, today) < daysBetween(today, next);
  return isNearer && dueAfter(last, offset, closed) >= today ? last : next;
}

function countPattern({ units, numbers }: DeadlineWords, mark = ''): string {
  const unit = anyOf(Object.values(units).flat());
  return `(?<count${mark}>\\d{1,4}|${anyOf(numbers.keys())})\\s+(?<unit${mark}>${unit})`;
}

function offsetOf(count: string, unit: string, { units, numbers }: DeadlineWords): Offset {
  const number = numbers.get(count) ?? Number(count);
  const isOne = (words: readonly string[]) => words.some((word) => word.replace(/\s+/g, ' ') === unit.replace(/\s+/g, ' '));
  if (isOne(units.workingDays)) return { kind: 'working-days', count: number };
  if (isOne(units.months)) return { kind: 'months', count: number };
  if (isOne(units.years)) return { kind: 'months', count: 12 * number };
  return { kind: 'days', count: isOne(units.weeks) ? 7 * number : number };
}

function dayBefore(base: PlainDate, { kind, count }: Offset, closed: ReadingDay['closed']): PlainDate {
  if (kind === 'days') return addDays(base, -count);
  if (kind === 'months') return addMonths(base, -count);
  let day = base;
  for (let left = count; left > 0; ) {
    day = addDays(day, -1);
    if (isWorkingDay(day, closed)) left -= 1;
  }
  return day;
}

function mondayOf(day: PlainDate): PlainDate {
  return addDays(day, 1 - weekdayOf(day));
}

/** The Monday of an ISO week: week 1 holds 4 January. Null where the year has no such week. */
function mondayOfWeek(year: number, week: number): PlainDate | null {
  const monday = addDays(mondayOf(plainDateOf(year, 1, 4)), 7 * (week - 1));
  const thursday = addDays(monday, 3);
  return week >= 1 && partsOf(thursday).year === year ? monday : null;
}
