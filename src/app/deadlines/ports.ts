import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { ColumnMapping, TableRow } from '../../domain/deadline/case-import.ts';
import type { Deadline } from '../../domain/deadline/deadline.ts';
import type { PlannedDuty } from '../../domain/deadline/duty.ts';
import type { Change, ChangeOutcome } from '../change.ts';

/** A deadline as kept: `generation` counts its changes, so that an old card or a reminder under way cannot undo a newer state. */
export interface StoredDeadline extends Deadline {
  readonly generation: number;
  /** The key of a row that was imported from the case system. */
  readonly importKey: string | null;
}

/** What is written of a deadline; `nextReminderOn` is the next day of attention, null where there is none. */
export interface DeadlineToSave {
  readonly deadline: Deadline;
  readonly importKey: string | null;
  readonly nextReminderOn: PlainDate | null;
}

/** Keeps deadlines. Everything is of one tenant. */
export interface DeadlineStore {
  readonly find: (tenantId: string, id: string) => Promise<StoredDeadline | null>;
  /** Open deadlines of these owners. */
  readonly openOf: (tenantId: string, owners: readonly string[]) => Promise<readonly StoredDeadline[]>;
  /** Open deadlines of a case, whoever owns them. */
  readonly openOfCase: (tenantId: string, caseReference: string) => Promise<readonly StoredDeadline[]>;
  /** Deadlines of these owners whose due day lies in the period, whatever their state but stopped. */
  readonly dueBetween: (
    tenantId: string,
    owners: readonly string[],
    period: { readonly from: PlainDate; readonly to: PlainDate },
  ) => Promise<readonly StoredDeadline[]>;
  readonly add: (tenantId: string, deadlines: readonly DeadlineToSave[], change: Change) => Promise<ChangeOutcome>;
  /** Refused with `conflict` where the stored generation is another. */
  readonly replace: (tenantId: string, generation: number, next: DeadlineToSave, change: Change) => Promise<ChangeOutcome>;
  /** Everything that earlier lists of the case system made, by import key. */
  readonly imported: (tenantId: string) => Promise<ReadonlyMap<string, StoredDeadline>>;
  readonly columnMapping: (tenantId: string) => Promise<ColumnMapping | null>;
  readonly saveColumnMapping: (tenantId: string, mapping: ColumnMapping, change: Change) => Promise<ChangeOutcome>;
}

/** A message that must reach somebody once. Its card is made when it is sent, from the state of that moment. */
export interface Reminder {
  readonly tenantId: string;
  readonly id: string;
  readonly kind: 'digest' | 'escalation' | 'single' | 'moved';
  /** Entra object id of the receiver. */
  readonly person: string;
  /** Whose deadlines it is about: the receiver's own, or those of the person the receiver stands in for or leads. */
  readonly about: string;
  readonly day: PlainDate;
  /** For `single` and `moved`: the deadlines that it is about. */
  readonly subjects: readonly ReminderSubject[];
  /** The digest covers what was planned after this day. */
  readonly after: PlainDate;
  readonly attempts: number;
  /** Fences a slow sender: a result is recorded only under the claim that sent it. */
  readonly claim: string;
}

/** A deadline that a notice is about, and when it was due before it moved. */
export interface ReminderSubject {
  readonly deadlineId: string;
  readonly wasDueOn: PlainDate | null;
}

/** How a send ended. */
export type SendResult =
  | { readonly kind: 'sent'; readonly messageId: string; readonly conversationId: string }
  | { readonly kind: 'nothing-to-say' }
  | { readonly kind: 'retry'; readonly at: number; readonly countsAsAttempt: boolean; readonly error: string }
  | { readonly kind: 'unreachable'; readonly error: string };

/** A reminder to be put into the outbox; the key makes it once. */
export interface ReminderToPlan {
  readonly key: string;
  readonly kind: Reminder['kind'];
  readonly person: string;
  readonly about: string;
  readonly subjects: readonly ReminderSubject[];
}

/** What the planning of one person and day writes, all or nothing. */
export interface PersonPlan {
  readonly tenantId: string;
  /** Whose deadlines were planned. */
  readonly person: string;
  readonly day: PlainDate;
  readonly after: PlainDate;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  readonly reminders: readonly ReminderToPlan[];
  /** The next day of attention of each open deadline, null where there is none. */
  readonly next: readonly { readonly deadlineId: string; readonly nextReminderOn: PlainDate | null }[];
}

/** A person with a deadline that asks for attention, and the day up to which the person was reminded. */
export interface PersonToRemind {
  readonly tenantId: string;
  readonly person: string;
  readonly after: PlainDate;
  /** The day's digest was planned before: what asks for attention now came after it. */
  readonly isPlanned: boolean;
  /** The deadlines that ask for attention. */
  readonly waiting: readonly string[];
}

