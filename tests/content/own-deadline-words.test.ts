import { describe, expect, test } from 'vitest';
import { readDeadlineWords } from '../../src/content/words/read-deadline-words.ts';
import { plainDate } from '../../src/domain/calendar/plain-date.ts';
import { usualClosedDays } from '../../src/domain/calendar/working-days.ts';
import { readOwnDeadline } from '../../src/domain/deadline/own/own-deadline.ts';

const { words } = readDeadlineWords();
const on = { today: plainDate('2026-11-23'), closed: usualClosedDays };
const read = (text: string) => readOwnDeadline(text, words, on);

describe('a deadline in a person’s own words', () => {
  test.each([
    ['12. december partshøring sag 24/1187', '2026-12-12', 'partshøring', '24/1187'],
    ['partshøring i sag 24/1187 senest den 12. december', '2026-12-12', 'partshøring', '24/1187'],
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
    ['24/1187 partshøring 12/12', '2026-12-12', 'partshøring', '24/1187'],
    ['senest den 1/3 statusnotat', '2027-03-01', 'statusnotat', null],
    ['3/4 opfølgning', '2027-04-03', 'opfølgning', null],
    ['i morgen kl. 12 send høring', '2026-11-24', 'send høring, kl. 12', null],
    ['12 december kl. 14.30 partshøring', '2026-12-12', 'partshøring, kl. 14.30', null],
    ['torsdag d. 10. december partshøring', '2026-12-10', 'partshøring', null],
    ['12.december partshøring', '2026-12-12', 'partshøring', null],
    ['den første marts partshøring', '2027-03-01', 'partshøring', null],
    ['læg planen ind inden den 18.', '2026-12-18', 'læg planen ind', null],
    ['den 20. i næste måned partshøring', '2026-12-20', 'partshøring', null],
    ['svar inden for 8 dage', '2026-12-01', 'svar', null],
    ['om et halvt år opfølgning', '2027-05-23', 'opfølgning', null],
    ['inden udgangen af måneden indberetning', '2026-11-30', 'indberetning', null],
    ['ultimo december regnskab', '2026-12-31', 'regnskab', null],
    ['fredag i næste uge statusmøde', '2026-12-04', 'statusmøde', null],
    ['mandag i uge 50 statusmøde', '2026-12-07', 'statusmøde', null],
    ['to uger før 1. marts 2027 indkald', '2027-02-15', 'indkald', null],
    ['svar på brev fra 3. december senest 10. december', '2026-12-10', 'svar på brev fra 3. december', null],
    ['12. december opfølgning på møde mandag', '2026-12-12', 'opfølgning på møde mandag', null],
    ['om tre arbejdsdage partshøring, sagsnr. 27.15.12-P19-4-26', '2026-11-26', 'partshøring', '27.15.12-P19-4-26'],
    ['December 12 hearing', '2026-12-12', 'hearing', null],
    ['the 15th of January review', '2027-01-15', 'review', null],
    ['follow up by Thursday, December 10', '2026-12-10', 'follow up', null],
    ['end of december report', '2026-12-31', 'report', null],
    ['tirs. d. 1/12 kl. 10 samtale', '2026-12-01', 'samtale, kl. 10', null],
    ['d.15/12-2026 regnskab', '2026-12-15', 'regnskab', null],
    ['20261215 regnskab', '2026-12-15', 'regnskab', null],
    ['2026/12/15 regnskab', '2026-12-15', 'regnskab', null],
    ['regnskab den 15', '2026-12-15', 'regnskab', null],
    ['10. januar næste år evaluering', '2027-01-10', 'evaluering', null],
    ['første hverdag i december indberet nøgletal', '2026-12-01', 'indberet nøgletal', null],
    ['sidste hverdag i december luk regnskab', '2026-12-30', 'luk regnskab', null],
    ['sidste fredag i januar status', '2027-01-29', 'status', null],
    ['2. mandag i næste måned status', '2026-12-14', 'status', null],
    ['den sidste i måneden månedsrapport', '2026-11-30', 'månedsrapport', null],
    ['fredag om 14 dage afrapportering', '2026-12-11', 'afrapportering', null],
    ['om en uges tid ring', '2026-11-30', 'ring', null],
    ['om en måned fra i dag opfølgning', '2026-12-23', 'opfølgning', null],
    ['om en måned fra 1. december opfølgning', '2027-01-01', 'opfølgning', null],
    ['14 dages frist: partshøring', '2026-12-07', 'partshøring', null],
    ['inden for de næste 10 dage svar', '2026-12-03', 'svar', null],
    ['to dage før juleaften pak', '2026-12-22', 'pak', null],
    ['langfredag ring', '2027-03-26', 'ring', null],
    ['i uge 50 onsdag opfølgning', '2026-12-09', 'opfølgning', null],
    ['husk mig på at sende brev, svarfrist 15. december', '2026-12-15', 'sende brev', null],
    ['høring (sag 24/1187) 12. dec.', '2026-12-12', 'høring', '24/1187'],
    ['sagsnr.: 24/1187 høring 12/12', '2026-12-12', 'høring', '24/1187'],
    ['30 dage fra den 20. november klag', '2026-12-20', 'klag', null],
    ['12 måneder efter 1. december revurder', '2027-12-01', 'revurder', null],
    ['om ca. 3 uger ring', '2026-12-14', 'ring', null],
    ['last Friday of January review', '2027-01-29', 'review', null],
    ['Thu 10 December review', '2026-12-10', 'review', null],
  ])('%s', (text, dueOn, title, caseReference) => {
    expect(read(text)).toMatchObject({ kind: 'read', dueOn, title, caseReference, hasPassed: false });
  });

  test.each([
    ['medio december regnskab', '2026-12-15', 'medio december'],
    ['uge 50 statusmøde', '2026-12-11', 'uge 50'],
    ['midt i januar regnskab', '2027-01-15', 'midt i januar'],
    ['først i næste uge regnskab', '2026-11-30', 'først i næste uge'],
    ['ring inden weekenden', '2026-11-27', 'weekenden'],
    ['inden jul status', '2026-12-24', 'jul'],
  ])('%s is a vague day, and its words are kept', (text, dueOn, vagueWords) => {
    expect(read(text)).toMatchObject({ kind: 'read', dueOn, vagueWords });
  });

  test('what is counted from a written day keeps that day as its trigger', () => {
    const trigger = { what: '3. december', on: '2026-12-03', offset: { kind: 'working-days', count: 10 } };
    expect(read('10 arbejdsdage efter 3. december partshøring')).toMatchObject({ dueOn: '2026-12-17', trigger });
    expect(read('14 dage fra i dag svar')).toMatchObject({ dueOn: '2026-12-07', trigger: null });
  });

  test.each([
    ['næste fredag rundring', ['2026-11-27', '2026-12-04']],
    ['ring onsdag om mødet torsdag', ['2026-11-25', '2026-11-26']],
    ['1/2 side om praktik senest fredag', ['2027-02-01', '2026-11-27']],
    ['mandag om en uge møde', ['2026-11-30', '2026-12-07']],
    ['10. maj og 12. maj opfølgning', ['2027-05-10', '2027-05-12']],
  ])('%s may mean several days, and none is chosen', (text, days) => {
    expect(read(text)).toEqual({ kind: 'several-days', days });
  });

  test('a weekday that is not the date’s is asked about', () => {
    expect(read('fredag den 10. december partshøring')).toEqual({ kind: 'other-weekday', dueOn: '2026-12-10' });
  });

  test('what returns every week is no deadline', () => {
    expect(read('hver mandag status')).toEqual({ kind: 'recurring' });
    expect(read('hver 14. dag status')).toEqual({ kind: 'recurring' });
  });

  test.each([
    'efter nytår ring',
    'tidligst 12. december ring',
    'om 8 dage efter mødet ring',
    'ugen før jul ring',
    'hurtigst muligt ring',
  ])('%s names no day by which it must be done, and none is made up', (text) => expect(read(text)).toEqual({ kind: 'no-day' }));

  test('a span between two numbers is no day', () => {
    expect(read('om 2-3 uger ring')).toEqual({ kind: 'no-day' });
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
