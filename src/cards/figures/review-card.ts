import type { BudgetReview } from '../../app/figures/ports.ts';
import type { SpendingFault } from '../../domain/budget/follow-up/read-spending.ts';
import { type Deviation, deviationsOf } from '../../domain/budget/follow-up/spending.ts';
import { daysInMonth, plainDateOf } from '../../domain/calendar/plain-date.ts';
import type { Language, Texts } from '../../domain/language/texts.ts';
import { oreOf } from '../../domain/money/amount.ts';
import { formatDecimal } from '../../domain/money/decimal.ts';
import { formatAmount } from '../../domain/money/format-amount.ts';
import type { Card } from '../card.ts';
import { runVerbs } from '../checklists/run-view.ts';
import { atLineStart, plain } from '../markdown.ts';
import { expand } from '../template.ts';
import { weekdayText } from '../words/day.ts';

/** The verb that confirms a draft's month, and the dialog in which spending is typed. */
export const reviewVerbs = { keep: 'figures/keep-review' } as const;
export const typeReviewDialog = 'figures/type-review';
/** The checklist that says who must act on a deviation. */
const deviationChecklist = 'budgetafvigelse-jammerbugt';
const mostRows = 25;
const mostFaults = 8;
const mostBars = 12;

/** What a card shows beside the follow-up. */
export interface ReviewView {
  readonly texts: Texts;
  readonly language: Language;
  /** Addresses of the files; null in a draft. */
  readonly links: { readonly csv: string; readonly excel: string } | null;
  readonly faults: readonly SpendingFault[];
}

/** Frames, what is spent of them, and where each unit will stand at the year's end; a draft asks for its month. */
export function reviewCard(review: BudgetReview, view: ReviewView): Card {
  const { texts, language, faults } = view;
  const { units, total } = deviationsOf(review);
  const isDraft = review.state === 'draft';
  const through = plainDateOf(review.year, review.throughMonth, daysInMonth(review.year, review.throughMonth));
  const worst = [...units].sort((a, b) => (a.deviationOre > b.deviationOre ? -1 : 1));
  const shown = worst.slice(0, mostRows);
  const charts = chartsOf(shown, texts);
  return expand('budget-review', {
    title: texts(isDraft ? 'figures.review-draft-title' : 'figures.review-title'),
    lead: texts(`figures.review-lead-${total.result}`, {
      day: weekdayText(through, language),
      spent: formatAmount(total.spentOre),
      frame: formatAmount(total.frameOre),
      deviation: formatAmount(total.deviationOre < 0n ? -total.deviationOre : total.deviationOre),
    }),
    ...{
      hasWarnings: faults.length > 0,
      warnings: faults.slice(0, mostFaults).map((fault) => ({ text: faultText(fault, texts) })),
    },
    ...{ hasCharts: charts.length > 0, charts },
    unitHeader: texts('figures.review-unit'),
    usedHeader: texts('figures.review-used'),
    deviationHeader: texts('figures.review-deviation'),
    rows: [
      ...shown.map((unit) => row(unit, unit.unit, 'Default', texts)),
      row(total, texts('figures.review-total'), 'Bolder', texts),
    ],
    years: isDraft
      ? [{ label: texts('figures.review-year'), value: review.year, error: texts('figures.review-month-error') }]
      : [],
    months: isDraft ? [monthInput(review, view)] : [],
    cases:
      isDraft || total.result !== 'overspend'
        ? []
        : [{ label: texts('figures.review-case'), placeholder: texts('figures.review-case-how') }],
    foot: texts(units.length > shown.length ? 'figures.review-foot-cut' : 'figures.review-foot', {
      months: review.throughMonth,
      left: units.length - shown.length,
    }),
    actions: isDraft ? draftActions(review, texts) : actionsOf(total, view),
  });
}