/** Notices to put into the outbox at an instant: milliseconds since 1970. */
export interface Notices {
  readonly day: PlainDate;
  readonly dueAt: number;
  readonly reminders: readonly ReminderToPlan[];
}

/** A reminder that was sent: to whom, about whose deadlines, and which days it covered. */
export type SentReminder = Pick<Reminder, 'kind' | 'person' | 'about' | 'day' | 'after' | 'subjects'>;

/** The outbox of reminders, shared by all replicas without a leader. */
export interface ReminderStore {
  /** People with a deadline that asks for attention on or before the day, with the day up to which they were reminded. */
  readonly peopleToRemind: (day: PlainDate) => Promise<readonly PersonToRemind[]>;
  /** How many reminders were new: what was planned already is not planned twice, nor a notice about what another replica planned. */
  readonly plan: (plan: PersonPlan) => Promise<number>;
  /** Puts notices into the outbox beside the digests, which stay as they were planned. Each key once. */
  readonly enqueue: (tenantId: string, notices: Notices) => Promise<void>;
  /** A reminder by its id, for its card that is pressed. */
  readonly find: (tenantId: string, id: string) => Promise<SentReminder | null>;
  /** What was sent about these people's deadlines on or after a day. */
  readonly sentAbout: (tenantId: string, about: readonly string[], from: PlainDate) => Promise<readonly SentReminder[]>;
  /** Takes due reminders for this replica, fairly over the tenants and within their rates. Times in milliseconds since 1970. */
  readonly claim: (options: {
    readonly owner: string;
    readonly now: number;
    readonly most: number;
    readonly leaseMs: number;
  }) => Promise<readonly Reminder[]>;
  /** False where the claim had passed to another replica: then nothing is recorded. */
  readonly record: (reminder: Reminder, result: SendResult, now: number) => Promise<boolean>;
  /** Who could not be reached and has not been since, each with the last day: for the team leader's list. */
  readonly unreached: (
    tenantId: string,
  ) => Promise<readonly { readonly person: string; readonly day: PlainDate; readonly error: string }[]>;
}

/** Absence and stand-in of a person. */
export interface Absence {
  readonly person: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly standIn: string;
}

/** Keeps who is away. */
export interface AbsenceStore {
  readonly absencesOn: (tenantId: string, day: PlainDate) => Promise<readonly Absence[]>;
  readonly saveAbsence: (tenantId: string, absence: Absence, change: Change) => Promise<ChangeOutcome>;
}

/** A list that was sent and not yet said yes to. */
export interface PendingImport {
  readonly id: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Keeps lists from the case system between preview and yes, and writes what they change, all or nothing. */
export interface ImportStore {
  readonly keep: (tenantId: string, objectId: string, pending: PendingImport) => Promise<void>;
  readonly pending: (tenantId: string, objectId: string, id: string) => Promise<PendingImport | null>;
  /** Refused with `conflict` where one of the replaced deadlines has changed since the preview. */
  readonly write: (
    tenantId: string,
    objectId: string,
    changes: {
      readonly added: readonly DeadlineToSave[];
      readonly replaced: readonly { readonly generation: number; readonly next: DeadlineToSave }[];
    },
    change: Change,
  ) => Promise<ChangeOutcome>;
}

/** Counts how often a person revoked the links to the own deadlines. */
export interface FeedStore {
  readonly revision: (tenantId: string, objectId: string) => Promise<number>;
  readonly revoke: (tenantId: string, objectId: string, change: Change) => Promise<ChangeOutcome>;
}

/** A recurring duty as a leader set it up: `laidInThrough` is the number of its last time that became a deadline, -1 for none. */
export interface StoredDuty extends PlannedDuty {
  readonly id: string;
  readonly owner: string;
  readonly laidInThrough: number;
}

/** Keeps recurring duties. */
export interface DutyStore {
  readonly planDuty: (tenantId: string, duty: StoredDuty, change: Change) => Promise<ChangeOutcome>;
  readonly stopDuty: (tenantId: string, id: string, change: Change) => Promise<ChangeOutcome>;
  readonly duties: (tenantId: string) => Promise<readonly StoredDuty[]>;
  readonly tenantsWithDuties: () => Promise<readonly string[]>;
  /** Lays in the deadline of a duty's time once, whichever replica does it. */
  readonly layIn: (
    tenantId: string,
    duty: StoredDuty,
    time: number,
    deadline: DeadlineToSave,
    change: Change,
  ) => Promise<ChangeOutcome>;
}
