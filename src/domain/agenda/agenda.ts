import type { PlainDate } from '../calendar/plain-date.ts';

/** What a text is: an agenda, its minutes, a book of decisions, or one item taken out of them. */
export type AgendaKind = 'dagsorden' | 'referat' | 'beslutningsprotokol' | 'udvalgspunkt';

/** What a committee decided on an item, word for word. @da beslutning */
export interface Decision {
  readonly text: string;
  readonly body: string | null;
  readonly date: PlainDate | null;
  readonly itemNumber: number | null;
  readonly ownMeeting: boolean;
  readonly line: number;
  /** Sentences of those who did not agree, word for word. */
  readonly dissent: readonly string[];
  readonly voting: readonly string[];
}

/** What the department proposes, one clause for each "at". @da indstilling */
export interface Recommendation {
  readonly by: string | null;
  readonly to: readonly string[];
  readonly lead: string | null;
  readonly clauses: readonly string[];
}

/** Who is asked for their opinion, and when. @da høring */
export interface Consultation {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly parties: readonly string[];
}

/** A day or a later committee that the item names. */
export interface NamedDate {
  readonly date: PlainDate;
  readonly line: number;
  readonly sentence: string;
}

/** Lines of the text, the first is 1. */
export interface LineSpan {
  readonly from: number;
  readonly to: number;
}

/** The earlier meeting from which an open item was carried over, and why. */
export interface CarriedFrom {
  readonly agendaId: string;
  readonly body: string | null;
  readonly date: PlainDate | null;
  readonly number: number | null;
  readonly title: string | null;
  readonly caseNumber: string | null;
  readonly reason: 'undecided' | 'postponed';
  /** The words that postponed it. */
  readonly text: string | null;
}

/** An item of an agenda. @da punkt */
export interface AgendaItem {
  readonly number: number | null;
  readonly title: string | null;
  readonly caseNumber: string | null;
  readonly documentNumber: string | null;
  readonly page: number | null;
  readonly closed: boolean;
  readonly line: number;
  readonly matter: string | null;
  readonly caseStatement: LineSpan | null;
  readonly legalBasis: string | null;
  readonly economy: string | null;
  readonly communication: string | null;
  readonly recommendation: Recommendation | null;
  readonly decisions: readonly Decision[];
  readonly annexes: readonly string[];
  /** True where the heading stands with nothing under it. */
  readonly emptyAnnexHeading: boolean;
  readonly absent: readonly string[];
  readonly consultation: Consultation | null;
  readonly dates: readonly NamedDate[];
  /** The text ends inside the item. */
  readonly truncated: boolean;
  /** Only on an agenda that was made here. */
  readonly carriedFrom?: CarriedFrom;
}

/** What could not be read safely, with its line. */
export interface AgendaFault {
  readonly kind:
    | 'not-an-agenda'
    | 'no-date'
    | 'no-body'
    | 'item-without-title'
    | 'item-truncated'
    | 'number-missing'
    | 'second-meeting';
  readonly line: number;
  readonly values: Readonly<Record<string, string | number>>;
}

/** An agenda or minutes as read from a text. @da dagsorden, referat */
export interface Agenda {
  readonly kind: AgendaKind | null;
  readonly municipality: string | null;
  readonly body: string | null;
  readonly date: PlainDate | null;
  readonly startTime: string | null;
  readonly place: string | null;
  readonly present: readonly string[] | null;
  readonly absent: readonly string[] | null;
  readonly substitutes: readonly string[];
  readonly items: readonly AgendaItem[];
  readonly faults: readonly AgendaFault[];
}