/** Where spending is typed, a line a unit; what was typed stays where it could not be read. */
export function typeReviewCard(typed: string, faults: readonly string[], texts: Texts): Card {
  return expand('agenda-form', {
    title: texts('figures.review-type-title'),
    ...{ hasLead: true, lead: texts('figures.review-type-lead') },
    ...{ hasFaults: faults.length > 0, faults: faults.map((text) => ({ text })) },
    inputs: [
      {
        ...{ type: 'Input.Text', id: 'lines', label: texts('figures.review-type-label'), value: typed },
        ...{ isMultiline: true, isRequired: true, errorMessage: texts('figures.review-type-error'), maxLength: 4_000 },
      },
    ],
    save: texts('figures.review-type-send'),
    data: { dialog: typeReviewDialog },
  });
}

/** Nothing is entered yet: how to begin, with a dialog for it. */
export function noReviewCard(texts: Texts): Card {
  return expand('deadline-sheet', {
    title: texts('figures.review-title'),
    ...{ hasLead: true, lead: texts('figures.review-none'), lines: [], inputs: [], actions: [typeAction(texts)] },
  });
}

function typeAction(texts: Texts): object {
  const data = { msteams: { type: 'task/fetch' }, dialog: typeReviewDialog };
  return { type: 'Action.Submit', title: texts('figures.review-type'), data };
}

/** What cannot be taken of a list, by its line. */
export function faultText({ kind, line, cell }: SpendingFault, texts: Texts): string {
  return texts(`figures.review-fault-${kind}`, { line, cell: plain(cell) });
}

function row({ usedPct, deviationOre }: Deviation, name: string, weight: string, texts: Texts): object {
  return {
    unit: atLineStart(plain(name)),
    used: usedPct === null ? '' : texts('figures.review-used-value', { share: String(usedPct) }),
    deviation: `${deviationOre > 0n ? '+' : ''}${formatDecimal({ minor: thousandsOf(deviationOre), scale: 0 })}`,
    weight,
  };
}

/** An amount in whole thousands of kroner, as budgets are set up; the files have every krone. */
function thousandsOf(ore: bigint): bigint {
  const half = oreOf.thousands / 2n;
  return (ore < 0n ? ore - half : ore + half) / oreOf.thousands;
}

/** How much of its frame each unit has spent, in per cent; the table below says the same. */
function chartsOf(units: readonly Deviation[], texts: Texts): readonly Card[] {
  const drawn = units.flatMap(({ unit, usedPct, result }) =>
    usedPct === null || usedPct < 0n
      ? []
      : [{ x: unit, y: Number(usedPct), color: result === 'overspend' ? 'attention' : 'categoricalBlue' }],
  );
  if (drawn.length < 2 || drawn.length !== units.length || drawn.length > mostBars) return [];
  const title = texts('figures.review-chart');
  return [
    { type: 'Chart.HorizontalBar', title, xAxisTitle: title, displayMode: 'AbsoluteWithAxis', data: drawn, fallback: 'drop' },
  ];
}

function monthInput({ throughMonth, year }: BudgetReview, { texts, language }: ReviewView): object {
  const name = new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', { month: 'long', timeZone: 'UTC' });
  const choices = Array.from({ length: 12 }, (_, index) => ({
    title: name.format(Date.parse(`${plainDateOf(year, index + 1, 1)}T00:00:00Z`)),
    value: String(index + 1),
  }));
  return {
    label: texts('figures.review-month'),
    value: String(throughMonth),
    error: texts('figures.review-month-error'),
    choices,
  };
}

function draftActions({ id }: BudgetReview, texts: Texts): readonly object[] {
  return [
    { type: 'Action.Execute', title: texts('figures.review-keep'), verb: reviewVerbs.keep, data: { id }, style: 'positive' },
  ];
}

function actionsOf({ result }: Deviation, { texts, links }: ReviewView): readonly object[] {
  const lead = {
    type: 'Action.Execute',
    title: texts('figures.review-who-acts'),
    verb: runVerbs.start,
    data: { checklist: deviationChecklist },
  };
  return [
    ...(result === 'overspend' ? [lead] : []),
    ...(links === null
      ? []
      : [
          { type: 'Action.OpenUrl', title: texts('figures.review-excel'), url: links.excel },
          { type: 'Action.OpenUrl', title: texts('figures.review-csv'), url: links.csv },
        ]),
    typeAction(texts),
  ];
}
