import type { Deadline } from '../../domain/deadline/deadline.ts';
import type { Card } from '../card.ts';
import { plain } from '../markdown.ts';
import { expand } from '../template.ts';
import { weekdayText } from '../words/day.ts';
import type { DeadlineView } from './deadline-words.ts';

/** The dialog that lays in a deadline, from a message action or a press. */
export const newDialog = 'deadlines/new';

/** What a person typed so far: a fault never loses it. */
export interface DeadlineDraft {
  readonly title: string;
  readonly day: string;
  readonly caseReference: string;
}

/** Choose a day, move the deadline or hand it over. `people` is who may get it. */
export function changeDeadlineDialog(
  deadline: Deadline,
  data: object,
  people: readonly { readonly objectId: string; readonly name: string }[],
  view: DeadlineView,
  error: string | null = null,
): Card {
  const { texts } = view;
  const { trigger } = deadline;
  const actions = [
    'snooze',
    'move',
    ...(trigger === null ? [] : ['move-trigger']),
    ...(people.length === 0 ? [] : ['hand-over']),
    'stop',
  ];
  return expand('deadline-dialog', {
    ...common(view, error),
    title: plain(deadline.title),
    when: weekdayText(deadline.dueOn, view.language),
    isNew: false,
    isDayRequired: false,
    actionValue: 'snooze',
    toValue: '',
    hasPeople: people.length > 0,
    dayLabel: texts('deadlines.dialog-day'),
    dayValue: '',
    actions: actions.map((value) => ({
      value,
      title: texts(`deadlines.dialog-action-${value}`, { what: plain(trigger?.what ?? '') }),
    })),
    people: people.map(({ objectId, name }) => ({ value: objectId, title: name })),
    data,
    ...emptyDraft,
  });
}

/** Lay in a deadline: what, when, and for which case. */
export function newDeadlineDialog(draft: DeadlineDraft, data: object, view: DeadlineView, error: string | null = null): Card {
  const { texts } = view;
  return expand('deadline-dialog', {
    ...common(view, error),
    title: texts('deadlines.dialog-new-title'),
    when: '',
    isNew: true,
    isDayRequired: true,
    actionValue: '',
    toValue: '',
    hasPeople: false,
    dayLabel: texts('deadlines.dialog-day-required'),
    dayValue: draft.day,
    actions: [],
    people: [],
    data,
    titleValue: draft.title,
    caseValue: draft.caseReference,
  });
}

const emptyDraft = { titleValue: '', caseValue: '' };

function common({ texts }: DeadlineView, error: string | null) {
  return {
    hasError: error !== null,
    error: error ?? '',
    dayError: texts('deadlines.dialog-day-error'),
    actionLabel: texts('deadlines.dialog-action'),
    actionError: texts('deadlines.dialog-action-error'),
    toLabel: texts('deadlines.dialog-to'),
    titleLabel: texts('deadlines.dialog-what'),
    titleError: texts('deadlines.dialog-what-error'),
    caseLabel: texts('deadlines.dialog-case'),
    save: texts('deadlines.dialog-save'),
  };
}
