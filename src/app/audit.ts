/** One line of the append-only audit log. Never a CPR number, a citizen's name or free text. */
export interface AuditEntry {
  readonly tenantId: string;
  /** Entra object id of who acted, or `system`. */
  readonly actor: string;
  /** What was done, kebab-case: `question-asked`, `checklist-answered`, `access-refused`. */
  readonly action: string;
  /** The kind and id of what it was done to. */
  readonly subject: string;
  /** Coded details only. */
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/** Takes audit lines of questions and views; they are written in batches within a second. Changes write theirs in their own transaction. */
export interface AuditTrail {
  note(entry: AuditEntry): void;
}
