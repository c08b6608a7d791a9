import {
  answersSeen,
  choosableOutcomes,
  departReasons,
  mustChoose,
  type OutcomeChoice,
  proposedOutcomes,
  type WantedDecision,
} from '../../app/checklists/decide-case.ts';
import { outcomesIn, type RunState } from '../../app/checklists/show-run.ts';
import { explain, whyAsked } from '../../domain/checklist/explain.ts';
import { wordFor } from '../../domain/rules/describe/words.ts';
import type { Card } from '../card.ts';
import { lengthOf } from '../template.ts';
import { instantText, weekdayText } from '../words/day.ts';
import { anyOfAnswers } from './any-of-answers.ts';
import { resultSections } from './result-card.ts';
import { answersInOrder, decisionLines, labelOf, outcomeField, type RunView, runDialogs, tableTitle } from './run-view.ts';
import { checklistSheet, mostCharacters } from './sheet.ts';

/** "Hvorfor spørges der?": the rows, deadlines and warnings that need the answer, and what it opens. */
export function whySheet({ ruleSet }: RunState, id: string, view: RunView): Card {
  const { texts } = view;
  const use = whyAsked(ruleSet, id);
  const rows = use.rows.map(({ outcome, quote, source }) =>
    source === ruleSet.source
      ? texts('checklists.why-row', { outcome: wordFor(ruleSet, outcome, texts), quote })
      : texts('checklists.why-row-elsewhere', { outcome: wordFor(ruleSet, outcome, texts), source: view.titleOf(source), quote }),
  );
  return checklistSheet({
    title: ruleSet.questions.find((one) => one.id === id)?.text ?? texts('checklists.why'),
    lead: texts('checklists.why-lead', { source: view.titleOf(ruleSet.source) }),
    sections: [
      { heading: texts('checklists.why-rows'), lines: rows },
      { heading: texts('rules.heading-deadlines'), lines: use.deadlines.map((due) => ruleSet.texts[due.id] ?? due.id) },
      { heading: texts('rules.heading-warnings'), lines: use.warnings.map(({ text }) => text) },
      { heading: texts('checklists.why-opens'), lines: use.opens.map(({ text }) => text) },
    ],
  });
}

/** "Hvad ville ændre det?": the smallest changes of answers that give another outcome. */
export function whatIfSheet({ ruleSet, evaluation }: RunState, view: RunView): Card {
  const { texts } = view;
  const { tables, deciding } = explain(evaluation);
  const questionOf = (id: string) => ruleSet.questions.find((one) => one.id === id);
  const lines = tables.flatMap(({ whatIfs }) =>
    whatIfs.slice(0, 12).map(({ outcome, changes }) =>
      texts('checklists.what-if-line', {
        outcome: wordFor(ruleSet, outcome, texts),
        changes: changes
          .map(({ question: id, to }) => {
            const question = questionOf(id);
            const answer =
              question === undefined || to === null ? texts('rules.not-answered') : anyOfAnswers(ruleSet, question, to, view);
            return texts('checklists.what-if-change', { question: question?.text ?? id, answer });
          })
          .join('; '),
      }),
    ),
  );
  return checklistSheet({
    title: texts('checklists.what-if'),
    lead: texts('checklists.what-if-lead'),
    sections: [
      { heading: texts('checklists.what-if-outcomes'), lines: lines.length === 0 ? [texts('checklists.what-if-none')] : lines },
      { heading: texts('checklists.deciding'), lines: deciding.map((id) => questionOf(id)?.text ?? id) },
    ],
  });
}

/** "Stop de tidligere frister": which they are, before it is done. */
export function earlierSheet({ run, running }: RunState, faults: readonly string[], { texts, language }: RunView): Card {
  return checklistSheet({
    title: texts('checklists.stop-earlier'),
    lead: texts('checklists.stop-earlier-lead', { case: run.caseReference }),
    faults,
    sections: [
      {
        heading: texts('rules.heading-deadlines'),
        lines: running.earlier.map(({ title, dueOn }) =>
          texts('checklists.deadline', { name: title, day: weekdayText(dueOn, language) }),
        ),
      },
    ],
    actions: [
      {
        type: 'Action.Submit',
        style: 'positive',
        title: texts('checklists.stop-earlier'),
        data: { dialog: runDialogs.earlier, run: run.id, send: true },
      },
    ],
  });
}

/** "Luk uden beslutning": what it does, before it is done. */
export function closeSheet({ run, ruleSet }: RunState, { texts }: RunView): Card {
  return checklistSheet({
    title: texts('checklists.close-open'),
    lead: texts('checklists.close-lead', { title: ruleSet.title, case: run.caseReference }),
    actions: [
      {
        type: 'Action.Submit',
        title: texts('checklists.close-open'),
        data: { dialog: runDialogs.close, run: run.id, send: true },
      },
    ],
  });
}

