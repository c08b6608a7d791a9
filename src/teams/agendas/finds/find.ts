import { mayReadAgendas } from '../../../app/agendas/agenda-desk.ts';
import type { StoredAgenda } from '../../../app/agendas/ports.ts';
import { type FoundDecision, searchDecisions } from '../../../app/agendas/search-decisions.ts';
import { agendaCard } from '../../../cards/agendas/agenda-card.ts';
import { decisionSource, nameOf } from '../../../cards/agendas/agenda-lists.ts';
import { type AgendaView, itemsText, meetingName } from '../../../cards/agendas/agenda-view.ts';
import { sheetCard } from '../../../cards/layout/sheet.ts';
import type { Reply } from '../../turn/reply.ts';
import type { SearchRequest } from '../../turn/request.ts';
import { type AgendaContext, askingOf, sharedView } from '../context.ts';
import { findKinds, holds, type KindFind, searchable, type Wanted, wantedOf } from './wanted.ts';

const mostAgendas = 50;
const mostAgendasFound = 10;
const mostDecisions = 50;

/** What the message extension finds, of every kind in turn so that none hides the others. Only what others may see: nothing closed. */
export async function searchLibrary(context: AgendaContext, request: SearchRequest): Promise<Reply> {
  if (!mayReadAgendas(request.person)) return { answer: { kind: 'finds', finds: [] }, messages: [] };
  const wanted = wantedOf(request.query.slice(0, 200), context.words);
  const named = await findAll(context, request, wanted);
  const finds = named.length > 0 || wanted.kind === null ? named : await findAll(context, request, { ...wanted, kind: null });
  const shown = finds.slice(request.skip, request.skip + request.count);
  const made = shown.map(({ title, subtitle, card }) => ({ title, subtitle, card: card() }));
  return { answer: { kind: 'finds', finds: made }, messages: [] };
}

async function findAll(context: AgendaContext, request: SearchRequest, wanted: Wanted): Promise<readonly KindFind[]> {
  const found = await Promise.all([
    agendaFinds(context, request, wanted),
    decisionFinds(context, request, wanted),
    ...(context.moreFinds ?? []).map((more) => more(request, wanted)),
  ]);
  const asked = findKinds.filter((kind) => wanted.kind === null || wanted.kind === kind);
  return inTurn(asked.map((kind) => found.flat().filter((one) => one.kind === kind)));
}

/** The first of each list, then the second of each. */
function inTurn<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_none, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat();
}

async function agendaFinds(context: AgendaContext, request: SearchRequest, wanted: Wanted): Promise<readonly KindFind[]> {
  const view = sharedView(context, request);
  const { tenantId } = request.person;
  const agendas = await context.desk.store.list(tenantId, mostAgendas);
  const fitting = agendas.filter((stored) => holds(openTextOf(stored, view), wanted)).slice(0, mostAgendasFound);
  const records = await context.desk.store.recordsOf(
    tenantId,
    fitting.map(({ id }) => id),
  );
  return fitting.map((stored) => ({
    kind: 'agenda',
    title: meetingName(stored.agenda, view),
    subtitle: view.texts('agendas.find-agenda', { items: itemsText(stored.agenda.items.length, view) }),
    card: () => agendaCard({ stored, records: records.get(stored.id) ?? [] }, 0, view),
  }));
}

function openTextOf({ agenda }: StoredAgenda, view: AgendaView) {
  const open = agenda.items.filter(({ closed }) => !closed);
  return searchable(
    ...[meetingName(agenda, view), agenda.municipality, agenda.date],
    ...open.flatMap(({ title, caseNumber }) => [title, caseNumber]),
  );
}

async function decisionFinds(context: AgendaContext, request: SearchRequest, wanted: Wanted): Promise<readonly KindFind[]> {
  const decisions = await searchDecisions(context.desk, askingOf(context, request), context.register, wanted.query);
  const view = sharedView(context, request);
  return (decisions ?? []).slice(0, mostDecisions).map((one) => decisionFind(one, view));
}

function decisionFind(one: FoundDecision, view: AgendaView): KindFind {
  const title = nameOf(one, view);
  const source = decisionSource(one, view);
  const sections = [{ heading: view.texts('agendas.find-decision'), lines: [one.text] }];
  const card = () => sheetCard({ title, lead: source, notice: null, sections, foot: '', actions: [] }, String);
  const subtitle = `${view.texts('agendas.find-decision')} · ${one.text} · ${source}`.slice(0, 200);
  return { kind: 'decision', title, subtitle, card };
}
