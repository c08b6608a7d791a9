import { describe, expect, test } from 'vitest';
import { readDeadlineWords } from '../../src/content/read-deadline-words.ts';
import { plainDate } from '../../src/domain/calendar/plain-date.ts';
import { usualClosedDays } from '../../src/domain/calendar/working-days.ts';
import { readOwnDeadline } from '../../src/domain/deadline/own-deadline.ts';

const { words } = readDeadlineWords();
const on = { today: plainDate('2026-11-23'), closed: usualClosedDays };
const read = (text: string) => readOwnDeadline(text, words, on);

describe('a deadline in a person’s own words', () => {
  test.each([
    ['12. december partshøring sag 24/1187', '2026-12-12', 'partshøring', '24/1187'],
    ['partshøring i sag 24/1187 senest den 12. december', '2026-12-12', 'partshøring i', '24/1187'],
    ['om 10 arbejdsdage følg op på praktik', '2026-12-07', 'følg op på praktik', null],
    ['Ring til virksomheden i morgen', '2026-11-24', 'Ring til virksomheden', null],
    ['fredag: status til faglig leder', '2026-11-27', 'status til faglig leder', null],
    ['3. marts opfølgning', '2027-03-03', 'opfølgning', null],
    ['12.12.2026 høringssvar', '2026-12-12', 'høringssvar', null],
    ['12/12-26 høringssvar', '2026-12-12', 'høringssvar', null],
    ['2026-12-12 høringssvar', '2026-12-12', 'høringssvar', null],
    ['om tre måneder rehabiliteringsteam, sag 2015-031143', '2027-02-23', 'rehabiliteringsteam', '2015-031143'],
    ['in two weeks call the employer', '2026-12-07', 'call the employer', null],
    ['29. februar skuddag', '2028-02-29', 'skuddag', null],
    ['sag 24/1187 om 2 uger', '2026-12-07', '24/1187', '24/1187'],
  ])('%s', (text, dueOn, title, caseReference) => {
    expect(read(text)).toEqual({ kind: 'read', dueOn, title, caseReference, hasPassed: false });
  });

  test('a day that has passed is read and said to have passed', () => {
    expect(read('1.2.2020 gammel sag')).toMatchObject({ kind: 'read', dueOn: '2020-02-01', hasPassed: true });
  });

  test('a text without a day asks for one', () => {
    expect(read('husk partshøring')).toEqual({ kind: 'no-day' });
  });

  test('a case number alone is no day', () => {
    expect(read('partshøring sag 24/1187')).toEqual({ kind: 'no-day' });
  });

  test('a day that is not in the calendar is named, not moved', () => {
    expect(read('31. november opfølgning')).toEqual({ kind: 'no-such-day', written: '31. november' });
  });

  test('a day without a title asks what must be done', () => {
    expect(read('den 12. december')).toEqual({ kind: 'no-title', dueOn: '2026-12-12' });
  });
});
