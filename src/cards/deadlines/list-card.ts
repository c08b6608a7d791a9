import type { AwaitedAnswers } from '../../app/agendas/awaited-answers.ts';
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { BoardRow } from '../../domain/deadline/board.ts';
import type { DigestRow } from '../../domain/deadline/digest.ts';
import { agendaDialogs, opens } from '../agendas/agenda-view.ts';
import type { Card } from '../card.ts';
import { cut } from '../layout/sheet.ts';
import { atLineStart, plain } from '../markdown.ts';
import { expand } from '../template.ts';
import { instantText, weekdayText } from '../words/day.ts';
import { type DeadlineView, detailsText, whenText } from './deadline-words.ts';
import { filterAction, filterText, type ListFilter } from './filter-card.ts';

/** Which list a card shows. It goes back with every press, and the list is made anew from the store: nothing of it is believed. */
export type DeadlineList =
  | ({ readonly kind: 'mine' | 'team' | 'overdue'; readonly page: number } & ListFilter)
  | { readonly kind: 'single' | 'moved'; readonly reminder: string; readonly page: number }
  | {
      readonly kind: 'digest' | 'escalation';
      readonly on: string;
      readonly after: string;
      readonly person: string;
      readonly page: number;
    };

/** The verbs of the list's presses. */
export const deadlineVerbs = {
  met: 'deadlines/met',
  snooze: 'deadlines/snooze',
  stop: 'deadlines/stop',
  reopen: 'deadlines/reopen',
  choose: 'deadlines/choose-day',
  show: 'deadlines/show',
  filter: 'deadlines/filter',
  share: 'deadlines/share',
} as const;
/** The dialog behind "choose a day, move or hand over". */
export const changeDialog = 'deadlines/change';

/** Rows a page: a card with more outgrows what Teams takes. */
const rowsAPage = 5;

/** A line of a list; where its deadline was moved, the day that it had. */
export type ListRow = (BoardRow | DigestRow) & { readonly wasDueOn?: PlainDate | null };

/** What a list may say besides: what went wrong or was done, and for whom (by the channel's id) a copy shows how things stand when it is looked at. */
export interface ListExtras {
  readonly notice?: string | null;
  readonly refreshFor?: readonly string[];
  /** What was finished by the press that this card answers: it can be taken back. */
  readonly finished?: { readonly id: string; readonly title: string } | null;
  /** Whose answers the deadlines of consultations wait for, by deadline. */
  readonly awaited?: ReadonlyMap<string, AwaitedAnswers>;
}

/** A list of deadlines, five a page, each with one press to finish it and the rest behind an overflow. */
export function deadlineListCard(
  rows: readonly ListRow[],
  list: DeadlineList,
  view: DeadlineView,
  { notice = null, refreshFor = [], finished = null, awaited = new Map() }: ListExtras = {},
): Card {
  const { texts, language } = view;
  const pages = Math.max(1, Math.ceil(rows.length / rowsAPage));
  const page = Math.min(Math.max(0, list.page), pages - 1);
  const shown = rows.slice(page * rowsAPage, (page + 1) * rowsAPage);
  const card = expand('deadline-list', {
    title: titleOf(list, view),
    lead: finished === null ? leadOf(rows, list, view) : `${finishedText(finished, view)} ${leadOf(rows, list, view)}`,
    hasError: notice !== null,
    error: notice ?? '',
    rows: shown.map((row) => {
      const details = detailsText(row, view);
      return {
        title: atLineStart(plain(row.deadline.title)),
        when: [whenOf(row, view), ...awaitedText(awaited.get(row.deadline.id), view)].join('. '),
        details,
        hasDetails: details !== '',
        actions: [...actionsOf(row, { ...list, page }, view), ...awaitedAction(awaited.get(row.deadline.id), view)],
      };
    }),
    pages: [...undoAction(finished, { ...list, page }, view), ...pageActions(rows.length, { ...list, page }, view)],
    foot: texts('deadlines.list-foot', { at: instantText(view.at, language) }),
  });
  return refreshFor.length === 0
    ? card
    : {
        ...card,
        refresh: {
          action: { type: 'Action.Execute', title: texts('deadlines.refresh'), verb: deadlineVerbs.show, data: { list } },
          userIds: refreshFor,
        },
      };
}

function finishedText({ title }: { readonly title: string }, { texts }: DeadlineView): string {
  return texts('deadlines.finished', { title: plain(title) });
}

function undoAction(finished: ListExtras['finished'], list: DeadlineList, { texts }: DeadlineView): readonly object[] {
  if (finished == null) return [];
  const data = { id: finished.id, list };
  return [{ type: 'Action.Execute', title: texts('deadlines.undo'), verb: deadlineVerbs.reopen, data }];
}

function titleOf(list: DeadlineList, { texts, viewer, nameOf, escalateAfter }: DeadlineView): string {
  return list.kind === 'digest' && list.person !== viewer
    ? texts('deadlines.digest-for-title', { name: plain(nameOf(list.person)) })
    : texts(`deadlines.${list.kind}-title`, { days: escalateAfter });
}

