import type { Agenda } from '../../domain/agenda/agenda.ts';
import type { Approval } from '../../domain/agenda/meeting/minutes.ts';
import type { ItemRecord } from '../../domain/agenda/meeting/record.ts';
import type { Change, ChangeOutcome } from '../change.ts';
import type { DeadlineToSave } from '../deadlines/ports.ts';

/** Where an agenda's card stands. */
export interface PostedAt {
  readonly conversationId: string;
  readonly messageId: string;
  /** The agenda as the card showed it last. */
  readonly shown?: Agenda | null;
}

/** An agenda as kept: read from a document or made here. */
export interface StoredAgenda {
  readonly id: string;
  readonly agenda: Agenda;
  /** The file it was read from; null where it was made here. */
  readonly file: string | null;
  /** Counts the readings of a changed file. */
  readonly revision: number;
  readonly posted: readonly PostedAt[];
}

/** An accepted proposal: the deadline it became. */
export interface AcceptedFollowUp {
  readonly key: string;
  readonly deadlineId: string;
}

/** Where an accepted proposal comes from. */
export interface AcceptedFrom extends AcceptedFollowUp {
  readonly agendaId: string;
}

/** Keeps agendas, what was recorded on them, and what followed. Everything is of one tenant. */
export interface AgendaStore {
  readonly find: (tenantId: string, id: string) => Promise<StoredAgenda | null>;
  /** The newest meetings first. */
  readonly list: (tenantId: string, most: number) => Promise<readonly StoredAgenda[]>;
  /** What was recorded and accepted follows its item to where it stands now; of an item that is gone it is kept, and belongs to none. */
  readonly save: (
    tenantId: string,
    agenda: StoredAgenda,
    change: Change,
    moves?: ReadonlyMap<number, number | null>,
  ) => Promise<ChangeOutcome>;
  /** Remembers where the agenda's card stands, and that it shows the agenda as it is kept now. */
  readonly markPosted: (tenantId: string, id: string, at: PostedAt) => Promise<void>;
  readonly records: (tenantId: string, id: string) => Promise<readonly ItemRecord[]>;
  /** The records of several agendas at once, by the agenda's id. */
  readonly recordsOf: (tenantId: string, ids: readonly string[]) => Promise<ReadonlyMap<string, readonly ItemRecord[]>>;
  /** Refused with `conflict` where the record's number is taken: somebody wrote first. */
  readonly addRecord: (tenantId: string, id: string, record: ItemRecord, change: Change) => Promise<ChangeOutcome>;
  readonly approvals: (tenantId: string, id: string) => Promise<readonly Approval[]>;
  /** A member approves once; an approval from before the minutes were changed is given anew. */
  readonly addApproval: (
    tenantId: string,
    id: string,
    approval: Approval & { readonly changedAt: number },
    change: Change,
  ) => Promise<ChangeOutcome>;
  readonly accepted: (tenantId: string, id: string) => Promise<readonly AcceptedFollowUp[]>;
  /** Of these deadlines, those that were proposals of an agenda. */
  readonly acceptedAs: (tenantId: string, deadlineIds: readonly string[]) => Promise<readonly AcceptedFrom[]>;
  /** The proposals of an agenda whose deadline is this person's now. */
  readonly acceptedBy: (tenantId: string, id: string, owner: string) => Promise<readonly AcceptedFollowUp[]>;
  /** The proposal and its deadline in one transaction; `conflict` where it was accepted already. */
  readonly accept: (
    tenantId: string,
    id: string,
    accepted: AcceptedFollowUp,
    deadline: DeadlineToSave,
    change: Change,
  ) => Promise<ChangeOutcome>;
}
