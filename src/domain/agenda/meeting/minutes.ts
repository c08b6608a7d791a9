import type { PlainDate } from '../../calendar/plain-date.ts';
import type { Agenda, AgendaItem } from '../agenda.ts';
import { decisionOf, type ItemDecision, type ItemRecord } from './record.ts';

/** Open minutes leave out what closed items hold; the full ones are for the committee alone. */
export type MinutesVersion = 'open' | 'full';

/** One item of the minutes. A closed item in the open version has neither title nor content. @da referat */
export interface MinutesItem {
  readonly number: number | null;
  readonly title: string | null;
  readonly caseNumber: string | null;
  readonly isClosed: boolean;
  readonly isWithheld: boolean;
  readonly recommendation: readonly string[];
  readonly decision: ItemDecision | null;
  readonly annexes: readonly string[];
}

/** The minutes of a meeting, made from its agenda and what was recorded. */
export interface Minutes {
  readonly version: MinutesVersion;
  readonly municipality: string | null;
  readonly body: string | null;
  readonly date: PlainDate | null;
  readonly startTime: string | null;
  readonly place: string | null;
  readonly present: readonly string[];
  readonly absent: readonly string[];
  readonly items: readonly MinutesItem[];
}

/** A member's approval of the minutes: given here with its time, or marked as signed outside Teams. */
export interface Approval {
  readonly member: string;
  readonly kind: 'approved' | 'signed-elsewhere';
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Makes the minutes. What was not decided stands without a decision, never with an invented one. */
export function minutesOf(agenda: Agenda, records: readonly ItemRecord[], version: MinutesVersion): Minutes {
  const { municipality, body, date, startTime, place, present, absent } = agenda;
  const items = agenda.items.map((item, index) => minutesItem(item, decisionOf(records, index), version));
  return { version, municipality, body, date, startTime, place, present: present ?? [], absent: absent ?? [], items };
}

function minutesItem(item: AgendaItem, record: ItemRecord | null, version: MinutesVersion): MinutesItem {
  const { number, title, caseNumber, closed } = item;
  if (closed && version === 'open') {
    return {
      number,
      title: null,
      caseNumber: null,
      isClosed: true,
      isWithheld: true,
      recommendation: [],
      decision: null,
      annexes: [],
    };
  }
  const decision = record?.entry.kind === 'decided' ? record.entry.decision : readDecision(item);
  return {
    number,
    title,
    caseNumber,
    isClosed: closed,
    isWithheld: false,
    recommendation: item.recommendation?.clauses ?? [],
    decision,
    annexes: item.annexes,
  };
}

/** What the text says that this meeting decided, where nothing was recorded here. */
function readDecision({ decisions, absent }: AgendaItem): ItemDecision | null {
  const read = decisions.findLast(({ ownMeeting }) => ownMeeting);
  if (read === undefined) return null;
  const dissent = [...read.voting, ...read.dissent].join(' ');
  return {
    ...{ outcome: 'other', text: read.text, amendments: null, votes: null, disqualified: [], absent, reviewOn: null },
    dissent: dissent === '' ? null : dissent,
  };
}

/** Who has not yet approved: the members without an approval, in their order. */
export function missingApprovals(members: readonly string[], approvals: readonly Approval[]): readonly string[] {
  const given = new Set(approvals.map(({ member }) => member));
  return members.filter((member) => !given.has(member));
}
