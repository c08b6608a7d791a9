import { describe, expect, test } from 'vitest';
import type { Agenda, AgendaItem } from '../../../../src/domain/agenda/agenda.ts';
import { followUpsOf, isChainOpen } from '../../../../src/domain/agenda/meeting/follow-up.ts';
import { minutesOf, missingApprovals } from '../../../../src/domain/agenda/meeting/minutes.ts';
import {
  decisionOf,
  faultsOfDecision,
  type ItemDecision,
  type ItemRecord,
  isOpenItem,
} from '../../../../src/domain/agenda/meeting/record.ts';
import { plainDate } from '../../../../src/domain/calendar/plain-date.ts';

const item = (changes: Partial<AgendaItem> = {}): AgendaItem => ({
  number: 68,
  title: 'Kvalitetsstandard',
  caseNumber: '27.00.00-P23-1-20',
  documentNumber: null,
  page: null,
  closed: false,
  line: 1,
  matter: null,
  caseStatement: null,
  legalBasis: null,
  economy: null,
  communication: null,
  recommendation: {
    by: 'Forvaltningen',
    to: ['Socialudvalget', 'Byrådet'],
    lead: null,
    clauses: ['at standarden sendes i høring'],
  },
  decisions: [],
  annexes: ['Udkast'],
  emptyAnnexHeading: false,
  absent: [],
  consultation: { from: plainDate('2026-11-26'), to: plainDate('2027-01-04'), parties: ['Seniorrådet', 'Handicaprådet'] },
  dates: [
    { date: plainDate('2027-01-04'), line: 3, sentence: 'i høring til den 4. januar 2027' },
    { date: plainDate('2026-10-01'), line: 4, sentence: 'behandles i Byrådet den 1. oktober 2026' },
  ],
  truncated: false,
  ...changes,
});
const agenda = (...items: readonly AgendaItem[]): Agenda => ({
  kind: 'dagsorden',
  municipality: 'Testkøbing',
  body: 'Socialudvalget',
  date: plainDate('2026-11-25'),
  startTime: '15:00',
  place: 'Rådhuset',
  present: ['Anne Ås'],
  absent: null,
  substitutes: [],
  items,
  faults: [],
});
const decision = (changes: Partial<ItemDecision> = {}): ItemDecision => ({
  outcome: 'approved',
  text: 'Godkendt.',
  amendments: null,
  votes: null,
  dissent: null,
  disqualified: [],
  absent: [],
  reviewOn: null,
  ...changes,
});
const decided = (number: number, changes: Partial<ItemDecision> = {}): ItemRecord => ({
  itemIndex: 0,
  number,
  entry: { kind: 'decided', decision: decision(changes) },
  by: 'sekretær',
  at: number,
});
const undone = (number: number): ItemRecord => ({ itemIndex: 0, number, entry: { kind: 'undone' }, by: 'sekretær', at: number });
const today = plainDate('2026-11-25');

describe('recording', () => {
  test('undoing takes away the last decision and the one before stands again', () => {
    const text = (records: readonly ItemRecord[]) => {
      const entry = decisionOf(records, 0)?.entry;
      return entry?.kind === 'decided' ? entry.decision.text : null;
    };
    expect(text([decided(1), decided(2, { text: 'Udsat.' })])).toBe('Udsat.');
    expect(text([decided(1), decided(2, { text: 'Udsat.' }), undone(3)])).toBe('Godkendt.');
    expect(text([decided(1), undone(2), undone(3)])).toBeNull();
  });

  test('an item without a decision, or a postponed one, carries over', () => {
    expect(isOpenItem([], 0)).toBe(true);
    expect(isOpenItem([decided(1)], 0)).toBe(false);
    expect(isOpenItem([decided(1, { outcome: 'postponed', text: 'Udsat.' })], 0)).toBe(true);
  });

  test('a decision with changes asks which, and a vote asks for its votes', () => {
    expect(faultsOfDecision(decision(), today)).toEqual([]);
    expect(faultsOfDecision(decision({ outcome: 'approved-with-changes' }), today)).toEqual(['which-changes']);
    expect(faultsOfDecision(decision({ text: ' ', votes: { for: 0, against: 0, neither: 0 }, reviewOn: today }), today)).toEqual([
      'no-text',
      'no-votes',
      'review-has-passed',
    ]);
  });
});

describe('minutes', () => {
  const closed = item({ number: 69, title: 'Personsag', closed: true, annexes: ['Fortroligt notat'] });

  test('the open version shows that an item is closed, and nothing of it', () => {
    const minutes = minutesOf(agenda(item(), closed), [decided(1)], 'open');
    expect(minutes.items[0]?.decision?.text).toBe('Godkendt.');
    expect(minutes.items[1]).toEqual({
      number: 69,
      title: null,
      caseNumber: null,
      isClosed: true,
      isWithheld: true,
      recommendation: [],
      decision: null,
      annexes: [],
    });
    expect(JSON.stringify(minutes)).not.toMatch(/Personsag|Fortroligt/);
  });

  test('the full version holds closed items, and what was not decided has no decision', () => {
    const minutes = minutesOf(agenda(item(), closed), [], 'full');
    expect(minutes.items.map(({ title, decision: text }) => [title, text])).toEqual([
      ['Kvalitetsstandard', null],
      ['Personsag', null],
    ]);
  });

  test('who has not approved is listed', () => {
    expect(missingApprovals(['Anne', 'Bo', 'Ida'], [{ member: 'Bo', kind: 'signed-elsewhere', at: 1 }])).toEqual(['Anne', 'Ida']);
  });
});

describe('following up', () => {
  test('a consultation proposes its last day with its parties, and a day stands once', () => {
    const found = followUpsOf(item(), 0, [decided(1, { reviewOn: plainDate('2027-06-01') })], today);
    expect(found.map(({ kind, dueOn, hasPassed, parties }) => [kind, dueOn, hasPassed, parties.length])).toEqual([
      ['named-date', '2026-10-01', true, 0],
      ['consultation-ends', '2027-01-04', false, 2],
      ['review', '2027-06-01', false, 0],
    ]);
  });

  test('nothing of a closed item is proposed', () => expect(followUpsOf(item({ closed: true }), 0, [], today)).toEqual([]));

  test('the chain stays open until each committee has decided', () => {
    const by = (body: string) => ({
      text: 'Anbefales.',
      body,
      date: null,
      itemNumber: null,
      ownMeeting: false,
      line: 1,
      dissent: [],
      voting: [],
    });
    expect(isChainOpen(item({ decisions: [by('Socialudvalget')] }))).toBe(true);
    expect(isChainOpen(item({ decisions: [by('Socialudvalget'), by('Byrådet')] }))).toBe(false);
  });
});
