import type { Figure } from '../figure.ts';
import { type Concept, conceptsOf } from './concepts.ts';
import type { FigureIndex } from './figure-index.ts';
import { yearsIn } from './figure-index.ts';
import type { AskedUnit, IntentWord } from './vocabulary.ts';
import { folded, holdsAny, phraseAt } from './words.ts';

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
  readonly isTotalAsked: boolean;
  readonly isAdditionAsked: boolean;
  readonly isBudgetWhole: boolean;
  /** What one piece costs. */
  readonly isUnitPrice: boolean;
  /** The figure that the conversation is about. */
  readonly anchor: Figure | null;
  readonly kind: 'number' | 'moment' | 'other';
}

/** Takes a question apart: slots, intent words and the words that name the figure. */
export function readFigureQuestion(text: string, index: FigureIndex): FigureQuestion {
  const { vocabulary, lexicon, municipalities } = index;
  const concepts = conceptsOf(text, lexicon);
  const words = concepts.flatMap(({ meant }) => meant.split(' '));
  const spellings = new Set(words.flatMap((word) => [spelled(word), spelled(word).replace(/s$/u, '')]));
  const named = vocabulary.municipalities.filter((name) => spellings.has(spelled(name)));
  const known = municipalities.filter((town) => named.some((name) => spelled(name) === spelled(town)));
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
    foreign: named.filter((name) => !municipalities.some((town) => spelled(name) === spelled(town))),
    isTotalAsked: holdsAny(words, vocabulary.totals),
    isAdditionAsked: holdsAny(words, vocabulary.additions),
    isBudgetWhole: holdsAny(words, vocabulary.wholes.budget),
    isUnitPrice: holdsAny(words, vocabulary.unitPrices),
    anchor: null,
    kind: kindOf(words, intents, index),
  };
}

/** The words that said what to do or what to count in: they do not name the figure as well. */
function spentWords(words: readonly string[], { vocabulary: { intents, units } }: FigureIndex): ReadonlySet<string> {
  const { days, weeks, months, duration, share, count } = units;
  const phrases = [...Object.values(intents), days, weeks, months, duration, share, count].flat();
  const spent = words.flatMap((_, at) => phrases.flatMap((phrase) => words.slice(at, at + phraseAt(words, at, phrase))));
  return new Set(spent);
}

function isTown(word: string, name: string): boolean {
  const town = spelled(name);
  return spelled(word) === town || spelled(word) === `${town}s`;
}

function spelled(name: string): string {
  return folded(name)
    .replace(/^aa(?=l|r)/u, 'aa')
    .replace(/^copenhagen$/u, 'koebenhavn');
}

function bindingOf(concepts: readonly Concept[], { vocabulary }: FigureIndex): readonly Concept[] {
  const { numbered, per, negations } = vocabulary.binding;
  return concepts.filter((concept, at) => {
    const before = concepts[at - 1]?.meant ?? '';
    if (/^\d{1,3}$/u.test(concept.word)) return holdsAny([before], numbered) || concepts.length <= 2;
    if (holdsAny([concept.meant], negations)) return true;
    return holdsAny([before], per.slice(0, 3)) || (holdsAny([concept.meant], per.slice(3)) && at > 0);
  });
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
  const counted = words.findIndex((_, at) => units.count.some((phrase) => phraseAt(words, at, phrase) > 0));
  if (holdsAny(words, units.share)) return 'share';
  const exact = kinds.find((unit) =>
    holdsAny(
      words,
      units[unit].filter((phrase) => phrase.includes(' ')),
    ),
  );
  if (exact !== undefined) return exact;
  if (holdsAny(words, units.duration)) return 'duration';
  if (counted >= 0) return holdsAny(words.slice(counted + 2, counted + 4), moneyNouns) ? 'money' : 'count';
  const length = kinds.find((unit) => holdsAny(words, units[unit]));
  if (holdsAny(words, units.money)) return 'money';
  return length ?? null;
}

function kindOf(words: readonly string[], intents: readonly IntentWord[], index: FigureIndex): FigureQuestion['kind'] {
  const { otherQuestions, momentQuestions, numberWords, yesNo, units } = index.vocabulary;
  const opens = (phrases: readonly string[]) => phrases.some((phrase) => phraseAt(words, 0, phrase) > 0);
  const isExtreme = intents.includes('most') || intents.includes('least');
  if (opens(momentQuestions)) return 'moment';
  if (opens(otherQuestions) && !isExtreme) return 'other';
  const isComparing = isExtreme || intents.some((intent) => intent === 'diff' || intent === 'compare' || intent === 'change');
  if (opens(yesNo) && !holdsAny(words, numberWords)) return isComparing ? 'number' : 'other';
  const hasUnit = Object.values(units).some((phrases) => holdsAny(words, phrases));
  if (hasUnit || intents.length > 0 || holdsAny(words, numberWords)) return 'number';
  return words.length <= longestName && words.some((word) => yearsIn(word).length > 0) ? 'number' : 'other';
}
