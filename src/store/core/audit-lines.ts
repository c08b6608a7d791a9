import type { AuditEntry } from '../../app/audit.ts';

/** A line as the database's `append_audit` takes it: `tail` is what its hash is made of beside the number, the time and the line before. */
export interface AuditLine extends Omit<AuditEntry, 'tenantId' | 'details'> {
  readonly details: string;
  readonly tail: string;
}

export function auditLineOf({ actor, action, subject, details: given }: AuditEntry): AuditLine {
  const details = canonical(given);
  return { actor, action, subject, details, tail: JSON.stringify([actor, action, subject, details]).slice(1, -1) };
}

function canonical(details: AuditEntry['details']): string {
  return JSON.stringify(Object.fromEntries(Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1))));
}
