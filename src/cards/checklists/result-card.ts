import { answersSeen, choosableOutcomes, isDecidable, proposedOutcomes } from '../../app/checklists/decide-case.ts';
import type { RunState } from '../../app/checklists/show-run.ts';
import type { CaseDeadline } from '../../domain/checklist/deadlines.ts';
import type { TableResult } from '../../domain/checklist/evaluate.ts';
import { wordFor } from '../../domain/rules/describe/words.ts';
import { isUndecided, missingAnswers, type RuleSet } from '../../domain/rules/rule-set.ts';
import type { Card } from '../card.ts';
import { weekdayText } from '../words/day.ts';
import {
  answersInOrder,
  closes,
  decisionLines,
  executes,
  labelOf,
  opens,
  type RunView,
  runDialogs,
  runVerbs,
  tableTitle,
} from './run-view.ts';
import { checklistSheet, type Section } from './sheet.ts';

/** What the checklist says of the case: it proposes, and a named person decides. */
export function resultCard(state: RunState, view: RunView, faults: readonly string[] = []): Card {
  const { run, ruleSet, mayDecide } = state;
  const { texts } = view;
  const sent = run.decisions.at(-1);
  return checklistSheet({
    title: texts('checklists.title', { title: ruleSet.title, case: run.caseReference }),
    lead: texts(mayDecide ? 'checklists.result-lead' : 'checklists.result-lead-read'),
    label: labelOf(ruleSet, run.isTrial, view),
    faults: [
      ...faults,
      ...(sent?.kind === 'sent' ? [texts('checklists.is-sent', { name: sent.byName, words: sent.words ?? '' }).trim()] : []),
    ],
    sections: [
      ...resultSections(state, view),
      {
        heading: texts('checklists.answers'),
        lines: answersOf(state, view),
        actions: [
          opens(runDialogs.whatIf, texts('checklists.what-if'), { run: run.id }),
          executes(runVerbs.back, texts('checklists.correct'), { run: run.id, before: '' }),
          ...closes(state, view),
        ],
      },
    ],
    foot: ruleSet.lawNote,
    actions: [
      ...(mayDecide && !run.isTrial ? decisionActions(state, view) : []),
      ...(run.isTrial && mayDecide ? [executes(runVerbs.close, texts('checklists.close'), { run: run.id })] : []),
      opens(runDialogs.journal, texts('checklists.journal'), { run: run.id }),
      ...(view.current === run.id ? [executes(runVerbs.park, texts('checklists.park'), { run: run.id })] : []),
      ...(sent?.kind === 'sent' && view.hasNext ? [executes(runVerbs.next, texts('checklists.next-case'), { run: run.id })] : []),
    ],
  });
}

function decisionActions(state: RunState, { texts }: RunView): readonly object[] {
  const { run, ruleSet } = state;
  const proposed = proposedOutcomes(state);
  const isOpen = !isDecidable(state);
  const needsForm = ruleSet.subject === 'exemption';
  const seen = answersSeen(run);
  const mayFollow = !isOpen && !proposed.some(isUndecided);
  const follow = needsForm
    ? opens(runDialogs.decide, texts('checklists.follow'), { run: run.id, kind: 'followed' })
    : executes(runVerbs.follow, texts('checklists.follow'), { run: run.id, seen });
  return [
    ...(mayFollow ? [{ ...follow, style: 'positive' }] : []),
    ...(isOpen || choosableOutcomes(state).length === 0
      ? []
      : [
          opens(runDialogs.decide, texts(mayFollow ? 'checklists.depart' : 'checklists.choose'), {
            run: run.id,
            kind: 'departed',
          }),
        ]),
    ...(isOpen || run.decisions.length > 0
      ? []
      : [opens(runDialogs.decide, texts('checklists.send'), { run: run.id, kind: 'sent' })]),
  ];
}

