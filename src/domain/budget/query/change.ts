import type { Sentence } from '../../language/sentence.ts';
import { absolute } from '../../money/decimal.ts';
import type { FigureAnswer } from '../computation.ts';
import { likeness } from '../question/concepts.ts';
import { isCovered } from '../question/coverage.ts';
import type { FigureIndex, IndexedFigure } from '../question/figure-index.ts';
import { metFrom } from '../question/meetings/meetings.ts';
import { type Candidate, ranked, weightsOf } from '../question/rank.ts';
import { fits, selected } from '../question/select.ts';
import { asksBack, stated } from './lookup.ts';
import { type Ask, chained, onOneScale, resultOf, valueIn } from './result.ts';
import { shareOf } from './values.ts';

/** How much a figure changed from one year to another, within one municipality's series. A table's own column of changes goes first. */
export function change(ask: Ask): FigureAnswer | null {
  return columnChange(ask) ?? seriesChange(ask);
}

function columnChange(ask: Ask): FigureAnswer | null {
  const { question, index } = ask;
  const entries = index.entries.filter(({ figure }) => figure.dimensions['kolonne'] !== undefined);
  const unit = question.unit === 'share' ? 'share' : 'count';
  const selection = selected(question, index, { entries, asked: question.asked, unit, isChange: true });
  if (selection === null || !isCovered(selection.best, question, ask.index)) return null;
  return asksBack(selection, ask) ?? stated(selection.best.entry, ask);
}

/** How much one figure of a series lies from the other, in the unit asked for. */
export function seriesChange(ask: Ask): FigureAnswer | null {
  const { question, index } = ask;
  const weights = weightsOf(question.asked, index);
  const unit = question.unit === 'share' || question.unit === 'years' ? null : question.unit;
  const scope = { entries: index.entries, asked: question.asked, unit, isChange: false };
  const wide = { ...question, years: [] };
  const isShareMeant = question.words.some((word) => word.startsWith(index.vocabulary.units.share[0] ?? 'andel'));
  const isOfKind = ({ figure: { unit: counted } }: IndexedFigure) =>
    isShareMeant ? counted === 'pct' : question.unit !== 'share' || counted !== 'pct';
  const fitting = index.entries.filter((entry) => fits(entry, wide, index, scope) && entry.years.length === 1 && isOfKind(entry));
  const covered = ranked(question.asked, fitting, weights, index).filter((candidate) =>
    isCovered(candidate, question, ask.index),
  );
  const { anchor } = question;
  const own = covered.filter(
    ({ entry }) => anchor !== null && entry.series === index.entries.find(({ figure }) => figure === anchor)?.series,
  );
  const pair = bestPair(own, question.years, index) ?? bestPair(covered, question.years, index);
  if (pair === null) return null;
  const [from, to] = pair;
  if (question.unit === 'share' && from.figure.unit !== 'pct') return relative(from, to, ask);
  const { minors, scale } = onOneScale([valueIn(from, index), valueIn(to, index)]);
  const [before = 0n, after = 0n] = minors;
  const ordered = before >= after ? [from, to] : [to, from];
  const value = { minor: after - before, scale };
  const shown = { minor: absolute(value.minor), scale };
  return resultOf(
    'change',
    [to, from],
    { value: shown, unit: from.figure.unit, formula: `${chained(ordered, '-', index)} = `, notes: otherwise(value.minor, ask) },
    ask,
  );
}

/** What moved the other way than the question has it. */
function otherwise(by: bigint, { question: { words }, index: { vocabulary } }: Ask): readonly Sentence[] {
  const says = (list: readonly string[]) => words.some((word) => list.includes(word));
  if (by < 0n && says(vocabulary.rising)) return [{ key: 'figures.fell', values: {} }];
  return by > 0n && says(vocabulary.falling) ? [{ key: 'figures.rose', values: {} }] : [];
}

function relative(from: IndexedFigure, to: IndexedFigure, ask: Ask): FigureAnswer | null {
  const { minors, scale } = onOneScale([valueIn(from, ask.index), valueIn(to, ask.index)]);
  const [before = 0n, after = 0n] = minors;
  if (before === 0n || scale < 0) return null;
  const value = shareOf(after - before, before);
  const [a, b] = [chained([to], '', ask.index), chained([from], '', ask.index)];
  return resultOf('change', [to, from], { value, unit: 'pct', formula: `(${a} - ${b}) / ${b} = ` }, ask);
}

type Pair = readonly [IndexedFigure, IndexedFigure];

/** The same thing in two years: one series, or two figures of nearly one name. Null where none or several qualify. */
function bestPair(covered: readonly Candidate[], years: readonly number[], index: FigureIndex): Pair | null {
  const best = covered[0];
  if (best === undefined) return null;
  const near = covered.filter(({ score }) => score >= 0.8 * best.score);
  const pairs = near.flatMap(({ entry: a }) => near.flatMap(({ entry: b }) => (isPair(a, b, years) ? [[a, b] as const] : [])));
  const ranks = pairs.map((pair) => ({ pair, alike: alikeness(pair, index) })).sort((a, b) => b.alike - a.alike);
  const [first, second] = ranks;
  if (first === undefined || first.alike < 0.5) return null;
  return second !== undefined && second.alike >= 0.9 * first.alike ? null : first.pair;
}

function isPair(a: IndexedFigure, b: IndexedFigure, years: readonly number[]): boolean {
  const [from = 0] = a.years;
  const [to = 0] = b.years;
  const isAsked = years.length === 0 || years.every((year) => year === from || year === to);
  const isOther = a.figure.minor !== b.figure.minor || years.length > 1;
  return from < to && isAsked && isOther && a.figure.unit === b.figure.unit && a.figure.municipality === b.figure.municipality;
}

function alikeness([a, b]: Pair, { lexicon }: FigureIndex): number {
  if (a.series === b.series) return 2;
  const [left, right] = [a, b].map(({ names }) => names.filter(({ word }) => !lexicon.ignored.has(word) && !/\d/u.test(word)));
  if (left === undefined || right === undefined) return 0;
  const shared = left.filter((name) => right.some((other) => likeness(name, other) >= metFrom)).length;
  return shared / Math.max(left.length, right.length, 1);
}
