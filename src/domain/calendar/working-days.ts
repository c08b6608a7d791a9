import { isPublicHoliday } from './holidays.ts';
import { addDays, type PlainDate, weekdayOf } from './plain-date.ts';

/** Days of the year (`MM-DD`) on which the town hall is closed though they are no public holidays. A setting. @da lukkedage */
export type ClosedDays = readonly string[];

/** What town halls usually keep closed: Constitution Day, Christmas Eve and New Year's Eve. */
export const usualClosedDays: ClosedDays = ['06-05', '12-24', '12-31'];

/** No weekend, no public holiday, no local closed day. @da arbejdsdag */
export function isWorkingDay(day: PlainDate, closed: ClosedDays): boolean {
  return weekdayOf(day) <= 5 && !closed.includes(day.slice(5)) && !isPublicHoliday(day);
}

/** The day itself where it is a working day, else the last working day before it. Reminders go out then. */
export function workingDayOnOrBefore(day: PlainDate, closed: ClosedDays): PlainDate {
  return isWorkingDay(day, closed) ? day : workingDayOnOrBefore(addDays(day, -1), closed);
}

/** The day itself where it is a working day, else the first working day after it. */
export function workingDayOnOrAfter(day: PlainDate, closed: ClosedDays): PlainDate {
  return isWorkingDay(day, closed) ? day : workingDayOnOrAfter(addDays(day, 1), closed);
}

/** The n-th working day after a day (n ≥ 0). The start day is day 0, whether or not it is a working day itself. */
export function addWorkingDays(from: PlainDate, count: number, closed: ClosedDays): PlainDate {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, closed)) left -= 1;
  }
  return day;
}

/** How many working days lie after `from` up to and including `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, closed: ClosedDays): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, closed)) count += 1;
  return count;
}