/** Outcome, reasons with quotation, next steps, deadlines and warnings. */
export function resultSections(state: RunState, view: RunView): readonly Section[] {
  const { run, ruleSet, evaluation, deadlines } = state;
  const isDeparted = run.state === 'decided' && run.decisions.at(-1)?.kind === 'departed';
  const { texts } = view;
  const word = (code: string) => wordFor(ruleSet, code, texts);
  const tables = evaluation.tables.map((table) => {
    const rows =
      table.decision.kind === 'row' ? [table.decision.row] : table.decision.kind === 'collected' ? table.decision.rows : [];
    const missing = missingOf(table.decision);
    const outcomes = table.outcomes.length === 0 && missing.length > 0 ? [missingAnswers] : table.outcomes;
    return {
      heading: [
        ...(evaluation.tables.length === 1 ? [] : [tableTitle(ruleSet, table.table)]),
        outcomes.length === 0 ? texts('checklists.no-outcome') : outcomes.map(word).join(' · '),
      ].join(': '),
      style: 'emphasis' as const,
      lines: [
        ...table.reasons.map((code) => texts('checklists.because', { reason: word(code) })),
        ...(table.responsible.length > 0
          ? [texts('checklists.responsible', { who: table.responsible.map(word).join(', ') })]
          : []),
        ...(table.scope.length > 0 ? [texts('checklists.scope', { what: table.scope.map(word).join(', ') })] : []),
        ...missing.map((id) =>
          texts('checklists.missing', { question: ruleSet.questions.find((one) => one.id === id)?.text ?? id }),
        ),
        ...(table.possible.length > 0 ? [texts('checklists.possible', { outcomes: table.possible.map(word).join(', ') })] : []),
        ...(table.candidates.length > 0
          ? [texts('checklists.candidates', { outcomes: table.candidates.map(word).join(', ') })]
          : []),
        ...rows.map(({ quote, source }) => texts('rules.source-quote', { source: view.titleOf(source), quote })),
      ],
    };
  });
  return [
    ...tables,
    {
      heading: texts('rules.next-steps'),
      // The steps of a proposal that was not followed are nobody's.
      lines: isDeparted ? [] : [...new Set(evaluation.tables.flatMap(({ nextSteps }) => nextSteps))],
      actions: run.state === 'open' ? openedActions(state, view) : [],
    },
    { heading: texts('rules.heading-deadlines'), lines: deadlines.map((due) => deadlineText(due, ruleSet, view)) },
    { heading: texts('rules.heading-warnings'), style: 'warning', lines: evaluation.warnings.map(({ text }) => text) },
    { heading: texts('rules.heading-human'), lines: ruleSet.humanDecides },
  ];
}

/** What a table waits for: a collecting one that says something already waits for nothing. */
function missingOf(decision: TableResult['decision']): readonly string[] {
  if (decision.kind === 'missing') return decision.missing;
  if (decision.kind !== 'collected' || decision.rows.length > 0) return [];
  return [...new Set(decision.maybe.flatMap(({ missing }) => missing))];
}

