import type { FigureAnswer } from '../computation.ts';
import { isCovered } from '../question/coverage.ts';
import { type IndexedFigure, isTotal, tableOf } from '../question/figure-index.ts';
import { type Scope, type Selection, selected } from '../question/select.ts';
import { type Ask, doubtful, resultOf, valueIn } from './result.ts';

/** The one figure that the question names, as its document states it. */
export function lookup(ask: Ask, scope: Partial<Scope> = {}): FigureAnswer | null {
  const { question, index } = ask;
  const selection = selected(question, index, {
    entries: index.entries,
    asked: question.asked,
    unit: question.unit,
    isChange: false,
    ...scope,
  });
  if (selection === null) return null;
  const { best } = selection;
  if (!isCovered(best, question, index) || (question.isUnitPrice && best.entry.figure.unit === 'DKK')) return null;
  if (best.entry.figure.isDoubtful) return doubtful([best.entry.figure]);
  const whole = wholeMeant(selection, ask);
  if (whole !== null) return stated(whole, ask);
  const back = asksBack(selection, ask);
  return back ?? stated(best.entry, ask);
}

/** Words that fit every part of a table and its total alike mean the total. */
function wholeMeant({ best, rivals, all }: Selection, { question, index }: Ask): IndexedFigure | null {
  const table = tableOf(best.entry.figure);
  if (rivals.length < 2 || table === null || rivals.some(({ entry }) => tableOf(entry.figure) !== table)) return null;
  const totals = all.filter(
    ({ entry }) => isTotal(entry.figure) && tableOf(entry.figure) === table && entry.years.join() === best.entry.years.join(),
  );
  const [total] = totals;
  if (total === undefined || totals.length > 1 || total.coverage < 0.98 * best.coverage || !isCovered(total, question, index))
    return null;
  return total.entry;
}

/** A figure as it is stated. */
export function stated(entry: IndexedFigure, ask: Ask): FigureAnswer {
  return resultOf('lookup', [entry], { value: valueIn(entry, ask.index), unit: entry.figure.unit, formula: '' }, ask);
}

const mostOptions = 5;

/** Where several figures of different value are meant as well, the person says which: each option names its figure in full. */
export function asksBack({ best, rivals }: Selection, ask: Ask): FigureAnswer | null {
  const { question } = ask;
  const open = rivals.filter((rival) => rival.coverage >= 0.9 || isCovered(rival, question, ask.index));
  if (open.length === 0)
    return rivals.length === 0
      ? null
      : { kind: 'withheld', figures: [best, ...rivals].slice(0, 3).map(({ entry }) => entry.figure), notes: [] };
  const options = [...new Set([best, ...open].map(({ entry }) => nameOf(entry)))];
  return options.length > 1 && options.length <= mostOptions + 3
    ? { kind: 'ask-back', head: question.asked.map(({ word }) => word).join(' '), options: options.slice(0, mostOptions) }
    : { kind: 'withheld', figures: [best, ...open].slice(0, 3).map(({ entry }) => entry.figure), notes: [] };
}

function nameOf({ figure }: IndexedFigure): string {
  const parts = [figure.label, figure.municipality, figure.period ?? ''];
  return parts.filter((part, at) => part !== '' && (at === 0 || !figure.label.includes(part))).join(' ');
}
