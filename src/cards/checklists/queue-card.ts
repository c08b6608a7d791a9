import type { CaseStanding } from '../../app/checklists/case-queue.ts';
import type { CaseQueue, QueuedCase } from '../../app/checklists/ports.ts';
import { dontKnow } from '../../domain/rules/answers.ts';
import { optionWord } from '../../domain/rules/describe/words.ts';
import type { Question, RuleSet } from '../../domain/rules/rule-set.ts';
import type { Card } from '../card.ts';
import { executes, type RunView, runVerbs } from './run-view.ts';
import { checklistSheet } from './sheet.ts';
import { inputPrefix } from './step-card.ts';

const mostOpened = 6;

/** What a queue's card shows. */
export interface QueueSheet {
  readonly queue: CaseQueue;
  readonly standings: ReadonlyMap<string, CaseStanding>;
  readonly refused: readonly string[];
  /** How many people will see the cases; null in a personal chat. */
  readonly people: number | null;
  readonly ruleSet: RuleSet;
  /** What may be answered once for all cases. */
  readonly common: readonly Question[];
}

/** The queue of a conversation: who will see it, what holds for all its cases, and the button for the next one. */
export function queueCard({ queue, standings, refused, people, ruleSet, common }: QueueSheet, view: RunView): Card {
  const { texts } = view;
  const of = (wanted: CaseStanding) => [...standings.values()].filter((standing) => standing === wanted).length;
  const left = of('waiting') + of('parked');
  const lead = [
    texts('checklists.queue-lead', { title: ruleSet.title, waiting: of('waiting'), count: queue.cases.length }),
    ...(people === null || left === 0 ? [] : [texts('checklists.queue-people', { count: people })]),
  ];
  return checklistSheet({
    title: texts('checklists.queue'),
    lead: lead.join(' '),
    faults: refused.length === 0 ? [] : [texts('checklists.queue-refused', { count: refused.length })],
    inputs: left === 0 ? [] : common.map((question) => commonInput(question, queue, ruleSet, view)),
    sections: [
      {
        heading: texts('checklists.queue-cases'),
        lines: queue.cases.map(({ caseReference }) =>
          texts(`checklists.case-${standings.get(caseReference) ?? 'waiting'}`, { case: caseReference }),
        ),
        actions: openOnes(queue, standings).map(({ caseReference, runId }) =>
          executes(runVerbs.view, texts('checklists.open-case', { case: caseReference }), { run: runId }),
        ),
      },
    ],
    actions:
      left === 0
        ? []
        : [
            {
              ...executes(runVerbs.next, texts(people === null ? 'checklists.next-case' : 'checklists.next-shared'), {
                queue: true,
              }),
              style: 'positive',
            },
          ],
  });
}

/** The cases that were begun and left: without a way back they would be nobody's. */
function openOnes({ cases }: CaseQueue, standings: QueueSheet['standings']): readonly QueuedCase[] {
  return cases
    .filter(({ caseReference, runId }) => runId !== null && standings.get(caseReference) === 'open')
    .slice(0, mostOpened);
}

function commonInput(question: Question, queue: CaseQueue, ruleSet: RuleSet, { texts }: RunView): object {
  const answered = queue.common.find((one) => one.question === question.id)?.value ?? dontKnow;
  return {
    ...{ type: 'Input.ChoiceSet', id: `${inputPrefix}${question.id}`, style: 'expanded', wrap: true, value: String(answered) },
    label: texts('checklists.common', { text: question.text }),
    choices: [
      ...question.options
        .filter((option) => option !== dontKnow)
        .map((option) => ({ value: option, title: optionWord(ruleSet, question, option, texts) })),
      { value: dontKnow, title: texts('checklists.common-each') },
    ],
  };
}
