import { expect, test } from 'vitest';
import { createClock, dayAt, instantOf } from '../../src/clock/clock.ts';
import { addDays, plainDate } from '../../src/domain/calendar/plain-date.ts';

test('eight in Copenhagen is seven in winter and six in summer, by the world’s clock', () => {
  expect(new Date(instantOf(plainDate('2026-11-23'), 8)).toISOString()).toBe('2026-11-23T07:00:00.000Z');
  expect(new Date(instantOf(plainDate('2026-07-01'), 8)).toISOString()).toBe('2026-07-01T06:00:00.000Z');
});

test('the nights when the clock changes neither skip nor double eight in the morning', () => {
  expect(new Date(instantOf(plainDate('2026-03-29'), 8)).toISOString()).toBe('2026-03-29T06:00:00.000Z');
  expect(new Date(instantOf(plainDate('2026-10-25'), 8)).toISOString()).toBe('2026-10-25T07:00:00.000Z');
});

test('every day of 2020-2030 has one eight o’clock, on that day', () => {
  for (let day = plainDate('2020-01-01'); day <= '2030-12-31'; day = addDays(day, 1)) expect(dayAt(instantOf(day, 8))).toBe(day);
});

test('just before midnight in Denmark it is still the same day', () => {
  expect(dayAt(Date.parse('2026-11-23T22:59:59Z'))).toBe('2026-11-23');
  expect(dayAt(Date.parse('2026-11-23T23:00:00Z'))).toBe('2026-11-24');
});

test('a set day holds until it is taken back', () => {
  const clock = createClock();
  clock.setToday(plainDate('2020-11-25'));
  expect(clock.today()).toBe('2020-11-25');
  clock.setToday(null);
  expect(clock.today()).toBe(dayAt(Date.now()));
});
