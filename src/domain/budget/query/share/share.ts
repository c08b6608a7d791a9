import { absolute, type Decimal } from '../../../money/decimal.ts';
import type { FigureAnswer } from '../../computation.ts';
import { type Concept, conceptsOf, likeness } from '../../question/concepts.ts';
import { isCovered } from '../../question/coverage.ts';
import { type FigureIndex, type IndexedFigure, isTotal, tableOf } from '../../question/figure-index.ts';
import { meetingOf, met, metFrom } from '../../question/meetings/meetings.ts';
import { type Selection, selected } from '../../question/select.ts';
import { asksBack, lookup } from '../lookup.ts';
import { budgetBeside, isCoveredTogether, mentioned, sameDimension, totalBeside } from '../mentions.ts';
import { type Ask, chained, onOneScale, resultOf, valueIn } from '../result.ts';
import { shareOf } from '../values.ts';
import { columnShare, type PartOfWhole } from './column-share.ts';

/** A share that the document states, or a part of the whole that the question names: of the distribution, of the budget where it says so. */
export function share(ask: Ask): FigureAnswer | null {
  return (
    columnShare(ask, ([part, whole]) => shareBetween(part, whole, ask)) ??
    lookup(ask, { unit: 'share' }) ??
    (isAmountCalledShare(ask) ? lookup(ask, { entries: shareNamed(ask.index), unit: 'money' }) : null) ??
    computedShare(ask)
  );
}

/** "Den kommunale andel" without any word of per cent. */
function isAmountCalledShare({ question, index }: Ask): boolean {
  const [named = ''] = index.vocabulary.units.share;
  return question.words.includes(named) && !question.words.some((word) => /^(?:(?:pct|procent).*|stor)$/u.test(word));
}

/** An amount that is itself called a share ("den kommunale andel"). */
function shareNamed({ entries, vocabulary }: FigureIndex): readonly IndexedFigure[] {
  return entries.filter(({ names }) => names.some(({ word }) => vocabulary.units.share[0] === word));
}

function computedShare(ask: Ask): FigureAnswer | null {
  const { question, index } = ask;
  const entries = index.entries.filter(({ figure }) => figure.unit === 'DKK' || figure.unit === 'count');
  const parts = question.asked.filter(({ meant }) => !question.isBudgetWhole || !index.vocabulary.wholes.budget.includes(meant));
  const asked = parts.length > 0 ? parts : question.asked;
  const selection = selected(question, index, { entries, asked, unit: null, isChange: false });
  if (selection === null) return null;
  const pair = pairOf(mentioned(question, selection), selection, ask);
  return pair === null || !isOfWholeSaid(pair, ask) ? null : shareBetween(pair[0], pair[1], ask);
}

/** Two lines of one column, or two figures of one topic, are parts of one whole: neither is the other's. */
function areParts(a: IndexedFigure, b: IndexedFigure): boolean {
  const isPart = ({ figure }: IndexedFigure) => !isTotal(figure) && figure.dimensions['rolle'] === undefined;
  const isOfOneColumn = tableOf(a.figure) !== null && tableOf(a.figure) === tableOf(b.figure) && sameDimension(a, b, 'kolonne');
  const isOfOneTopic = a.figure.dimensions['emne'] !== undefined && sameDimension(a, b, 'emne');
  return isPart(a) && isPart(b) && (isOfOneColumn || isOfOneTopic);
}

/** What the question says the share is of is the whole, or the whole and the part in one breath ("af fordelingen til Jobhuset"). */
function isOfWholeSaid([part, whole]: PartOfWhole, { question, index }: Ask): boolean {
  const said = question.whole.filter((concept) => !meetingOf(concept, index).isGeneric);
  const isMet = (concept: Concept, entry: IndexedFigure) => met(concept, entry, index) >= metFrom;
  const ofWhole = said.filter((concept) => isMet(concept, whole));
  return said.length === 0 || (ofWhole.length > 0 && said.every((concept) => ofWhole.includes(concept) || isMet(concept, part)));
}

