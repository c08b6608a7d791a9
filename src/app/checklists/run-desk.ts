import type { ClosedDays } from '../../domain/calendar/working-days.ts';
import type { ReminderSettings } from '../../domain/deadline/reminder-plan.ts';
import { hasPersonalNumber } from '../../domain/privacy/personal-number.ts';
import type { Adoption } from '../../domain/rules/adoption.ts';
import type { RuleSet } from '../../domain/rules/rule-set.ts';
import { type Directory, leadersOf } from '../access/directory.ts';
import type { Person } from '../access/person.ts';
import type { AuditEntry, AuditTrail } from '../audit.ts';
import type { Asking } from '../deadlines/change-deadline.ts';
import type { DeadlineStore } from '../deadlines/ports.ts';
import type { CarriedAnswer } from './carry-answers.ts';
import type { QueueStore, Run, RunStore } from './ports.ts';

/** What every use case on runs is given. */
export interface RunDesk {
  readonly store: RunStore & QueueStore;
  readonly deadlines: DeadlineStore;
  readonly directory: Directory;
  readonly settings: ReminderSettings;
  readonly closed: ClosedDays;
  readonly audit: AuditTrail;
  /** The rule sets that the tenant may be offered. */
  readonly ruleSets: readonly RuleSet[];
  readonly adoptions: readonly Adoption[];
  readonly carried: readonly CarriedAnswer[];
  readonly caseNumberPattern: RegExp;
  /** A document's title by its file; the file's own name where it is not known. */
  readonly titleOf: (file: string) => string;
}

/** Who asks, when and from which conversation: the conversation is the activity's own, never a card's. */
export interface RunAsking extends Asking {
  readonly at: number;
  readonly conversationId: string;
}

/** The refusal: what is not there and what is not for this person look alike. */
export interface NotAllowed {
  readonly kind: 'not-allowed';
}

/** Whether a person may open and answer a run: own ones, those shared in the conversation that the person writes in, the team's for its leader, and what was sent to the professional leader. */
export function mayOpenRun(directory: Directory, { person, conversationId }: RunAsking, run: Run): boolean {
  if (person.objectId === null || person.roles.length === 0) return false;
  if (mayDecideRun(directory, person, run)) return true;
  return run.sharedAt.some((at) => placeOf(at.conversationId) === placeOf(conversationId));
}

/** Whether a person may decide in the case of a run: its owner, the owner's leader, and the professional leader where it was sent on. */
export function mayDecideRun(directory: Directory, person: Person, run: Run): boolean {
  if (person.objectId === null || person.roles.length === 0) return false;
  if (run.owner === person.objectId) return true;
  if (person.roles.includes('professional-leader') && run.decisions.some(({ kind }) => kind === 'sent')) return true;
  const owner = directory.member(person.tenantId, run.owner);
  return owner !== null && leadersOf(directory, owner).some(({ objectId }) => objectId === person.objectId);
}

/** The run, where the person may open it; every other attempt is audited. */
export async function openRun(desk: RunDesk, asking: RunAsking, id: string): Promise<Run | null> {
  const run = await desk.store.find(asking.person.tenantId, id);
  if (run !== null && mayOpenRun(desk.directory, asking, run)) return run;
  refuse(desk, asking.person, run === null ? 'run:unknown' : `run:${id}`);
  return null;
}

/** Refuses, and leaves a line of it in the audit log. */
export function refuse(desk: RunDesk, person: Person, wanted: string): NotAllowed {
  desk.audit.note(auditLine(person, 'access-refused', wanted));
  return { kind: 'not-allowed' };
}

/** An audit line of a person's act on a run: codes only, never an answer. */
export function auditLine(person: Person, action: string, subject: string, details: AuditEntry['details'] = {}): AuditEntry {
  return { tenantId: person.tenantId, actor: person.objectId ?? 'anonymous', action, subject, details };
}

/** A channel without its thread. */
export function placeOf(conversationId: string): string {
  return conversationId.replace(/;messageid=.*$/, '');
}

/** Whether a text is a case reference by the municipality's pattern, and holds no CPR number. */
export function isCaseReference({ caseNumberPattern }: RunDesk, text: string): boolean {
  return caseNumberPattern.test(text) && !hasPersonalNumber(text);
}
