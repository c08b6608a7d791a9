import { expect, test } from 'vitest';
import { registerSheet, runsCard } from '../../../src/cards/checklists/list-sheets.ts';
import { queueCard } from '../../../src/cards/checklists/queue-card.ts';
import { closedCard, overviewCard, resultCard } from '../../../src/cards/checklists/result-card.ts';
import { decideForm, journalSheet, journalText, whatIfSheet, whySheet } from '../../../src/cards/checklists/run-sheets.ts';
import { stepCard } from '../../../src/cards/checklists/step-card.ts';
import type { Answers } from '../../../src/domain/rules/answers.ts';
import type { RuleSet } from '../../../src/domain/rules/rule-set.ts';
import { isPart, partsOf } from '../../support/card-parts.ts';
import { cardFaults } from '../../support/check-card.ts';
import { decisionOf, queueOf, setNamed, shippedSets, stateWith, triageCards, viewIn } from '../../support/checklist-cards.ts';

const view = viewIn('da', { hasNext: true, current: 'a3f1c2d4-0000-4000-8000-000000000001' });
const json = (card: unknown) => JSON.stringify(card);

/** Answers that walk a rule set to its end: of every question the option at this place. */
function walked(ruleSet: RuleSet, place: number): Answers {
  let answers: Answers = {};
  for (let state = stateWith(ruleSet, answers); state.step.kind === 'ask'; state = stateWith(ruleSet, answers)) {
    const { questions } = state.step;
    answers = { ...answers, ...Object.fromEntries(questions.map((one) => [one.id, answerOf(one, place)])) };
  }
  return answers;
}

function answerOf({ type, options, min }: RuleSet['questions'][number], place: number) {
  if (type === 'date') return '2017-08-28';
  if (type === 'number') return min ?? 1;
  const option = options[place % options.length] ?? 'ved_ikke';
  return type === 'multi' ? [option] : option;
}

test.each(['da', 'en'] as const)('every card of a triage is one that Teams takes (%s)', async (language) => {
  for (const [name, card] of triageCards(language)) expect([name, await cardFaults(card)]).toEqual([name, []]);
});

test.each(
  shippedSets.map((ruleSet) => [ruleSet.id, ruleSet] as const),
)('every step, result and dialog of %s is a card that Teams takes, whatever is answered', async (_id, ruleSet) => {
  for (const place of [0, 1, 2, 3]) {
    const answers = walked(ruleSet, place);
    const steps = Object.keys(answers).map((_one, count) =>
      stateWith(ruleSet, Object.fromEntries(Object.entries(answers).slice(0, count))),
    );
    const done = stateWith(ruleSet, answers);
    const draft = { runId: 'r', kind: 'departed', outcome: null, reason: null, words: null, legalBasis: null } as const;
    const cards = [
      ...steps.filter(({ step }) => step.kind === 'ask').map((state) => stepCard(state, view)),
      ...[stepCard(done, view, { again: Object.keys(answers).slice(0, 4) }), resultCard(done, view), closedCard(done, view)],
      ...[whatIfSheet(done, view), decideForm(done, draft, ['words'], view), journalSheet(done, view)],
      ...[overviewCard(done, view, ['29:a']), ...ruleSet.questions.map(({ id }) => whySheet(done, id, view))],
    ];
    for (const card of cards) expect(await cardFaults(card)).toEqual([]);
  }
});

test('every press has a fallback for clients without Execute, and the data name the run alone', () => {
  const executes = triageCards().flatMap(([, { refresh: _own, ...card }]) =>
    partsOf(card).filter(({ type }) => type === 'Action.Execute'),
  );
  expect(executes.length).toBeGreaterThan(30);
  for (const { fallback, data } of executes) {
    expect(isPart(fallback) && fallback['type']).toBe('Action.Submit');
    expect(json(data)).not.toMatch(/24\/1187|Holm|gruppe_/);
  }
});

