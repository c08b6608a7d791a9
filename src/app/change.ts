import type { AuditEntry } from './audit.ts';

/** What goes with every change of state, in the same transaction: the audit line, and the activity that asked for it. */
export interface Change {
  /** The Teams activity that caused the change: the same one twice changes once. Null where no activity did (a clock, a command line). */
  readonly activityId: string | null;
  readonly audit: AuditEntry;
}

/** A change was made; or the same activity had made it already; or somebody else changed the thing first. */
export type ChangeOutcome = 'changed' | 'repeated' | 'conflict';
