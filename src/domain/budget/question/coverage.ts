import { type Concept, likeness } from './concepts.ts';
import { type FigureIndex, type IndexedFigure, isTotal, tableOf } from './figure-index.ts';
import type { FigureQuestion } from './figure-question.ts';
import { meetingOf, met, metByName, metFrom } from './meetings/meetings.ts';
import { holdsAny } from './phrases.ts';
import type { Candidate } from './rank.ts';
import { folded } from './words.ts';

/** How much of a question's words a figure must meet before its number may be shown. */
export const safeFrom = 0.68;

export function isCovered(candidate: Candidate, question: FigureQuestion, index: FigureIndex): boolean {
  const { entry, coverage, precision } = candidate;
  const isNamed =
    question.asked.some((concept) => metByName(concept, entry, index) >= metFrom) || isNamelessTotal(entry, question, index);
  const isCountOfIt =
    entry.figure.unit !== 'count' ||
    tableOf(entry.figure) !== null ||
    isTotal(entry.figure) ||
    (isKindAsked(entry, question, index) && (precision >= 0.6 || isHeadAsked(entry, question, index)));
  return (
    isNamed &&
    isCountOfIt &&
    isShareNamed(entry, question, index) &&
    coverage >= safeFrom &&
    hasSaidRole(entry, question, index) &&
    !isQuotedElsewhere(entry, question, index) &&
    isUncontradicted([entry], question, index)
  );
}

/** A stated share is of exactly what its name says: a part of the name left unsaid makes it another share. */
function isShareNamed({ figure, names }: IndexedFigure, { asked }: FigureQuestion, index: FigureIndex): boolean {
  if (figure.unit !== 'pct' || tableOf(figure) !== null) return true;
  const unsaid = names.filter(
    (name) => !asked.some((concept) => [concept, ...concept.parts].some((piece) => likeness(piece, name) >= metFrom)),
  );
  const others = index.entries.filter(
    (entry) => entry.figure.unit !== 'pct' && entry.figure.municipality === figure.municipality,
  );
  const town = folded(figure.municipality);
  return !unsaid.some(
    (name) =>
      !index.lexicon.ignored.has(name.word) &&
      name.word !== town &&
      others.some((entry) => entry.names.some(({ stem }) => stem === name.stem)),
  );
}

/** What a compound counts is its last part: "aktiveringsprincipper" are principles, not people in activation. */
function isKindAsked({ names }: IndexedFigure, { asked }: FigureQuestion, { lexicon }: FigureIndex): boolean {
  const head = names.find(({ word }) => !lexicon.ignored.has(word));
  const kind = head?.parts.at(-1);
  if (head === undefined || kind === undefined) return true;
  const pieces = asked.flatMap((concept) => [concept, ...concept.parts]);
  const isOther = pieces.some((piece) => likeness(piece, head) >= metFrom);
  return !isOther || pieces.some((piece) => likeness(piece, { ...head, parts: [] }) >= 0.9 || likeness(piece, kind) >= metFrom);
}

/** What a count counts is the first word of its name; a count "pr. r\u00e5dgiver" is no answer to how many there are in all. */
function isHeadAsked({ names }: IndexedFigure, { asked, isTotalAsked }: FigureQuestion, index: FigureIndex): boolean {
  const { lexicon, vocabulary } = index;
  const [per = ''] = vocabulary.binding.per;
  if (isTotalAsked && asked.length === 1 && names.some(({ word }) => word === per)) return false;
  const head = names.find(({ word }) => !lexicon.ignored.has(word));
  return (
    asked.filter((concept) => !meetingOf(concept, index).isGeneric).length > 1 ||
    (head !== undefined && asked.some((concept) => [concept, ...concept.parts].some((piece) => likeness(piece, head) >= metFrom)))
  );
}

/** A word that this figure has only as a piece of another ("revalidering" in a centre's name), while its table's other lines say it themselves. */
function isQuotedElsewhere(entry: IndexedFigure, { asked }: FigureQuestion, index: FigureIndex): boolean {
  const table = tableOf(entry.figure);
  const inTable = index.entries.filter(({ figure }) => table !== null && tableOf(figure) === table);
  return asked.some((concept) => {
    const { byName, by, isQuoted, isGeneric } = meetingOf(concept, index);
    if (isGeneric || isQuoted[entry.at] || (byName[entry.at] ?? 0) >= 0.9 || (by[entry.at] ?? 0) < metFrom) return false;
    return inTable.some((other) => isQuoted[other.at] && other.series !== entry.series);
  });
}

/** A table's "I alt" has no name but that. */
function isNamelessTotal({ figure, names }: IndexedFigure, question: FigureQuestion, { lexicon }: FigureIndex): boolean {
  const towns = folded(figure.municipality);
  return question.isTotalAsked && isTotal(figure) && names.every(({ word }) => lexicon.ignored.has(word) || word === towns);
}

/** A saving or an overspend is not what something costs: the question must say that it means one. */
function hasSaidRole({ figure, names }: IndexedFigure, question: FigureQuestion, { vocabulary, roles }: FigureIndex): boolean {
  if (figure.unit !== 'DKK') return true;
  const own = roles.filter((role) => names.some((name) => likeness(role, name) >= 0.95));
  const said = (role: Concept) =>
    question.asked.some((concept) => [concept, ...concept.parts].some((piece) => likeness(piece, role) >= 0.8));
  return own.length === 0 || own.some(said) || !holdsAny(question.words, vocabulary.plainCosts);
}

/** Nothing in the question speaks against the figures: binding words are met, and no other figure's name is said. */
export function isUncontradicted(entries: readonly IndexedFigure[], question: FigureQuestion, index: FigureIndex): boolean {
  const isMet = (concept: Concept) => entries.some((entry) => met(concept, entry, index) >= metFrom);
  const isOfEach = ({ names }: IndexedFigure) => names.some(({ word }) => holdsAny([word], index.vocabulary.binding.per));
  if (question.isRate && !entries.every(isOfEach)) return false;
  if (question.foreign.length > 0 || !question.binding.every(isMet)) return false;
  const towns = new Set(entries.map(({ figure }) => figure.municipality));
  const others = index.entries.filter(({ figure }) => towns.has(figure.municipality));
  return question.asked.every(
    (concept) =>
      isMet(concept) || meetingOf(concept, index).isGeneric || !others.some((entry) => metByName(concept, entry, index) >= 0.9),
  );
}
