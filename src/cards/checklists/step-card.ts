import type { FirstAnswer, StepFault } from '../../app/checklists/answer-step.ts';
import type { EarlierDecision } from '../../app/checklists/case-runs.ts';
import type { RunState } from '../../app/checklists/show-run.ts';
import { mostQuestionsAtOnce } from '../../domain/checklist/next-step.ts';
import { type AnswerValue, dontKnow } from '../../domain/rules/answers.ts';
import { yes } from '../../domain/rules/compile.ts';
import { optionWord } from '../../domain/rules/describe/words.ts';
import type { Question } from '../../domain/rules/rule-set.ts';
import { viewCase } from '../../domain/rules/truth.ts';
import type { Card } from '../card.ts';
import { plain } from '../markdown.ts';
import { expand, lengthOf } from '../template.ts';
import { answerText, closes, decisionLines, executes, labelOf, opens, type RunView, runDialogs, runVerbs } from './run-view.ts';
import { mostCharacters } from './sheet.ts';

/** What a step card shows besides the open questions. */
export interface StepExtras {
  readonly faults?: readonly StepFault[];
  readonly first?: readonly FirstAnswer[];
  /** The answered questions that are shown again, to be changed. */
  readonly again?: readonly string[];
  /** What was typed and not recorded. */
  readonly typed?: Readonly<Record<string, unknown>>;
  /** What was decided in the case before: said on the first card of a new run. */
  readonly earlier?: EarlierDecision | null;
}

/** Inputs are named by their question, apart from the data beside them. */
export const inputPrefix = 'q_';
export const unknownPrefix = 'u_';

/** The questions of a step: all that are open, at most four; after "back" the answered ones before them. What is too long for Teams goes without its help. */
export function stepCard(state: RunState, view: RunView, extras: StepExtras = {}): Card {
  const card = made(state, view, extras);
  if (lengthOf(card) <= mostCharacters) return card;
  const questions = state.ruleSet.questions.map((question) => ({ ...question, help: null }));
  const { step } = state;
  const asked = step.kind === 'ask' ? { ...step, questions: step.questions.map((one) => ({ ...one, help: null })) } : step;
  return made({ ...state, ruleSet: { ...state.ruleSet, questions }, step: asked }, view, extras);
}

function made(state: RunState, view: RunView, extras: StepExtras): Card {
  const { run, ruleSet, step } = state;
  const { texts } = view;
  const { faults = [], first = [], again = [], earlier = null } = extras;
  const disputed = first.map(({ question }) => question);
  const wanted = again.length > 0 ? ruleSet.questions.filter(({ id }) => again.includes(id)) : disputed;
  const shown = wanted.length > 0 ? wanted : step.kind === 'ask' ? step.questions : [];
  const seen = Object.fromEntries(shown.map(({ id }) => [id, run.answers.find(({ question }) => question === id)?.version ?? 0]));
  const filled = shown
    .filter(
      ({ id, type }) => (type === 'date' || type === 'number') && !['', dontKnow].includes(String(shownValue(id, state, extras))),
    )
    .map(({ id }) => id);
  // Of a field that was filled and its switch beside it, the switch is what the person did last.
  const fields = filled.length === 0 ? {} : { filled };
  const before = earlierQuestions(state, shown[0]?.id ?? null);
  const label = labelOf(ruleSet, run.isTrial, view);
  const { answered, open, mayOpen } = step.progress;
  const isDecided = step.kind === 'ask' && step.isDecided;
  const proposals = shown.some(({ id }) => state.proposed[id] !== undefined && state.answers[id] === undefined);
  const notices = [
    ...(earlier === null
      ? []
      : [
          texts('checklists.decided-before', {
            what: decisionLines(earlier.decision, earlier.ruleSet, view).slice(0, 2).join(' '),
          }),
        ]),
    ...first.map(({ question, standing, wanted: mine }) =>
      texts('checklists.first-answer', {
        ...{ question: question.text, name: view.nameOf(standing.by) },
        ...{ standing: answerText(ruleSet, question, standing.value, view), mine: answerText(ruleSet, question, mine, view) },
      }),
    ),
    ...(proposals ? [texts('checklists.proposed')] : []),
    ...(isDecided ? [texts('checklists.decided-already')] : []),
  ];
  return expand('checklist-step', {
    title: plain(texts('checklists.title', { title: ruleSet.title, case: run.caseReference })),
    ...{
      hasLead: true,
      lead: plain(
        texts('checklists.about', {
          version: ruleSet.version,
          source: view.titleOf(ruleSet.source),
          municipality: ruleSet.municipality,
        }),
      ),
    },
    ...{
      hasLabel: label !== '',
      label: plain(label),
      hasNotices: notices.length > 0,
      notices: notices.map((text) => ({ text: plain(text) })),
    },
    hasFaults: faults.length > 0,
    faults: faults.map(({ question, fault }) => ({
      text: plain(texts(`checklists.fault-${fault}`, { question: question.text })),
    })),
    progress: plain(texts(mayOpen > 0 ? 'checklists.progress-more' : 'checklists.progress', { answered, open, mayOpen })),
    questions: shown.map((question) => questionPart(question, state, view, extras)),
    ...{ hasFoot: ruleSet.lawNote !== '', foot: plain(ruleSet.lawNote) },
    actions: [
      { ...executes(runVerbs.answer, texts('checklists.next-step'), { run: run.id, seen, ...fields }), style: 'positive' },
      ...(before.length > 0
        ? [
            executes(runVerbs.back, texts('checklists.back'), {
              ...{ run: run.id, before: shown[0]?.id ?? '' },
              // Going back keeps what was chosen, but settles no dispute.
              seen: disputed.length > 0 ? {} : seen,
              ...fields,
            }),
          ]
        : []),
      ...(again.length > 0 || disputed.length > 0
        ? [
            executes(runVerbs.view, texts(disputed.length > 0 ? 'checklists.keep' : 'checklists.keep-all'), {
              ...{ run: run.id, keep: true },
            }),
          ]
        : []),
      ...(view.current === run.id ? [executes(runVerbs.park, texts('checklists.park'), { run: run.id })] : []),
      // Begun by mistake: seen on the first card; later on the way back, and on the result.
      ...(run.answers.length === 0 || again.length > 0 ? closes(state, view) : []),
    ],
  });
}

