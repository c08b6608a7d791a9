import { absolute } from '../../money/decimal.ts';
import type { FigureAnswer } from '../computation.ts';
import type { IndexedFigure } from '../question/figure-index.ts';
import { selected } from '../question/select.ts';
import { isCoveredTogether, mentioned } from './mentions.ts';
import { type Ask, chained, onOneScale, resultOf, valueIn } from './result.ts';

/** How far apart two named figures of one municipality and period lie; always the larger less the smaller. */
export function diff(ask: Ask): FigureAnswer | null {
  const { question, index } = ask;
  const unit = question.unit === 'share' ? null : question.unit;
  const selection = selected(question, index, { entries: index.entries, asked: question.asked, unit, isChange: false });
  if (selection === null) return null;
  const named = mentioned(question, selection);
  const [first, second] = named;
  if (first === undefined || second === undefined || named.length !== 2) return null;
  return isCoveredTogether(named, selection, ask) ? apart(first, second, ask) : null;
}

/** The larger figure less the smaller. */
function apart(a: IndexedFigure, b: IndexedFigure, ask: Ask): FigureAnswer {
  const { minors, scale } = onOneScale([valueIn(a, ask.index), valueIn(b, ask.index)]);
  const [left = 0n, right = 0n] = minors;
  const ordered = left >= right ? [a, b] : [b, a];
  const value = { minor: absolute(left - right), scale };
  return resultOf('diff', ordered, { value, unit: a.figure.unit, formula: `${chained(ordered, '-', ask.index)} = ` }, ask);
}
