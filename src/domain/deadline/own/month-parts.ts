import { addDays, addMonths, daysInMonth, type PlainDate, partsOf, plainDateOf, weekdayOf } from '../../calendar/plain-date.ts';
import { isWorkingDay } from '../../calendar/working-days.ts';
import { anyOf, type DeadlineWords, edge } from './deadline-words.ts';
import { type DayReader, type Match, matches, mentionAt, type ReadingDay } from './mention.ts';

/** "udgangen af måneden", "ultimo december", "primo januar", "medio december", "årets udgang". */
export const partsOfMonths: DayReader = (text, words, on) => {
  const pattern = `${edge.start}(?:${anyOf(words.endOf)}|(?<part>${anyOf(words.partsOfMonth.keys())}))\\s+${periodIn(words)}${edge.end}`;
  const ends = matches(`${edge.start}${anyOf(words.monthsEnd)}${edge.end}`, text).map((match) =>
    mentionAt(match, [lastOf(thisMonth(on))], { isDate: true }),
  );
  const parts = matches(pattern, text).map((match) => {
    const part = words.partsOfMonth.get(match.part('part')) ?? null;
    if (match.part('year') === '' && match.part('all') !== '')
      return mentionAt(match, [plainDateOf(partsOf(on.today).year, 12, 31)], { isDate: true });
    const day = dayIn(match, words, on, (first) => (part === null ? lastOf(first) : addDays(first, part - 1)));
    return mentionAt(match, day === null ? [] : [day], { isDate: true, isVague: part !== null });
  });
  return [...ends, ...parts];
};

/** "første hverdag i december", "sidste fredag i januar", "2. mandag i næste måned", "the last Friday of January". */
export const nthDaysOfMonths: DayReader = (text, words, on) => {
  const nth = `(?:(?<nth>${anyOf(words.ordinals.keys())})|(?<number>\\d)(?:\\.|st|nd|rd|th)|(?<last>${anyOf(words.last)}))`;
  const day = `(?:(?<weekday>${anyOf(words.weekdays.keys())})|${anyOf(words.units.workingDays)})`;
  return matches(`${edge.start}${nth}\\s+${day}\\s+(?:${anyOf(words.inMonth)}\\s+)?${periodIn(words)}${edge.end}`, text).map(
    (match) => {
      const weekday = words.weekdays.get(match.part('weekday'));
      const isOne = (one: PlainDate) => (weekday === undefined ? isWorkingDay(one, on.closed) : weekdayOf(one) === weekday);
      const count = match.part('last') === '' ? (words.ordinals.get(match.part('nth')) ?? Number(match.part('number'))) : null;
      const found = dayIn(match, words, on, (first) => {
        const days = Array.from({ length: daysIn(first) }, (_, index) => addDays(first, index)).filter(isOne);
        return (count === null ? days.at(-1) : days[count - 1]) ?? null;
      });
      return mentionAt(match, found === null ? [] : [found], { isDate: true });
    },
  );
};

function periodIn(words: DeadlineWords): string {
  return `(?:(?<month>${anyOf(words.months.keys())})(?:\\s+(?<year>\\d{4}))?|(?<next>${anyOf(words.nextMonth)})|(?<this>${anyOf(words.thisMonth)})|(?<all>${anyOf(words.thisYear)}))`;
}

/** A day of the month that a period names; of a month without a year, the next such day. */
function dayIn(
  match: Match,
  words: DeadlineWords,
  on: ReadingDay,
  dayOf: (first: PlainDate) => PlainDate | null,
): PlainDate | null {
  const month = words.months.get(match.part('month'));
  if (month === undefined) {
    if (match.part('all') !== '') return dayOf(plainDateOf(partsOf(on.today).year, 12, 1));
    return dayOf(addMonths(thisMonth(on), match.part('next') === '' ? 0 : 1));
  }
  if (match.part('year') !== '') return dayOf(plainDateOf(Number(match.part('year')), month, 1));
  const { year } = partsOf(on.today);
  const days = [year, year + 1].map((one) => dayOf(plainDateOf(one, month, 1)));
  return days.find((day) => day !== null && day >= on.today) ?? null;
}

function thisMonth({ today }: ReadingDay): PlainDate {
  return plainDateOf(partsOf(today).year, partsOf(today).month, 1);
}

function daysIn(first: PlainDate): number {
  return daysInMonth(partsOf(first).year, partsOf(first).month);
}

function lastOf(first: PlainDate): PlainDate {
  return addDays(first, daysIn(first) - 1);
}
