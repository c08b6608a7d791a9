import { type PlainDate, readPlainDate } from '../calendar/plain-date.ts';
import type { Deadline } from './deadline.ts';

/** A row of the case system's list, as text, with its line in the file. */
export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** The row held a CPR number: its text was dropped when it came in, and it changes nothing. */
  readonly isRefused?: boolean;
}

/** Which column holds what. Saved, so that the next list is read the same way. */
export interface ColumnMapping {
  readonly caseReference: string;
  readonly person: string;
  readonly kind: string;
  readonly dueOn: string;
}

/** A deadline of the case system: its key is case and kind, so that a moved date is the same deadline. */
export interface ImportedRow {
  /** The row's line in the list. */
  readonly line: number;
  readonly key: string;
  readonly caseReference: string;
  readonly owner: string;
  readonly title: string;
  readonly dueOn: PlainDate;
}

export interface RowFault {
  readonly line: number;
  readonly fault:
    | 'no-case'
    | 'no-person'
    | 'unknown-person'
    | 'other-team'
    | 'no-kind'
    | 'no-day'
    | 'personal-number'
    | 'doubled';
  readonly written: string;
}

/** What an import would change. Nothing is changed by looking. */
export interface ImportPreview {
  readonly added: readonly ImportedRow[];
  readonly changed: readonly { readonly before: Deadline; readonly after: ImportedRow }[];
  /** No longer in the list: done in the case system. */
  readonly closed: readonly Deadline[];
  readonly unchanged: number;
  readonly faults: readonly RowFault[];
}

/** What the reading of rows needs to know of the surroundings. */
export interface ImportContext {
  /** Entra object id by the name, initials or e-mail that the case system writes, lower case. */
  readonly people: ReadonlyMap<string, string>;
  /** Whose deadlines a list of this person may change; all where nobody is named. A leader's list says nothing of other teams. */
  readonly of: ReadonlySet<string> | null;
}

/** Compares a list from the case system with the deadlines that earlier lists made: re-importing updates and closes, never doubles. */
export function previewImport(
  rows: readonly TableRow[],
  mapping: ColumnMapping,
  existing: ReadonlyMap<string, Deadline>,
  context: ImportContext,
): ImportPreview {
  const read = rows.map((row) => readRow(row, mapping, context));
  const faults = read.filter((row): row is RowFault => 'fault' in row);
  const byKey = new Map<string, ImportedRow>();
  for (const row of read) {
    if ('fault' in row) continue;
    if (byKey.has(row.key)) faults.push({ line: row.line, fault: 'doubled', written: row.caseReference });
    else byKey.set(row.key, row);
  }
  const added = [...byKey.values()].filter(({ key }) => !existing.has(key));
  const kept = [...byKey.values()].flatMap((after) => {
    const before = existing.get(after.key);
    return before === undefined ? [] : [{ before, after }];
  });
  const changed = kept.filter(
    // What a person stopped stays so until the case system says something new of it.
    ({ before, after }) => before.state === 'met' || before.dueOn !== after.dueOn || before.owner !== after.owner,
  );
  // A row that could not be read keeps its deadline open: a typing fault in a list must not close a case's deadline.
  const unreadable = new Set(faults.map(({ line }) => line));
  const keptCases = new Set(
    rows.filter(({ line }) => unreadable.has(line)).map(({ cells }) => (cells[mapping.caseReference] ?? '').trim()),
  );
  const closed = [...existing]
    .filter(([, { owner }]) => mayChange(owner, context))
    .filter(([key, { state, caseReference }]) => state === 'open' && !byKey.has(key) && !keptCases.has(caseReference ?? ''))
    .map(([, deadline]) => deadline);
  return { added, changed, closed, unchanged: kept.length - changed.length, faults };
}

function mayChange(owner: string, { of }: ImportContext): boolean {
  return of === null || of.has(owner);
}

/** The key under which a case's deadline of one kind is found again. */
export function importKey(caseReference: string, title: string): string {
  return `${caseReference.toLowerCase()}|${title.toLowerCase()}`;
}

function readRow(row: TableRow, mapping: ColumnMapping, context: ImportContext): ImportedRow | RowFault {
  const cell = (column: string) => (row.cells[column] ?? '').trim();
  const [caseReference, person, title, day] = [
    cell(mapping.caseReference),
    cell(mapping.person),
    cell(mapping.kind),
    cell(mapping.dueOn),
  ];
  const fault = (kind: RowFault['fault'], written: string): RowFault => ({ line: row.line, fault: kind, written });
  if (row.isRefused === true) return fault('personal-number', '');
  if (caseReference === '') return fault('no-case', caseReference);
  if (title === '') return fault('no-kind', title);
  if (person === '') return fault('no-person', person);
  const owner = context.people.get(person.toLowerCase());
  if (owner === undefined) return fault('unknown-person', person);
  if (!mayChange(owner, context)) return fault('other-team', person);
  const dueOn = dayOf(day);
  if (dueOn === null) return fault('no-day', day);
  return { line: row.line, key: importKey(caseReference, title), caseReference, owner, title, dueOn };
}

/** Days as case systems write them: 2026-12-12, 12-12-2026, 12.12.2026, 12/12/26, with or without a time behind. */
function dayOf(text: string): PlainDate | null {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(text);
  if (iso !== null) return readPlainDate(iso[1] ?? '');
  const danish = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4}|\d{2})(?:\s.*)?$/.exec(text);
  if (danish === null) return null;
  return readPlainDate(
    `${(danish[3] ?? '').padStart(4, '20')}-${(danish[2] ?? '').padStart(2, '0')}-${(danish[1] ?? '').padStart(2, '0')}`,
  );
}