function narrowed(list: DeadlineList, { nameOf, texts }: DeadlineView): string {
  return isBoard(list) ? filterText(list, nameOf, texts) : '';
}

/** A list that was asked for; the others are reminders. */
export function isBoard(list: DeadlineList): list is Extract<DeadlineList, { readonly kind: 'mine' | 'team' | 'overdue' }> {
  return list.kind === 'mine' || list.kind === 'team' || list.kind === 'overdue';
}

function leadOf(rows: readonly BoardRow[], list: DeadlineList, view: DeadlineView): string {
  const { texts, language, today } = view;
  if (list.kind === 'digest') {
    const lead = texts('deadlines.digest-lead', { day: weekdayText(today, language) });
    return rows.length === 0 ? `${lead} ${texts('deadlines.digest-empty')}` : lead;
  }
  if (rows.length === 0) return [texts('deadlines.list-empty'), narrowed(list, view)].filter((part) => part !== '').join(' ');
  if (list.kind === 'single' || list.kind === 'moved') return texts(`deadlines.${list.kind}-lead`);
  if (list.kind === 'escalation') return texts('deadlines.escalation-lead');
  const overdue = rows.filter(({ timeliness }) => timeliness.kind === 'overdue').length;
  const counts = texts(rows.length === 1 ? 'deadlines.list-lead-one' : 'deadlines.list-lead', { open: rows.length, overdue });
  return [counts, narrowed(list, view)].filter((part) => part !== '').join(' ');
}

function whenOf(row: ListRow, view: DeadlineView): string {
  const when = whenText(row, view);
  if (row.wasDueOn != null) return `${when}. ${movedText(row.deadline, row.wasDueOn, view)}`;
  const isSaid = 'reason' in row && (row.reason === 'warning' || row.reason === 'told');
  return isSaid ? `${when}. ${view.texts(`deadlines.reason-${row.reason}`)}` : when;
}

/** Characters of the parties that are named in a row. */
const mostParties = 300;

/** Who has not answered a consultation. */
function awaitedText(awaited: AwaitedAnswers | undefined, { texts }: DeadlineView): readonly string[] {
  if (awaited === undefined) return [];
  const { missing, answered } = awaited;
  const parties = plain(cut(missing.join(', '), mostParties));
  return [
    missing.length === 0 ? texts('agendas.all-answered', { count: answered.length }) : texts('agendas.awaited', { parties }),
  ];
}

function awaitedAction(awaited: AwaitedAnswers | undefined, { texts }: DeadlineView): readonly object[] {
  if (awaited === undefined) return [];
  const { agendaId: id, itemIndex: item } = awaited;
  return [{ ...opens(agendaDialogs.matters, texts('agendas.who-answered'), { id, item }), mode: 'secondary' }];
}

function movedText({ trigger }: BoardRow['deadline'], wasDueOn: PlainDate, { texts, language }: DeadlineView): string {
  const from = weekdayText(wasDueOn, language);
  return trigger === null
    ? texts('deadlines.moved-from', { from })
    : texts('deadlines.moved-because', { from, what: plain(trigger.what) });
}

function actionsOf({ deadline }: BoardRow, list: DeadlineList, { texts, caseLink }: DeadlineView): readonly object[] {
  const data = { id: deadline.id, list };
  const link = deadline.caseReference === null ? null : caseLink(deadline.caseReference);
  const press = (verb: string, key: string, more: object = {}) => ({
    type: 'Action.Execute',
    title: texts(`deadlines.${key}`),
    verb,
    data: { ...data, ...more },
  });
  const behind = (action: object) => ({ ...action, mode: 'secondary' });
  return [
    press(deadlineVerbs.met, 'met'),
    behind(press(deadlineVerbs.snooze, 'tomorrow', { until: 'tomorrow' })),
    behind(press(deadlineVerbs.snooze, 'next-week', { until: 'next-week' })),
    behind({
      type: 'Action.Submit',
      title: texts('deadlines.change'),
      data: { msteams: { type: 'task/fetch' }, dialog: changeDialog, ...data },
    }),
    ...(link === null ? [] : [behind({ type: 'Action.OpenUrl', title: texts('deadlines.open-case'), url: link })]),
  ];
}

function pageActions(count: number, list: DeadlineList, { texts, people }: DeadlineView): readonly object[] {
  const left = count - (list.page + 1) * rowsAPage;
  const turn = (page: number, title: string) => ({
    type: 'Action.Execute',
    title,
    verb: deadlineVerbs.show,
    data: { list: { ...list, page } },
  });
  return [
    ...(list.page > 0 ? [turn(list.page - 1, texts('deadlines.previous-page'))] : []),
    ...(left > 0 ? [turn(list.page + 1, texts('deadlines.next-page', { left }))] : []),
    ...(isBoard(list) && (count > 1 || list.of !== undefined || list.who !== undefined)
      ? [
          filterAction(
            list,
            list.kind === 'mine' ? [] : people,
            { verb: deadlineVerbs.filter, data: { list }, hasKinds: true },
            texts,
          ),
        ]
      : []),
  ];
}
