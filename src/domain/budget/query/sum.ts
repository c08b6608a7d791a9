import type { FigureAnswer } from '../computation.ts';
import { isCovered } from '../question/coverage.ts';
import { type IndexedFigure, isTotal, tableOf } from '../question/figure-index.ts';
import { metFrom } from '../question/meetings/meetings.ts';
import { type Selection, selected } from '../question/select.ts';
import { stated } from './lookup.ts';
import { isComparable, isCoveredTogether, mentioned, sameDimension } from './mentions.ts';
import { type Ask, chained, onOneScale, resultOf, valueIn } from './result.ts';

/** The figures that the question names or whose common name it says, added; a stated total goes before an addition that was not asked for. */
export function sum(asked: Ask): FigureAnswer | null {
  if (asked.question.isOverYears) return overYears(asked);
  const ask = { ...asked, question: { ...asked.question, years: between(asked.question.years) } };
  const { question, index } = ask;
  const unit = question.unit === 'share' ? null : question.unit;
  const selection = selected(question, index, { entries: index.entries, asked: question.asked, unit, isChange: false });
  if (selection === null) return null;
  const named = mentioned(question, selection).filter(({ figure }) => !isTotal(figure));
  if (named.length > 1 && isCoveredTogether(named, selection, ask)) return added(named, ask);
  const row = rowOver(selection, ask);
  if (row.length > 1) return added(row, ask);
  const total = selection.all.find(({ entry, coverage }) => isTotal(entry.figure) && coverage >= 0.95 * selection.best.coverage);
  if (total !== undefined && !question.isAdditionAsked && isCovered(total, question, ask.index)) return stated(total.entry, ask);
  const group = groupOf(selection, ask);
  if (group.length > 1 && isCovered(selection.best, question, ask.index)) return added(group, ask);
  return null;
}

/** One line over all the years that its table has. */
function overYears(ask: Ask): FigureAnswer | null {
  const { question, index } = ask;
  const selection = selected(question, index, {
    entries: index.entries,
    asked: question.asked,
    unit: question.unit,
    isChange: false,
  });
  if (selection === null) return null;
  const { series } = selection.best.entry;
  const years = index.entries
    .filter((entry) => entry.series === series && entry.years.length === 1)
    .flatMap((entry) => entry.years);
  const row = years.length > 1 ? rowOver(selection, { question: { ...question, years }, index }) : [];
  return row.length === years.length && row.length > 1 ? added(row, ask) : null;
}

/** A sum from one year to another takes the years between with it. */
function between(years: readonly number[]): readonly number[] {
  const [first, last] = years;
  if (first === undefined || last === undefined || years.length !== 2 || last <= first) return years;
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

function added(entries: readonly IndexedFigure[], ask: Ask): FigureAnswer {
  const { minors, scale } = onOneScale(entries.map((entry) => valueIn(entry, ask.index)));
  const value = { minor: minors.reduce((total, minor) => total + minor, 0n), scale };
  return resultOf(
    'sum',
    entries,
    { value, unit: entries[0]?.figure.unit ?? 'count', formula: `${chained(entries, '+', ask.index)} = ` },
    ask,
  );
}

/** The figures beside the best one that meet the same words: all refunds, both accounts, the whole column; or one line over the years asked for. */
function groupOf({ best, all }: Selection, ask: Ask): readonly IndexedFigure[] {
  const { question } = ask;
  const wanted = best.meets.map((value) => value >= metFrom);
  const like = all
    .filter(({ meets, entry }) => wanted.every((isMet, at) => !isMet || (meets[at] ?? 0) >= metFrom) && !isTotal(entry.figure))
    .map(({ entry }) => entry)
    .filter((entry) => entry.figure.dimensions['rolle'] === undefined && isAlike(entry, best.entry));
  return like.filter((entry) => entry.years.join() === best.entry.years.join() && isComparable(entry, best.entry, question));
}

/** One line of a table over the years that the question names. */
function rowOver({ best, rivals, all }: Selection, { question, index }: Ask): readonly IndexedFigure[] {
  if (question.years.length < 2 || rivals.length > 0 || !isCovered(best, question, index)) return [];
  const row = all.map(({ entry }) => entry).filter(({ series, years }) => series === best.entry.series && years.length === 1);
  return row.toSorted((a, b) => (a.years[0] ?? 0) - (b.years[0] ?? 0));
}

function isAlike(a: IndexedFigure, b: IndexedFigure): boolean {
  if (a.figure.unit !== b.figure.unit || a.figure.municipality !== b.figure.municipality) return false;
  const isGrouped = a.figure.dimensions['ydelse'] !== undefined;
  return (
    tableOf(a.figure) === tableOf(b.figure) && sameDimension(a, b, 'kolonne') && (!isGrouped || sameDimension(a, b, 'gruppe'))
  );
}
