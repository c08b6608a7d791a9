import { absolute } from '../../money/decimal.ts';
import type { Figure, Unit } from '../figure.ts';
import type { Concept } from './concepts.ts';
import { likeness } from './concepts.ts';
import { safeFrom } from './coverage.ts';
import { type FigureIndex, type IndexedFigure, isTotal, tableOf } from './figure-index.ts';
import type { FigureQuestion } from './figure-question.ts';
import { holdsAny } from './phrases.ts';
import { type Candidate, ranked, weightsOf } from './rank.ts';
import type { AskedUnit } from './vocabulary.ts';
import { folded } from './words.ts';

/** What may be chosen from, beside the question's own slots. */
export interface Scope {
  readonly entries: readonly IndexedFigure[];
  readonly asked: readonly Concept[];
  readonly unit: AskedUnit | null;
  /** Whether the columns that hold a change are meant rather than those that hold a state. */
  readonly isChange: boolean;
}

/** The figure that a question means, with those that it could mean as well. */
export interface Selection {
  readonly best: Candidate;
  /** Figures of another value that the question meets about as well. */
  readonly rivals: readonly Candidate[];
  readonly all: readonly Candidate[];
  readonly weights: readonly number[];
}

/** A candidate this close to the best is another reading of the question. */
const rivalFrom = 0.93;

/** The figure that the words mean, the latest of its series where no year is named; null where none is met. */
export function selected(question: FigureQuestion, index: FigureIndex, scope: Scope): Selection | null {
  const weights = weightsOf(scope.asked, index);
  const fitting = scope.entries.filter((entry) => fits(entry, question, index, scope));
  const all = ranked(scope.asked, fitting, weights, index)
    .map((candidate) => preferred(candidate, question, scope, index))
    .sort((a, b) => b.score - a.score);
  const best = all[0];
  if (best === undefined) return null;
  const chosen = representative(best, all, question);
  const isHead = isHeadAlone(question, scope, index);
  const rivals = all.filter(
    ({ entry, score, coverage }) =>
      (isHead ? coverage >= safeFrom : score >= rivalFrom * best.score) &&
      !(entry.series === best.entry.series || (question.years.length === 0 && isOfSeries(entry, chosen.entry))) &&
      !isSame(entry, chosen.entry),
  );
  return { best: chosen, rivals, all, weights };
}

/** A bare "budgettet" or "medarbejdere" may be any figure's. */
function isHeadAlone({ municipalities, years }: FigureQuestion, { asked }: Scope, { heads }: FigureIndex): boolean {
  const isHead = (concept: Concept) => heads.some((head) => likeness(concept, head) >= 0.95);
  return municipalities.length + years.length === 0 && asked.length === 1 && asked.every(isHead);
}

function isSame({ figure: other, signed }: IndexedFigure, { figure, signed: value }: IndexedFigure): boolean {
  if (other.municipality !== figure.municipality || other.unit !== figure.unit) return false;
  const away = absolute(signed - value);
  return away === 0n || (other.period === figure.period && figure.unit === 'DKK' && away * 1000n <= absolute(value));
}

/** The slots are hard: another municipality, year or unit is no candidate. */
export function fits(entry: IndexedFigure, question: FigureQuestion, index: FigureIndex, scope: Scope): boolean {
  const { figure } = entry;
  const towns = question.municipalities;
  if (towns.length > 0 && !towns.some((town) => town === figure.municipality || entry.foldedLabel.includes(folded(town))))
    return false;
  if (!unitFits(figure.unit, scope.unit)) return false;
  if (entry.isChange !== scope.isChange && (scope.isChange ? figure.dimensions['kolonne'] !== undefined : true)) return false;
  const years = entry.years.length > 0 ? entry.years : (index.documentYears.get(figure.documentFile) ?? []);
  return (
    question.years.every((year) => years.includes(year)) ||
    (question.years.length > 1 && question.years.some((year) => years.includes(year)))
  );
}

/** Whether a figure counts what was asked for. */
function unitFits(unit: Unit, asked: AskedUnit | null): boolean {
  if (asked === null) return true;
  if (asked === 'money') return unit === 'DKK';
  if (asked === 'share') return unit === 'pct';
  if (asked === 'duration') return unit === 'days' || unit === 'weeks' || unit === 'months' || unit === 'years';
  return unit === asked;
}

