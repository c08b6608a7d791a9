import { decisionOf, type Outcome } from '../../domain/agenda/meeting/record.ts';
import type { Card } from '../card.ts';
import { choiceInput, dayInput, formCard, numberInput, required, textInput } from '../layout/form.ts';
import { type AgendaState, type AgendaView, agendaDialogs, itemName } from './agenda-view.ts';

/** The usual ends of an item, in the order in which they are offered. */
export const outcomes: readonly Outcome[] = [
  ...(['approved', 'approved-with-changes', 'recommended', 'noted'] as const),
  ...(['discussed', 'postponed', 'rejected', 'other'] as const),
];

/** What the secretary typed, as typed: a fault never loses it. */
export interface DecisionDraft {
  readonly outcome: string;
  readonly text: string;
  readonly amendments: string;
  readonly votesFor: string;
  readonly votesAgainst: string;
  readonly votesNeither: string;
  readonly dissent: string;
  readonly disqualified: string;
  readonly absent: string;
  readonly reviewOn: string;
}

/** The draft of a form that is opened: the decision that stands, to be corrected, or an empty one. */
export function draftOf({ stored, records }: AgendaState, index: number): DecisionDraft {
  const standing = decisionOf(records, index);
  if (standing?.entry.kind !== 'decided') {
    const absent = (stored.agenda.items[index]?.absent ?? []).join(', ');
    return { ...emptyDraft, absent };
  }
  const { outcome, text, amendments, votes, dissent, disqualified, absent, reviewOn } = standing.entry.decision;
  return {
    outcome,
    text,
    amendments: amendments ?? '',
    votesFor: votes === null ? '' : String(votes.for),
    votesAgainst: votes === null ? '' : String(votes.against),
    votesNeither: votes === null ? '' : String(votes.neither),
    dissent: dissent ?? '',
    disqualified: disqualified.join(', '),
    absent: absent.join(', '),
    reviewOn: reviewOn ?? '',
  };
}

const emptyDraft: DecisionDraft = {
  ...{ outcome: 'approved', text: '', amendments: '', votesFor: '', votesAgainst: '', votesNeither: '' },
  ...{ dissent: '', disqualified: '', absent: '', reviewOn: '' },
};

/** The form in which a decision is recorded. `seen` is the number of the last record that the person saw. */
export function decideForm(
  { stored }: AgendaState,
  at: { readonly item: number; readonly seen: number },
  draft: DecisionDraft,
  view: AgendaView,
  faults: readonly string[] = [],
): Card {
  const { texts } = view;
  const item = stored.agenda.items[at.item];
  const label = (name: string) => texts(`agendas.decide-${name}`);
  const long = { isMultiline: true, maxLength: 1500 };
  const names = { maxLength: 500 };
  return formCard({
    title: item === undefined ? '' : itemName(item, view),
    lead: (item?.recommendation?.clauses ?? []).join(' '),
    faults,
    inputs: [
      choiceInput(
        'outcome',
        label('outcome'),
        draft.outcome,
        outcomes.map((value) => ({ value, title: texts(`agendas.outcome-${value}`) })),
        required({ error: label('outcome-error') }),
      ),
      textInput('text', label('text'), draft.text, long),
      textInput('amendments', label('amendments'), draft.amendments, long),
      numberInput('votesFor', label('for'), draft.votesFor),
      numberInput('votesAgainst', label('against'), draft.votesAgainst),
      numberInput('votesNeither', label('neither'), draft.votesNeither),
      textInput('dissent', label('dissent'), draft.dissent, long),
      textInput('disqualified', label('disqualified'), draft.disqualified, names),
      textInput('absent', label('absent'), draft.absent, names),
      dayInput('reviewOn', label('review'), draft.reviewOn),
    ],
    save: label('save'),
    data: { dialog: agendaDialogs.decide, id: stored.id, item: at.item, seen: at.seen, send: true },
  });
}
