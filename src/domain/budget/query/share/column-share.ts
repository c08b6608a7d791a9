import type { FigureAnswer } from '../../computation.ts';
import { type Concept, conceptsOf, likeness } from '../../question/concepts.ts';
import { isUncontradicted } from '../../question/coverage.ts';
import { type FigureIndex, type IndexedFigure, tableOf } from '../../question/figure-index.ts';
import { holdsAny } from '../../question/phrases.ts';
import { fits } from '../../question/select.ts';
import { sameDimension } from '../mentions.ts';
import type { Ask } from '../result.ts';

/** A part and the whole that it is a share of. */
export type PartOfWhole = readonly [part: IndexedFigure, whole: IndexedFigure];

/** "Andelen af sygedagpengemodtagerne, der er i tilbud": one column of a group's row as a share of the column that counts the group itself. */
export function columnsOfRow(ask: Ask): PartOfWhole | null {
  const { question, index } = ask;
  const columns = index.vocabulary.partColumns;
  const outermost = Object.values(columns).filter((column) => columns[column] === undefined);
  const inner = Object.keys(columns).map((column) => ({ column, words: conceptsOf(column, index.lexicon) }));
  const scope = { entries: index.entries, asked: question.asked, unit: 'count', isChange: false } as const;
  const wholes = index.entries.filter(
    (entry) =>
      outermost.includes(columnOf(entry)) &&
      fits(entry, question, index, scope) &&
      question.whole.some((concept) => isNamed(concept, groupWords(entry, index), 0.85)),
  );
  const [whole] = wholes;
  if (whole === undefined || wholes.length > 1) return null;
  if (question.whole.some((concept) => inner.some(({ words }) => isNamed(concept, words, 0.7)))) return null;
  const rest = question.asked.filter((concept) => !question.whole.includes(concept));
  const hits = inner
    .map(({ column, words }) => ({ column, count: rest.filter((concept) => isNamed(concept, words, 0.7)).length }))
    .filter(({ count }) => count > 0)
    .sort(
      (a, b) =>
        b.count - a.count ||
        Number(outermost.includes(columns[b.column] ?? '')) - Number(outermost.includes(columns[a.column] ?? '')),
    );
  const part = index.entries.find(
    (entry) =>
      columnOf(entry) === hits[0]?.column &&
      tableOf(entry.figure) === tableOf(whole.figure) &&
      sameDimension(entry, whole, 'gruppe'),
  );
  if (part !== undefined && columns[columnOf(part)] !== columnOf(whole) && !isOfPeople(whole, ask)) return null;
  return part !== undefined && isUncontradicted([part, whole], question, index) ? [part, whole] : null;
}

/** "Andelen af sygedagpengemodtagerne, der er i tilbud", as a share. */
export function columnShare(ask: Ask, between: (pair: PartOfWhole) => FigureAnswer | null): FigureAnswer | null {
  const pair = ask.question.whole.length === 0 ? null : columnsOfRow(ask);
  return pair === null ? null : between(pair);
}

/** Whether the question says that the share is of the group's people rather than of what they get. */
function isOfPeople(whole: IndexedFigure, { question, index }: Ask): boolean {
  const people = conceptsOf(columnOf(whole), index.lexicon);
  return (
    question.whole.some((concept) => isNamed(concept, people, 0.85)) ||
    holdsAny(question.words, index.vocabulary.recipients.words)
  );
}

function columnOf({ figure }: IndexedFigure): string {
  return String(figure.dimensions['kolonne'] ?? '');
}

function groupWords({ figure }: IndexedFigure, { lexicon }: FigureIndex): readonly Concept[] {
  return conceptsOf(String(figure.dimensions['gruppe'] ?? ''), lexicon);
}

function isNamed(concept: Concept, words: readonly Concept[], from: number): boolean {
  return words.some((word) => [concept, ...concept.parts].some((piece) => likeness(piece, word) >= from));
}
