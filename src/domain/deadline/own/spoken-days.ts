import { addDays, addMonths, type PlainDate, partsOf, plainDateOf, type Weekday, weekdayOf } from '../../calendar/plain-date.ts';
import { isWorkingDay } from '../../calendar/working-days.ts';
import { dueAfter, type Offset } from '../offset.ts';
import { anyOf, type DeadlineWords, edge } from './deadline-words.ts';
import { type DayReader, type Mention, matches, mentionAt, type ReadingDay } from './mention.ts';

const friday: Weekday = 5;

/** "om 10 arbejdsdage", "inden for 8 dage", "in two weeks", "om et halvt år". */
export const countedDays: DayReader = (text, words, { today, closed }) => [
  ...matches(`${edge.start}${anyOf(words.within)}\\s+${countPattern(words)}${edge.end}`, text).map((match) => {
    const offset = offsetOf(match.part('count'), match.part('unit'), words);
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
  const week = `(?:${anyOf(words.week)}\\s+(?<number>\\d{1,2})(?:\\s+(?<year>\\d{4}))?|(?<next>${anyOf(words.nextWeek)})|(?<this>${anyOf(words.thisWeek)}))`;
  return matches(`${edge.start}${day}(?:i\\s+|in\\s+)?${week}${edge.end}`, text).map((match) => {
    const weekday = words.weekdays.get(match.part('weekday'));
    const inWeek = (monday: PlainDate) => addDays(monday, (weekday ?? friday) - 1);
    const more = { isVague: weekday === undefined };
    const monday = mondayOf(today);
    if (match.part('next') !== '') return mentionAt(match, [inWeek(addDays(monday, 7))], more);
    if (match.part('this') !== '') return mentionAt(match, [inWeek(monday)], more);
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

/** "fredag" is the next Friday; today's own weekday is a week from today. "næste fredag" may mean next week's: then it means both. */
export const weekdays: DayReader = (text, words, { today }) =>
  matches(`${edge.start}(?<next>${anyOf(words.next)}\\s+)?(?<day>${anyOf(words.weekdays.keys())})${edge.end}`, text).map(
    (match) => {
      const weekday = words.weekdays.get(match.part('day')) ?? 1;
      const ahead = (weekday - weekdayOf(today) + 7) % 7;
      const coming = addDays(today, ahead === 0 ? 7 : ahead);
      const nextWeeks = addDays(mondayOf(today), 7 + weekday - 1);
      return mentionAt(match, match.part('next') === '' || coming === nextWeeks ? [coming] : [coming, nextWeeks]);
    },
  );

/** "10 arbejdsdage efter 3. december": the mention with what is counted from it; a written date becomes the deadline's trigger. */
export function countedFrom(mention: Mention, text: string, words: DeadlineWords, { closed }: ReadingDay): Mention {
  const [base] = mention.days;
  const pattern = `${edge.start}${countPattern(words)}\\s+(?:${anyOf(words.after)}|(?<before>${anyOf(words.before)}))\\s+(?:den\\s+|d\\.\\s*|the\\s+)?$`;
  const match = matches(pattern, text.slice(0, mention.start)).at(-1);
  if (match === undefined || base === undefined || mention.days.length > 1) return mention;
  const offset = offsetOf(match.part('count'), match.part('unit'), words);
  const isBefore = match.part('before') !== '';
  const day = isBefore ? dayBefore(base, offset, closed) : dueAfter(base, offset, closed);
  const what = text.slice(mention.start, mention.end).trim();
  const trigger = mention.isDate && !isBefore ? { what, on: base, offset } : null;
  return { ...mention, start: match.index, days: [day], trigger };
}

function countPattern({ units, numbers }: DeadlineWords): string {
  const unit = anyOf(Object.values(units).flat());
  return `(?<count>\\d{1,4}|${anyOf(numbers.keys())})\\s+(?<unit>${unit})`;
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
