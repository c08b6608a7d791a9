import type { FigureAnswer } from '../computation.ts';
import { isUncontradicted } from '../question/coverage.ts';
import { type IndexedFigure, tableOf } from '../question/figure-index.ts';
import type { FigureQuestion } from '../question/figure-question.ts';
import { holdsAny } from '../question/phrases.ts';
import { selected } from '../question/select.ts';
import { partsBeside } from './mentions.ts';
import { type Ask, resultOf, valueIn } from './result.ts';

/** The part of a table that is largest or smallest; nothing where two are equal or where the words fit several tables. */
export function extreme(asked: Ask): FigureAnswer | null {
  const ask = { ...asked, question: withoutLines(asked) };
  const { question, index } = ask;
  const isChange = question.intents.has('change');
  const inTables = index.entries.filter((entry) => tableOf(entry.figure) !== null);
  const unit = isChange && question.unit !== 'share' ? 'count' : question.unit === 'years' ? null : question.unit;
  const selection = selected(question, index, { entries: inTables, asked: question.asked, unit, isChange });
  if (selection === null || selection.best.coverage < 0.68 || !isUncontradicted([selection.best.entry], question, index))
    return null;
  const { best, all } = selection;
  const columns = new Set(all.filter(({ score }) => score >= 0.97 * best.score).map(({ entry }) => columnOf(entry)));
  if (columns.size !== 1) return { kind: 'withheld', figures: [best.entry.figure], notes: [] };
  const parts = partsBeside(best.entry, index);
  const wantsLeast = question.intents.has('least') || (isChange && isFalling(ask));
  const ordered = parts.toSorted((a, b) => compare(valueIn(a, index).minor, valueIn(b, index).minor) * (wantsLeast ? 1 : -1));
  const [winner, second] = ordered;
  if (winner === undefined || second === undefined || winner.figure.minor === second.figure.minor) return null;
  return resultOf(
    'extreme',
    [winner],
    { value: valueIn(winner, index), unit: winner.figure.unit, formula: `${winner.figure.label}: ` },
    ask,
  );
}

/** "Den st\u00f8rste post i fordelingen": a word for a line of a table names none of them. */
function withoutLines({ question, index }: Ask): FigureQuestion {
  const asked = question.asked.filter(({ meant }) => !holdsAny([meant], index.vocabulary.lines));
  return asked.length === 0 ? question : { ...question, asked };
}

function columnOf({ figure, years }: IndexedFigure): string {
  const { dimensions } = figure;
  return JSON.stringify([
    tableOf(figure),
    dimensions['kolonne'],
    dimensions['ydelse'] === undefined ? null : dimensions['gruppe'],
    dimensions['kolonne'] ? years : null,
  ]);
}

function isFalling({ question, index }: Ask): boolean {
  return question.words.some((word) => index.vocabulary.falling.includes(word));
}

function compare(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
