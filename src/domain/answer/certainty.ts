import { folded, stemOf, tokensOf } from '../language/words.ts';
import type { Findings, SectionFind } from './find-sections.ts';
import type { AskedQuestion } from './follow-up.ts';
import type { Library } from './library.ts';
import type { LibraryPassage } from './library-passage.ts';
import type { QueryTerm } from './search/search-index.ts';
import type { Slots } from './slots.ts';

const placedCertainty = 0.75;
/** From this certainty on an answer is given. */
export const certainEnough = 0.5;
const scoreShare = 0.012;
const mostScore = 20;
const unknownLoss = 0.3;
/** What is missing where the best section does not hold the kind of answer that is asked for. */
const wantLoss = {
  amount: 0.5,
  rate: 0.5,
  person: 0.2,
  count: 0.2,
  reference: 0.2,
  moment: 0,
  year: 0,
  place: 0,
  reason: 0,
  'yes-no': 0,
  any: 0,
} as const;
const namelessLoss = 0.4;
/** What lacks the role, the year or the counted thing that was asked for is shown, never claimed. */
const unclaimed = certainEnough - 0.05;
/** An alternative of at least this weight means the term itself. */
const sameMeaning = 0.5;
/** A word may end that much longer and be the same: "lederne". */
const longestEnding = 3;
/** A number counts what follows it this closely, or what it follows. In a row of a table it counts all. */
const reach = { before: 4, after: 2 };

/** How sure it is that the best section answers: what it covers of the question, less what the documents do not know. */
export function certaintyOf(asked: AskedQuestion, findings: Findings, library: Library): number {
  const { slots } = asked;
  const { terms, finds, unknown, conflicts, isPlaced } = findings;
  const [best] = finds;
  if (best === undefined) return 0;
  // A place that is named by its number and exists is what was asked for, whatever else the question says of it.
  if (isPlaced) return placedCertainty;
  // What does not exist is never answered; the nearest is shown with a note.
  if (conflicts > 0) return Math.min(best.coverage, certainEnough / 2);
  const misses = best.passage.answers.has(slots.want) ? 0 : wantLoss[slots.want];
  const sure = best.coverage + (unknown > 0 ? 0 : scoreShare * Math.min(best.score, mostScore)) - unknownLoss * unknown - misses;
  const names = terms.filter(({ stem }) => library.index.names.has(stem));
  const named = names.every((term) => sectionHolds(term, best, library)) ? sure : sure - namelessLoss;
  const lacks =
    isOwnCase(asked.text, library) ||
    isRoleless(asked.text, best.passage, library) ||
    isYearless(slots, best.passage, library) ||
    isUncounted(slots, terms, best.passage, library);
  return lacks ? Math.min(named, unclaimed) : named;
}

/** "hvem er min sagsbehandler", "skriv et brev": the documents speak of nobody's own case, and an errand is no question to them. */
function isOwnCase(question: string, { words }: Library): boolean {
  const own = new Set(words.ownCase.map(folded));
  return tokensOf(question).some(({ word }) => own.has(word)) || begins(question, words.errands);
}

/** Whether a question begins with one of the phrases, word by word. */
function begins(question: string, phrases: readonly string[]): boolean {
  const wordsOf = (text: string) => tokensOf(text).map(({ word }) => word);
  const asked = wordsOf(question);
  return phrases.some((phrase) => wordsOf(phrase).every((word, at) => asked[at] === word));
}

/** A role or a way to reach somebody is asked for, and the passage does not hold the word. */
function isRoleless(question: string, { text, lead, labels, section }: LibraryPassage, library: Library): boolean {
  const { words } = library;
  const isWho = begins(question, words.wants.named);
  const isNamed = isWho && holdsPerson(text, library);
  const said = tokensOf([text, lead, ...labels, section.heading].join(' ')).map(({ word }) => word);
  const asked = tokensOf(question).map(({ word }) => word);
  return words.mustStand.map(folded).some((role) => {
    const isForm = (word: string) => word.startsWith(role) && word.length - role.length <= longestEnding;
    return asked.some(isForm) && !(said.some((word) => isForm(word) || word.endsWith(role)) && (!isWho || isNamed));
  });
}

/** Two names beside each other, neither a municipality's: a person's. */
function holdsPerson(text: string, { index, words }: Library): boolean {
  const municipalities = new Set(words.municipalities.map(folded));
  const isName = (word: string) => index.names.has(stemOf(folded(word))) && !municipalities.has(folded(word));
  return [...text.matchAll(/(\p{Lu}\p{Ll}+)(?= (\p{Lu}\p{Ll}+))/gu)].some(
    ([, first = '', second = '']) => isName(first) && isName(second),
  );
}

/** Whether a term stands in the passage or in its section. */
function sectionHolds({ alternatives }: QueryTerm, { passage }: SectionFind, { index, passages }: Library): boolean {
  const isIn = (number: number) => {
    const other = passages[number];
    return other !== undefined && other.document.file === passage.document.file && other.section.id === passage.section.id;
  };
  return [...alternatives].some(
    ([stem, weight]) => weight >= sameMeaning && [...(index.postings.get(stem)?.keys() ?? [])].some(isIn),
  );
}

/** The named year is neither the document's nor spoken of in the section. */
function isYearless({ years }: Slots, { document, section }: LibraryPassage, { passages }: Library): boolean {
  if (years.length === 0 || years.includes(document.year ?? 0)) return false;
  const near = passages
    .filter((other) => other.document.file === document.file && other.section.id === section.id)
    .map(({ text, lead }) => `${text} ${lead}`);
  const said = [document.title, section.heading, ...section.headingPath, ...near].join(' ');
  return !years.some((year) => said.includes(String(year)));
}

/** "How many" is answered by a number that stands beside what is counted. */
function isUncounted(
  { want, counted }: Slots,
  terms: readonly QueryTerm[],
  { text, lead }: LibraryPassage,
  { words: known }: Library,
): boolean {
  if (want !== 'count' || counted === null) return false;
  const term = terms.find(({ word }) => word === counted);
  const meant = new Set([
    stemOf(counted),
    ...(term === undefined ? [] : [...term.alternatives].flatMap(([stem, weight]) => (weight >= sameMeaning ? [stem] : []))),
  ]);
  const numbers = new Set(known.numbers.map(folded));
  const money = new Set(known.money.map(folded));
  const isRow = text.includes('\t');
  const words = tokensOf(isRow ? `${lead} ${text}` : text).map(({ word }) => word);
  const isNumber = (at: number) => /^\d/u.test(words[at] ?? '') || numbers.has(words[at] ?? '');
  const labels = new Set(Object.values(known.numbered).flat().map(folded));
  const isCount = (at: number) =>
    isNumber(at) &&
    !money.has(words[at + 1] ?? '') &&
    !labels.has(words[at - 1] ?? '') &&
    !/^(?:19|20)\d{2}$/u.test(words[at] ?? '');
  const counts = words.flatMap((_word, at) => (isCount(at) ? [at] : []));
  return !words.some(
    (word, at) =>
      meant.has(stemOf(word)) &&
      counts.some((count) => isRow || (count < at ? at - count <= reach.before : count - at <= reach.after)),
  );
}
