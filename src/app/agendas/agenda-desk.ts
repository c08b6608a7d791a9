import type { ReminderSettings } from '../../domain/deadline/reminder-plan.ts';
import type { Directory } from '../access/directory.ts';
import type { Person } from '../access/person.ts';
import type { AuditEntry, AuditTrail } from '../audit.ts';
import type { AgendaStore, StoredAgenda } from './ports.ts';

/** What every use case on agendas is given. */
export interface AgendaDesk {
  readonly store: AgendaStore;
  readonly directory: Directory;
  readonly settings: ReminderSettings;
  readonly audit: AuditTrail;
}

/** Whether a person may lay in, post and record: the secretary, and the administrator. */
export function mayKeepAgendas(person: Person): boolean {
  return person.objectId !== null && (person.roles.includes('secretary') || person.roles.includes('administrator'));
}

/** Whether a person may read agendas at all: whoever has a role. */
export function mayReadAgendas(person: Person): boolean {
  return person.objectId !== null && person.roles.length > 0;
}

/** Refuses, and leaves a line of it in the audit log. */
export function refuse(desk: AgendaDesk, person: Person, wanted: string): { readonly kind: 'not-allowed' } {
  desk.audit.note(auditLine(person, 'access-refused', wanted));
  return { kind: 'not-allowed' };
}

/** An audit line of a person's act on an agenda. */
export function auditLine(person: Person, action: string, subject: string, details: AuditEntry['details'] = {}): AuditEntry {
  return { tenantId: person.tenantId, actor: person.objectId ?? 'anonymous', action, subject, details };
}

/** The id of a meeting's agenda: the same committee on the same day is the same agenda, so that a changed file replaces it. */
export function agendaId({ agenda, file }: Pick<StoredAgenda, 'agenda' | 'file'>): string {
  const parts =
    agenda.body !== null && agenda.date !== null ? [agenda.municipality ?? '', agenda.body, agenda.date] : [file ?? ''];
  return parts.join('|').toLowerCase();
}
