import type { FigureAnswer } from '../computation.ts';
import { isCovered } from '../question/coverage.ts';
import type { FigureIndex, IndexedFigure } from '../question/figure-index.ts';
import { isCountryWord, type Scope, selected } from '../question/select.ts';
import { isCoveredTogether, mentioned, sameDimension } from './mentions.ts';
import type { Ask } from './result.ts';
import { valueIn } from './result.ts';
import { formatValue, rowOf } from './values.ts';

/** Two figures side by side. Two municipalities are never computed into one number. */
export function compare(ask: Ask): FigureAnswer | null {
  const { question } = ask;
  if (question.municipalities.length > 1) return betweenMunicipalities(ask);
  return withCountry(ask) ?? withinOne(ask);
}

function scopeOf({ question, index }: Ask): Scope {
  const isChange = question.intents.has('change');
  const unit = isChange ? (question.unit === 'count' ? 'count' : 'share') : question.unit;
  return { entries: index.entries, asked: question.asked, unit, isChange };
}

function betweenMunicipalities(ask: Ask): FigureAnswer | null {
  const { question, index } = ask;
  const found = question.municipalities.map((town) => {
    const alone = { ...question, municipalities: [town] };
    const own = index.entries.filter(({ figure }) => figure.municipality === town);
    return selected(alone, index, { ...scopeOf(ask), isChange: false, entries: own });
  });
  const fitting = found.flatMap((selection) =>
    selection !== null && selection.best.coverage >= 0.5 ? [selection.best.entry] : [],
  );
  const units = new Set(fitting.map(({ figure }) => figure.unit));
  if (fitting.length !== question.municipalities.length || units.size !== 1 || fitting.some(({ figure }) => figure.isDoubtful))
    return null;
  return sideBySide(fitting, index, true);
}

/** The municipality's own figure and the whole country's of the same table. */
function withCountry(ask: Ask): FigureAnswer | null {
  const { question, index } = ask;
  if (!question.asked.some((concept) => isCountryWord(concept, index))) return null;
  const asked = question.asked.filter((concept) => !isCountryWord(concept, index));
  const selection = selected(question, index, { ...scopeOf(ask), asked });
  if (selection === null || selection.rivals.length > 0 || !isCovered(selection.best, { ...question, asked }, index)) return null;
  const own = selection.best.entry;
  const other = index.entries.find(
    (entry) =>
      entry !== own &&
      ['tabel', 'kolonne', 'ydelse'].every((name) => sameDimension(entry, own, name)) &&
      own.figure.dimensions['kolonne'] !== undefined &&
      !sameDimension(entry, own, 'gruppe') &&
      entry.figure.unit === own.figure.unit,
  );
  return other === undefined ? null : sideBySide([own, other], index, false);
}

function withinOne(ask: Ask): FigureAnswer | null {
  const { question, index } = ask;
  const selection = selected(question, index, scopeOf(ask));
  if (selection === null) return null;
  const named = mentioned(question, selection);
  const isShown = named.length > 1 && isCoveredTogether(named, selection, ask) && named.every(({ figure }) => !figure.isDoubtful);
  return isShown ? sideBySide(named, index, false) : null;
}

function sideBySide(entries: readonly IndexedFigure[], index: FigureIndex, isAcross: boolean): FigureAnswer {
  const figures = entries.map(({ figure }) => figure);
  const formula = entries
    .map(
      (entry) =>
        `${entry.figure.municipality} ${entry.figure.period ?? ''}: ${formatValue(valueIn(entry, index), entry.figure.unit, entry.figure.isApproximate)}`,
    )
    .join('; ');
  const years = new Set(figures.map(({ period }) => period));
  return {
    kind: 'side-by-side',
    computation: { operation: 'compare', operands: figures, formula, value: null, rows: figures.map(rowOf) },
    figures,
    notes: isAcross || years.size > 1 ? [{ key: 'figures.not-comparable', values: {} }] : [],
  };
}
