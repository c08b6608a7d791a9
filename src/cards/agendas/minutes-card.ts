import { type Approval, type Minutes, missingApprovals } from '../../domain/agenda/meeting/minutes.ts';
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Card } from '../card.ts';
import { choiceInput, formCard, required, textInput } from '../layout/form.ts';
import { sheetCard } from '../layout/sheet.ts';
import { instantText, weekdayText } from '../words/day.ts';
import { type AgendaView, agendaDialogs, agendaVerbs, opens } from './agenda-view.ts';
import { minutesText } from './minutes-text.ts';

/** Items a page. */
const itemsAPage = 6;

/** What a card of minutes shows. */
export interface ShownMinutes {
  readonly id: string;
  readonly minutes: Minutes;
  readonly approvals: readonly Approval[];
  /** When something was recorded last; an approval before is marked. */
  readonly changedAt: number;
}

/** The minutes, page by page, with who approved and who is missing on the last page and the first. */
export function minutesCard(shown: ShownMinutes, page: number, view: AgendaView, notice: string | null = null): Card {
  const { texts, language, at } = view;
  const text = minutesText(shown.minutes, shown.approvals, shown.changedAt, view);
  const last = Math.max(0, Math.ceil(text.items.length / itemsAPage) - 1);
  const current = Math.min(Math.max(0, page), last);
  const items = text.items.slice(current * itemsAPage, (current + 1) * itemsAPage);
  return sheetCard(
    {
      title: text.title,
      lead: text.lead,
      notice,
      sections: [...(current === 0 ? [text.attendance] : []), ...items, text.approvals],
      foot: instantText(at, language),
      actions: actionsOf(shown, current, text.items.length, view),
    },
    (count) => texts('agendas.sheet-more', { count }),
  );
}

function actionsOf(
  { id, minutes: { version } }: ShownMinutes,
  page: number,
  count: number,
  { texts, showsClosed, mayKeep }: AgendaView,
): readonly object[] {
  const left = count - (page + 1) * itemsAPage;
  const press = (verb: string, key: string, data: object, values = {}) => ({
    type: 'Action.Execute',
    title: texts(`agendas.${key}`, values),
    verb,
    data: { id, version, page, ...data },
  });
  return [
    { ...press(agendaVerbs.approve, 'approve', {}), style: 'positive' },
    ...(mayKeep ? [opens(agendaDialogs.signed, texts('agendas.signed'), { id, version, page })] : []),
    opens(agendaDialogs.export, texts('agendas.export'), { id, version }),
    ...(showsClosed
      ? [
          press(agendaVerbs.minutes, version === 'open' ? 'show-full' : 'show-open', {
            version: version === 'open' ? 'full' : 'open',
            page: 0,
          }),
        ]
      : []),
    ...(page > 0 ? [press(agendaVerbs.minutes, 'previous-page', { page: page - 1 })] : []),
    ...(left > 0 ? [press(agendaVerbs.minutes, 'next-page', { page: page + 1 }, { left })] : []),
  ].slice(0, 6);
}

/** Who signed outside Teams: chosen from those who are missing, or written where the agenda does not say who attends. */
export function signedForm(
  { id, minutes, approvals }: ShownMinutes,
  page: number,
  view: AgendaView,
  faults: readonly string[] = [],
): Card {
  const { texts } = view;
  const missing = missingApprovals(minutes.present, approvals);
  const demand = required({ error: texts('agendas.signed-error') });
  const label = texts('agendas.signed-who');
  return formCard({
    title: texts('agendas.signed'),
    lead: '',
    faults,
    inputs: [
      minutes.present.length === 0
        ? textInput('member', label, '', { ...demand, maxLength: 100 })
        : choiceInput(
            'member',
            label,
            '',
            missing.map((name) => ({ value: name, title: name })),
            demand,
          ),
    ],
    save: texts('agendas.signed-save'),
    data: { dialog: agendaDialogs.signed, id, version: minutes.version, page, send: true },
  });
}

/** The links to the exported files of one person, and the last day on which they work. */
export function exportSheet(
  links: readonly { readonly format: 'docx' | 'md' | 'json'; readonly url: string }[],
  expiresOn: PlainDate,
  { minutes }: ShownMinutes,
  { texts, language }: AgendaView,
): Card {
  return sheetCard(
    {
      title: texts('agendas.export'),
      lead: texts('agendas.export-lead', { day: weekdayText(expiresOn, language) }),
      notice: texts(`agendas.minutes-${minutes.version}`),
      sections: [],
      foot: '',
      actions: links.map(({ format, url }) => ({ type: 'Action.OpenUrl', title: texts(`agendas.export-${format}`), url })),
    },
    String,
  );
}
