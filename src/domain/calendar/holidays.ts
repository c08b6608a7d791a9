import { addDays, type PlainDate, partsOf, plainDateOf } from './plain-date.ts';

/** Easter Sunday of a year in the Gregorian calendar (the anonymous algorithm of Meeus, Jones and Butcher). */
export function easterSunday(year: number): PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const count = epact + weekday - 7 * shift + 114;
  return plainDateOf(year, Math.floor(count / 31), (count % 31) + 1);
}

/** Days from Easter Sunday of the movable public holidays: Maundy Thursday to Whit Monday. */
const movable = [-3, -2, 0, 1, 39, 49, 50];
/** The great prayer day lay 26 days after Easter and was a public holiday for the last time in 2023. @da store bededag */
const greatPrayerDay = { offset: 26, lastYear: 2023 };
const fixed = [
  [1, 1],
  [12, 25],
  [12, 26],
] as const;

const known = new Map<number, readonly PlainDate[]>();

/** The public holidays of Denmark in a year, computed once. @da helligdag */
export function publicHolidays(year: number): readonly PlainDate[] {
  const found = known.get(year) ?? computeHolidays(year);
  known.set(year, found);
  return found;
}

function computeHolidays(year: number): readonly PlainDate[] {
  const easter = easterSunday(year);
  const offsets = year <= greatPrayerDay.lastYear ? [...movable, greatPrayerDay.offset] : movable;
  return [
    ...fixed.map(([month, day]) => plainDateOf(year, month, day)),
    ...offsets.map((offset) => addDays(easter, offset)),
  ].sort();
}

/** Whether the day is a public holiday in Denmark. @da helligdag */
export function isPublicHoliday(day: PlainDate): boolean {
  return publicHolidays(partsOf(day).year).includes(day);
}
