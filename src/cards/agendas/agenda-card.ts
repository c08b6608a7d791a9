import { isMadeHere } from '../../app/agendas/making/making-desk.ts';
import type { AgendaItem } from '../../domain/agenda/agenda.ts';
import type { FollowedMatter } from '../../domain/agenda/meeting/matters.ts';
import { decisionOf, type Matter } from '../../domain/agenda/meeting/record.ts';
import type { Card } from '../card.ts';
import { type ListRow, listCard } from '../layout/sheet.ts';
import { instantText, weekdayText } from '../words/day.ts';
import {
  type AgendaState,
  type AgendaView,
  agendaDialogs,
  agendaVerbs,
  carriedText,
  itemName,
  itemsText,
  meetingName,
  opens,
} from './agenda-view.ts';
import { mattersIn } from './matters-card.ts';

/** Items a page. */
const itemsAPage = 6;

/** The agenda: its items in pages, each with its state and a button that opens it. Closed items are shown as closed alone. */
export function agendaCard(state: AgendaState, page: number, view: AgendaView, notice: string | null = null): Card {
  const { texts, language, at } = view;
  const { agenda, file, revision, id } = state.stored;
  const last = Math.max(0, Math.ceil(agenda.items.length / itemsAPage) - 1);
  const shown = Math.min(Math.max(0, page), last);
  const rows = agenda.items
    .map((item, index) => rowOf(item, index, state, view))
    .slice(shown * itemsAPage, (shown + 1) * itemsAPage);
  const foot = { revision, at: instantText(at, language) };
  return listCard({
    title: meetingName(agenda, view),
    lead: leadOf(state, view),
    notice: notice ?? carriedOf(state, view) ?? faultsOf(state, view),
    rows,
    foot: file === null ? texts('agendas.foot-made', foot) : texts('agendas.foot', { ...foot, file }),
    actions: [
      ...pageActions(agenda.items.length, { id, page: shown }, view),
      {
        type: 'Action.Execute',
        title: texts('agendas.open-minutes'),
        verb: agendaVerbs.minutes,
        data: { id, version: 'open', page: 0 },
      },
      ...(isMadeHere(state.stored) && view.mayKeep ? [opens(agendaDialogs.revise, texts('agendas.revise'), { id })] : []),
    ],
  });
}

function leadOf({ stored: { agenda }, records }: AgendaState, { texts }: Pick<AgendaView, 'texts'>): string {
  const decided = agenda.items.filter(
    ({ decisions }, index) => decisionOf(records, index) !== null || decisions.some(({ ownMeeting }) => ownMeeting),
  );
  const lead = texts('agendas.lead', { items: itemsText(agenda.items.length, { texts }), decided: decided.length });
  return agenda.startTime === null ? lead : texts('agendas.lead-meeting', { lead, time: agenda.startTime });
}

/** The rule by which items were carried over, where some were. */
function carriedOf({ stored: { agenda } }: AgendaState, view: AgendaView): string | null {
  const carried = agenda.items.map(({ carriedFrom }) => carriedFrom).filter((from) => from !== undefined);
  const [first] = carried;
  if (first === undefined) return null;
  return view.texts('agendas.carried', { items: itemsText(carried.length, view), meeting: meetingName(first, view) });
}

function faultsOf({ stored: { agenda } }: AgendaState, { texts }: AgendaView): string | null {
  if (agenda.faults.length === 0) return null;
  const faults = agenda.faults
    .slice(0, 6)
    .map(({ kind, line, values }) => texts('agendas.fault-line', { line, fault: texts(`agenda.fault.${kind}`, values) }));
  return texts('agendas.faults', { faults: faults.join('; ') });
}

function rowOf(item: AgendaItem, index: number, { stored, records }: AgendaState, view: AgendaView): ListRow {
  const { texts } = view;
  if (item.closed && !view.showsClosed)
    return { title: itemName(item, view), state: '', details: texts('agendas.closed-hint'), actions: [] };
  const title = item.number === null ? texts('agendas.open-unnumbered') : texts('agendas.open-item', { number: item.number });
  return {
    title: itemName(item, view),
    state: stateOf(item, index, records, view),
    details: detailsOf(item, mattersIn({ stored, records }, index), view),
    actions: [opens(agendaDialogs.item, title, { id: stored.id, item: index })],
  };
}

function stateOf(item: AgendaItem, index: number, records: AgendaState['records'], { texts }: AgendaView): string {
  const standing = decisionOf(records, index);
  if (standing?.entry.kind === 'decided')
    return texts('agendas.state-decided', { outcome: texts(`agendas.outcome-${standing.entry.decision.outcome}`) });
  const read = item.decisions.findLast(({ ownMeeting }) => ownMeeting);
  return read === undefined ? texts('agendas.state-open') : texts('agendas.state-read', { text: read.text });
}

function detailsOf(item: AgendaItem, matters: readonly FollowedMatter[], { texts, language, today }: AgendaView): string {
  const waiting = (kind: Matter['kind']) =>
    matters.filter(({ matter, closed }) => matter.kind === kind && closed === null).map(({ matter }) => matter.subject);
  const open = waiting('committee-treats');
  const isAnswered = matters.some(({ matter, closed }) => matter.kind === 'party-answers' && closed !== null);
  const missing = isAnswered ? waiting('party-answers') : [];
  const until = item.consultation?.to ?? null;
  return [
    item.caseNumber === null ? null : texts('agendas.case', { case: item.caseNumber }),
    item.closed ? texts('agendas.closed-mark') : null,
    carriedText(item, { texts }),
    open.length === 0 ? null : texts('agendas.state-chain', { bodies: open.join(', ') }),
    until === null || until < today ? null : texts('agendas.state-consultation', { day: weekdayText(until, language) }),
    missing.length === 0 ? null : texts('agendas.state-missing', { parties: missing.join(', ') }),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function pageActions(
  count: number,
  at: { readonly id: string; readonly page: number },
  { texts }: AgendaView,
): readonly object[] {
  const left = count - (at.page + 1) * itemsAPage;
  const turn = (page: number, title: string) => ({
    type: 'Action.Execute',
    title,
    verb: agendaVerbs.show,
    data: { ...at, page },
  });
  return [
    ...(at.page > 0 ? [turn(at.page - 1, texts('agendas.previous-page'))] : []),
    ...(left > 0 ? [turn(at.page + 1, texts('agendas.next-page', { left }))] : []),
  ];
}
