import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Card } from '../card.ts';
import { plain } from '../markdown.ts';
import { expand } from '../template.ts';
import { instantText } from '../words/day.ts';
import type { DeadlineView } from './deadline-words.ts';
import { filterAction } from './filter-card.ts';
import { deadlineVerbs } from './list-card.ts';

/** A month's share of deadlines met in time: `total` 0 means that none was due. */
export interface MonthShare {
  readonly month: PlainDate;
  readonly met: number;
  readonly total: number;
}

/** Whose share a card shows. */
export type SharedBy = 'mine' | 'team' | { readonly person: string };

/** The share met in time, month by month: a chart that Teams draws, and the table that says the same. */
export function timelinessCard(months: readonly MonthShare[], of: SharedBy, view: DeadlineView): Card {
  const { texts, language, people, nameOf } = view;
  const isPerson = typeof of !== 'string';
  const chosen = { verb: deadlineVerbs.share, data: {}, hasKinds: false };
  return expand('timeliness', {
    title: isPerson
      ? texts('deadlines.share-person-title', { name: plain(nameOf(of.person)) })
      : texts(of === 'team' ? 'deadlines.share-team-title' : 'deadlines.share-title'),
    lead: texts(isPerson ? 'deadlines.share-person-lead' : of === 'team' ? 'deadlines.share-team-lead' : 'deadlines.share-lead'),
    actions: of === 'mine' ? [] : [filterAction(isPerson ? { who: of.person } : {}, people, chosen, texts)],
    chartTitle: texts('deadlines.share-chart'),
    tableTitle: texts('deadlines.share-table'),
    monthHeader: texts('deadlines.share-month'),
    shareHeader: texts('deadlines.share-share'),
    countHeader: texts('deadlines.share-count'),
    bars: months
      .filter(({ total }) => total > 0)
      .map(({ month, met, total }) => ({ x: monthText(month, view), y: percentOf(met, total) })),
    months: months.map(({ month, met, total }) => ({
      month: monthText(month, view),
      share: total === 0 ? texts('deadlines.share-none') : `${percentOf(met, total)} %`,
      count: texts('deadlines.share-count-value', { met, total }),
    })),
    foot: texts('deadlines.share-foot', { at: instantText(view.at, language) }),
  });
}

function percentOf(met: number, total: number): number {
  return Math.round((100 * met) / total);
}

function monthText(month: PlainDate, { language }: DeadlineView): string {
  const format = new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(Date.parse(`${month}T00:00:00Z`));
}