test('the longest texts stay cards that Teams takes, and the journal text is whole', async () => {
  const long = (words: string) => `${words} "*_24. november [x]" `.repeat(40);
  const triage = setNamed('triage-horsens');
  const ruleSet = {
    ...triage,
    ...{ title: long('Titel'), lawNote: long('Lov').slice(0, 900), humanDecides: Array(5).fill(long('Menneske').slice(0, 300)) },
    questions: triage.questions.map((one) => ({ ...one, text: long(one.text).slice(0, 400), help: long('Hjælp').slice(0, 400) })),
    texts: Object.fromEntries(Object.entries(triage.texts).map(([code, text]) => [code, long(text).slice(0, 300)])),
  };
  const answers = { a_maalgruppe: 'ja', a_kan_deltage: 'nej', a_rehab: 'flere', a_aktiveret: 'nej', a_rehabplan_igang: 'nej' };
  const decision = decisionOf('gruppe_2', {
    kind: 'departed',
    reason: 'other',
    words: long('Ord').slice(0, 2000),
    legalBasis: long('Hjemmel').slice(0, 500),
  });
  const state = stateWith(ruleSet, { ...answers, a_aarsag: 'begge', a_placeret_dato: '2017-08-28' }, { decisions: [decision] });
  const draft = { runId: 'r', kind: 'departed', outcome: null, reason: null, words: 'x'.repeat(2000), legalBasis: null } as const;
  const again = Object.keys(state.answers).slice(0, 4);
  const faults = ruleSet.questions.slice(0, 4).map((question) => ({ question, fault: 'required' as const }));
  const cards = {
    step: stepCard(state, view, { again, faults }),
    result: resultCard(state, view),
    shared: overviewCard(state, view, Array(60).fill('29:1JZ9MCZ0b4lY1sTgDhSBvkiP0uTzUVtLkHcDoIIkmLyF2nCoUqIvSb_2x9WqfKD1')),
    decide: decideForm(state, draft, ['outcome', 'reason'], view),
    journal: journalSheet(state, view),
    what: whatIfSheet(state, view),
    why: whySheet(state, 'a_kan_deltage', view),
  };
  for (const [name, card] of Object.entries(cards)) expect([name, await cardFaults(card)]).toEqual([name, []]);
  const field = partsOf(cards.journal).find(({ id }) => id === 'journal');
  expect(field?.['value']).toBe(journalText(state, view));
});

test('lists of sixty cases stay cards that Teams takes and say how many are left out', async () => {
  const triage = setNamed('triage-horsens');
  const runs = Array.from(
    { length: 60 },
    (_none, index) => stateWith(triage, {}, { id: `r${index}`, caseReference: `24/${index}` }).run,
  );
  const entries = runs.map((run) => ({ run, decision: null, isFirst: false, followUpOn: null }));
  const groups = ['gruppe_1', 'gruppe_2', 'gruppe_3', null].map((outcome) => ({ outcome, entries }));
  const cards = [
    queueCard(queueOf(Array(60).fill('waiting')), view),
    registerSheet({ kind: 'placements', groups, names: {} }, shippedSets, view),
    runsCard(
      { title: 'Mine' },
      runs.map((run) => ({ run, name: triage.title })),
      view,
    ),
  ];
  for (const card of cards) {
    expect(await cardFaults(card)).toEqual([]);
    expect(json(card)).toMatch(/\+ \d+|\d+ ældre er ikke vist/);
  }
});

test('a case of the queue that was begun and left is opened from the queue', () => {
  const card = json(queueCard(queueOf(['over', 'open', 'waiting']), view));
  expect(card).toContain('"verb":"checklists/view","title":"Åbn 24/1188","data":{"run":"run-1"}');
  expect(card).not.toMatch(/Åbn 24\/118[79]"/);
});

test('a card that is over shows neither answers nor outcome nor case number', () => {
  const answers = { a_maalgruppe: 'ja', a_kan_deltage: 'ja', a_rehab: 'nej', a_aktiveret: 'nej' };
  const triage = setNamed('triage-horsens');
  for (const state of ['decided', 'closed'] as const)
    expect(json(closedCard(stateWith(triage, answers, { state }), view))).not.toMatch(/Ja|Nej|Gruppe|24\/1187|Holm/);
});
