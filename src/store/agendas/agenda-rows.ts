import type { PostedAt, StoredAgenda } from '../../app/agendas/ports.ts';
import type { Agenda } from '../../domain/agenda/agenda.ts';
import type { ItemRecord } from '../../domain/agenda/meeting/record.ts';
import { openJson, type SealedJson, sealJson } from '../core/sealed-json.ts';
import type { Sealer } from '../core/sealer.ts';

/** A row of the table `agenda` with its posts, as the database makes JSON of them. */
export interface AgendaRow extends Omit<StoredAgenda, 'agenda' | 'posted'> {
  readonly agenda: SealedJson | Agenda;
  readonly posted: readonly (Omit<PostedAt, 'shown'> & { readonly shown: SealedJson | Agenda | null })[];
}

/** A row of the table `item_record`. */
export interface RecordRow {
  readonly item_index: number;
  readonly number: number;
  readonly entry: SealedJson | ItemRecord['entry'];
  readonly recorded_by: string;
  readonly at: number;
}

/** Closed items stand among the open ones, and an item may be closed later: an agenda is sealed whole. What a post shows is a copy of it. */
export function sealAgenda(agenda: Agenda, tenantId: string, id: string, sealer: Sealer): string {
  return sealJson(agenda, agendaPlace(tenantId, id), sealer);
}

/** A stored row as an agenda. */
export function agendaOf(row: AgendaRow, tenantId: string, sealer: Sealer): StoredAgenda {
  const opened = (kept: SealedJson | Agenda) => openJson(kept, agendaPlace(tenantId, row.id), sealer) as Agenda;
  return {
    ...row,
    agenda: opened(row.agenda),
    posted: row.posted.map((post) => ({ ...post, shown: post.shown === null ? null : opened(post.shown) })),
  };
}

/** What was recorded on an item, sealed: the record moves with its item, so its place in the agenda is not in the seal. */
export function sealEntry(
  { entry, number, at }: Omit<ItemRecord, 'itemIndex' | 'by'>,
  tenantId: string,
  agendaId: string,
  sealer: Sealer,
): string {
  return sealJson(entry, recordPlace(tenantId, agendaId, number, at), sealer);
}

/** A stored row as a record. */
export function recordOf(row: RecordRow, tenantId: string, agendaId: string, sealer: Sealer): ItemRecord {
  const { item_index: itemIndex, number, recorded_by: by, at } = row;
  return {
    itemIndex,
    number,
    entry: openJson(row.entry, recordPlace(tenantId, agendaId, number, at), sealer) as ItemRecord['entry'],
    by,
    at,
  };
}

export function agendaPlace(tenantId: string, id: string): string {
  return JSON.stringify([tenantId, 'agenda', id]);
}

export function recordPlace(tenantId: string, agendaId: string, number: number, at: number): string {
  return JSON.stringify([tenantId, 'item_record', agendaId, number, at]);
}