function preferred(candidate: Candidate, question: FigureQuestion, { asked }: Scope, index: FigureIndex): Candidate {
  const { figure } = candidate.entry;
  let factor = 1;
  if (candidate.entry.isOfCountry && !asked.some((concept) => isCountryWord(concept, index))) factor *= 0.6;
  if (isOtherwiseNegated(candidate.entry, question, index)) factor *= 0.75;
  if (isRecipients(figure, question, index)) factor *= 1.1;
  if (isTotal(figure)) factor *= question.isTotalAsked ? 1.12 : tableOf(figure) === null ? 1 : 0.97;
  if (question.anchor !== null && isBeside(figure, question.anchor)) factor *= 1.15;
  if (question.years.length === 0 && isLatest(candidate.entry, index)) factor *= 1.01;
  return factor === 1 ? candidate : { ...candidate, score: candidate.score * factor };
}

/** "Hvor mange f\u00e5r uddannelseshj\u00e6lp" counts the benefit's recipients. */
function isRecipients(
  { dimensions, unit }: Figure,
  { words, unit: asked }: FigureQuestion,
  { vocabulary: { recipients } }: FigureIndex,
): boolean {
  return (
    asked === 'count' && unit === 'count' && dimensions['kolonne'] === recipients.column && holdsAny(words, recipients.words)
  );
}

/** In the same column of the same table as the figure that the conversation is about. */
function isBeside(figure: Figure, anchor: Figure): boolean {
  return (
    tableOf(figure) !== null &&
    tableOf(figure) === tableOf(anchor) &&
    figure.dimensions['kolonne'] === anchor.dimensions['kolonne']
  );
}

function isLatest({ figure, years }: IndexedFigure, { documentYears }: FigureIndex): boolean {
  return years.includes(Math.max(...(documentYears.get(figure.documentFile) ?? [])));
}

/** A figure "not of COVID-19" is not meant where the question negates nothing. */
function isOtherwiseNegated({ isNegated }: IndexedFigure, { words }: FigureQuestion, { vocabulary }: FigureIndex): boolean {
  return isNegated && !holdsAny(words, vocabulary.binding.negations);
}

/** Whether a word means the whole country rather than the municipality. */
export function isCountryWord(concept: Concept, { country }: FigureIndex): boolean {
  return country !== null && concept.groups.some((group) => country.groups.includes(group));
}

/** One series stands for all its years: the year asked for, else the first where all say the same, else the latest. */
function representative(best: Candidate, all: readonly Candidate[], question: FigureQuestion): Candidate {
  if (question.years.length > 0) return best;
  const near = all.filter(({ score }) => score >= rivalFrom * best.score);
  const series = near.filter(({ entry }) => isOfSeries(entry, best.entry));
  const values = new Set(series.map(({ entry }) => entry.figure.minor));
  const byYear = series.toSorted((a, b) => (a.entry.years.at(-1) ?? 0) - (b.entry.years.at(-1) ?? 0));
  return (values.size === 1 ? byYear[0] : byYear.at(-1)) ?? best;
}

/** The same thing in another year: of one series, or outside tables of nearly one name. */
function isOfSeries(a: IndexedFigure, b: IndexedFigure): boolean {
  if (a.series === b.series) return true;
  const isElsewhere = a.figure.municipality !== b.figure.municipality || a.figure.unit !== b.figure.unit;
  if (isElsewhere || tableOf(a.figure) !== null || tableOf(b.figure) !== null || a.years.length !== 1 || b.years.length !== 1)
    return false;
  return a.years[0] !== b.years[0] && sharedNames(a, b) >= 0.5;
}

/** The share of the longer name's words that two figures have in common. */
function sharedNames(a: IndexedFigure, b: IndexedFigure): number {
  const [left, right] = [a, b].map(({ names }) =>
    [...new Set(names.map(({ stem }) => stem))].filter((stem) => stem.length > 3 && !/\d/u.test(stem)),
  );
  const shared = left?.filter((stem) => right?.includes(stem)).length ?? 0;
  return shared / Math.max(left?.length ?? 0, right?.length ?? 0, 1);
}
