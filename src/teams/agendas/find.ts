import { mayReadAgendas } from '../../app/agendas/agenda-desk.ts';
import { type FoundDecision, searchDecisions } from '../../app/agendas/search-decisions.ts';
import { agendaCard } from '../../cards/agendas/agenda-card.ts';
import { decisionSource, nameOf } from '../../cards/agendas/agenda-lists.ts';
import { type AgendaView, meetingName } from '../../cards/agendas/agenda-view.ts';
import { sheetCard } from '../../cards/agendas/sheet.ts';
import type { Reply, SearchFind } from '../turn/reply.ts';
import type { SearchRequest } from '../turn/request.ts';
import { type AgendaContext, askingOf, sharedView } from './context.ts';

const mostAgendas = 50;

/** What the message extension finds: agendas, decisions, and what else is wired. Only what others may see: nothing closed. */
export async function searchLibrary(context: AgendaContext, request: SearchRequest): Promise<Reply> {
  if (!mayReadAgendas(request.person)) return { answer: { kind: 'finds', finds: [] }, messages: [] };
  const query = request.query.trim().slice(0, 200);
  const [agendas, decisions, more] = await Promise.all([
    agendaFinds(context, request, query.toLowerCase()),
    searchDecisions(context.desk, askingOf(context, request), context.register, query),
    context.moreFinds?.(request) ?? [],
  ]);
  const view = sharedView(context, request);
  const finds = [...agendas, ...(decisions ?? []).slice(0, 50).map((one) => decisionFind(one, view)), ...more];
  return { answer: { kind: 'finds', finds: finds.slice(request.skip, request.skip + request.count) }, messages: [] };
}

async function agendaFinds(context: AgendaContext, request: SearchRequest, query: string): Promise<readonly SearchFind[]> {
  const view = sharedView(context, request);
  const { tenantId } = request.person;
  const agendas = await context.desk.store.list(tenantId, mostAgendas);
  const fitting = agendas.filter(({ agenda }) => {
    const titles = agenda.items.filter(({ closed }) => !closed).map(({ title }) => title);
    return [meetingName(agenda, view), agenda.municipality, agenda.date, ...titles].some((part) =>
      part?.toLowerCase().includes(query),
    );
  });
  return Promise.all(
    fitting.slice(0, 10).map(async (stored) => {
      const records = await context.desk.store.records(tenantId, stored.id);
      return {
        title: meetingName(stored.agenda, view),
        subtitle: view.texts('agendas.find-agenda', { count: stored.agenda.items.length }),
        card: agendaCard({ stored, records }, 0, view),
      };
    }),
  );
}

function decisionFind(one: FoundDecision, view: AgendaView): SearchFind {
  const title = nameOf(one, view);
  const source = decisionSource(one, view);
  const sections = [{ heading: view.texts('agendas.find-decision'), lines: [one.text] }];
  const card = sheetCard({ title, lead: source, notice: null, sections, foot: '', actions: [] }, String);
  return { title, subtitle: `${one.text} · ${source}`.slice(0, 200), card };
}
