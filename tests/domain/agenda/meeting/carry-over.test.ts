import { expect, test } from 'vitest';
import type { Agenda, AgendaItem, Decision } from '../../../../src/domain/agenda/agenda.ts';
import { carriedItem, isCarriedTo, openItems } from '../../../../src/domain/agenda/meeting/carry-over.ts';
import { mattersOf } from '../../../../src/domain/agenda/meeting/matters.ts';
import type { ItemDecision, ItemRecord, Outcome } from '../../../../src/domain/agenda/meeting/record.ts';
import { writtenItems } from '../../../../src/domain/agenda/meeting/written-items.ts';
import { plainDate } from '../../../../src/domain/calendar/plain-date.ts';

const postponed = ['udsat', 'sagen udsættes'];
const rule = { postponed, withClosed: false };
const words = { item: ['punkt'], closed: ['lukket'], caseNumber: ['sag'], annex: ['bilag'], clause: ['at'] };
const date = plainDate('2026-12-01');
const agendaOf = (...items: readonly AgendaItem[]): Agenda => ({
  ...{ kind: 'dagsorden', municipality: null, body: 'Socialudvalget', date, startTime: null, place: null },
  ...{ present: null, absent: null, substitutes: [], faults: [] },
  items: items.map((item, index) => ({ ...item, number: index + 1 })),
});
const items = (text: string) => writtenItems(text, words);
const record = (itemIndex: number, number: number, outcome: Outcome | null): ItemRecord => ({
  ...{ itemIndex, number, by: 'sek', at: number },
  entry: outcome === null ? { kind: 'undone' } : { kind: 'decided', decision: { outcome, text: `${outcome}.` } as ItemDecision },
});
const said = (item: AgendaItem | undefined, text: string): AgendaItem => ({
  ...(item as AgendaItem),
  decisions: [{ text, body: null, date: null, itemNumber: null, ownMeeting: true, line: 1, dissent: [], voting: [] }],
});
const open = (agenda: Agenda, records: readonly ItemRecord[] = []) =>
  openItems(agenda, records, rule).map(({ index, reason }) => [index, reason]);

test('what nobody decided carries over, what was decided does not, and what was postponed does', () => {
  const agenda = agendaOf(...items('Budget\nHøring\nEventuelt'));
  expect(open(agenda, [record(0, 1, 'approved'), record(1, 1, 'postponed')])).toEqual([
    [1, 'postponed'],
    [2, 'undecided'],
  ]);
  expect(open(agenda, [record(0, 1, 'approved'), record(0, 2, null)])).toHaveLength(3);
});

test.each([
  ['Udsat.', true],
  ['Sagen udsættes til næste møde.', true],
  ['Udsatte borgere tilbydes et forløb.', false],
  ['Godkendt. Ikrafttrædelsen er udsat.', false],
])('a decision that the text states postpones only where it begins so: %s', (text, carries) => {
  expect(open(agendaOf(said(items('Budget')[0], text)))).toEqual(carries ? [[0, 'postponed']] : []);
});

test('closed items carry over only where closed members see them', () => {
  const agenda = agendaOf(...items('Lukket: Personalesag\nBudget'));
  expect(open(agenda)).toEqual([[1, 'undecided']]);
  expect(openItems(agenda, [], { ...rule, withClosed: true })).toHaveLength(2);
});

test('a carried item says where it comes from and what postponed it, and its committee has yet to treat it', () => {
  const earlier = {
    ...said(items('Budget')[0], 'Anbefales.').decisions[0],
    body: 'Økonomiudvalget',
    ownMeeting: false,
  } as Decision;
  const item = said(items('Budget')[0], 'Sagen udsættes.');
  const agenda = agendaOf({ ...item, decisions: [earlier, ...item.decisions] });
  const carry = (records: readonly ItemRecord[]) =>
    openItems(agenda, records, rule).map((open) => carriedItem(open, { agendaId: 'a', agenda }, records));
  const from = { agendaId: 'a', body: 'Socialudvalget', date, number: 1, title: 'Budget', reason: 'postponed' };
  expect(carry([])).toMatchObject([{ decisions: [earlier], carriedFrom: { ...from, text: 'Sagen udsættes.' } }]);
  expect(carry([record(0, 1, 'postponed')])).toMatchObject([
    { decisions: [earlier], carriedFrom: { ...from, text: 'postponed.' } },
  ]);
  const [carried] = carry([]);
  expect(isCarriedTo(agenda.items[0] as AgendaItem, 'a', [agendaOf(carried as AgendaItem)])).toBe(true);
  expect(isCarriedTo(agenda.items[0] as AgendaItem, 'b', [agendaOf(carried as AgendaItem)])).toBe(false);
});

test('a committee that postponed an item has not treated it', () => {
  const step = (body: string): Decision => ({
    ...(said(items('x')[0], 'Anbefales.').decisions[0] as Decision),
    body,
    ownMeeting: false,
  });
  const [item] = items('Budget');
  const recommendation = { by: null, to: ['Socialudvalget', 'Byrådet'], lead: null, clauses: ['at x'] };
  const agenda = agendaOf({ ...(item as AgendaItem), recommendation, decisions: [step('Økonomiudvalget')] });
  const waiting = (records: readonly ItemRecord[]) =>
    mattersOf(agenda, 0, records)
      .filter(({ matter, closed }) => matter.kind === 'committee-treats' && closed === null)
      .map(({ matter }) => matter.subject);
  expect(waiting([record(0, 1, 'postponed')])).toEqual(['Socialudvalget', 'Byrådet']);
  expect(waiting([record(0, 1, 'recommended')])).toEqual(['Byrådet']);
});