/** The answered questions before one, the nearest four: what "back" shows. From a result, the last ones, and those that it waits for. */
export function earlierQuestions(
  { ruleSet, answers, run }: RunState,
  before: string | null,
  awaited: readonly string[] = [],
): readonly string[] {
  const view = viewCase(ruleSet, answers, run.asOf);
  const answered = ruleSet.questions.filter(({ id }) => id in answers && view.visibility(id) === yes).map(({ id }) => id);
  const order = ruleSet.questions.map(({ id }) => id);
  const isOpen = before === null || !(before in answers);
  const earlier = isOpen ? answered : answered.filter((id) => order.indexOf(id) < order.indexOf(before));
  const last = Math.max(0, earlier.length - mostQuestionsAtOnce);
  const from = earlier.findIndex((id) => awaited.includes(id));
  const start = from === -1 ? last : Math.min(from, last);
  return earlier.slice(start, start + mostQuestionsAtOnce);
}

function questionPart(question: Question, state: RunState, view: RunView, extras: StepExtras) {
  const { texts } = view;
  return {
    inputs: inputsOf(question, shownValue(question.id, state, extras), state, view),
    ...{ hasHelp: question.help !== null, help: plain(question.help ?? '') },
    hasActions: true,
    actions: [opens(runDialogs.why, texts('checklists.why'), { run: state.run.id, question: question.id })],
  };
}

/** What a field shows: what was typed, before what stands, before what is proposed. */
function shownValue(id: string, { answers, proposed }: RunState, { typed, first }: StepExtras): unknown {
  const mine = first?.find(({ question }) => question.id === id)?.wanted;
  return typed?.[id] ?? mine ?? answers[id] ?? proposed[id] ?? '';
}

function inputsOf(question: Question, value: unknown, { ruleSet }: RunState, { texts }: RunView): readonly object[] {
  const id = `${inputPrefix}${question.id}`;
  const label = question.isRequired
    ? texts('checklists.required', { text: question.text })
    : texts('checklists.optional', { text: question.text });
  const isUnknown = value === dontKnow;
  if (question.type === 'choice' || question.type === 'multi') {
    const options = question.options.includes(dontKnow) ? question.options : [...question.options, dontKnow];
    const choices = options.map((option) => ({ value: option, title: optionWord(ruleSet, question, option, texts) }));
    const chosen = Array.isArray(value) ? value.join(',') : String(value as AnswerValue);
    const many = question.type === 'multi' ? { isMultiSelect: true } : {};
    return [{ type: 'Input.ChoiceSet', id, label, style: 'expanded', wrap: true, value: chosen, choices, ...many }];
  }
  const given = isUnknown || value === '' ? {} : { value };
  const toggle = {
    ...{
      type: 'Input.Toggle',
      id: `${unknownPrefix}${question.id}`,
      title: texts('checklists.unknown'),
    },
    value: isUnknown ? 'true' : 'false',
  };
  if (question.type === 'date') return [{ type: 'Input.Date', id, label, ...given }, toggle];
  const { min, max } = question;
  return [
    { type: 'Input.Number', id, label, ...(min === null ? {} : { min }), ...(max === null ? {} : { max }), ...given },
    toggle,
  ];
}
