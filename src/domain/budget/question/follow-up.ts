import type { Figure } from '../figure.ts';
import type { Concept } from './concepts.ts';
import { type FigureIndex, tableOf, yearsIn } from './figure-index.ts';
import type { FigureQuestion } from './figure-question.ts';
import { met, metFrom } from './meetings/meetings.ts';
import { holdsAny, opensWith } from './phrases.ts';
import { ranked, weightsOf } from './rank.ts';
import { fits } from './select.ts';

/** What came before a question: the query that was understood, and the figure that answered it. */
export interface Before {
  readonly question: FigureQuestion;
  readonly figure: Figure | null;
}

/** Whether a question leans on the one before it ("og i 2015?", "hvor stor en andel?"). */
export function leansOnBefore(now: FigureQuestion, { vocabulary }: FigureIndex): boolean {
  const { words, asked, years, municipalities } = now;
  const { openers, references } = vocabulary.followUp;
  if (opensWith(words, openers)) return true;
  if (asked.length === 0 || isYearShifted(now)) return true;
  return holdsAny(words, references) && asked.length <= 3 && municipalities.length + years.length <= 1;
}

/** Whether a question means the year beside one that it does not say itself. */
export function isYearShifted({ yearShift, years, intents }: FigureQuestion): boolean {
  const isMeasured = intents.has('change') || intents.has('diff') || intents.has('compare');
  return yearShift !== 0 && years.length === 0 && !isMeasured;
}

/** The year that was spoken of; one that no figure is of where none was. */
function yearOf({ question, figure }: Before): number {
  return question.years.at(-1) ?? yearsIn(figure?.period ?? '').at(-1) ?? 0;
}

/** The query before with the slots that the new turn names written over it. */
export function overwritten(before: Before, now: FigureQuestion, index: FigureIndex): FigureQuestion {
  const { question } = before;
  const own = before.figure === null ? [] : [before.figure.municipality];
  const isNewAim = now.intents.size > 0 || now.unit !== null;
  const isShareOfChange = now.intents.has('share') && now.asked.length === 0 && question.intents.has('change');
  const isBothAsked = now.intents.has('diff') || now.intents.has('sum') || now.intents.has('compare');
  const merged: FigureQuestion = {
    ...now,
    years: isYearShifted(now)
      ? [yearOf(before) + now.yearShift]
      : now.years.length > 0 || now.intents.has('change')
        ? now.years
        : question.years,
    municipalities: [now.municipalities, question.municipalities, own].find((towns) => towns.length > 0) ?? [],
    intents: isShareOfChange ? new Set([...question.intents, ...now.intents]) : isNewAim ? now.intents : question.intents,
    unit: now.unit ?? (isNewAim && now.intents.has('share') ? 'share' : question.unit),
    anchor: before.figure,
    kind: now.kind === 'other' || now.kind === 'topic' ? question.kind : now.kind,
  };
  if (now.asked.length === 0) return { ...merged, asked: question.asked, binding: question.binding };
  if (isBothAsked) return { ...merged, asked: [...question.asked, ...now.asked] };
  return { ...merged, asked: [...now.asked, ...kept(before, merged, index)] };
}

/** The earlier words that hold for the figure that the new words mean: the rest was overwritten. */
function kept({ question, figure }: Before, now: FigureQuestion, index: FigureIndex): readonly Concept[] {
  const scope = {
    entries: index.entries,
    asked: now.asked,
    unit: now.unit === 'share' ? null : now.unit,
    isChange: now.intents.has('change'),
  };
  const fitting = index.entries.filter((entry) => fits(entry, now, index, scope));
  const earlier = new Map(
    ranked(question.asked, fitting, weightsOf(question.asked, index), index).map(({ entry, coverage }) => [entry, coverage]),
  );
  const table = figure === null ? null : tableOf(figure);
  const [best] = ranked(now.asked, fitting, weightsOf(now.asked, index), index)
    .map(({ entry, coverage, precision }) => ({
      entry,
      rank:
        coverage +
        0.05 * precision +
        0.3 * (earlier.get(entry) ?? 0) +
        (table !== null && tableOf(entry.figure) === table ? 0.2 : 0),
    }))
    .sort((a, b) => b.rank - a.rank);
  if (best === undefined) return question.asked;
  return question.asked.filter(
    (concept) => met(concept, best.entry, index) >= metFrom && !now.asked.some(({ stem }) => stem === concept.stem),
  );
}
