import { type FollowedMatter, mattersOf } from '../../domain/agenda/meeting/matters.ts';
import type { Matter } from '../../domain/agenda/meeting/record.ts';
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Card } from '../card.ts';
import { dayInput, formCard, required, textInput } from '../layout/form.ts';
import { listCard } from '../layout/sheet.ts';
import { weekdayText } from '../words/day.ts';
import { type AgendaState, type AgendaView, agendaDialogs, itemName, leads } from './agenda-view.ts';

/** Matters a list. */
const mostMatters = 12;

/** The matters of an item as the card shows them. */
export function mattersIn({ stored, records }: AgendaState, index: number): readonly FollowedMatter[] {
  return mattersOf(stored.agenda, index, records);
}

/** "Høringspart: Seniorråd". */
export function matterText({ kind, subject }: Matter, { texts }: AgendaView): string {
  return texts(`agendas.matter-${kind}`, { subject });
}

/** "4. januar 2027: Ingen bemærkninger." */
export function closedText(
  { on, words }: { readonly on: PlainDate | null; readonly words: string | null },
  { texts, language }: AgendaView,
): string {
  const day = on === null ? texts('agendas.no-day') : weekdayText(on, language);
  return words === null ? day : texts('agendas.matter-words', { day, words });
}

/** "Seniorrådet svarede 4. januar 2027: Ingen bemærkninger. (noteret af Lars Bech)", in one line. */
export function followedText({ matter: { kind, subject }, closed }: FollowedMatter, view: AgendaView): string {
  const { texts, nameOf } = view;
  if (closed === null) return texts(`agendas.line-open-${kind}`, { subject });
  const done = texts(`agendas.line-closed-${kind}`, { subject, how: closedText(closed, view) });
  return closed.by === null ? done : texts('agendas.line-noted-by', { done, name: nameOf(closed.by) });
}

/** Whoever owns a consultation's deadline may note its answers. */
export interface MattersView extends AgendaView {
  readonly mayNote: boolean;
}

/** Who has answered, who has treated the item, what is carried out, and what is still waited for. */
export function mattersCard(state: AgendaState, index: number, view: MattersView, notice: string | null = null): Card {
  const { texts, mayKeep, mayNote } = view;
  const item = state.stored.agenda.items[index];
  const matters = mattersIn(state, index);
  const open = matters.filter(({ closed }) => closed === null).length;
  const data = { id: state.stored.id, item: index };
  const shown = matters.slice(0, mostMatters);
  return listCard({
    title: item === undefined ? texts('agendas.matters-title') : itemName(item, view),
    lead: texts(
      matters.length === 0 ? 'agendas.matters-none' : open === 0 ? 'agendas.matters-all-closed' : 'agendas.matters-lead',
      {
        open,
        count: matters.length,
      },
    ),
    notice,
    rows: shown.map(({ matter, closed }) => ({
      title: matterText(matter, view),
      state:
        closed === null
          ? texts(`agendas.matter-open-${matter.kind}`)
          : texts(`agendas.matter-closed-${matter.kind}`, { how: closedText(closed, view) }),
      details: closed?.by == null ? '' : texts('agendas.matter-by', { name: view.nameOf(closed.by) }),
      actions: mayKeep || (mayNote && matter.kind === 'party-answers') ? actionOf({ matter, closed }) : [],
    })),
    foot: matters.length > shown.length ? texts('agendas.sheet-more', { count: matters.length - shown.length }) : '',
    actions: [
      ...(item?.consultation != null && (mayKeep || mayNote) ? [addAction('party-answers')] : []),
      ...(mayKeep ? [addAction('measure')] : []),
      leads(agendaDialogs.item, texts('agendas.back'), data),
    ],
  });

  function addAction(kind: 'party-answers' | 'measure'): object {
    return leads(agendaDialogs.matter, texts(`agendas.matter-own-${kind}`), { ...data, matter: { kind, subject: '' } });
  }
  /** What the text itself says cannot be taken back here. */
  function actionOf({ matter, closed }: FollowedMatter): readonly object[] {
    if (closed === null) return [leads(agendaDialogs.matter, texts(`agendas.matter-close-${matter.kind}`), { ...data, matter })];
    if (closed.by === null || !isWritten(matter)) return [];
    return [leads(agendaDialogs.matter, texts('agendas.matter-reopen'), { ...data, matter, send: true, reopen: true })];
  }
  function isWritten({ kind, subject }: Matter): boolean {
    return state.records.some(
      ({ itemIndex, entry }) =>
        itemIndex === index && entry.kind === 'closed' && entry.matter.kind === kind && entry.matter.subject === subject,
    );
  }
}

/** What a person types of a matter that is closed. */
export interface MatterDraft {
  readonly subject: string;
  readonly on: string;
  readonly words: string;
}

/** The form that closes a matter; a measure in own words is named in it. */
export function matterForm(
  at: { readonly id: string; readonly item: number; readonly matter: Matter },
  draft: MatterDraft,
  view: AgendaView,
  faults: readonly string[] = [],
): Card {
  const { texts } = view;
  const { matter, ...place } = at;
  const isAdded = matter.subject === '';
  return formCard({
    title: isAdded ? texts(`agendas.matter-own-${matter.kind}`) : matterText(matter, view),
    lead: texts(isAdded ? 'agendas.matter-lead-own' : `agendas.matter-lead-${matter.kind}`),
    faults,
    inputs: [
      ...(isAdded
        ? [
            textInput('subject', texts(`agendas.matter-subject-${matter.kind}`), draft.subject, {
              ...required({ error: texts('agendas.matter-subject-error') }),
              maxLength: 300,
            }),
          ]
        : []),
      isAdded
        ? dayInput('on', texts(`agendas.matter-on-own-${matter.kind}`), draft.on)
        : dayInput(
            'on',
            texts(`agendas.matter-on-${matter.kind}`),
            draft.on,
            required({ error: texts('agendas.matter-on-error') }),
          ),
      textInput('words', texts(`agendas.matter-words-${matter.kind}`), draft.words, { isMultiline: true, maxLength: 1000 }),
    ],
    save: texts('agendas.matter-save'),
    data: { dialog: agendaDialogs.matter, ...place, matter, send: true },
  });
}
