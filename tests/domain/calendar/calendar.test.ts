import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { easterSunday, isPublicHoliday, publicHolidays } from '../../../src/domain/calendar/holidays.ts';
import { addDays, addMonths, daysBetween, plainDate, readPlainDate, weekdayOf } from '../../../src/domain/calendar/plain-date.ts';
import {
  addWorkingDays,
  isWorkingDay,
  usualClosedDays,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
} from '../../../src/domain/calendar/working-days.ts';

const first = plainDate('2015-01-01');
const last = plainDate('2030-12-31');
/** Every day of 2015-2030, made by the platform's own clock: independent of addDays. */
const everyDay = Array.from({ length: daysBetween(first, last) + 1 }, (_, index) =>
  plainDate(new Date(Date.UTC(2015, 0, 1 + index)).toISOString().slice(0, 10)),
);
const oracle = new Holidays('DK');
const publicInOracle = new Set(
  Array.from({ length: 16 }, (_, index) => oracle.getHolidays(2015 + index))
    .flat()
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10)),
);
const isOpen = (day: string) =>
  ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()) && !publicInOracle.has(day) && !/-(06-05|12-24|12-31)$/.test(day);

describe('public holidays', () => {
  test('the table agrees with date-holidays on every day of 2015-2030', () => {
    expect(everyDay.filter(isPublicHoliday)).toEqual(everyDay.filter((day) => publicInOracle.has(day)));
  });

  test('the great prayer day is a public holiday for the last time in 2023', () => {
    expect(isPublicHoliday(plainDate('2023-05-05'))).toBe(true);
    expect(isPublicHoliday(plainDate('2024-04-26'))).toBe(false);
  });

  test('Easter lies between 22 March and 25 April, on a Sunday', () => {
    for (let year = 1900; year <= 2199; year += 1) {
      const easter = easterSunday(year);
      expect(weekdayOf(easter)).toBe(7);
      expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25', easter).toBe(true);
    }
  });

  test('a year has ten public holidays after 2023 and eleven before', () => {
    expect(publicHolidays(2022)).toHaveLength(11);
    expect(publicHolidays(2026)).toHaveLength(10);
  });
});

describe('offsets from every day of 2015-2030 agree with a count over the platform clock', () => {
  test('calendar days', () => {
    for (const [index, day] of everyDay.entries()) {
      for (const days of [0, 1, 14, 90, 365]) {
        const expected = everyDay[index + days];
        if (expected !== undefined) expect(addDays(day, days)).toBe(expected);
      }
    }
  });

  test('months end on the same day, or on the month’s last day', () => {
    for (const day of everyDay) {
      for (const months of [0, 1, 3, 6, 12, 13]) {
        const [year, month, date] = day.split('-').map(Number) as [number, number, number];
        const end = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
        const expected = new Date(Date.UTC(year, month - 1 + months, Math.min(date, end))).toISOString().slice(0, 10);
        expect(addMonths(day, months)).toBe(expected);
      }
    }
  });

  test('working days', () => {
    const open = everyDay.filter(isOpen);
    let next = 0;
    for (const day of everyDay) {
      while (next < open.length && (open[next] ?? day) <= day) next += 1;
      for (const count of [1, 5, 10, 30]) {
        const expected = open[next + count - 1];
        if (expected !== undefined) expect(addWorkingDays(day, count, usualClosedDays)).toBe(expected);
      }
      expect(isWorkingDay(day, usualClosedDays)).toBe(isOpen(day));
    }
  });

  test('a reminder goes to the last working day on or before the deadline', () => {
    let lastOpen: string | undefined;
    for (const day of everyDay) {
      if (isOpen(day)) lastOpen = day;
      if (lastOpen !== undefined) expect(workingDayOnOrBefore(day, usualClosedDays)).toBe(lastOpen);
    }
  });
});

describe('the cases that the guidance names', () => {
  test('ten working days from 20 March 2026 is 8 April, past Easter', () => {
    expect(addWorkingDays(plainDate('2026-03-20'), 10, usualClosedDays)).toBe('2026-04-08');
  });

  test('no working days after a day is the day itself, even on a Sunday', () => {
    expect(addWorkingDays(plainDate('2026-03-29'), 0, usualClosedDays)).toBe('2026-03-29');
  });

  test('three months after 30 November 2025 is 28 February 2026', () => {
    expect(addMonths(plainDate('2025-11-30'), 3)).toBe('2026-02-28');
  });

  test('months may be counted backwards over a new year', () => {
    expect(addMonths(plainDate('2026-01-31'), -2)).toBe('2025-11-30');
  });

  test('the next working day after Christmas Eve 2026 is Monday the 28th', () => {
    expect(workingDayOnOrAfter(plainDate('2026-12-24'), usualClosedDays)).toBe('2026-12-28');
  });

  test('working days between two days count the last and not the first', () => {
    expect(workingDaysBetween(plainDate('2026-11-20'), plainDate('2026-11-24'), usualClosedDays)).toBe(2);
    expect(workingDaysBetween(plainDate('2026-11-24'), plainDate('2026-11-20'), usualClosedDays)).toBe(0);
  });

  test('a day that is not in the calendar is not read', () => {
    for (const text of ['2021-02-29', '2021-13-01', '2021-1-1', '0000-01-01', '']) expect(readPlainDate(text)).toBeNull();
    expect(readPlainDate('2024-02-29')).toBe('2024-02-29');
    expect(() => plainDate('2021-02-29')).toThrow('2021-02-29');
  });
});
