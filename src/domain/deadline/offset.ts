import { addDays, addMonths, type PlainDate } from '../calendar/plain-date.ts';
import { addWorkingDays, type ClosedDays } from '../calendar/working-days.ts';

/** How long after its trigger a deadline falls; the trigger's day is day 0. */
export type Offset =
  | { readonly kind: 'days'; readonly count: number }
  | { readonly kind: 'working-days'; readonly count: number }
  | { readonly kind: 'months'; readonly count: number };

/** The due day: calendar days, working days, or months with the month's last day. Never moved by a weekend: no source does. @da frist */
export function dueAfter(trigger: PlainDate, offset: Offset, closed: ClosedDays): PlainDate {
  switch (offset.kind) {
    case 'days':
      return addDays(trigger, offset.count);
    case 'working-days':
      return addWorkingDays(trigger, offset.count, closed);
    case 'months':
      return addMonths(trigger, offset.count);
  }
}
