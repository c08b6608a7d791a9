import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Interval } from '../../domain/deadline/duty.ts';
import type { Texts } from '../../domain/language/texts.ts';
import type { Card } from '../card.ts';
import { atLineStart, plain } from '../markdown.ts';
import { expand } from '../template.ts';
import { instantText, weekdayText } from '../words/day.ts';
import type { DeadlineView } from './deadline-words.ts';

/** The dialog in which a leader says when a duty begins and how often it returns. */
export const dutyDialog = 'deadlines/duty';
/** The verb that turns the pages of the duties. */
export const dutyPages = 'deadlines/duties';

/** How often a duty may return, as a leader chooses it. */
export const intervalsByName = {
  once: { kind: 'once' },
  weekly: { kind: 'days', count: 7 },
  fortnightly: { kind: 'days', count: 14 },
  monthly: { kind: 'months', count: 1 },
  quarterly: { kind: 'months', count: 3 },
  'half-yearly': { kind: 'months', count: 6 },
  yearly: { kind: 'months', count: 12 },
} as const satisfies Readonly<Record<string, Interval>>;
export type IntervalName = keyof typeof intervalsByName;

/** A duty of a document with what was set up of it. */
export interface DutyRow {
  readonly id: string;
  readonly title: string;
  /** The source's own words. */
  readonly quote: string;
  readonly source: string;
  readonly plans: readonly { readonly owner: string; readonly nextOn: PlainDate | null; readonly interval: Interval }[];
}

const rowsAPage = 5;

/** The duties of the documents, five a page, each with what was set up of it. */
export function dutyListCard(rows: readonly DutyRow[], wanted: number, view: DeadlineView, notice: string | null = null): Card {
  const { texts, language } = view;
  const pages = Math.max(1, Math.ceil(rows.length / rowsAPage));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const turn = (to: number, title: string) => ({ type: 'Action.Execute', title, verb: dutyPages, data: { page: to } });
  const left = rows.length - (page + 1) * rowsAPage;
  return expand('deadline-list', {
    title: texts('deadlines.duty-title'),
    lead: texts('deadlines.duty-lead'),
    hasError: notice !== null,
    error: notice ?? '',
    rows: rows.slice(page * rowsAPage, (page + 1) * rowsAPage).map((row) => ({
      title: atLineStart(plain(row.title)),
      when: atLineStart(plain(plansText(row, view))),
      details: atLineStart(plain(texts('deadlines.duty-source', { quote: row.quote, source: row.source }))),
      hasDetails: true,
      actions: [
        {
          type: 'Action.Submit',
          title: texts('deadlines.duty-set-up'),
          data: { msteams: { type: 'task/fetch' }, dialog: dutyDialog, duty: row.id, page },
        },
      ],
    })),
    pages: [
      ...(page > 0 ? [turn(page - 1, texts('deadlines.previous-page'))] : []),
      ...(left > 0 ? [turn(page + 1, texts('deadlines.next-page', { left }))] : []),
    ],
    foot: texts('deadlines.duty-foot', { at: instantText(view.at, language) }),
  });
}

/** First day, interval and owner; "stop" where it is set up. What was chosen is kept beside a fault. */
export function dutyDialogCard(
  row: DutyRow,
  chosen: { readonly day: string; readonly action: string; readonly to: string },
  people: readonly { readonly objectId: string; readonly name: string }[],
  view: DeadlineView,
  more: { readonly data: object; readonly error: string | null },
): Card {
  const { texts } = view;
  const names = [...Object.keys(intervalsByName), ...(row.plans.length > 0 ? ['stop'] : [])];
  return expand('deadline-dialog', {
    title: plain(row.title),
    when: texts('deadlines.duty-source', { quote: plain(row.quote), source: plain(row.source) }),
    ...{ hasError: more.error !== null, error: more.error ?? '', isNew: false, isDayRequired: true, hasPeople: true },
    ...{ dayLabel: texts('deadlines.duty-first'), dayValue: chosen.day, dayError: texts('deadlines.dialog-day-error') },
    ...{ actionLabel: texts('deadlines.duty-interval'), actionError: texts('deadlines.duty-interval-error') },
    actionValue: chosen.action,
    actions: names.map((value) => ({ value, title: texts(`deadlines.interval-${value}`) })),
    ...{ toLabel: texts('deadlines.duty-owner'), toValue: chosen.to },
    people: people.map(({ objectId, name }) => ({ value: objectId, title: name })),
    ...{ titleLabel: '', titleError: '', titleValue: '', caseLabel: '', caseValue: '' },
    save: texts('deadlines.dialog-save'),
    data: more.data,
  });
}

/** The name of an interval; null for one that no choice makes. */
export function intervalName(interval: Interval): IntervalName | null {
  const names = Object.keys(intervalsByName) as IntervalName[];
  return names.find((name) => JSON.stringify(intervalsByName[name]) === JSON.stringify(interval)) ?? null;
}

function plansText({ plans }: DutyRow, { texts, language, nameOf }: DeadlineView): string {
  if (plans.length === 0) return texts('deadlines.duty-not-set-up');
  return plans
    .map(({ owner, nextOn, interval }) =>
      texts('deadlines.duty-plan', {
        name: nameOf(owner),
        interval: intervalText(interval, texts),
        day: nextOn === null ? texts('deadlines.duty-ended') : weekdayText(nextOn, language),
      }),
    )
    .join(' ');
}

function intervalText(interval: Interval, texts: Texts): string {
  const name = intervalName(interval);
  return name === null ? '' : texts(`deadlines.interval-${name}`).toLowerCase();
}
