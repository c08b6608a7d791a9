import { describe, expect, test } from 'vitest';
import type { Agenda, AgendaItem } from '../../../../src/domain/agenda/agenda.ts';
import { followUpsOf } from '../../../../src/domain/agenda/meeting/follow-up.ts';
import { mattersOf } from '../../../../src/domain/agenda/meeting/matters.ts';
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
});

describe('what an item waits for', () => {
  const record = (number: number, entry: ItemRecord['entry']): ItemRecord => ({ ...decided(number), entry });
  const seniors = { kind: 'party-answers', subject: 'Seniorrådet' } as const;
  const council = { kind: 'committee-treats', subject: 'Byrådet' } as const;
  const on = plainDate('2026-12-03');
  const waiting = (records: readonly ItemRecord[], one: AgendaItem = item()) =>
    mattersOf(agenda(one), 0, records)
      .filter(({ closed }) => closed === null)
      .map(({ matter }) => matter.subject);

  test('each party of its consultation, and each committee of its chain but the one that has decided here', () => {
    expect(waiting([])).toEqual(['Seniorrådet', 'Handicaprådet', 'Socialudvalget', 'Byrådet']);
    expect(waiting([decided(1, { outcome: 'noted' })])).toEqual(['Seniorrådet', 'Handicaprådet', 'Byrådet']);
  });

  test('what it proposed is a measure once it is approved, and none where it was rejected', () => {
    expect(waiting([decided(1)])).toContain('at standarden sendes i høring');
    expect(waiting([decided(1, { outcome: 'rejected' })])).not.toContain('at standarden sendes i høring');
  });

  test('what was closed is waited for no more, until it is opened again', () => {
    const closed = [record(1, { kind: 'closed', matter: seniors, on, words: 'Ingen bemærkninger.' })];
    expect(waiting(closed)).not.toContain('Seniorrådet');
    expect(mattersOf(agenda(item()), 0, closed)[0]?.closed).toEqual({ on, words: 'Ingen bemærkninger.', by: 'sekretær' });
    expect(waiting([...closed, record(2, { kind: 'opened', matter: seniors })])).toContain('Seniorrådet');
  });

  test('the chain stays open until each committee has decided, here or in the text', () => {
    const treated = record(2, { kind: 'closed', matter: council, on, words: null });
    expect(waiting([decided(1, { outcome: 'recommended' }), treated])).not.toContain('Byrådet');
    const read = { text: 'Anbefales.', itemNumber: null, ownMeeting: false, line: 1, dissent: [], voting: [] };
    const one = item({ decisions: [{ ...read, body: 'Byrådet', date: on }] });
    expect(waiting([], one)).toEqual(['Seniorrådet', 'Handicaprådet', 'Socialudvalget']);
  });

  test('a measure in own words stands beside those that were proposed, and a matter changes no decision', () => {
    const own = record(2, { kind: 'closed', matter: { kind: 'measure', subject: 'Færre løntilskud' }, on, words: null });
    expect(mattersOf(agenda(item()), 0, [decided(1), own]).map(({ matter }) => matter.subject)).toContain('Færre løntilskud');
    expect(decisionOf([decided(1), own], 0)?.number).toBe(1);
  });

  test('nothing of a closed item is told', () => expect(mattersOf(agenda(item({ closed: true })), 0, [])).toEqual([]));
});
