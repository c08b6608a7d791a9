import type { Figure } from '../figure.ts';
import { type Concept, conceptsOf } from './concepts.ts';
import type { FigureIndex } from './figure-index.ts';
import { spelled, yearsIn } from './figure-index.ts';
import { holdsAny, longestAt, opensWith, saidAt } from './phrases.ts';
import type { AskedUnit, IntentWord } from './vocabulary.ts';
import { wholeSaid } from './whole.ts';

/** A question for figures, taken apart. */
export interface FigureQuestion {
  readonly text: string;
  readonly words: readonly string[];
  /** The words that say which figure is meant. */
  readonly asked: readonly Concept[];
  /** Words that must be in the figure, because they change what it says: numbers after "konto", "ikke", "pr. elev". */
  readonly binding: readonly Concept[];
  readonly intents: ReadonlySet<IntentWord>;
  readonly unit: AskedUnit | null;
  readonly years: readonly number[];
  readonly municipalities: readonly string[];
  /** Municipalities that no figure is of. */
  readonly foreign: readonly string[];
  /** What a share is of, as the question says it. */
  readonly whole: readonly Concept[];
  /** The year before (-1) or after (1) the one spoken of. */
  readonly yearShift: -1 | 0 | 1;
  /** All the years that a table has, none named. */
  readonly isOverYears: boolean;
  readonly isTotalAsked: boolean;
  readonly isAdditionAsked: boolean;
  readonly isBudgetWhole: boolean;
  /** So much for each of something ("pr. ledig"): only a figure that is itself so much for each answers it. */
  readonly isRate: boolean;
  /** What one piece costs. */
  readonly isUnitPrice: boolean;
  /** The figure that the conversation is about. */
  readonly anchor: Figure | null;
  /** A `topic` is a few words that ask nothing: a number answers them only where they name it in full. */
  readonly kind: 'number' | 'moment' | 'topic' | 'other';
}

/** Takes a question apart: slots, intent words and the words that name the figure. */
export function readFigureQuestion(text: string, index: FigureIndex): FigureQuestion {
  const { vocabulary, lexicon, municipalities, towns } = index;
  const concepts = conceptsOf(text, lexicon);
  const words = concepts.flatMap(({ meant }) => meant.split(' '));
  const spellings = new Set(words.flatMap((word) => [spelled(word), spelled(word).replace(/s$/u, '')]));
  const named = towns.filter((town) => spellings.has(town));
  const known = municipalities.filter((town) => named.includes(spelled(town)));
  const intents = (Object.keys(vocabulary.intents) as IntentWord[]).filter((intent) =>
    holdsAny(words, vocabulary.intents[intent]),
  );
  const binding = bindingOf(concepts, index);
  const spent = spentWords(words, index);
  const asked = concepts.filter((concept) => {
    const { word, meant } = concept;
    if (binding.includes(concept)) return true;
    return (
      ![word, meant].some((spelling) => lexicon.ignored.has(spelling) || spent.has(spelling)) &&
      !named.some((name) => isTown(word, name))
    );
  });
  return {
    text,
    words,
    asked: asked.filter(({ word }) => yearsIn(word).length === 0),
    binding,
    intents: new Set(intents),
    unit: askedUnit(words, index) ?? (isAmountAsked(words, intents, index) ? 'money' : null),
    years: yearsIn(text),
    municipalities: known,
    foreign: named.filter((town) => !known.some((own) => spelled(own) === town)),
    whole: wholeSaid(concepts, index),
    yearShift: shiftOf(words, index),
    isOverYears: yearsIn(text).length === 0 && holdsAny(words, vocabulary.spans),
    isTotalAsked: holdsAny(words, vocabulary.totals),
    isAdditionAsked: holdsAny(words, vocabulary.additions),
    isBudgetWhole: holdsAny(words, vocabulary.wholes.budget),
    isRate: isRate(concepts, index),
    isUnitPrice: holdsAny(words, vocabulary.unitPrices),
    anchor: null,
    kind: kindOf(words, intents, index),
  };
}

