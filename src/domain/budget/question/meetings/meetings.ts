import { type Concept, likeness } from '../concepts.ts';
import type { FigureIndex, IndexedFigure } from '../figure-index.ts';
import type { Meeting } from './meeting.ts';

/** From this likeness on a word counts as met. */
export const metFrom = 0.55;

/** As many words of questions are remembered as a busy hour asks for. */
const mostRemembered = 600;

/** How a word is met, from what is remembered where it was asked before. */
export function meetingOf(asked: Concept, index: FigureIndex): Meeting {
  const { remembered } = index;
  const known = remembered.get(asked.word);
  if (known !== undefined) return known;
  const meeting = meetingWith(asked, index);
  const oldest = remembered.size >= mostRemembered ? remembered.keys().next().value : undefined;
  if (oldest !== undefined) remembered.delete(oldest);
  remembered.set(asked.word, meeting);
  return meeting;
}

function meetingWith(asked: Concept, index: FigureIndex): Meeting {
  const { entries, terms } = index;
  const whole = likenessesTo(asked, terms);
  const [head, tail = head] = asked.parts.map((part) => likenessesTo(part, terms));
  const measured = (best: (likenesses: Float64Array, entry: IndexedFigure) => number) =>
    Float64Array.from(entries, (entry) => {
      const value = best(whole, entry);
      if (head === undefined || tail === undefined || value >= 0.95) return value;
      return Math.max(value, (headWeight * best(head, entry) + (1 - headWeight) * best(tail, entry)) * 0.98);
    });
  const by = measured(bestOf);
  const isGeneric = index.generic.some((word) => likeness(asked, word) >= 0.95);
  return {
    by,
    byName: measured((likenesses, { terms: { names } }) => highest(likenesses, names)),
    isQuoted: entries.map((entry) => highest(whole, entry.terms.quotation) >= 1),
    ofTerm: Float64Array.from(terms, (term) => likeness(term, asked)),
    weight: weightOf(asked, by, isGeneric, index),
    isGeneric,
  };
}

/** In a compound asked for, the first part names the thing ("kontanthj\u00e6lps"), the second mostly its kind ("modtagere"). */
const headWeight = 0.72;

function likenessesTo(asked: Concept, terms: readonly Concept[]): Float64Array {
  return Float64Array.from(terms, (term) => likeness(asked, term));
}

function bestOf(likenesses: Float64Array, { terms }: IndexedFigure): number {
  return Math.max(
    highest(likenesses, terms.names),
    0.85 * highest(likenesses, terms.surroundings),
    0.7 * highest(likenesses, terms.quotation),
  );
}

function highest(likenesses: Float64Array, terms: readonly number[]): number {
  let most = 0;
  for (const term of terms) most = Math.max(most, likenesses[term] ?? 0);
  return most;
}

/** Unknown words of this form are verbs: they tell little about which figure is meant. */
const verbal = /(?:es|ede|eret|erer|ing)$/u;

function weightOf(asked: Concept, by: Float64Array, isGeneric: boolean, { lastOfSeries }: FigureIndex): number {
  const known = lastOfSeries.filter((at) => (by[at] ?? 0) >= metFrom).length;
  const weight = Math.log(1 + lastOfSeries.length / Math.max(known, 0.7));
  return isGeneric || (known === 0 && verbal.test(asked.word)) ? 0.35 * weight : weight;
}

/** How well an asked word is met by a figure. */
export function met(asked: Concept, { at }: IndexedFigure, index: FigureIndex): number {
  return meetingOf(asked, index).by[at] ?? 0;
}

/** How well an asked word is met by a figure's names alone. */
export function metByName(asked: Concept, { at }: IndexedFigure, index: FigureIndex): number {
  return meetingOf(asked, index).byName[at] ?? 0;
}

/** The weighted share of each figure's own name that the asked words say, 0 to 1. */
export function precisionsOf(asked: readonly Concept[], index: FigureIndex): (entry: IndexedFigure) => number {
  const meetings = asked.map((concept) => meetingOf(concept, index).ofTerm);
  const best = (term: number) => meetings.reduce((most, ofTerm) => Math.max(most, ofTerm[term] ?? 0), 0);
  const isSaid = index.termParts.map((parts, term) => {
    const value = best(term);
    if (value >= metFrom || parts.length === 0) return value >= metFrom;
    const [head = 0, tail = head] = parts.map(best);
    return (headWeight * head + (1 - headWeight) * tail) * 0.98 >= metFrom;
  });
  return ({ terms: { own } }) => (own.length === 0 ? 0.5 : own.filter((term) => isSaid[term]).length / own.length);
}
