import { easterSunday } from '../../calendar/holidays.ts';
import {
  addDays,
  addMonths,
  daysInMonth,
  type PlainDate,
  partsOf,
  plainDateOf,
  readPlainDate,
} from '../../calendar/plain-date.ts';
import { anyOf, type DeadlineWords, edge } from './deadline-words.ts';
import { type DayReader, type Match, matches, mentionAt, type ReadingDay } from './mention.ts';

/** A weekday that may stand before a date: "torsdag den 10. december". */
const weekdayBefore = ({ weekdays, weekdaysShort }: DeadlineWords) =>
  `(?:(?<weekday>${anyOf([...weekdays.keys(), ...weekdaysShort.keys()])})\\.?,?\\s+(?:(?:den|d\\.?|the)\\s+)?)?`;
const weekdayIn = (match: Match, { weekdays, weekdaysShort }: DeadlineWords) =>
  weekdays.get(match.part('weekday')) ?? weekdaysShort.get(match.part('weekday'));
const ordinalEnd = '(?:\\.|st|nd|rd|th)?';

/** "2026-12-12", "2026/12/12"; "20261212" where it is a day of this century. */
export const isoDays: DayReader = (text) =>
  [
    ...matches(`${edge.start}(?<year>\\d{4})(?<between>[-/.])(?<month>\\d{2})\\k<between>(?<day>\\d{2})${edge.end}`, text),
    ...matches(`${edge.start}(?<year>20\\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\\d|3[01])(?![\\p{L}\\d./-])`, text),
  ].map((match) =>
    mentionAt(match, listed(readPlainDate(`${match.part('year')}-${match.part('month')}-${match.part('day')}`)), {
      isDate: true,
    }),
  );

/** "12.12.2026", "12/12-26", "12-12": day before month, as in Denmark. A case number has too many digits to be one. */
export const numericDays: DayReader = (text, words, on) => {
  const units = anyOf(Object.values(words.units).flat());
  const pattern = `(?<![\\p{L}\\d./-])(?:d\\.\\s*)?${weekdayBefore(words)}(?<![\\d/-]|\\d\\.)(?<day>\\d{1,2})[./-](?<month>\\d{1,2})(?:[./-](?<year>\\d{4}|\\d{2}))?(?![\\p{L}\\d/-]|\\.\\d|\\s+${units})`;
  return matches(pattern, text).map((match) =>
    mentionAt(match, dayIn(Number(match.part('day')), Number(match.part('month')), match.part('year'), on), {
      isDate: true,
      isYearless: match.part('year') === '',
      weekday: weekdayIn(match, words),
    }),
  );
};

/** "12. december 2026", "den første marts", "15th of January", "December 12". */
export const namedMonths: DayReader = (text, words, on) => {
  const month = `(?<month>${anyOf(words.months.keys())})`;
  const year = `(?:,?\\s+(?:(?<year>\\d{4})(?!\\d)|(?<next>${anyOf(words.nextYear)})))?`;
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
    const inYear = match.part('next') === '' ? match.part('year') : String(partsOf(on.today).year + 1);
    const days = dayIn(written, words.months.get(match.part('month')) ?? 0, inYear, on);
    return mentionAt(match, days, { isDate: true, isYearless: inYear === '', weekday: weekdayIn(match, words) });
  });
};

/** "den 15.": this month's, or the next month's where it has passed; "den 20. i næste måned"; without the dot at the end alone. */
export const daysOfMonth: DayReader = (text, words, { today }) => {
  const next = anyOf(words.nextMonth);
  const pattern = `${edge.start}(?:den|d\\.|the)\\s+(?<day>\\d{1,2})(?:\\.|st|nd|rd|th|(?=\\s*(?:$|[,:;])))(?:\\s+(?:(?<next>(?:i\\s+|in\\s+)?${next})|(?:i\\s+|in\\s+)?${anyOf(words.thisMonth)}))?${edge.end}`;
  return matches(pattern, text).map((match) => {
    const day = Number(match.part('day'));
    const first = plainDateOf(partsOf(today).year, partsOf(today).month, 1);
    const months = match.part('next') === '' ? [0, 1, 2] : [1];
    const days = months.map((ahead) => dayOfMonth(addMonths(first, ahead), day)).filter((one) => one !== null && one >= today);
    return mentionAt(match, listed(days[0] ?? null), { isDate: true });
  });
};

/** "juleaften"; "jul" and "påske" are whole seasons: their first day is named, and said to be vague. */
export const namedDays: DayReader = (text, words, on) => [
  ...namedIn(words.namedDays, text).map((match) => mentionAt(match, yearlyDay(words.namedDays, match, on), { isDate: true })),
  ...namedIn(words.seasons, text).map((match) =>
    mentionAt(match, yearlyDay(words.seasons, match, on), { isDate: true, isVague: true }),
  ),
  ...namedIn(words.fromEaster, text).map((match) => {
    const { year } = partsOf(on.today);
    const shift = words.fromEaster.get(match.part('name')) ?? 0;
    const days = [year, year + 1].map((one) => addDays(easterSunday(one), shift));
    return mentionAt(match, listed(days.find((day) => day >= on.today) ?? null), { isDate: true });
  }),
];

function namedIn(names: ReadonlyMap<string, unknown>, text: string): readonly Match[] {
  return matches(`${edge.start}(?<name>${anyOf(names.keys())})${edge.end}`, text);
}

function yearlyDay(names: ReadonlyMap<string, string>, match: Match, on: ReadingDay): readonly PlainDate[] {
  const [month, day] = (names.get(match.part('name')) ?? '').split('-').map(Number);
  return dayIn(day ?? 0, month ?? 0, '', on);
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
