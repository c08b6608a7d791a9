import {
  type ColumnMapping,
  type ImportedRow,
  type ImportPreview,
  previewImport,
  type TableRow,
} from '../../domain/deadline/case-import.ts';
import type { Deadline } from '../../domain/deadline/deadline.ts';
import { type Directory, teamOf } from '../access/directory.ts';
import type { Person } from '../access/person.ts';
import { type Asking, auditOf, toSave } from './change-deadline.ts';
import { type MovingDesk, tellOfMove } from './move-deadline.ts';
import type { DeadlineToSave, ImportStore, StoredDeadline } from './ports.ts';

/** What the import from the case system is given besides the deadlines' desk. */
export interface ImportDesk extends MovingDesk {
  readonly imports: ImportStore;
  readonly hasPersonalNumber: (text: string) => boolean;
}

/** A list that was read: which columns are what, where that is not known yet; or what it would change. */
export type ImportStep =
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'choose-columns';
      readonly id: string;
      readonly columns: readonly string[];
      readonly guess: Partial<ColumnMapping>;
    }
  | { readonly kind: 'preview'; readonly id: string; readonly preview: ImportPreview }
  | { readonly kind: 'done'; readonly preview: ImportPreview }
  | { readonly kind: 'changed-meanwhile' };

const mayImport = ['team-leader', 'administrator'] as const;

/** Takes in a list: shown as a preview where its columns are known from the last time, else the columns are asked for. */
export async function receiveList(
  desk: ImportDesk,
  asking: Asking,
  list: { readonly id: string; readonly columns: readonly string[]; readonly rows: readonly TableRow[] },
): Promise<ImportStep> {
  const { person } = asking;
  if (person.objectId === null || !mayImport.some((role) => person.roles.includes(role))) return { kind: 'not-allowed' };
  // A CPR number is never kept, not even until the preview.
  const rows = list.rows.map((row) =>
    Object.values(row.cells).some(desk.hasPersonalNumber)
      ? { line: row.line, cells: withoutNumbers(row, desk), isRefused: true }
      : row,
  );
  await desk.imports.keep(person.tenantId, person.objectId, { ...list, rows });
  const saved = await desk.store.columnMapping(person.tenantId);
  if (saved !== null && Object.values(saved).every((column) => list.columns.includes(column)))
    return previewList(desk, asking, list.id, saved);
  return { kind: 'choose-columns', id: list.id, columns: list.columns, guess: saved ?? {} };
}

/** Shows what a list would change under a mapping of its columns, and keeps the mapping for the next list. */
export async function previewList(desk: ImportDesk, asking: Asking, id: string, mapping: ColumnMapping): Promise<ImportStep> {
  const read = await readPending(desk, asking, id, mapping);
  if (read === null) return { kind: 'gone' };
  await desk.store.saveColumnMapping(asking.person.tenantId, mapping, {
    activityId: asking.activityId,
    audit: auditOf(asking.person, 'import-columns-saved', 'deadlines'),
  });
  return { kind: 'preview', id, preview: read.preview };
}

/** Writes what the preview showed, all or nothing. What has changed since the preview is not overwritten. */
export async function confirmList(desk: ImportDesk, asking: Asking, id: string): Promise<ImportStep> {
  const { person, today, activityId } = asking;
  const mapping = await desk.store.columnMapping(person.tenantId);
  const read = mapping === null ? null : await readPending(desk, asking, id, mapping);
  if (read === null || person.objectId === null) return { kind: 'gone' };
  const { preview, existing } = read;
  const save = (deadline: Deadline, key: string | null): DeadlineToSave => toSave(deadline, key, desk.settings, today);
  const added = preview.added.map((row) => save(imported(row, `${id}-${row.line}`), row.key));
  const changed = preview.changed.flatMap(({ before, after }) => {
    const stored = existing.get(after.key);
    return stored === undefined
      ? []
      : [{ generation: stored.generation, next: save({ ...before, ...fields(after), state: 'open', metOn: null }, after.key) }];
  });
  const closed = [...existing.values()]
    .filter(({ id: one }) => preview.closed.some((deadline) => deadline.id === one))
    .map((stored) => ({
      generation: stored.generation,
      next: save({ ...stored, state: 'met', metOn: today }, stored.importKey),
    }));
  const counts = { added: added.length, changed: changed.length, closed: closed.length };
  const outcome = await desk.imports.write(
    person.tenantId,
    person.objectId,
    { added, replaced: [...changed, ...closed] },
    { activityId, audit: auditOf(person, 'deadlines-imported', 'deadlines', counts) },
  );
  if (outcome === 'conflict') return { kind: 'changed-meanwhile' };
  const movedDays = preview.changed.flatMap(({ before, after }) => {
    const stored = existing.get(after.key);
    return stored === undefined || stored.state !== 'open' ? [] : [{ before: stored, deadline: { ...before, ...fields(after) } }];
  });
  await tellOfMove(desk, asking, movedDays);
  return { kind: 'done', preview };
}

async function readPending(
  desk: ImportDesk,
  { person }: Pick<Asking, 'person'>,
  id: string,
  mapping: ColumnMapping,
): Promise<{ readonly preview: ImportPreview; readonly existing: ReadonlyMap<string, StoredDeadline> } | null> {
  if (person.objectId === null || !mayImport.some((role) => person.roles.includes(role))) return null;
  const pending = await desk.imports.pending(person.tenantId, person.objectId, id);
  if (pending === null) return null;
  const existing = await desk.store.imported(person.tenantId);
  const context = { people: peopleByName(desk.directory, person.tenantId), of: changedBy(desk.directory, person) };
  return { preview: previewImport(pending.rows, mapping, existing, context), existing };
}

/** An administrator's list is of everybody, a leader's of the own team. */
function changedBy(directory: Directory, { tenantId, objectId, roles }: Person): ReadonlySet<string> | null {
  if (roles.includes('administrator')) return null;
  const leader = objectId === null ? null : directory.member(tenantId, objectId);
  return new Set(leader === null ? [] : [leader, ...teamOf(directory, leader)].map((member) => member.objectId));
}

/** Case systems write names, initials or ids: each that the settings give leads to the person, unless two share it. */
function peopleByName(directory: Directory, tenantId: string): ReadonlyMap<string, string> {
  const members = directory.members(tenantId);
  const meant = new Map<string, string | null>();
  const add = (word: string, objectId: string) => {
    const there = meant.get(word.toLowerCase());
    meant.set(word.toLowerCase(), there === undefined || there === objectId ? objectId : null);
  };
  for (const { objectId, name } of members) {
    add(name, objectId);
    add(initialsOf(name), objectId);
  }
  for (const { objectId } of members) meant.set(objectId.toLowerCase(), objectId);
  return new Map([...meant].flatMap(([word, objectId]) => (objectId === null ? [] : [[word, objectId] as const])));
}

function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .join('');
}

function imported(row: ImportedRow, id: string): Deadline {
  return {
    id,
    kind: 'conversation',
    vagueWords: null,
    trigger: null,
    source: null,
    assumption: null,
    state: 'open',
    metOn: null,
    snoozedUntil: null,
    ...fields(row),
  };
}

function fields({ title, caseReference, owner, dueOn }: ImportedRow) {
  return { title, caseReference, owner, dueOn };
}

/** What is left of a row with a CPR number: its other cells, so that its deadline is not taken for closed. */
function withoutNumbers({ cells }: TableRow, desk: ImportDesk): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(cells).map(([column, text]) => [column, desk.hasPersonalNumber(text) ? '' : text]));
}
