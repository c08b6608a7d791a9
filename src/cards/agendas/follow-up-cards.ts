import type { ProposedFollowUp } from '../../app/agendas/follow-up-item.ts';
import type { Card } from '../card.ts';
import { choiceInput, dayInput, formCard, required, textInput } from '../layout/form.ts';
import { listCard } from '../layout/sheet.ts';
import { shortDayText, weekdayText } from '../words/day.ts';
import { type AgendaState, type AgendaView, agendaDialogs, itemName, leads } from './agenda-view.ts';

/** Proposals a list. */
const mostProposals = 8;

/** The deadlines that an item asks for, each to be accepted by itself. */
export function followUpList(
  { stored }: AgendaState,
  index: number,
  proposals: readonly ProposedFollowUp[],
  view: AgendaView,
  notice: string | null = null,
): Card {
  const { texts, language } = view;
  const item = stored.agenda.items[index];
  return listCard({
    title: item === undefined ? texts('agendas.follow-up-title') : itemName(item, view),
    lead: texts(proposals.length === 0 ? 'agendas.follow-up-none' : 'agendas.follow-up-lead'),
    notice,
    rows: proposals.slice(0, mostProposals).map((proposal) => ({
      title: texts(`agendas.follow-up-${proposal.kind}`, { day: weekdayText(proposal.dueOn, language) }),
      state: stateOf(proposal, view),
      details: [
        proposal.kind === 'named-date' ? proposal.quote : '',
        proposal.parties.length === 0 ? '' : texts('agendas.consultation-parties', { parties: proposal.parties.join(', ') }),
      ]
        .filter((part) => part !== '')
        .join(' · '),
      actions:
        proposal.accepted === null && view.mayKeep
          ? [
              leads(agendaDialogs.accept, texts('agendas.follow-up-accept', { day: shortDayText(proposal.dueOn, language) }), {
                id: stored.id,
                item: index,
                key: proposal.key,
              }),
            ]
          : [],
    })),
    foot: '',
    actions: [leads(agendaDialogs.item, texts('agendas.back'), { id: stored.id, item: index })],
  });
}

function stateOf({ accepted, hasPassed }: ProposedFollowUp, { texts }: AgendaView): string {
  if (accepted !== null) return texts('agendas.follow-up-accepted');
  return hasPassed ? texts('agendas.follow-up-passed') : '';
}

/** What a person typed to accept a proposal. */
export interface AcceptDraft {
  readonly title: string;
  readonly owner: string;
  readonly day: string;
}

/** The words with which a proposal is offered as a deadline. */
export function titleOfProposal({ kind, quote }: ProposedFollowUp, { texts }: AgendaView): string {
  return kind === 'consultation-ends' ? texts('agendas.accept-consultation', { title: quote }) : quote;
}

/** Who gets the deadline, in which words, and on which day where its own has passed. */
export function acceptForm(
  at: { readonly id: string; readonly item: number; readonly proposal: ProposedFollowUp },
  people: readonly { readonly objectId: string; readonly name: string }[],
  draft: AcceptDraft,
  view: AgendaView,
  faults: readonly string[] = [],
): Card {
  const { texts, language, today } = view;
  const { id, item, proposal } = at;
  const dayError = texts('agendas.accept-day-error', { day: weekdayText(proposal.dueOn, language) });
  return formCard({
    title: texts(`agendas.follow-up-${proposal.kind}`, { day: weekdayText(proposal.dueOn, language) }),
    lead: proposal.quote,
    faults,
    inputs: [
      textInput('title', texts('agendas.accept-what'), draft.title, {
        ...required({ error: texts('agendas.accept-what-error') }),
        maxLength: 300,
      }),
      choiceInput(
        'owner',
        texts('agendas.accept-owner'),
        draft.owner,
        people.map(({ objectId, name }) => ({ value: objectId, title: name })),
        required({ error: texts('agendas.accept-owner-error') }),
      ),
      proposal.hasPassed
        ? dayInput('day', texts('agendas.accept-day-passed'), draft.day, { ...required({ error: dayError }), min: today })
        : dayInput('day', texts('agendas.accept-day'), draft.day, { min: today }),
    ],
    save: texts('agendas.accept-save'),
    data: { dialog: agendaDialogs.accept, id, item, key: proposal.key, send: true },
  });
}
