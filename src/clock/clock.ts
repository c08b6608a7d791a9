import type { Clock } from '../app/clock.ts';
import { daysBetween, type PlainDate, plainDate } from '../domain/calendar/plain-date.ts';

const inCopenhagen = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const dayMs = 86_400_000;

const hourMs = 3_600_000;
let [lastHour, lastDay]: [number, PlainDate | null] = [Number.NaN, null];

/** The day in Copenhagen at an instant. Days begin there with an hour of UTC: within one it is worked out once. */
export function dayAt(instant: number): PlainDate {
  const hour = Math.floor(instant / hourMs);
  if (hour !== lastHour || lastDay === null) [lastHour, lastDay] = [hour, plainDate(inCopenhagen.format(instant).slice(0, 10))];
  return lastDay;
}

/** The instant of an hour of a day in Copenhagen. Nothing is scheduled between 2 and 3, which some nights have not or twice. */
export function instantOf(day: PlainDate, hour: number): number {
  const guess = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  const offset = Date.parse(`${inCopenhagen.format(guess).replace(' ', 'T')}Z`) - guess;
  const first = guess - offset;
  return Date.parse(`${inCopenhagen.format(first).replace(' ', 'T')}Z`) === guess ? first : first + hourMs;
}

/** The machine's clock, read in Copenhagen; the try-out sets the day and keeps the time of day running. */
export function createClock(): Clock & { readonly setToday: (day: PlainDate | null) => void } {
  let shiftDays = 0;
  const now = () => Date.now() + shiftDays * dayMs;
  return {
    now,
    today: () => dayAt(now()),
    setToday: (day) => {
      shiftDays = day === null ? 0 : daysBetween(dayAt(Date.now()), day);
    },
  };
}