/** One figure as a share of another in per cent. */
function shareBetween(part: IndexedFigure, whole: IndexedFigure, ask: Ask): FigureAnswer | null {
  const { minors } = onOneScale([absoluteOf(part, ask.index), absoluteOf(whole, ask.index)]);
  const [top = 0n, bottom = 0n] = minors;
  if (bottom === 0n || top > bottom || part.figure.unit !== whole.figure.unit) return null;
  return resultOf(
    'share',
    [part, whole],
    { value: shareOf(top, bottom), unit: 'pct', formula: `${chained([part, whole], '/', ask.index)} = ` },
    ask,
  );
}

function absoluteOf(entry: IndexedFigure, index: FigureIndex): Decimal {
  const value = valueIn(entry, index);
  return { minor: absolute(value.minor), scale: value.scale };
}

function pairOf(named: readonly IndexedFigure[], selection: Selection, ask: Ask): PartOfWhole | null {
  const { question } = ask;
  const [first, second] = named;
  if (named.length === 2 && first !== undefined && second !== undefined) {
    if (!isCoveredTogether(named, selection, ask) || areParts(first, second)) return null;
    return absoluteOf(first, ask.index).minor <= absoluteOf(second, ask.index).minor ? [first, second] : [second, first];
  }
  const parts = selection.all.filter(({ entry, score }) => !isTotal(entry.figure) && score >= 0.9 * selection.best.score);
  const best = selection.best.entry;
  const part = isTotal(best.figure) ? parts[0]?.entry : best;
  if (part === undefined || named.length > 1 || !isCovered(selection.best, question, ask.index)) return null;
  if (asksBack(selection, ask) !== null && selection.rivals.some(({ entry }) => !isTotal(entry.figure))) return null;
  const whole = wholeOf(part, ask);
  return whole === null ? null : [part, whole];
}

/** The whole that a part belongs to, as the question and the table have it. */
function wholeOf(part: IndexedFigure, { question, index }: Ask): IndexedFigure | null {
  const budget = question.isBudgetWhole ? budgetBeside(part, index) : null;
  return budget ?? totalBeside(part, index) ?? columnWhole(part, { question, index }) ?? namesake(part, index);
}

function columnWhole(part: IndexedFigure, { question, index }: Ask): IndexedFigure | null {
  const columns = index.vocabulary.partColumns;
  const column = columns[String(part.figure.dimensions['kolonne'] ?? '')];
  if (column === undefined) return null;
  const isInnermost = !Object.values(columns).includes(String(part.figure.dimensions['kolonne']));
  const words = conceptsOf(column, index.lexicon);
  const isNamed = question.asked.some((asked) =>
    [asked, ...asked.parts].some((piece) => words.some((word) => likeness(piece, word) >= 0.9)),
  );
  const found = index.entries.find(
    ({ figure }) =>
      figure.dimensions['kolonne'] === column &&
      tableOf(figure) === tableOf(part.figure) &&
      figure.dimensions['gruppe'] === part.figure.dimensions['gruppe'],
  );
  return isInnermost || isNamed ? (found ?? null) : null;
}

/** The one larger figure outside tables that shares a name with the part, as all offers do with the municipality's own. */
function namesake(part: IndexedFigure, index: FigureIndex): IndexedFigure | null {
  if (tableOf(part.figure) !== null) return null;
  const own = part.names.filter(({ word }) => !index.lexicon.ignored.has(word));
  const larger = index.entries.filter(
    ({ figure, names }) =>
      figure.municipality === part.figure.municipality &&
      figure.documentFile === part.figure.documentFile &&
      figure.unit === part.figure.unit &&
      figure.period === part.figure.period &&
      tableOf(figure) === null &&
      (figure.dimensions['emne'] === undefined || isTotal(figure)) &&
      figure.minor > part.figure.minor &&
      names.some((name) => own.some((other) => likeness(name, other) >= metFrom)),
  );
  return larger.length === 1 ? (larger[0] ?? null) : null;
}
