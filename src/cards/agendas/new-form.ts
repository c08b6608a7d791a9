import type { Card } from '../card.ts';
import { type AgendaView, agendaDialogs, opens } from './agenda-view.ts';
import { type Choice, choiceInput, dayInput, formCard, required, textInput } from './form.ts';
import { sheetCard } from './sheet.ts';

/** What a person typed of a new agenda. */
export interface AgendaDraft {
  readonly body: string;
  readonly municipality: string;
  readonly day: string;
  readonly time: string;
  readonly place: string;
  readonly basis: string;
  readonly items: string;
}

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
    lead: label('basis-rule'),
    faults,
    inputs: [
      textInput('body', label('body'), draft.body, { ...must('body'), maxLength: 120 }),
      textInput('municipality', label('municipality'), draft.municipality, { maxLength: 60 }),
      dayInput('day', label('day'), draft.day, must('day')),
      { type: 'Input.Time', id: 'time', label: label('time'), value: draft.time },
      textInput('place', label('place'), draft.place, { maxLength: 120 }),
      choiceInput('basis', label('basis'), draft.basis, basis),
      textInput('items', label('items'), draft.items, { isMultiline: true }),
    ],
    save: label('save'),
    data: { dialog: agendaDialogs.create, send: true },
  });
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
