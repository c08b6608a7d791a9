import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { BoardRow } from '../../domain/deadline/board.ts';
import type { Language, Texts } from '../../domain/language/texts.ts';
import { atLineStart, plain } from '../markdown.ts';
import { weekdayText } from '../words/day.ts';
import type { Choosable } from './filter-card.ts';

/** What every presenter of deadlines is given besides the deadlines. */
export interface DeadlineView {
  readonly texts: Texts;
  readonly language: Language;
  /** The name of a person by Entra object id. */
  readonly nameOf: (objectId: string) => string;
  /** The leader's team, by name; nobody for others. */
  readonly people: Choosable;
  /** The address of a case in the case system, or null where none is set up. */
  readonly caseLink: (caseReference: string) => string | null;
  readonly today: PlainDate;
  /** The instant of the data, for its age: milliseconds since 1970. */
  readonly at: number;
}

/** "onsdag den 16. december 2026, om 3 dage": never by colour alone. */
export function whenText({ deadline, timeliness }: BoardRow, { texts, language }: DeadlineView): string {
  const day = weekdayText(deadline.dueOn, language);
  switch (timeliness.kind) {
    case 'due-today':
      return texts('deadlines.when-today', { day });
    case 'upcoming':
      return timeliness.daysLeft === 1
        ? texts('deadlines.when-tomorrow', { day })
        : texts('deadlines.when-upcoming', { day, days: timeliness.daysLeft });
    case 'overdue':
      return timeliness.daysLate === 1
        ? texts('deadlines.when-overdue-one', { day })
        : texts('deadlines.when-overdue', { day, days: timeliness.daysLate });
  }
}

/** Case, owner, the source's vague words, the assumption and a snooze, in one small line. */
export function detailsText({ deadline }: BoardRow, view: DeadlineView, showsOwner: boolean): string {
  const { texts, language, nameOf, today } = view;
  const { caseReference, owner, vagueWords, assumption, source, snoozedUntil } = deadline;
  const parts = [
    caseReference === null ? null : texts('deadlines.case', { case: plain(caseReference) }),
    showsOwner ? texts('deadlines.owner', { name: plain(nameOf(owner)) }) : null,
    vagueWords === null ? null : texts('deadlines.vague', { words: plain(vagueWords) }),
    assumption === null ? null : texts('deadlines.assumption', { assumption: plain(assumption) }),
    source === null ? null : texts('deadlines.source', { source: plain(source) }),
    snoozedUntil === null || snoozedUntil <= today
      ? null
      : texts('deadlines.snoozed', { day: weekdayText(snoozedUntil, language) }),
  ];
  return atLineStart(parts.filter((part) => part !== null).join(' · '));
}
