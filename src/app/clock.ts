import type { PlainDate } from '../domain/calendar/plain-date.ts';

/** Where the program learns the time; the try-out lets a person set the day. */
export interface Clock {
  /** The day in Copenhagen. */
  today(): PlainDate;
  /** Milliseconds since 1970, on the settable day. */
  now(): number;
}
