import { isUncontradicted } from '../question/coverage.ts';
import { type FigureIndex, type IndexedFigure, isTotal, tableOf } from '../question/figure-index.ts';
import type { FigureQuestion } from '../question/figure-question.ts';
import { metFrom } from '../question/meetings/meetings.ts';
import type { Candidate } from '../question/rank.ts';
import type { Selection } from '../question/select.ts';

/** The figures that a question names one by one ("X og Y"), each by a word that the ones before do not meet. */
export function mentioned(question: FigureQuestion, { best, all, weights }: Selection): readonly IndexedFigure[] {
  const found: IndexedFigure[] = [best.entry];
  let open = best.meets.map((value, at) => ({ at, isOpen: value < metFrom })).filter(({ isOpen }) => isOpen);
  while (open.length > 0) {
    const next = all
      .filter(({ entry }) => !found.includes(entry) && isComparable(entry, best.entry, question))
      .map((candidate) => {
        const gain = open.reduce((sum, { at }) => sum + (candidate.meets[at] ?? 0) * (weights[at] ?? 0), 0);
        const bond =
          Number(sameDimension(candidate.entry, best.entry, 'kolonne')) +
          Number(tableOf(candidate.entry.figure) === tableOf(best.entry.figure));
        return { candidate, gain, rank: gain * 10 + candidate.score + bond * 0.1 };
      })
      .filter(({ candidate }) => open.some(({ at }) => (candidate.meets[at] ?? 0) >= 0.75))
      .sort((a, b) => b.rank - a.rank)[0];
    if (next === undefined) break;
    found.push(next.candidate.entry);
    open = open.filter(({ at }) => (next.candidate.meets[at] ?? 0) < metFrom);
  }
  return found;
}

/** How much of the question's weight the figures meet together, and whether each binding word is met by one of them. */
export function isCoveredTogether(
  entries: readonly IndexedFigure[],
  { weights, all }: Selection,
  { question, index }: { readonly question: FigureQuestion; readonly index: FigureIndex },
): boolean {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const candidates = all.filter(({ entry }) => entries.includes(entry));
  const gained = weights.reduce((sum, weight, at) => {
    const best = candidates.reduce((most, { meets }) => Math.max(most, meets[at] ?? 0), 0);
    return sum + (best >= metFrom ? best * weight : 0);
  }, 0);
  const isSafe = total > 0 && gained / total >= 0.7 && isUncontradicted(entries, question, index);
  return isSafe && !candidates.some((candidate) => isOneOfSeveral(candidate, candidates, all, question));
}

/** Whether the words by which a figure was named name another one as well ("kontanthj\u00e6lp" in a table of three kinds of it). */
function isOneOfSeveral(
  named: Candidate,
  candidates: readonly Candidate[],
  all: readonly Candidate[],
  question: FigureQuestion,
): boolean {
  const own = named.meets.flatMap((value, at) =>
    value >= metFrom && !candidates.some((other) => other !== named && (other.meets[at] ?? 0) >= metFrom) ? [at] : [],
  );
  return all.some(
    (other) =>
      own.length > 0 &&
      !candidates.includes(other) &&
      other.entry.figure.minor !== named.entry.figure.minor &&
      other.score >= 0.9 * named.score &&
      own.every((at) => (other.meets[at] ?? 0) >= (named.meets[at] ?? 0)) &&
      tableOf(other.entry.figure) === tableOf(named.entry.figure) &&
      sameDimension(other.entry, named.entry, 'kolonne') &&
      isComparable(other.entry, named.entry, question),
  );
}

/** Never across units, municipalities or, unless the question names several years, periods. */
export function isComparable(a: IndexedFigure, b: IndexedFigure, question: FigureQuestion): boolean {
  if (a.figure.unit !== b.figure.unit || a.figure.municipality !== b.figure.municipality) return false;
  return question.years.length > 1 || a.years.join() === b.years.join() || a.years.length === 0 || b.years.length === 0;
}

export function sameDimension(a: IndexedFigure, b: IndexedFigure, name: string): boolean {
  return a.figure.dimensions[name] === b.figure.dimensions[name];
}

/** The parts of the table that a figure stands in: same column, group and year, neither totals nor budget lines. */
export function partsBeside({ figure, years }: IndexedFigure, index: FigureIndex): readonly IndexedFigure[] {
  const table = tableOf(figure);
  if (table === null) return [];
  const isGrouped = index.entries.some(
    ({ figure: other }) => tableOf(other) === table && other.dimensions['ydelse'] !== undefined,
  );
  return index.entries.filter((entry) => {
    const { dimensions, unit } = entry.figure;
    if (tableOf(entry.figure) !== table || unit !== figure.unit || isTotal(entry.figure) || dimensions['rolle'] !== undefined)
      return false;
    if (dimensions['kolonne'] !== figure.dimensions['kolonne'] || entry.years.join() !== years.join()) return false;
    return !isGrouped || dimensions['gruppe'] === figure.dimensions['gruppe'];
  });
}

/** The total of the table that a figure stands in, in its column, group and year; null where the table states none. */
export function totalBeside(entry: IndexedFigure, index: FigureIndex): IndexedFigure | null {
  const table = tableOf(entry.figure);
  const totals = index.entries.filter(
    (other) =>
      table !== null &&
      tableOf(other.figure) === table &&
      isTotal(other.figure) &&
      other.figure.unit === entry.figure.unit &&
      sameDimension(other, entry, 'kolonne') &&
      (other.figure.dimensions['gruppe'] === undefined || sameDimension(other, entry, 'gruppe')) &&
      other.years.join() === entry.years.join(),
  );
  return totals.length === 1 ? (totals[0] ?? null) : null;
}

/** The line of a table that states its budget; null where there is none. */
export function budgetBeside({ figure }: IndexedFigure, index: FigureIndex): IndexedFigure | null {
  const table = tableOf(figure);
  return (
    index.entries.find(
      (other) => table !== null && tableOf(other.figure) === table && other.figure.dimensions['rolle'] === 'budget',
    ) ?? null
  );
}