/** "Journaltekst": a text to copy into the case system. */
export function journalSheet(state: RunState, view: RunView): Card {
  const { texts } = view;
  const link = view.caseLink(state.run.caseReference);
  const [label, text] = [texts('checklists.journal'), journalText(state, view)];
  const field = {
    title: label,
    lead: texts('checklists.journal-lead'),
    inputs: [{ type: 'Input.Text', id: 'journal', label, isMultiline: true, value: text }],
    actions: link === null ? [] : [{ type: 'Action.OpenUrl', title: texts('checklists.case-link'), url: link }],
  };
  // Teams draws a field of a few lines: the text stands below it to be read, where there is room for it twice.
  const card = checklistSheet({
    ...field,
    sections: [
      { heading: texts('checklists.answers'), lines: answerLines(state, view) },
      ...resultSections(state, view).map(({ heading, lines }) => ({ heading, lines })),
      ...state.run.decisions.map((decision) => {
        const [heading = '', ...lines] = decisionLines(decision, state.ruleSet, view);
        return { heading, lines };
      }),
    ],
    foot: state.ruleSet.lawNote,
  });
  return lengthOf(card) > mostCharacters ? checklistSheet(field) : card;
}

/** Question and answer, result, decision, rule version and source, as plain text. */
export function journalText(state: RunState, view: RunView): string {
  const { run, ruleSet } = state;
  const { texts } = view;
  const result = resultSections(state, view).flatMap(({ heading, lines }) => (lines.length === 0 ? [] : ['', heading, ...lines]));
  return [
    texts('checklists.title', { title: ruleSet.title, case: run.caseReference }),
    texts('checklists.about', {
      version: ruleSet.version,
      source: view.titleOf(ruleSet.source),
      municipality: ruleSet.municipality,
    }),
    ...[labelOf(ruleSet, run.isTrial, view)].filter((label) => label !== ''),
    '',
    ...answerLines(state, view),
    ...result,
    ...run.decisions.flatMap((decision) => ['', ...decisionLines(decision, ruleSet, view)]),
    ...(run.state === 'decided' ? [] : ['', texts('checklists.not-decided')]),
    '',
    ruleSet.lawNote,
  ].join('\n');
}

function answerLines(state: RunState, view: RunView): readonly string[] {
  return answersInOrder(state, view).map(
    ({ text, by }) => `${text} (${view.nameOf(by.by)}, ${instantText(by.at, view.language)})`,
  );
}

/** The form of a case decision: errors as text at the top, and what was typed is kept. */
export function decideForm(state: RunState, draft: WantedDecision, faults: readonly string[], view: RunView): Card {
  const { texts } = view;
  const { run, ruleSet } = state;
  const required = (fault: string) => ({ isRequired: true, errorMessage: texts(`checklists.fault-${fault}`) });
  const chosen = outcomesIn(draft.outcome);
  const choices = choosableOutcomes(state);
  const outcomeInput = (choice: OutcomeChoice) => {
    const { table, outcomes, proposed } = choice;
    return {
      type: 'Input.ChoiceSet',
      id: outcomeField(ruleSet, table),
      label:
        choices.length === 1
          ? texts('checklists.outcome')
          : texts('checklists.outcome-of', { table: tableTitle(ruleSet, table) }),
      ...{ style: 'expanded', wrap: true },
      ...(table.hit === 'collect' ? { isMultiSelect: true } : {}),
      value: (chosen.length === 0 ? proposed : chosen.filter((code) => outcomes.includes(code))).join(','),
      choices: outcomes.map((code) => ({ value: code, title: wordFor(ruleSet, code, texts) })),
      ...(mustChoose(choice) ? required('outcome') : {}),
    };
  };
  const reasons = departReasons.map((reason) => ({ value: reason, title: texts(`checklists.reason-${reason}`) }));
  const departs = draft.kind === 'departed';
  const words = {
    type: 'Input.Text',
    id: 'words',
    label: texts(draft.kind === 'sent' ? 'checklists.words-sent' : 'checklists.words'),
    isMultiline: true,
    maxLength: 2000,
    value: draft.words ?? '',
  };
  return checklistSheet({
    title: texts(`checklists.form-${draft.kind}`),
    lead: texts('checklists.form-lead', {
      outcome: proposedOutcomes(state)
        .map((code) => wordFor(ruleSet, code, texts))
        .join(', '),
    }),
    faults: faults.map((fault) => texts(`checklists.fault-${fault}`)),
    inputs: [
      ...(departs
        ? [
            ...choices.map(outcomeInput),
            {
              type: 'Input.ChoiceSet',
              id: 'reason',
              label: texts('checklists.reason'),
              wrap: true,
              value: draft.reason ?? '',
              choices: reasons,
              ...required('reason'),
            },
          ]
        : []),
      { ...words, ...(departs ? required('words') : {}) },
      ...(ruleSet.subject === 'exemption' && draft.kind !== 'sent'
        ? [
            {
              type: 'Input.Text',
              id: 'legalBasis',
              label: texts('checklists.legal-basis'),
              maxLength: 500,
              value: draft.legalBasis ?? '',
              ...required('legal-basis'),
            },
          ]
        : []),
    ],
    actions: [
      {
        type: 'Action.Submit',
        style: 'positive',
        title: texts(draft.kind === 'sent' ? 'checklists.send-now' : 'checklists.save'),
        data: { dialog: runDialogs.decide, run: run.id, kind: draft.kind, seen: answersSeen(run), send: true },
      },
    ],
  });
}
