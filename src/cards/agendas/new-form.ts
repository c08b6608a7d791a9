import type { Card } from '../card.ts';
import { type Choice, choiceInput, dayInput, formCard, required, textInput } from '../layout/form.ts';
import { sheetCard } from '../layout/sheet.ts';
import { type AgendaView, agendaDialogs, opens } from './agenda-view.ts';

/** What a person typed of a new agenda. */
export interface AgendaDraft {
  readonly body: string;
  readonly municipality: string;
  readonly day: string;
  readonly time: string;
  readonly place: string;
  readonly basis: string;
  readonly items: string;
  /** Whether the items are kept as the committee's template. */
  readonly template: boolean;
}

/** The longest text of items that the form takes. */
export const mostWritten = 6000;

/** The meeting, what the agenda begins with, and further items, one a line. The rule for open items is shown. */
export function newAgendaForm(
  draft: AgendaDraft,
  basis: readonly Choice[],
  view: AgendaView,
  faults: readonly string[] = [],
): Card {
  const { texts } = view;
  const label = (name: string) => texts(`agendas.new-${name}`);
  const must = (name: string) => required({ error: label(`${name}-error`) });
  return formCard({
    title: label('title'),
    lead: label(view.showsClosed ? 'basis-rule-closed' : 'basis-rule'),
    faults,
    inputs: [
      textInput('body', label('body'), draft.body, { ...must('body'), maxLength: 120 }),
      textInput('municipality', label('municipality'), draft.municipality, { maxLength: 60 }),
      dayInput('day', label('day'), draft.day, must('day')),
      timeInput(draft.time, label),
      textInput('place', label('place'), draft.place, { maxLength: 120 }),
      choiceInput('basis', label('basis'), draft.basis, basis),
      ...itemInputs(draft, label),
    ],
    save: label('save'),
    data: { dialog: agendaDialogs.create, send: true },
  });
}

/** What a person changes of an agenda that was made here: the committee and the day stay. */
export function reviseForm(
  draft: Pick<AgendaDraft, 'time' | 'place' | 'items' | 'template'>,
  at: { readonly id: string; readonly seen: number; readonly meeting: string },
  view: AgendaView,
  faults: readonly string[] = [],
): Card {
  const label = (name: string) => view.texts(`agendas.new-${name}`);
  return formCard({
    title: view.texts('agendas.revise-title', { meeting: at.meeting }),
    lead: view.texts('agendas.revise-rule'),
    faults,
    inputs: [
      timeInput(draft.time, label),
      textInput('place', label('place'), draft.place, { maxLength: 120 }),
      ...itemInputs(draft, label),
    ],
    save: label('save'),
    data: { dialog: agendaDialogs.revise, id: at.id, seen: at.seen, send: true },
  });
}

function timeInput(time: string, label: (name: string) => string): object {
  return { type: 'Input.Time', id: 'time', label: label('time'), value: time };
}

function itemInputs(
  { items, template }: Pick<AgendaDraft, 'items' | 'template'>,
  label: (name: string) => string,
): readonly object[] {
  return [
    textInput('items', label('items'), items, { isMultiline: true, maxLength: mostWritten, placeholder: label('items-example') }),
    { type: 'Input.Toggle', id: 'template', title: label('template'), value: String(template), wrap: true },
  ];
}

/** What "ny dagsorden" is answered with: a card that opens the form. */
export function newAgendaCard({ texts }: AgendaView): Card {
  return sheetCard(
    {
      title: texts('agendas.new-title'),
      lead: texts('agendas.new-lead'),
      notice: null,
      sections: [],
      foot: '',
      actions: [opens(agendaDialogs.create, texts('agendas.new-open'), {})],
    },
    String,
  );
}
