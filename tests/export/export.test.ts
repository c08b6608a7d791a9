import { expect, test } from 'vitest';
import { plainDate } from '../../src/domain/calendar/plain-date.ts';
import { calendarFeed } from '../../src/export/calendar-feed.ts';
import { csvOf } from '../../src/export/csv.ts';

test('a calendar entry lasts whole days, ends the day after its last, and keeps its id', () => {
  const feed = calendarFeed('Mine frister', [
    { id: 'd1', title: 'Høring', on: plainDate('2026-11-26'), until: plainDate('2027-01-04') },
  ]);
  expect(feed).toContain('DTSTART;VALUE=DATE:20261126');
  expect(feed).toContain('DTEND;VALUE=DATE:20270105');
  expect(feed).toContain('UID:d1@rettesnor');
  expect(feed).toContain('SUMMARY:Høring');
  expect(calendarFeed('Mine frister', [])).toContain('END:VCALENDAR');
});

test('a feed of the night when the clock changes keeps its day', () => {
  const feed = calendarFeed('x', [{ id: 'd', title: 'x', on: plainDate('2026-03-29'), until: plainDate('2026-03-29') }]);
  expect(feed).toContain('DTSTART;VALUE=DATE:20260329');
  expect(feed).toContain('DTEND;VALUE=DATE:20260330');
});

test('a cell that a spreadsheet would run is written as text', () => {
  expect(
    csvOf(
      ['Opgave', 'Dato'],
      [
        ['=1+1', '2026-12-01'],
        ['Høring; svar', '2026-12-02'],
      ],
    ),
  ).toBe('\uFEFFOpgave;Dato\r\n\'=1+1;2026-12-01\r\n"Høring; svar";2026-12-02\r\n');
});
