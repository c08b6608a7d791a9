import type { FigureAnswer } from './computation.ts';
import type { Figure } from './figure.ts';
import { change, seriesChange } from './query/change.ts';
import { compare } from './query/compare.ts';
import { diff } from './query/diff.ts';
import { extreme } from './query/extreme.ts';
import { type FigureFinding, notesBeside } from './query/findings-beside.ts';
import { lookup } from './query/lookup.ts';
import type { Ask } from './query/result.ts';
import { share } from './query/share/share.ts';
import { sum } from './query/sum.ts';
import type { FigureIndex } from './question/figure-index.ts';
import { type FigureQuestion, readFigureQuestion } from './question/figure-question.ts';
import { type Before, isYearShifted, leansOnBefore, overwritten } from './question/follow-up.ts';
import { meetingOf } from './question/meetings/meetings.ts';
import { ranked, weightsOf } from './question/rank.ts';
import { isCountryWord, selected } from './question/select.ts';
import type { Operation } from './question/vocabulary.ts';

/** A question for figures, with the earlier questions of the conversation, oldest first. */
export interface FigureInput {
  readonly question: string;
  readonly context: readonly string[];
  readonly index: FigureIndex;
  /** What the ledger and the documents' readers found wrong: told beside the figures concerned. */
  readonly findings: readonly FigureFinding[];
}

/** Answers a question from the figures: exactly, or not at all. */
export function answerFigure({ question, context, index, findings }: FigureInput): FigureAnswer {
  const answer = answered({ question: understand(question, context, index), index });
  if (answer.kind !== 'value' && answer.kind !== 'side-by-side' && answer.kind !== 'doubtful') return answer;
  return { ...answer, notes: [...answer.notes, ...notesBeside(answer.figures, findings)] };
}

/** What came before is looked at only where the question leans on it. */
function understand(text: string, context: readonly string[], index: FigureIndex): FigureQuestion {
  const question = readFigureQuestion(text, index);
  const before = leansOnBefore(question, index) ? beforeOf(context, index) : null;
  if (before !== null) return overwritten(before, question, index);
  return isYearShifted(question) ? { ...question, years: [0] } : question;
}

function beforeOf(context: readonly string[], index: FigureIndex): Before | null {
  const last = context.at(-1);
  if (last === undefined) return null;
  const question = understand(last, context.slice(0, -1), index);
  return { question, figure: firstFigure(answered({ question, index })) };
}

function firstFigure(answer: FigureAnswer): Figure | null {
  return 'figures' in answer ? (answer.figures[0] ?? null) : null;
}

function answered(ask: Ask): FigureAnswer {
  const { question } = ask;
  if (question.kind === 'other' || question.foreign.length > 0) return { kind: 'no-figure' };
  if (question.kind === 'moment') {
    const answer = lookup(ask, { unit: 'duration' });
    return answer?.kind === 'value' ? answer : { kind: 'no-figure' };
  }
  if (question.kind === 'topic') return namedInFull(ask);
  for (const operation of operationsFor(ask)) {
    const answer = carriedOut(operation, ask);
    if (answer !== null) return answer;
  }
  return savedSince(ask) ?? nearest(ask);
}

const namedFrom = { words: 2, coverage: 0.9, precision: 0.5 };

/** A few words without a question have a number only where they name one figure in full. */
function namedInFull(ask: Ask): FigureAnswer {
  const { question, index } = ask;
  const selection = selected(question, index, { entries: index.entries, asked: question.asked, unit: null, isChange: false });
  const telling = question.asked.filter((concept) => !meetingOf(concept, index).isGeneric);
  if (selection === null || selection.rivals.length > 0 || telling.length < namedFrom.words) return { kind: 'no-figure' };
  const isFull = selection.best.coverage >= namedFrom.coverage && selection.best.precision >= namedFrom.precision;
  const answer = isFull ? lookup(ask) : null;
  return answer?.kind === 'value' ? answer : { kind: 'no-figure' };
}

/** "Sparet" may mean that an expense fell from one year to the next. */
function savedSince({ question, index }: Ask): FigureAnswer | null {
  const { saved } = index.vocabulary;
  const asked = question.asked.filter(({ meant }) => !saved.includes(meant));
  return asked.length === 0 || asked.length === question.asked.length
    ? null
    : seriesChange({ question: { ...question, asked, unit: 'money' }, index });
}

/** What is tried in turn: what the words ask for first, then only what would say the same. */
function operationsFor({ question, index }: Ask): readonly Operation[] {
  const { intents, unit, municipalities, years, asked, words } = question;
  const isExtreme = intents.has('most') || intents.has('least');
  if (municipalities.length > 1) return ['compare'];
  const isAgainst = municipalities.length > 0 || words.some((word) => index.vocabulary.than.includes(word));
  if (
    isAgainst &&
    asked.some((concept) => isCountryWord(concept, index)) &&
    (intents.has('diff') ||
      intents.has('compare') ||
      (intents.has('change') && words.some((word) => index.vocabulary.than.includes(word))))
  )
    return ['compare', 'diff'];
  if (isExtreme && !intents.has('diff')) return ['extreme'];
  if (intents.has('compare')) return ['compare', 'change', 'diff'];
  if (intents.has('change')) return ['change'];
  if (intents.has('diff')) return years.length > 1 ? ['change', 'diff'] : ['diff', 'change'];
  if (unit === 'share' || intents.has('share')) return ['share'];
  if (question.isOverYears) return ['sum'];
  if (intents.has('sum')) return ['sum', 'lookup'];
  return years.length > 1 ? ['lookup', 'compare'] : ['lookup'];
}

function carriedOut(operation: Operation, ask: Ask): FigureAnswer | null {
  switch (operation) {
    case 'lookup':
      return lookup(ask);
    case 'sum':
      return sum(ask);
    case 'diff':
      return diff(ask);
    case 'share':
      return share(ask);
    case 'change':
      return change(ask);
    case 'extreme':
      return extreme(ask);
    case 'compare':
      return compare(ask);
  }
}

const shownFrom = 0.5;

/** The figures nearest to a question that none answers safely: they show which table to look in. */
function nearest({ question, index }: Ask): FigureAnswer {
  const near = ranked(question.asked, index.entries, weightsOf(question.asked, index), index).filter(
    ({ entry, coverage }) =>
      coverage >= shownFrom &&
      (question.municipalities.length === 0 || question.municipalities.includes(entry.figure.municipality)),
  );
  const figures = near.slice(0, 3).map(({ entry }) => entry.figure);
  return figures.length === 0 ? { kind: 'no-figure' } : { kind: 'withheld', figures, notes: [] };
}
