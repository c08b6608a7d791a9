import { type PlainDate, partsOf } from '../../domain/calendar/plain-date.ts';
import type { Language } from '../../domain/language/texts.ts';

const locales: Readonly<Record<Language, string>> = { da: 'da-DK', en: 'en-GB' };

/** "24. november 2026": put `atLineStart` around it where a line of Markdown begins with it. */
export function dayText(day: PlainDate, language: Language): string {
  return formatted(day, language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "tirsdag den 24. november 2026": begins with the weekday, so it never becomes a list. */
export function weekdayText(day: PlainDate, language: Language): string {
  return formatted(day, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** "24.11.2026", for narrow tables. */
export function shortDayText(day: PlainDate, language: Language): string {
  return formatted(day, language, { day: '2-digit', month: '2-digit', year: 'numeric' });
}

/** The day and time of an instant in Copenhagen: "24.11.2026 13.05". */
export function instantText(instant: number, language: Language): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'Europe/Copenhagen' }).format(instant);
  const day = part({ day: '2-digit', month: '2-digit', year: 'numeric' });
  return `${day} ${part({ hour: '2-digit', minute: '2-digit', hour12: false })}`;
}

function formatted(day: PlainDate, language: Language, options: Intl.DateTimeFormatOptions): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, dayOfMonth),
  );
}
