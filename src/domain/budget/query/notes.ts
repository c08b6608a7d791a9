import type { Sentence } from '../../language/sentence.ts';
import type { FigureIndex, IndexedFigure } from '../question/figure-index.ts';
import { isTotal } from '../question/figure-index.ts';
import type { Operation } from '../question/vocabulary.ts';
import { budgetBeside, partsBeside, totalBeside } from './mentions.ts';
import { signedMinor } from './signs.ts';
import { formatValue, shareOf } from './values.ts';

/** What a reader must know beside a number: the whole that it is part of, what exceeds the budget, and what the source's wording hides. */
export function notesOn(operation: Operation, entries: readonly IndexedFigure[], index: FigureIndex): readonly Sentence[] {
  const [first] = entries;
  const remarks = [...new Set(entries.flatMap(({ figure }) => (figure.remark === null ? [] : [figure.remark])))];
  const said = remarks.map((remark) => ({ key: 'figures.remark', values: { remark } }));
  if (first === undefined) return said;
  const ofTable = operation === 'lookup' || operation === 'extreme' ? placeInTable(first, index) : [];
  const excess = first.figure.unit === 'DKK' ? excessOf(first, index) : [];
  const ofBudget = operation === 'share' ? shareOfBudget(entries, index) : [];
  return [...ofTable, ...ofBudget, ...excess, ...statedTotal(operation, entries, index), ...said];
}

function shown(entry: IndexedFigure, index: FigureIndex): string {
  return formatValue(
    { minor: signedMinor(entry.figure, index.vocabulary), scale: entry.figure.scale },
    entry.figure.unit,
    entry.figure.isApproximate,
  );
}

function placeInTable(entry: IndexedFigure, index: FigureIndex): readonly Sentence[] {
  const total = totalBeside(entry, index);
  const isPart = partsBeside(entry, index).includes(entry);
  if (total === null || !isPart || total.figure.minor === 0n || entry.figure.unit === 'pct') return [];
  const share = formatValue(shareOf(entry.figure.minor, total.figure.minor), 'pct');
  return [{ key: 'figures.share-of-total', values: { share, total: shown(total, index), label: total.figure.label } }];
}

/** A share of the distribution is another share of the budget: both are told. */
function shareOfBudget([part, whole]: readonly IndexedFigure[], index: FigureIndex): readonly Sentence[] {
  const budget = part === undefined ? null : budgetBeside(part, index);
  if (part === undefined || whole === undefined || budget === null || !isTotal(whole.figure) || budget.figure.minor === 0n)
    return [];
  const share = formatValue(shareOf(part.figure.minor, budget.figure.minor), 'pct');
  return [{ key: 'figures.share-of-budget', values: { share, budget: shown(budget, index) } }];
}

/** What the table hands out beyond its own budget. @da overdisponering */
function excessOf(entry: IndexedFigure, index: FigureIndex): readonly Sentence[] {
  const budget = budgetBeside(entry, index);
  const total = totalBeside(entry, index) ?? (isTotal(entry.figure) ? entry : null);
  if (budget === null || total === null || total.figure.minor <= budget.figure.minor) return [];
  const excess = formatValue({ minor: total.figure.minor - budget.figure.minor, scale: 2 }, 'DKK');
  return [{ key: 'figures.exceeds-budget', values: { excess, budget: shown(budget, index) } }];
}

/** Where parts were added, the total that the document itself states, if it says something else. */
function statedTotal(operation: Operation, entries: readonly IndexedFigure[], index: FigureIndex): readonly Sentence[] {
  const [first] = entries;
  if (operation !== 'sum' || first === undefined || entries.some(({ figure }) => isTotal(figure))) return [];
  const area = first.figure.dimensions['politikomr\u00e5de'] ?? first.figure.dimensions['emne'];
  const total = index.entries.find(
    ({ figure }) =>
      figure.municipality === first.figure.municipality &&
      figure.unit === first.figure.unit &&
      area !== undefined &&
      (figure.dimensions['politikomr\u00e5de'] ?? figure.dimensions['emne']) === area &&
      (isTotal(figure) || Object.keys(figure.dimensions).length === 1) &&
      !entries.some((entry) => entry.figure === figure),
  );
  if (total === undefined) return [];
  const key = total.figure.isDoubtful ? 'figures.stated-total-doubtful' : 'figures.stated-total';
  return [{ key, values: { total: shown(total, index), label: total.figure.label } }];
}