/** A deadline with its day, the source's own words and what was assumed. */
export function deadlineText(due: CaseDeadline, ruleSet: RuleSet, { texts, language }: RunView): string {
  const name = ruleSet.texts[due.deadline.id] ?? due.deadline.id;
  if (due.kind === 'base-missing') {
    const question = ruleSet.questions.find(({ id }) => id === due.base)?.text ?? due.base;
    return texts('checklists.deadline-missing', { name, question });
  }
  const day = weekdayText(due.on, language);
  const span = due.from === null ? day : texts('checklists.deadline-window', { from: weekdayText(due.from, language), to: day });
  return [
    texts(deadlineKey(due), { name, day: span }),
    due.deadline.sourceWords === null ? '' : texts('checklists.deadline-words', { words: due.deadline.sourceWords }),
    due.deadline.assumption ?? '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function deadlineKey({ status, hasPassed }: Exclude<CaseDeadline, { kind: 'base-missing' }>): string {
  if (status === 'met' || status === 'not-met') return `checklists.deadline-${status}`;
  return hasPassed ? 'checklists.deadline-passed' : 'checklists.deadline';
}

/** What others see of a shared run while it is open: progress and the answers that stand, no fields. */
export function overviewCard(state: RunState, view: RunView, refreshFor: readonly string[]): Card {
  const { run, ruleSet, step } = state;
  const { texts } = view;
  const { answered, open, mayOpen } = step.progress;
  const data = { run: run.id };
  const card = checklistSheet({
    title: texts('checklists.title', { title: ruleSet.title, case: run.caseReference }),
    lead: texts(mayOpen > 0 ? 'checklists.progress-more' : 'checklists.progress', { answered, open, mayOpen }),
    label: labelOf(ruleSet, run.isTrial, view),
    sections: [
      {
        heading: texts('checklists.answers'),
        lines: answersOf(state, view),
      },
      ...(step.kind === 'done' || step.isDecided ? resultSections(state, view).slice(0, ruleSet.tables.length) : []),
    ],
    actions: [executes(runVerbs.view, texts('checklists.open-mine'), data)],
  });
  if (refreshFor.length === 0) return card;
  return {
    ...card,
    refresh: { action: executes(runVerbs.view, texts('checklists.open-mine'), data), userIds: refreshFor.slice(0, 60) },
  };
}

function answersOf(state: RunState, view: RunView): readonly string[] {
  return answersInOrder(state, view).map(({ text, by }) =>
    view.texts('checklists.answer-by', { answer: text, name: view.nameOf(by.by) }),
  );
}

/**
 * What stays of a run that is over: no answers, and for others no case and no outcome either. Whoever may decide it sees which case it
 * was, what was decided by whom and how many deadlines run, and gets the text for the journal and the checklist that comes next.
 */
export function closedCard(state: RunState, view: RunView, isOwn = false): Card {
  const { run, ruleSet } = state;
  const { texts } = view;
  const decision = isOwn && run.state === 'decided' ? run.decisions.at(-1) : undefined;
  const said = decision === undefined ? '' : decisionLines(decision, ruleSet, view).slice(0, 2).join(' ');
  const key = isOwn ? 'checklists.over-lead-own' : 'checklists.over-lead';
  return checklistSheet({
    title: texts(run.state === 'decided' ? 'checklists.over-decided' : 'checklists.over-closed'),
    lead: [texts(key, { title: ruleSet.title, case: run.caseReference }), said].join(' ').trim(),
    sections: decision === undefined ? [] : [runningSection(state, view)],
    actions: [
      ...(view.hasNext ? [executes(runVerbs.next, texts('checklists.next-case'), { run: run.id })] : []),
      ...(decision?.kind === 'followed' ? openedActions(state, view) : []),
      ...(decision === undefined ? [] : [opens(runDialogs.journal, texts('checklists.journal'), { run: run.id })]),
    ],
  });
}

/** The checklists that the result opens, for the same case. */
function openedActions({ run, evaluation }: RunState, { texts }: RunView): readonly object[] {
  const opened = evaluation.tables.flatMap(({ opensChecklist }) => (opensChecklist === null ? [] : [opensChecklist]));
  return opened.map((checklist) => executes(runVerbs.start, texts('checklists.open-next'), { checklist, run: run.id }));
}

function runningSection({ run, running: { own, earlier } }: RunState, { texts }: RunView): Section {
  const counted = (key: string, { length: count }: RunState['running']['own']) =>
    count === 0 ? [] : [texts(`checklists.${key}`, { count })];
  return {
    heading: texts('rules.heading-deadlines'),
    lines: [...counted('running-own', own), ...counted('running-earlier', earlier)],
    actions: earlier.length === 0 ? [] : [opens(runDialogs.earlier, texts('checklists.stop-earlier'), { run: run.id })],
  };
}
