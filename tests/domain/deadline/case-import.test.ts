import { expect, test } from 'vitest';
import { plainDate } from '../../../src/domain/calendar/plain-date.ts';
import { importKey, previewImport, type TableRow } from '../../../src/domain/deadline/case-import.ts';
import type { Deadline } from '../../../src/domain/deadline/deadline.ts';

const mapping = { caseReference: 'Sag', person: 'Ansvarlig', kind: 'Type', dueOn: 'Dato' };
const context = {
  people: new Map([
    ['bh', 'berit'],
    ['ali', 'ali'],
  ]),
  of: null,
};
const row = (line: number, ...[sag, who, type, day]: readonly string[]): TableRow => ({
  line,
  cells: { Sag: sag ?? '', Ansvarlig: who ?? '', Type: type ?? '', Dato: day ?? '' },
});
const there = (
  caseReference: string,
  title: string,
  dueOn: string,
  changes: Partial<Deadline> = {},
): readonly [string, Deadline] => [
  importKey(caseReference, title),
  {
    id: caseReference,
    kind: 'conversation',
    title,
    caseReference,
    dueOn: plainDate(dueOn),
    vagueWords: null,
    trigger: null,
    source: null,
    assumption: null,
    owner: 'berit',
    state: 'open',
    metOn: null,
    snoozedUntil: null,
    ...changes,
  },
];
const none = new Map<string, Deadline>();

test('a first list adds its rows, in the spellings of days that case systems use', () => {
  const rows = [
    row(2, '24/1', 'BH', 'Jobsamtale', '01-12-2026'),
    row(3, '24/2', 'ali', 'Jobsamtale', '1.12.2026'),
    row(4, '24/3', 'ALI', 'Jobsamtale', '2026-12-01 08:00'),
  ];
  const preview = previewImport(rows, mapping, none, context);
  expect(preview.added.map(({ caseReference, owner, dueOn }) => [caseReference, owner, dueOn])).toEqual([
    ['24/1', 'berit', '2026-12-01'],
    ['24/2', 'ali', '2026-12-01'],
    ['24/3', 'ali', '2026-12-01'],
  ]);
});

test('the same list again changes nothing', () => {
  const existing = new Map([there('24/1', 'Jobsamtale', '2026-12-01')]);
  expect(previewImport([row(2, '24/1', 'BH', 'jobsamtale', '2026-12-01')], mapping, existing, context)).toEqual({
    added: [],
    changed: [],
    closed: [],
    unchanged: 1,
    faults: [],
  });
});

test('a moved day and another person are changes, and a row that is gone is closed', () => {
  const existing = new Map([
    there('24/1', 'Jobsamtale', '2026-12-01'),
    there('24/2', 'Jobsamtale', '2026-12-02'),
    there('24/3', 'Jobsamtale', '2026-12-03'),
  ]);
  const preview = previewImport(
    [row(2, '24/1', 'BH', 'Jobsamtale', '2026-12-09'), row(3, '24/2', 'ali', 'Jobsamtale', '2026-12-02')],
    mapping,
    existing,
    context,
  );
  expect(preview.changed.map(({ after }) => after.caseReference)).toEqual(['24/1', '24/2']);
  expect(preview.closed.map(({ caseReference }) => caseReference)).toEqual(['24/3']);
});

test('each row that cannot be read is named with its line, and closes nothing', () => {
  const rows = [
    row(2, '', 'BH', 'Jobsamtale', '2026-12-01'),
    row(3, '24/1', 'Ukendt', 'Jobsamtale', '2026-12-01'),
    row(4, '24/4', 'BH', 'Jobsamtale', 'snart'),
    { ...row(5, '24/5', 'BH', '', '2026-12-01'), isRefused: true },
  ];
  const preview = previewImport(rows, mapping, new Map([there('24/1', 'Jobsamtale', '2026-12-01')]), context);
  expect(preview.faults.map(({ line, fault }) => [line, fault])).toEqual([
    [2, 'no-case'],
    [3, 'unknown-person'],
    [4, 'no-day'],
    [5, 'personal-number'],
  ]);
  expect(preview.closed).toEqual([]);
});

test('a row that stands twice is taken once and named', () => {
  const preview = previewImport(
    [row(2, '24/1', 'BH', 'Jobsamtale', '2026-12-01'), row(3, '24/1', 'BH', 'Jobsamtale', '2026-12-08')],
    mapping,
    none,
    context,
  );
  expect(preview.added).toHaveLength(1);
  expect(preview.faults).toMatchObject([{ line: 3, fault: 'doubled' }]);
});

test('what was closed and stands in the list again is opened again', () => {
  const existing = new Map([there('24/1', 'Jobsamtale', '2026-12-01', { state: 'met' })]);
  expect(previewImport([row(2, '24/1', 'BH', 'Jobsamtale', '2026-12-01')], mapping, existing, context).changed).toHaveLength(1);
});

test('what a person stopped stays stopped until the list has another day for it', () => {
  const existing = new Map([there('24/1', 'Jobsamtale', '2026-12-01', { state: 'stopped' })]);
  const changed = (day: string) => previewImport([row(2, '24/1', 'BH', 'Jobsamtale', day)], mapping, existing, context).changed;
  expect([changed('2026-12-01').length, changed('2026-12-08').length]).toEqual([0, 1]);
});

test('a leader’s list closes nothing of another team, and its rows about others change nothing', () => {
  const existing = new Map([there('24/1', 'Samtale', '2026-12-10'), there('24/2', 'Samtale', '2026-12-10', { owner: 'ali' })]);
  const rows = [row(2, '24/3', 'BH', 'Samtale', '2026-12-11'), row(3, '24/4', 'BH', 'Samtale', '2026-12-11')];
  const ofAli = previewImport(rows, mapping, existing, { ...context, of: new Set(['ali']) });
  expect([ofAli.added, ofAli.closed.map(({ id }) => id)]).toEqual([[], ['24/2']]);
  expect(ofAli.faults.map(({ fault }) => fault)).toEqual(['other-team', 'other-team']);
});
