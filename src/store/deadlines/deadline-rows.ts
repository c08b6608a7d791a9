import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { StoredDeadline } from '../../app/deadlines/ports.ts';
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import { importKey } from '../../domain/deadline/case-import.ts';
import type { Deadline, DeadlineKind } from '../../domain/deadline/deadline.ts';
import { openJson, type SealedJson, sealJson } from '../core/sealed-json.ts';
import type { Sealer } from '../core/sealer.ts';

/** A row of the table `deadline`. Days are `YYYY-MM-DD` on both engines. */
export interface DeadlineRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly case_reference: string | null;
  readonly due_on: string;
  readonly details: SealedJson | Details | null;
  readonly owner: string;
  readonly state: string;
  readonly met_on: string | null;
  readonly snoozed_until: string | null;
  readonly generation: number;
  readonly import_key: string | null;
}

/** What a deadline counts from and what says so: beside a case number that tells of the person, so it lies sealed. */
type Details = Pick<StoredDeadline, 'trigger' | 'vagueWords' | 'source' | 'assumption'>;

const trigger = z.object({
  what: z.string(),
  on: z.string(),
  offset: z.object({ kind: z.enum(['days', 'working-days', 'months']), count: z.number() }),
});
const text = z.string().nullable();
const details = z.object({ trigger: trigger.nullable(), vagueWords: text, source: text, assumption: text });

/** What a title is sealed for: it opens on its own row only. */
export function titlePlace(tenantId: string, id: string): string {
  return JSON.stringify(['deadline', tenantId, id, 'title']);
}

/** What the details are sealed for. */
export function detailsPlace(tenantId: string, id: string): string {
  return JSON.stringify(['deadline', tenantId, id, 'details']);
}

/** The details of a deadline, sealed for its row. */
export function sealDetails({ id, trigger, vagueWords, source, assumption }: Deadline, tenantId: string, sealer: Sealer): string {
  return sealJson({ trigger, vagueWords, source, assumption }, detailsPlace(tenantId, id), sealer);
}

/** An import key holds the title: the table keeps its fingerprint, which is enough to lay in nothing twice. */
export function storedImportKey(tenantId: string, key: string | null): string | null {
  return key === null ? null : createHash('sha256').update(`${tenantId}|${key}`).digest('hex');
}

const noDetails: Details = { trigger: null, vagueWords: null, source: null, assumption: null };

/** A stored row as a deadline. */
export function deadlineOf(row: DeadlineRow, sealer: Sealer): StoredDeadline {
  const title = sealer.open(row.title, titlePlace(row.tenant_id, row.id));
  const kept = openJson(row.details ?? noDetails, detailsPlace(row.tenant_id, row.id), sealer);
  return {
    ...(details.parse(kept) as Details),
    id: row.id,
    kind: row.kind as DeadlineKind,
    title,
    caseReference: row.case_reference,
    dueOn: row.due_on as PlainDate,
    owner: row.owner,
    state: row.state as StoredDeadline['state'],
    metOn: row.met_on as PlainDate | null,
    snoozedUntil: row.snoozed_until as PlainDate | null,
    generation: row.generation,
    importKey: row.import_key === null ? null : importKey(row.case_reference ?? '', title),
  };
}
