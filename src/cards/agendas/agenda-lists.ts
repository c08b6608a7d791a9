import type { StoredAgenda } from '../../app/agendas/ports.ts';
import type { FoundDecision } from '../../app/agendas/search-decisions.ts';
import type { Card } from '../card.ts';
import { listCard } from '../layout/sheet.ts';
import { shortDayText, weekdayText } from '../words/day.ts';
import { type AgendaView, agendaDialogs, agendaVerbs, itemsText, meetingName, opens } from './agenda-view.ts';
import { followedText } from './matters-card.ts';

/** What pressing an agenda of the list does. */
export type ListPurpose = 'show' | 'post' | 'minutes';

const agendasAList = 8;
const decisionsAPage = 5;

/** Agendas to choose from, the newest meetings first. */
export function agendaList(agendas: readonly StoredAgenda[], purpose: ListPurpose, view: AgendaView): Card {
  const { texts, language } = view;
  const lead = agendas.length === 0 ? 'list-empty' : purpose === 'post' ? 'list-lead-post' : 'list-lead';
  return listCard({
    title: texts('agendas.list-title'),
    lead: texts(`agendas.${lead}`),
    notice: null,
    rows: agendas.slice(0, agendasAList).map(({ id, agenda }) => {
      const day = agenda.date === null ? texts('agendas.no-day') : shortDayText(agenda.date, language);
      return {
        title: meetingName(agenda, view),
        state: [agenda.municipality, itemsText(agenda.items.length, view)].filter((part) => part !== null).join(' · '),
        details: '',
        actions: [
          {
            type: 'Action.Execute',
            title: texts(`agendas.list-${purpose}`, { day }),
            verb: agendaVerbs[purpose],
            data: { id, page: 0, ...(purpose === 'minutes' ? { version: 'open' } : {}) },
          },
        ],
      };
    }),
    foot: '',
    actions: view.mayKeep ? [opens(agendaDialogs.create, texts('agendas.new-title'), {})] : [],
  });
}

/** What the register holds for a query, page by page. */
export function registerCard(found: readonly FoundDecision[], query: string, page: number, view: AgendaView): Card {
  const { texts } = view;
  const last = Math.max(0, Math.ceil(found.length / decisionsAPage) - 1);
  const current = Math.min(Math.max(0, page), last);
  const left = found.length - (current + 1) * decisionsAPage;
  const turn = (to: number, title: string) => ({
    type: 'Action.Execute',
    title,
    verb: agendaVerbs.register,
    data: { query, page: to },
  });
  const some = found.length === 1 ? 'register-lead-one' : 'register-lead';
  const lead = found.length === 0 ? 'register-empty' : query === '' ? 'register-lead-all' : some;
  return listCard({
    title: texts('agendas.register-title'),
    lead: texts(`agendas.${lead}`, { count: found.length, query }),
    notice: null,
    rows: found.slice(current * decisionsAPage, (current + 1) * decisionsAPage).map((one) => ({
      title: nameOf(one, view),
      state: one.text,
      details: [decisionSource(one, view), ...one.carriedOut.map((done) => followedText(done, view))].join(' · '),
      actions:
        one.from.kind === 'known'
          ? []
          : [opens(agendaDialogs.item, texts('agendas.open-unnumbered'), { id: one.from.agendaId, item: one.from.itemIndex })],
    })),
    foot: '',
    actions: [
      ...(current > 0 ? [turn(current - 1, texts('agendas.previous-page'))] : []),
      ...(left > 0 ? [turn(current + 1, texts('agendas.next-page', { left }))] : []),
    ],
  });
}

/** "Punkt 70: Godkendelse af dialogmødekalender". */
export function nameOf({ number, title }: FoundDecision, { texts }: AgendaView): string {
  if (number === null) return texts('agendas.item-unnumbered', { title: title ?? '' });
  return title === null ? texts('agendas.item-untitled', { number }) : texts('agendas.item-name', { number, title });
}

/** Who decided when, in which case, and where that is known from. */
export function decisionSource({ body, date, caseNumber, from }: FoundDecision, { texts, language }: AgendaView): string {
  const where = body ?? texts('agendas.no-name');
  return [
    date === null ? where : texts('agendas.register-where', { body: where, day: weekdayText(date, language) }),
    caseNumber === null ? null : texts('agendas.case', { case: caseNumber }),
    from.kind === 'known' ? texts('agendas.register-known', { document: from.document }) : texts(`agendas.register-${from.kind}`),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
