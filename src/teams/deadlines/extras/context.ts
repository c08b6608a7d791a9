import type { Signer } from '../../../app/deadlines/feed-links.ts';
import type { ImportDesk } from '../../../app/deadlines/import-deadlines.ts';
import type { AbsenceStore, DutyStore, FeedStore, ReminderStore } from '../../../app/deadlines/ports.ts';
import type { ImportColumn } from '../../../cards/deadlines/sheet-card.ts';
import type { PlainDate } from '../../../domain/calendar/plain-date.ts';
import type { TableRow } from '../../../domain/deadline/case-import.ts';
import type { AttachedFile } from '../../turn/request.ts';
import type { DeadlineContext } from '../context.ts';

/** A list as text, or that the file is none. */
export type ReadList =
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly TableRow[] }
  | { readonly kind: 'unreadable' };

/** The words of the commands: content. */
export interface SetUpWords {
  readonly unreached: readonly string[];
  readonly links: readonly string[];
  readonly absence: readonly string[];
  readonly reassign: readonly string[];
  readonly import: readonly string[];
  readonly duties: readonly string[];
  readonly to: readonly string[];
  readonly standIn: readonly string[];
  readonly besideName: readonly string[];
  readonly columns: Readonly<Record<ImportColumn, readonly string[]>>;
}

/** A duty as its document words it. */
export interface SourceDuty {
  readonly id: string;
  readonly title: string;
  readonly rhythm: string;
  readonly quote: string;
  readonly source: string;
}

/** One entry of a calendar. */
export interface CalendarEntry {
  readonly id: string;
  readonly title: string;
  readonly on: PlainDate;
  readonly until: PlainDate;
}

/** What the setting up of deadlines is wired with: import, absence, hand-over, links. */
export interface SetUpContext extends Omit<DeadlineContext, 'desk'> {
  readonly desk: ImportDesk;
  readonly absences: AbsenceStore;
  readonly feeds: FeedStore;
  readonly outbox: Pick<ReminderStore, 'unreached'>;
  /** What the documents say that somebody does regularly: the words of the source, and its own rhythm. */
  readonly duties: readonly SourceDuty[];
  readonly dutyStore: DutyStore;
  readonly names: SetUpWords;
  readonly fetchFile: (file: AttachedFile) => Promise<Uint8Array | null>;
  readonly readTable: (name: string, bytes: Uint8Array) => Promise<ReadList>;
  readonly signer: Signer;
  readonly publicUrl: string;
  readonly writeCsv: (columns: readonly string[], rows: readonly (readonly string[])[]) => string;
  readonly writeCalendar: (name: string, entries: readonly CalendarEntry[]) => string;
}