/** The words that said what to do or what to count in: they do not name the figure as well. */
function spentWords(words: readonly string[], { vocabulary: { intents, units, spans } }: FigureIndex): ReadonlySet<string> {
  const { days, weeks, months, duration, share, count } = units;
  const lists = [...Object.values(intents), days, weeks, months, duration, share, count, spans];
  return new Set(words.flatMap((_, at) => lists.flatMap((list) => saidAt(words, at, list))));
}

function shiftOf(words: readonly string[], { vocabulary: { followUp } }: FigureIndex): -1 | 0 | 1 {
  if (holdsAny(words, followUp.yearBefore)) return -1;
  return holdsAny(words, followUp.yearAfter) ? 1 : 0;
}

function isTown(word: string, town: string): boolean {
  return spelled(word) === town || spelled(word) === `${town}s`;
}

function bindingOf(concepts: readonly Concept[], { vocabulary }: FigureIndex): readonly Concept[] {
  const { numbered, per, rates, negations } = vocabulary.binding;
  return concepts.filter((concept, at) => {
    const before = concepts[at - 1]?.meant ?? '';
    if (/^\d{1,3}$/u.test(concept.word)) return holdsAny([before], numbered) || concepts.length <= 2;
    if (holdsAny([concept.meant], negations)) return true;
    return holdsAny([before], per) || (holdsAny([concept.meant], rates) && at > 0);
  });
}

function isRate(concepts: readonly Concept[], { vocabulary: { binding } }: FigureIndex): boolean {
  return concepts.some(({ meant }, at) => holdsAny([meant], binding.per) && /^\p{L}/u.test(concepts[at + 1]?.word ?? ''));
}

/** "Hvor meget" asks for money, unless something is compared or changes. */
function isAmountAsked(words: readonly string[], intents: readonly IntentWord[], { vocabulary }: FigureIndex): boolean {
  const isMeasured = intents.some((intent) => intent === 'diff' || intent === 'change' || intent === 'share');
  return !isMeasured && holdsAny(words, vocabulary.amounts);
}

/** A short name with a year ("Jobhuset 2016") asks for the figure. */
const longestName = 6;

const kinds: readonly AskedUnit[] = ['days', 'weeks', 'months', 'years'];

function askedUnit(words: readonly string[], { vocabulary: { units, moneyNouns } }: FigureIndex): AskedUnit | null {
  const counted = words.findIndex((_, at) => longestAt(words, at, units.count) > 0);
  if (holdsAny(words, units.share)) return 'share';
  const exact = kinds.find((unit) => words.some((_, at) => longestAt(words, at, units[unit]) > 1));
  if (exact !== undefined) return exact;
  if (holdsAny(words, units.duration)) return 'duration';
  if (counted >= 0) return holdsAny(words.slice(counted + 2, counted + 4), moneyNouns) ? 'money' : 'count';
  const length = kinds.find((unit) => holdsAny(words, units[unit]));
  if (holdsAny(words, units.money)) return 'money';
  return length ?? null;
}

function kindOf(words: readonly string[], intents: readonly IntentWord[], index: FigureIndex): FigureQuestion['kind'] {
  const { otherQuestions, momentQuestions, numberWords, yesNo, units } = index.vocabulary;
  const opens = (phrases: readonly string[]) => opensWith(words, phrases);
  const isExtreme = intents.includes('most') || intents.includes('least');
  if (opens(momentQuestions)) return 'moment';
  if (opens(otherQuestions) && !isExtreme) return 'other';
  const isComparing = isExtreme || intents.some((intent) => intent === 'diff' || intent === 'compare' || intent === 'change');
  if (opens(yesNo) && !holdsAny(words, numberWords)) return isComparing ? 'number' : 'other';
  const hasUnit = Object.values(units).some((phrases) => holdsAny(words, phrases));
  if (hasUnit || intents.length > 0 || holdsAny(words, numberWords)) return 'number';
  if (words.length > longestName) return 'other';
  return words.some((word) => yearsIn(word).length > 0) ? 'number' : 'topic';
}
