import { folded } from '../../language/words.ts';
import type { Agenda, AgendaItem, CarriedFrom } from '../agenda.ts';
import { decisionOf, type ItemRecord, isOpenItem } from './record.ts';

/** An item that carries over, and what says so. */
export interface OpenItem {
  readonly item: AgendaItem;
  readonly index: number;
  readonly reason: CarriedFrom['reason'];
}

/** How items are chosen. */
export interface CarryOverRule {
  /** The words with which a decision says that its item was postponed: content. */
  readonly postponed: readonly string[];
  /** Closed items carry over only where closed members see them. */
  readonly withClosed: boolean;
}

/** The items of a meeting that carry over: those without a decision, recorded or read, and those that were postponed. */
export function openItems(
  agenda: Agenda,
  records: readonly ItemRecord[],
  { postponed, withClosed }: CarryOverRule,
): readonly OpenItem[] {
  return agenda.items.flatMap((item, index): readonly OpenItem[] => {
    if ((item.closed && !withClosed) || !isOpenItem(records, index)) return [];
    const read = item.decisions.findLast(({ ownMeeting }) => ownMeeting);
    const isPostponed = decisionOf(records, index) !== null || (read !== undefined && saysPostponed(read.text, postponed));
    if (read !== undefined && !isPostponed) return [];
    return [{ item, index, reason: isPostponed ? 'postponed' : 'undecided' }];
  });
}

/**
 * An item as it stands on the next agenda: it says where it comes from. The meeting's own decision, that it is postponed, is no decision on
 * it: the committee has yet to treat it.
 */
export function carriedItem(
  { item, index, reason }: OpenItem,
  from: { readonly agendaId: string; readonly agenda: Agenda },
  records: readonly ItemRecord[],
): AgendaItem {
  const { body, date } = from.agenda;
  const { number, title, caseNumber } = item;
  const standing = decisionOf(records, index)?.entry;
  const read = item.decisions.findLast(({ ownMeeting }) => ownMeeting)?.text ?? null;
  const text = standing?.kind === 'decided' ? standing.decision.text : read;
  return {
    ...item,
    number: null,
    page: null,
    decisions: item.decisions.filter(({ ownMeeting }) => !ownMeeting),
    carriedFrom: { agendaId: from.agendaId, body, date, number, title, caseNumber, reason, text },
  };
}

/** Whether an item of an agenda was carried to one of the others already. */
export function isCarriedTo(item: AgendaItem, agendaId: string, others: readonly Agenda[]): boolean {
  return others.some(({ items }) =>
    items.some(
      ({ carriedFrom }) =>
        carriedFrom?.agendaId === agendaId && carriedFrom.title === item.title && carriedFrom.caseNumber === item.caseNumber,
    ),
  );
}

function saysPostponed(text: string, postponed: readonly string[]): boolean {
  const said = folded(text.trim());
  return postponed.map(folded).some((phrase) => said.startsWith(phrase) && !/^\p{L}/u.test(said.slice(phrase.length)));
}
