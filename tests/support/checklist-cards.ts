import { type CaseStanding, commonQuestions } from '../../src/app/checklists/case-queue.ts';
import type { CaseDecision, Run } from '../../src/app/checklists/ports.ts';
import type { RunState } from '../../src/app/checklists/show-run.ts';
import type { StoredDeadline } from '../../src/app/deadlines/ports.ts';
import type { Card } from '../../src/cards/card.ts';
import { offeredCard, registerSheet, runsCard, shareCard } from '../../src/cards/checklists/list-sheets.ts';
import { type QueueSheet, queueCard } from '../../src/cards/checklists/queue-card.ts';
import { closedCard, overviewCard, resultCard } from '../../src/cards/checklists/result-card.ts';
import { decideForm, earlierSheet, journalSheet, whatIfSheet, whySheet } from '../../src/cards/checklists/run-sheets.ts';
import type { RunView } from '../../src/cards/checklists/run-view.ts';
import { stepCard } from '../../src/cards/checklists/step-card.ts';
import { readLibraryContent } from '../../src/content/read-library-content.ts';
import { readRuleSets } from '../../src/content/read-rule-sets.ts';
import { readTexts } from '../../src/content/texts.ts';
import { readChecklistWords } from '../../src/content/words/read-checklist-words.ts';
import { plainDate } from '../../src/domain/calendar/plain-date.ts';
import { usualClosedDays } from '../../src/domain/calendar/working-days.ts';
import { evaluate } from '../../src/domain/checklist/evaluate.ts';
import { nextStep } from '../../src/domain/checklist/next-step.ts';
import type { Language } from '../../src/domain/language/texts.ts';
import type { Answers } from '../../src/domain/rules/answers.ts';
import { type RuleSet, ruleSetKey } from '../../src/domain/rules/rule-set.ts';
import { countedAnswers } from '../../src/domain/rules/truth.ts';

export const shippedSets = readRuleSets();
const runId = 'a3f1c2d4-0000-4000-8000-000000000001';
const asOf = plainDate('2017-09-04');
const at = Date.UTC(2017, 8, 4, 8, 30);
const titles = new Map(readLibraryContent().documents.map(({ document }) => [document.file, document.title]));
const titleOf = (file: string) => titles.get(file) ?? file;
const names: Readonly<Record<string, string>> = { berit: 'Berit Holm', anders: 'Anders Juul' };

export function setNamed(id: string): RuleSet {
  const found = shippedSets.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no rule set ${id}`);
  return found;
}

/** What presenters are given, on the day of the pictures. */
export function viewIn(language: Language, own: Partial<RunView> = {}): RunView {
  const texts = readTexts()[language];
  const caseLink = (reference: string) => `https://fagsystem.example/sag/${encodeURIComponent(reference)}`;
  return {
    texts,
    language,
    nameOf: (id) => names[id] ?? id,
    caseLink,
    titleOf,
    today: asOf,
    at,
    hasNext: false,
    current: null,
    ...own,
  };
}

/** A run as it stands after these answers. */
export function stateWith(ruleSet: RuleSet, answers: Answers, own: Partial<Run> = {}): RunState {
  const run: Run = {
    ...{ id: runId, caseReference: '24/1187', ruleSet: ruleSetKey(ruleSet), asOf },
    ...{ owner: 'berit', isTrial: false, startedAt: at, state: 'open', revision: 0, decisions: [], sharedAt: [] },
    answers: Object.entries(answers).map(([question, value]) => ({ question, version: 1, value, by: 'berit', at })),
    ...own,
  };
  const [step, evaluation] = [nextStep(ruleSet, answers, asOf), evaluate(ruleSet, answers, asOf, usualClosedDays)];
  const { deadlines } = evaluation;
  const counted = countedAnswers(ruleSet, answers, asOf);
  return {
    run,
    ruleSet,
    answers,
    counted,
    step,
    evaluation,
    deadlines,
    proposed: {},
    mayDecide: true,
    running: { own: [], earlier: [] },
  };
}

export function decisionOf(outcome: string, own: Partial<CaseDecision> = {}): CaseDecision {
  return {
    ...{ kind: 'followed', proposed: [outcome], outcome, reason: null, words: null, legalBasis: null, by: 'berit', at },
    byName: 'Berit Holm',
    deadlines: [],
    receipt: { ruleSet: 'triage-horsens@2017', engineVersion: '1', asOf, answers: {} },
    ...own,
  };
}

/** Two deadlines of a decision. */
const running = ['Indsatsen for gruppe 1 s\u00e6ttes i v\u00e6rk', 'Borgeren er placeret i en gruppe'].map(
  (title, index): StoredDeadline => ({
    ...{ id: `d${index}`, kind: 'checklist', title, caseReference: '24/1187', dueOn: asOf, vagueWords: null, trigger: null },
    ...{ source: null, assumption: null, owner: 'berit', state: 'open', metOn: null, snoozedUntil: null },
    ...{ generation: 1, importKey: null },
  }),
);

const group1 = { a_maalgruppe: 'ja', a_kan_deltage: 'ja', a_rehab: 'nej', a_aktiveret: 'nej' };
const group3 = { a_maalgruppe: 'ja', a_kan_deltage: 'nej', a_rehab: 'nej', a_aktiveret: 'nej', a_aarsag: 'begge' };
const human = { ...group3, a_rehab: 'fleksjob', a_rehabplan_igang: 'nej', a_placeret_dato: '2017-08-28' };

