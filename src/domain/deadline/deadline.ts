import type { PlainDate } from '../calendar/plain-date.ts';
import type { ClosedDays } from '../calendar/working-days.ts';
import { dueAfter, type Offset } from './offset.ts';

/** Where a deadline comes from. */
export type DeadlineKind = 'checklist' | 'agenda' | 'duty' | 'conversation' | 'own';

/** What starts a deadline: the event and its day, and how long after it the deadline falls. */
export interface Trigger {
  readonly what: string;
  readonly on: PlainDate;
  readonly offset: Offset;
}

/** Something that must be done by a day. @da frist */
export interface Deadline {
  readonly id: string;
  readonly kind: DeadlineKind;
  /** What must be done, in the words that the person reads. */
  readonly title: string;
  /** A case or journal number; never in a calendar feed, a summary or a log. */
  readonly caseReference: string | null;
  readonly dueOn: PlainDate;
  /** The source's own vague words ("medio november"), shown beside the date. */
  readonly vagueWords: string | null;
  readonly trigger: Trigger | null;
  /** Document and section, or the rule-set version, that says so. */
  readonly source: string | null;
  /** What had to be assumed to name a day. */
  readonly assumption: string | null;
  /** Entra object id of the person who is responsible. */
  readonly owner: string;
  readonly state: 'open' | 'met' | 'stopped';
  readonly metOn: PlainDate | null;
  /** Not reminded of before this day. */
  readonly snoozedUntil: PlainDate | null;
}

/** The deadline after its trigger moved: the due day moves with it, a snooze ends, what was met stays met. */
export function moveTrigger(deadline: Deadline, on: PlainDate, closed: ClosedDays): Deadline {
  if (deadline.trigger === null || deadline.state !== 'open') return deadline;
  const trigger = { ...deadline.trigger, on };
  return { ...deadline, trigger, dueOn: dueAfter(on, trigger.offset, closed), snoozedUntil: null };
}
