declare const calendarDay: unique symbol;

/** A calendar day without a clock or a time zone, written `YYYY-MM-DD`; days compare with `<` as text. */
export type PlainDate = string & { readonly [calendarDay]: true };

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const written = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMs = 86_400_000;

/** Reads `YYYY-MM-DD`; null where that day is not in the calendar (2021-02-30). */
export function readPlainDate(text: string): PlainDate | null {
  const parts = written.exec(text);
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? (text as PlainDate) : null;
}

/** The day `YYYY-MM-DD`; throws where it is not in the calendar. For days that the program itself writes. */
export function plainDate(text: string): PlainDate {
  const day = readPlainDate(text);
  if (day === null) throw new Error(`Not a calendar day: ${text}`);
  return day;
}

/** The day of a year, month (1-12) and day of month; throws where it is not in the calendar. */
export function plainDateOf(year: number, month: number, day: number): PlainDate {
  return plainDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** Year, month (1-12) and day of month. */
export function partsOf(day: PlainDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** The number of days in a month (1-12). */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day a number of calendar days later; negative is earlier. The day itself is day 0. Throws outside the years 1-9999. */
export function addDays(day: PlainDate, days: number): PlainDate {
  const iso = new Date(instantOf(day) + days * dayMs).toISOString();
  // Years of more than four digits carry a sign; the year 0 is none.
  if (/^(?:[+-]|0000)/.test(iso)) throw new Error(`Not a calendar day: ${days} days from ${day}`);
  return iso.slice(0, 10) as PlainDate;
}

/** The same day a number of months later, or that month's last day where it has no such day (30.11. + 3 months = 28.2.). */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const from = partsOf(day);
  const count = from.year * 12 + (from.month - 1) + months;
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return plainDateOf(year, month, Math.min(from.day, daysInMonth(year, month)));
}

/** Calendar days from one day to another; negative where `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((instantOf(to) - instantOf(from)) / dayMs);
}

/** The weekday, Monday 1 to Sunday 7. */
export function weekdayOf(day: PlainDate): Weekday {
  return (new Date(instantOf(day)).getUTCDay() || 7) as Weekday;
}

function instantOf(day: PlainDate): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