/** Every card that a triage shows to somebody, by its name, from the first to the last. */
export function triageCards(language: Language = 'da'): readonly (readonly [string, Card])[] {
  const view = viewIn(language);
  const queued = viewIn(language, { hasNext: true, current: runId });
  const triage = setNamed('triage-horsens');
  const [first, second, done, third, left] = [{}, { a_maalgruppe: 'ja' }, group1, group3, human].map((answers) =>
    stateWith(triage, answers),
  ) as [RunState, RunState, RunState, RunState, RunState];
  const draft = { runId: 'r', kind: 'departed', outcome: null, reason: null, words: null, legalBasis: null } as const;
  const required = triage.questions
    .filter(({ id }) => id === 'a_kan_deltage' || id === 'a_rehab')
    .map((question) => ({ question, fault: 'required' as const }));
  const standing = { question: 'a_kan_deltage', version: 1, value: 'nej', by: 'anders', at };
  const disputed = triage.questions.filter(({ id }) => id === 'a_kan_deltage');
  const decided = stateWith(triage, group3, { state: 'decided', decisions: [decisionOf('gruppe_3')] });
  const decidedAgain = {
    ...stateWith(triage, group1, { state: 'decided', decisions: [decisionOf('gruppe_1')] }),
    running: { own: running, earlier: running },
  };
  const over = (state: Run['state']) => closedCard(stateWith(triage, group1, { state }), queued);
  return [
    [
      '01-offered',
      offeredCard(
        shippedSets.map((ruleSet) => ({ ruleSet, isTrial: false })),
        view,
      ),
    ],
    ['02-step', stepCard(first, view)],
    ['03-step-next', stepCard(second, queued)],
    ['04-step-missing', stepCard(second, view, { faults: required, typed: { a_aktiveret: 'nej' } })],
    [
      '05-step-answered-first',
      stepCard(second, view, { first: disputed.map((question) => ({ question, standing, wanted: 'ja' })) }),
    ],
    ['06-step-again', stepCard(third, view, { again: Object.keys(group3).slice(0, 4) })],
    ['07-why', whySheet(second, 'a_kan_deltage', view)],
    ['08-result-group-1', resultCard(done, view)],
    ['09-result-group-3', resultCard(third, view)],
    ['10-result-human', resultCard(left, view)],
    ['11-result-trial', resultCard(stateWith(triage, group1, { isTrial: true }), view)],
    ['12-what-if', whatIfSheet(third, view)],
    ['13-decide', decideForm(left, draft, [], view)],
    ['14-decide-missing', decideForm(left, { ...draft, words: 'Ny viden' }, ['outcome', 'reason'], view)],
    ['15-send', decideForm(left, { ...draft, kind: 'sent' }, [], view)],
    ['16-journal', journalSheet(decided, view)],
    ['17-share', shareCard(first, 12, view)],
    ['18-shared', overviewCard(third, view, ['29:a'])],
    ['19-over-decided', over('decided')],
    ['20-over-closed', over('closed')],
    ['21-mine', runsCard({ title: view.texts('checklists.mine') }, [{ run: third.run, name: triage.title }], view)],
    ['22-queue', queueCard(queueOf(['over', 'open', 'parked', ...Array(5).fill('waiting')]), view)],
    [
      '23-placements',
      registerSheet(
        { kind: 'placements', groups: placements(triage), names: readChecklistWords().registers.placements.groups },
        shippedSets,
        view,
      ),
    ],
    ['24-step-decided-before', stepCard(first, view, { earlier: { decision: decisionOf('gruppe_3'), ruleSet: triage } })],
    ['25-result-others-case', resultCard({ ...third, mayDecide: false }, view)],
    ['26-over-decided-again', closedCard(decidedAgain, view, true)],
    ['27-earlier-deadlines', earlierSheet(decidedAgain, [], view)],
  ];
}

/** A triage queue whose cases stand so, with one line that was no case number. */
export function queueOf(standing: readonly CaseStanding[]): QueueSheet {
  const references = standing.map((_one, index) => `24/${1187 + index}`);
  const ruleSet = setNamed('triage-horsens');
  return {
    queue: {
      ...{ id: 'q', conversationId: 'c', checklist: ruleSet.id, owner: 'berit', revision: 1, shownTo: null, current: null },
      cases: standing.map((one, index) => {
        const isTaken = one === 'open' || one === 'over';
        return {
          caseReference: references[index] ?? '',
          state: isTaken ? 'taken' : 'waiting',
          runId: isTaken ? `run-${index}` : null,
        };
      }),
      common: [],
    },
    standings: new Map(standing.map((one, index) => [references[index] ?? '', one])),
    ...{ refused: ['HEST'], people: 12, ruleSet, common: commonQuestions(ruleSet, { today: asOf }) },
  };
}

function placements(triage: RuleSet) {
  const entry = (number: number, isFirst: boolean) => {
    const { run } = stateWith(triage, group1, { id: `r${number}`, caseReference: `24/${number}` });
    return { run, decision: null, isFirst, followUpOn: null };
  };
  return ['gruppe_1', 'gruppe_2', 'gruppe_3', null].map((outcome, index) => ({
    outcome,
    entries: [entry(1187 + index * 10, true), entry(1188 + index * 10, false)],
  }));
}
