import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Deadline } from '../../domain/deadline/deadline.ts';
import type { Card } from '../card.ts';
import { atLineStart, plain } from '../markdown.ts';
import { expand } from '../template.ts';
import { weekdayText } from '../words/day.ts';
import type { DeadlineView } from './deadline-words.ts';
import { deadlineVerbs } from './list-card.ts';

/** A deadline that was just laid in: what, when, and the day of its first reminder (null where its day has passed). */
export function savedDeadlineCard(deadline: Deadline, remindOn: PlainDate | null, view: DeadlineView): Card {
  const { texts, language, caseLink } = view;
  const link = deadline.caseReference === null ? null : caseLink(deadline.caseReference);
  const facts = [
    { title: texts('deadlines.saved-due'), value: weekdayText(deadline.dueOn, language) },
    ...(deadline.vagueWords === null
      ? []
      : [{ title: texts('deadlines.saved-vague'), value: atLineStart(plain(deadline.vagueWords)) }]),
    ...(deadline.trigger === null
      ? []
      : [{ title: texts('deadlines.saved-trigger'), value: weekdayText(deadline.trigger.on, language) }]),
    ...(remindOn === null ? [] : [{ title: texts('deadlines.saved-remind'), value: weekdayText(remindOn, language) }]),
    ...(deadline.caseReference === null
      ? []
      : [{ title: texts('deadlines.saved-case'), value: atLineStart(plain(deadline.caseReference)) }]),
  ];
  const list = { kind: 'mine', page: 0 };
  return expand('deadline-saved', {
    title: texts('deadlines.saved-title'),
    what: atLineStart(plain(deadline.title)),
    facts,
    notes: remindOn === null ? [{ text: texts('deadlines.saved-passed') }] : [],
    actions: [
      { type: 'Action.Execute', title: texts('deadlines.mine-title'), verb: deadlineVerbs.show, data: { list } },
      { type: 'Action.Execute', title: texts('deadlines.undo'), verb: deadlineVerbs.stop, data: { id: deadline.id, list } },
      ...(link === null ? [] : [{ type: 'Action.OpenUrl', title: texts('deadlines.open-case'), url: link }]),
    ],
  });
}
