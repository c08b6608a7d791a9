import { describe, expect, test } from 'vitest';
import type { DeadlineView } from '../../../src/cards/deadlines/deadline-words.ts';
import { changeDeadlineDialog, newDeadlineDialog } from '../../../src/cards/deadlines/dialog-card.ts';
import { deadlineListCard } from '../../../src/cards/deadlines/list-card.ts';
import { savedDeadlineCard } from '../../../src/cards/deadlines/saved-card.ts';
import { timelinessCard } from '../../../src/cards/deadlines/timeliness-card.ts';
import { readTexts } from '../../../src/content/texts.ts';
import { addDays, plainDate } from '../../../src/domain/calendar/plain-date.ts';
import { boardOf } from '../../../src/domain/deadline/board.ts';
import type { Deadline } from '../../../src/domain/deadline/deadline.ts';
import { cardFaults } from '../../support/check-card.ts';

const today = plainDate('2026-11-23');
const texts = readTexts();
const viewIn = (language: 'da' | 'en'): DeadlineView => ({
  texts: texts[language],
  language,
  viewer: 'leder',
  escalateAfter: 3,
  nameOf: (objectId) => `Navn ${objectId}`,
  caseLink: (reference) => `https://fag.example/sag/${encodeURIComponent(reference)}`,
  people: [{ objectId: 'berit', name: 'Berit' }],
  today,
  at: Date.UTC(2026, 10, 23, 7),
});
const deadlines = Array.from(
  { length: 20 },
  (_, index): Deadline => ({
    id: `d${index}`,
    kind: 'own',
    title: `24. november *partshøring* ${index}`,
    caseReference: `24/${index}`,
    dueOn: addDays(today, index - 3),
    vagueWords: 'medio november',
    trigger: null,
    source: 'Horsens 2017, afsnittet Implementering',
    assumption: 'Regnet fra placeringsdatoen',
    owner: 'berit',
    state: 'open',
    metOn: null,
    snoozedUntil: addDays(today, 1),
  }),
);
const [first] = deadlines as [Deadline];

describe.each(['da', 'en'] as const)('in %s', (language) => {
  const view = viewIn(language);

  test.each(['mine', 'team', 'overdue'] as const)('every page of the list %s is a card that Teams takes', async (kind) => {
    const rows = boardOf(deadlines, today);
    for (const page of [0, 1, 2, 3, 9]) expect(await cardFaults(deadlineListCard(rows, { kind, page }, view))).toEqual([]);
    expect(await cardFaults(deadlineListCard([], { kind, page: 0 }, view, { notice: 'Fejl' }))).toEqual([]);
  });

  test('digest, escalation, receipt, share and dialogs are cards that Teams takes', async () => {
    const rows = boardOf(deadlines, today).map((row) => ({ ...row, reason: 'warning' as const }));
    const list = { on: today, after: today, person: 'berit', page: 0 };
    const months = [
      { month: plainDate('2026-10-01'), met: 9, total: 10 },
      { month: plainDate('2026-11-01'), met: 0, total: 0 },
    ];
    for (const card of [
      deadlineListCard(rows, { kind: 'digest', ...list }, view, { refreshFor: ['29:1'] }),
      deadlineListCard(rows, { kind: 'moved', reminder: 'r1', page: 0 }, view),
      deadlineListCard(rows, { kind: 'escalation', ...list }, view),
      savedDeadlineCard(first, today, view),
      savedDeadlineCard({ ...first, caseReference: null }, null, view),
      timelinessCard(months, 'mine', view),
      timelinessCard(months, 'team', view),
      timelinessCard(months, { person: 'berit' }, view),
      changeDeadlineDialog(first, { dialog: 'deadlines/change' }, [{ objectId: 'ali', name: 'Ali' }], view),
      newDeadlineDialog({ title: 'Partshøring', day: '', caseReference: '' }, { dialog: 'deadlines/new' }, view, 'Dagen mangler'),
    ])
      expect(await cardFaults(card)).toEqual([]);
  });
});

test('how late a deadline is stands in words, not in colour', () => {
  const shown = JSON.stringify(deadlineListCard(boardOf(deadlines, today), { kind: 'mine', page: 0 }, viewIn('da')));
  expect(shown).toContain('fredag den 20. november 2026, overskredet med 3 dage');
  expect(shown).toContain('mandag den 23. november 2026, i dag');
  expect(shown).toContain('20 åbne, heraf 3 overskredne');
});

test('a list names the person responsible only where it is somebody else', () => {
  const shown = (viewer: string) =>
    JSON.stringify(deadlineListCard(boardOf(deadlines, today), { kind: 'team', page: 0 }, { ...viewIn('da'), viewer }));
  expect(shown('leder')).toContain('ansvarlig: Navn berit');
  expect(shown('berit')).not.toContain('ansvarlig');
});

test('a row says what its day is counted from, and whose words are vague', () => {
  const offset = { kind: 'working-days' as const, count: 10 };
  const trigger = { what: 'Placeret', on: plainDate('2026-11-02'), offset };
  const shown = (changes: Partial<Deadline>) =>
    JSON.stringify(deadlineListCard(boardOf([{ ...first, ...changes }], today), { kind: 'mine', page: 0 }, viewIn('da')));
  expect(shown({ kind: 'checklist', trigger })).toContain('regnet 10 arbejdsdage fra mandag den 2. november 2026 (Placeret)');
  expect(shown({ kind: 'checklist' })).toContain('kildens ord: ”medio november”');
  expect(shown({ kind: 'own' })).toContain('skrevet som ”medio november”');
});

test('a stand-in’s digest names whose deadlines they are, and an escalation the days of the setting', () => {
  const rows = boardOf(deadlines, today);
  const list = { on: today, after: today, person: 'berit', page: 0 };
  const view = { ...viewIn('da'), viewer: 'vikar', escalateAfter: 5 };
  expect(JSON.stringify(deadlineListCard(rows, { kind: 'digest', ...list }, view))).toContain('Frister i dag: Navn berit');
  expect(JSON.stringify(deadlineListCard(rows, { kind: 'escalation', ...list }, view))).toContain('Overskredet i 5 arbejdsdage');
});

test('the table says the same as the chart, and a month without deadlines is no zero', () => {
  const card = timelinessCard(
    [
      { month: plainDate('2026-10-01'), met: 9, total: 10 },
      { month: plainDate('2026-11-01'), met: 0, total: 0 },
    ],
    'mine',
    viewIn('da'),
  );
  const shown = JSON.stringify(card);
  expect(shown).toContain('oktober 2026');
  expect(shown).toContain('90 %');
  expect(shown).toContain('ingen frister');
  expect(shown).toContain('"y":90');
});
