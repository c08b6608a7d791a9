import { addMonths, daysInMonth, type PlainDate, partsOf, plainDateOf, readPlainDate } from '../../calendar/plain-date.ts';
import { anyOf, type DeadlineWords, edge } from './deadline-words.ts';
import { type DayReader, matches, mentionAt, type ReadingDay } from './mention.ts';

/** A weekday that may stand before a date: "torsdag den 10. december". */
const weekdayBefore = ({ weekdays }: DeadlineWords) =>
  `(?:(?<weekday>${anyOf(weekdays.keys())}),?\\s+(?:(?:den|d\\.?|the)\\s+)?)?`;
const ordinalEnd = '(?:\\.|st|nd|rd|th)?';

/** "2026-12-12". */
export const isoDays: DayReader = (text) =>
  matches(`${edge.start}(?<day>\\d{4}-\\d{2}-\\d{2})${edge.end}`, text).map((match) =>
    mentionAt(match, listed(readPlainDate(match.part('day'))), { isDate: true }),
  );

/** "12.12.2026", "12/12-26", "12-12": day before month, as in Denmark. A case number has too many digits to be one. */
export const numericDays: DayReader = (text, words, on) => {
  const units = anyOf(Object.values(words.units).flat());
  const pattern = `(?<![\\p{L}\\d./-])${weekdayBefore(words)}(?<![\\d./-])(?<day>\\d{1,2})[./-](?<month>\\d{1,2})(?:[./-](?<year>\\d{4}|\\d{2}))?(?![\\p{L}\\d/-]|\\.\\d|\\s+${units})`;
  return matches(pattern, text).map((match) =>
    mentionAt(match, dayIn(Number(match.part('day')), Number(match.part('month')), match.part('year'), on), {
      isDate: true,
      weekday: words.weekdays.get(match.part('weekday')),
    }),
  );
};

/** "12. december 2026", "den første marts", "15th of January", "December 12". */
export const namedMonths: DayReader = (text, words, on) => {
  const month = `(?<month>${anyOf(words.months.keys())})`;
  const year = '(?:,?\\s+(?<year>\\d{4})(?!\\d))?';
  const day = `(?<day>\\d{1,2}|${anyOf(words.ordinals.keys())})`;
  const found = [
    ...matches(
      `${edge.start}${weekdayBefore(words)}${edge.start}${day}${ordinalEnd}\\s*(?:of\\s+|i\\s+)?${month}\\.?${year}${edge.end}`,
      text,
    ),
    ...matches(
      `${edge.start}${weekdayBefore(words)}${month}\\s+(?<day>\\d{1,2})${ordinalEnd}(?![\\d./-])${year}${edge.end}`,
      text,
    ),
  ];
  return found.map((match) => {
    const written = words.ordinals.get(match.part('day')) ?? Number(match.part('day'));
    const days = dayIn(written, words.months.get(match.part('month')) ?? 0, match.part('year'), on);
    return mentionAt(match, days, { isDate: true, weekday: words.weekdays.get(match.part('weekday')) });
  });
};

/** "den 15.": this month's, or the next month's where it has passed; "den 20. i næste måned". */
export const daysOfMonth: DayReader = (text, words, { today }) => {
  const next = anyOf(words.nextMonth);
  const pattern = `${edge.start}(?:den|d\\.|the)\\s+(?<day>\\d{1,2})(?:\\.|st|nd|rd|th)(?:\\s+(?:(?<next>(?:i\\s+|in\\s+)?${next})|(?:i\\s+|in\\s+)?${anyOf(words.thisMonth)}))?${edge.end}`;
  return matches(pattern, text).map((match) => {
    const day = Number(match.part('day'));
    const first = plainDateOf(partsOf(today).year, partsOf(today).month, 1);
    const months = match.part('next') === '' ? [0, 1, 2] : [1];
    const days = months.map((ahead) => dayOfMonth(addMonths(first, ahead), day)).filter((one) => one !== null && one >= today);
    return mentionAt(match, listed(days[0] ?? null), { isDate: true });
  });
};

/** "udgangen af måneden", "ultimo december", "primo januar", "medio december", "årets udgang". */
export const partsOfMonths: DayReader = (text, words, on) => {
  const period = `(?:(?<month>${anyOf(words.months.keys())})(?:\\s+(?<year>\\d{4}))?|(?<next>${anyOf(words.nextMonth)})|(?<this>${anyOf(words.thisMonth)})|(?<all>${anyOf(words.thisYear)}))`;
  const pattern = `${edge.start}(?:(?<end>${anyOf(words.endOf)})|(?<part>${anyOf(words.partsOfMonth.keys())}))\\s+${period}${edge.end}`;
  const ends = matches(`${edge.start}${anyOf(words.monthsEnd)}${edge.end}`, text).map((match) => {
    const { year, month } = partsOf(on.today);
    return mentionAt(match, [inMonth(plainDateOf(year, month, 1), null)], { isDate: true });
  });
  const parts = matches(pattern, text).map((match) => {
    const { year, month } = partsOf(on.today);
    const part = words.partsOfMonth.get(match.part('part')) ?? null;
    if (match.part('all') !== '') return mentionAt(match, [plainDateOf(year, 12, 31)], { isDate: true });
    if (match.part('month') === '') {
      const first = addMonths(plainDateOf(year, month, 1), match.part('next') === '' ? 0 : 1);
      return mentionAt(match, [inMonth(first, part)], { isDate: true, isVague: part !== null });
    }
    const named = words.months.get(match.part('month')) ?? 1;
    const written = (inYear: number) => inMonth(plainDateOf(inYear, named, 1), part);
    const inYear = match.part('year') === '' ? (written(year) < on.today ? year + 1 : year) : Number(match.part('year'));
    return mentionAt(match, [written(inYear)], { isDate: true, isVague: part !== null });
  });
  return [...ends, ...parts];
};

/** "juleaften". */
export const namedDays: DayReader = (text, words, on) =>
  matches(`${edge.start}(?<name>${anyOf(words.namedDays.keys())})${edge.end}`, text).map((match) => {
    const [month, day] = (words.namedDays.get(match.part('name')) ?? '').split('-').map(Number);
    return mentionAt(match, dayIn(day ?? 0, month ?? 0, '', on), { isDate: true });
  });

function inMonth(first: PlainDate, part: number | null): PlainDate {
  const { year, month } = partsOf(first);
  return plainDateOf(year, month, part ?? daysInMonth(year, month));
}

function dayOfMonth(first: PlainDate, day: number): PlainDate | null {
  const { year, month } = partsOf(first);
  return day >= 1 && day <= daysInMonth(year, month) ? plainDateOf(year, month, day) : null;
}

/** The day of a written year; without one, the next such day. */
function dayIn(day: number, month: number, year: string, { today }: ReadingDay): readonly PlainDate[] {
  const written = (inYear: number) =>
    readPlainDate(`${inYear}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  if (year !== '') return listed(written(year.length === 2 ? 2000 + Number(year) : Number(year)));
  const thisYear = partsOf(today).year;
  const years = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((later) => written(thisYear + later));
  return listed(years.find((one) => one !== null && one >= today) ?? null);
}

function listed(day: PlainDate | null): readonly PlainDate[] {
  return day === null ? [] : [day];
}
