import { expect, test } from 'vitest';
import { plainDate } from '../../../src/domain/calendar/plain-date.ts';
import {
  offeredRuleSets,
  openedChecklist,
  ruleSetInForce,
  ruleSetOfRun,
  rulesForNewRun,
} from '../../../src/domain/rules/adoption.ts';
import type { RuleSet } from '../../../src/domain/rules/rule-set.ts';
import { ruleSet } from './rule-sets.ts';

const valid = (from: string, to: string | null) => ({ from: plainDate(from), to: to === null ? null : plainDate(to) });
const set = (version: string, rest: Partial<RuleSet>) => ruleSet([], [], { version, ...rest });
const old = set('2019', { valid: valid('2019-01-01', '2019-12-31') });
const current = set('2020', { valid: valid('2020-01-01', '2020-12-31') });
const historical = set('2013', { standing: 'historical', valid: valid('2013-01-01', '2013-12-31') });
const sets = [old, current, historical];
const adopted = (version: string, from: string, to: string | null = null) => ({ ruleSet: `set@${version}`, ...valid(from, to) });
const versionOn = (day: string, ...adoptions: readonly ReturnType<typeof adopted>[]) => {
  const found = ruleSetInForce(sets, adoptions, 'set', plainDate(day));
  return found.kind === 'found' ? found.ruleSet.version : found.kind;
};

test('a version applies from the day of its adoption, not before', () => {
  expect(versionOn('2020-02-29', adopted('2020', '2020-03-01'))).toBe('none-in-force');
  expect(versionOn('2020-03-01', adopted('2020', '2020-03-01'))).toBe('2020');
});

test('after its last day there is no rule, never the nearest one', () => {
  expect(versionOn('2020-12-31', adopted('2020', '2020-01-01'))).toBe('2020');
  expect(versionOn('2021-01-01', adopted('2020', '2020-01-01'))).toBe('none-in-force');
});

test('of two adopted versions the one adopted later applies once it is in force', () => {
  const both = [adopted('2019', '2019-01-01'), adopted('2020', '2020-01-01')];
  expect([versionOn('2019-12-31', ...both), versionOn('2020-01-01', ...both)]).toEqual(['2019', '2020']);
});

test('a historical version that was adopted has no end of its own', () => {
  expect(versionOn('2026-11-23', adopted('2013', '2026-01-01'))).toBe('2013');
  expect(versionOn('2013-06-01', adopted('2013', '2026-01-01'))).toBe('none-in-force');
});

test('a version that was never adopted does not apply, though it is valid', () => {
  expect(versionOn('2020-06-01')).toBe('none-in-force');
});

test('a running run keeps its own version', () => {
  expect(ruleSetOfRun(sets, 'set@2019')).toBe(old);
  expect(ruleSetOfRun(sets, 'set@1999')).toBeNull();
});

test('the sets of other municipalities are offered only where the administrator says so', () => {
  const varde = set('1', { id: 'other', municipality: 'Varde' });
  expect(offeredRuleSets([...sets, varde], 'Varde', 'own-only')).toEqual([varde]);
  expect(offeredRuleSets([...sets, varde], 'Varde', 'others-too').length).toBe(4);
  expect(openedChecklist([...sets, varde], old, 'other')).toBeNull();
  expect(openedChecklist([...sets, varde], varde, 'other')).toBe('other');
});

test('a new run is a trial only where no version was ever adopted; before an adoption and after its end there is none', () => {
  const newOn = (day: string, ...adoptions: readonly ReturnType<typeof adopted>[]) =>
    rulesForNewRun(sets, adoptions, 'set', plainDate(day));
  const year = adopted('2013', '2026-01-01', '2026-12-31');
  expect(newOn('2025-12-31')).toEqual({ kind: 'trial', ruleSet: current });
  expect(newOn('2025-12-31', year)).toMatchObject({ kind: 'not-in-use', why: { kind: 'not-yet', from: '2026-01-01' } });
  expect(newOn('2026-01-01', year)).toEqual({ kind: 'adopted', ruleSet: historical });
  expect(newOn('2026-12-31', year)).toEqual({ kind: 'adopted', ruleSet: historical });
  expect(newOn('2027-01-01', year)).toMatchObject({ kind: 'not-in-use', why: { kind: 'ended', to: '2026-12-31' } });
  expect(newOn('2027-01-01', adopted('2020', '2019-01-01'))).toMatchObject({ why: { kind: 'ended', to: '2020-12-31' } });
  expect(newOn('2027-01-01', year, adopted('2013', '2028-01-01'))).toMatchObject({
    why: { kind: 'not-yet', from: '2028-01-01' },
  });
  expect(rulesForNewRun(sets, [], 'other', plainDate('2026-01-01'))).toEqual({ kind: 'unknown' });
});
