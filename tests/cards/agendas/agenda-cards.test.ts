import { expect, test } from 'vitest';
import { agendaCard } from '../../../src/cards/agendas/agenda-card.ts';
import type { AgendaState, AgendaView } from '../../../src/cards/agendas/agenda-view.ts';
import { decideForm, draftOf } from '../../../src/cards/agendas/decide-form.ts';
import { historySheet } from '../../../src/cards/agendas/history-sheet.ts';
import { itemSheet } from '../../../src/cards/agendas/item-sheet.ts';
import { minutesCard } from '../../../src/cards/agendas/minutes-card.ts';
import { readTexts } from '../../../src/content/texts.ts';
import type { AgendaItem } from '../../../src/domain/agenda/agenda.ts';
import { type MinutesVersion, minutesOf } from '../../../src/domain/agenda/meeting/minutes.ts';
import type { ItemRecord } from '../../../src/domain/agenda/meeting/record.ts';
import { plainDate } from '../../../src/domain/calendar/plain-date.ts';
import { cardFaults } from '../../support/check-card.ts';

const today = plainDate('2026-11-25');
const texts = readTexts().da;
const secretary: AgendaView = {
  ...{ texts, language: 'da', today, at: 0, showsClosed: true, mayKeep: true },
  nameOf: () => 'Lars Bech',
};
const reader: AgendaView = { ...secretary, showsClosed: false, mayKeep: false };
const long = (words: string) => `${words} "*_24. november [x]" `.repeat(60);
const many = (words: string) => Array.from({ length: 60 }, (_none, index) => `${index + 1}. ${long(words)}`);
const itemWith = (number: number, changes: Partial<AgendaItem> = {}): AgendaItem => ({
  ...{
    number,
    title: long('Titel'),
    caseNumber: '00.01.00-A00-1-26',
    documentNumber: null,
    page: 1,
    closed: false,
    line: number,
  },
  ...{ matter: long('Tema'), caseStatement: null, legalBasis: long('Lov'), economy: long('Penge'), communication: long('Ord') },
  recommendation: { by: long('Fag'), to: many('Udvalg'), lead: long('Forvaltningen'), clauses: many('at') },
  decisions: many('Godkendt').map((text) => ({
    ...{
      text,
      body: 'Økonomiudvalget',
      date: today,
      itemNumber: 1,
      ownMeeting: false,
      line: 1,
      dissent: many('imod'),
      voting: [],
    },
  })),
  ...{ annexes: many('Bilag'), emptyAnnexHeading: false, absent: many('Navn'), truncated: true },
  consultation: { from: today, to: today, parties: many('Råd') },
  dates: many('dato').map((sentence) => ({ date: today, line: 1, sentence })),
  ...changes,
});
const secret = itemWith(40, { title: 'Hemmelig sag', closed: true, annexes: ['Hemmeligt bilag'] });
const items = [...Array.from({ length: 39 }, (_none, index) => itemWith(index + 1)), secret];
const decision = {
  ...({ outcome: 'other', text: long('Besluttet'), amendments: long('Ændret'), votes: null, dissent: long('Imod') } as const),
  ...{ disqualified: many('A'), absent: many('B'), reviewOn: today },
};
const records: readonly ItemRecord[] = Array.from({ length: 60 }, (_none, index) => ({
  ...{ itemIndex: 0, number: index + 1, entry: { kind: 'decided', decision }, by: 'x', at: index },
}));
const state: AgendaState = {
  stored: {
    ...{ id: 'a', file: long('fil'), revision: 1, posted: [] },
    agenda: {
      ...{ kind: 'dagsorden', municipality: null, body: long('Udvalg'), date: today, startTime: null, place: long('Sted') },
      ...{ present: many('Navn'), absent: many('Navn'), substitutes: [], items },
      faults: [{ kind: 'no-date', line: 1, values: {} }],
    },
  },
  records,
};
const minutes = (version: MinutesVersion) => ({
  ...{ id: 'a', minutes: minutesOf(state.stored.agenda, records, version), changedAt: 60 },
  approvals: many('Navn').map((member) => ({ member, kind: 'approved' as const, at: 1 })),
});

test.each([
  ['the agenda', agendaCard(state, 2, secretary)],
  ['an item', itemSheet(state, 0, 4, secretary)],
  ['the decision form', decideForm(state, { item: 0, seen: 1 }, draftOf(state, 0), secretary, [long('fejl')])],
  ['the history', historySheet(state, 0, secretary)],
  ['the minutes', minutesCard(minutes('full'), 0, secretary)],
])('%s of the longest texts stays a card that Teams takes', async (_name, card) => {
  expect(await cardFaults(card)).toEqual([]);
});

test('forty items are seven pages, each item on one of them', () => {
  const pages = Array.from({ length: 7 }, (_none, page) => JSON.stringify(agendaCard(state, page, secretary)));
  const numbers = pages.flatMap((page) => [...page.matchAll(/Punkt (\d+):/g)].map(([, number]) => Number(number)));
  expect(numbers).toEqual(items.map(({ number }) => number));
});

test('a closed item has no content on any card outside the secretary’s personal chat', () => {
  const cards = [agendaCard(state, 6, reader), itemSheet(state, 39, 0, reader), historySheet(state, 39, reader)];
  expect(JSON.stringify([...cards, minutesCard(minutes('open'), 6, reader)])).not.toMatch(/Hemmelig/);
  expect(JSON.stringify(minutesCard(minutes('full'), 6, secretary))).toContain('Hemmelig sag');
});

test('what is left out is said', () => {
  expect(JSON.stringify(itemSheet(state, 0, 0, secretary))).toMatch(/og \d+ mere/);
});
