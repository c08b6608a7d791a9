import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { BoardRow } from '../../domain/deadline/board.ts';
import type { DeadlineKind, Trigger } from '../../domain/deadline/deadline.ts';
import type { Language, Texts } from '../../domain/language/texts.ts';
import { atLineStart, plain } from '../markdown.ts';
import { weekdayText } from '../words/day.ts';
import type { Choosable } from './filter-card.ts';

/** What every presenter of deadlines is given besides the deadlines. */
export interface DeadlineView {
  readonly texts: Texts;
  readonly language: Language;
  /** Entra object id of whoever looks at the card. */
  readonly viewer: string | null;
  /** Working days after which the team leader is told. */
  readonly escalateAfter: number;
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

/** Case, owner where it is somebody else, what it is counted from, the source's vague words, the assumption and a snooze, in one small line. */
export function detailsText({ deadline }: BoardRow, view: DeadlineView): string {
  const { texts, language, nameOf, today, viewer } = view;
  const { kind, trigger, caseReference, owner, vagueWords, assumption, source, snoozedUntil } = deadline;
  const parts = [
    caseReference === null ? null : texts('deadlines.case', { case: plain(caseReference) }),
    owner !== viewer ? texts('deadlines.owner', { name: plain(nameOf(owner)) }) : null,
    trigger === null ? null : triggerText(trigger, kind, view),
    vagueWords === null ? null : texts(kind === 'own' ? 'deadlines.vague-own' : 'deadlines.vague', { words: plain(vagueWords) }),
    assumption === null ? null : texts('deadlines.assumption', { assumption: plain(assumption) }),
    source === null ? null : texts('deadlines.source', { source: plain(source) }),
    snoozedUntil === null || snoozedUntil <= today
      ? null
      : texts('deadlines.snoozed', { day: weekdayText(snoozedUntil, language) }),
  ];
  return atLineStart(parts.filter((part) => part !== null).join(' · '));
}

/** "regnet 10 arbejdsdage fra tirsdag den 1. december 2026 (placeret)"; a person's own words for a day need no repeating. */
function triggerText({ what, on, offset }: Trigger, kind: DeadlineKind, { texts, language }: DeadlineView): string | null {
  if (offset.count === 0) return null;
  const day = weekdayText(on, language);
  const span = texts(`deadlines.span-${offset.kind}${offset.count === 1 ? '-one' : ''}`, { count: offset.count });
  return kind === 'own'
    ? texts('deadlines.counted-own', { day, span })
    : texts('deadlines.counted', { what: plain(what), day, span });
}
