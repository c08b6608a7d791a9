import ical, { ICalCalendarMethod } from 'ical-generator';
import type { PlainDate } from '../domain/calendar/plain-date.ts';

/** One whole-day entry of a calendar feed. Its title never holds a case number. */
export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly on: PlainDate;
  /** The last day of a period, included; the same day where there is none. */
  readonly until: PlainDate;
}

/** An iCalendar file of whole days, with ids that stay, so that a calendar moves an entry instead of doubling it. */
export function calendarFeed(name: string, entries: readonly FeedEntry[]): string {
  const calendar = ical({
    name,
    prodId: { company: 'Rettesnor', product: 'Rettesnor', language: 'DA' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { id, title, on, until } of entries) {
    calendar.createEvent({
      id: `${id}@rettesnor`,
      summary: title,
      start: midnight(on),
      end: midnight(until, 1),
      allDay: true,
      stamp: midnight(on),
    });
  }
  return calendar.toString();
}

/** The library writes the date parts of a local time; the end of a whole day is the day after it. */
function midnight(day: PlainDate, later = 0): Date {
  return new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)) + later);
}
