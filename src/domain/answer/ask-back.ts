import type { FigureAnswer } from '../budget/computation.ts';
import { partsOfCompound } from '../language/compounds.ts';
import { stemOf, tokensOf } from '../language/words.ts';
import type { Library } from './library.ts';
import { queryTerms } from './search/query-terms.ts';
import { synonymWeight } from './search/search-index.ts';
import type { Slots } from './slots.ts';

/** What is asked back: the word that may mean several things, and a full question for each. */
export interface AskingBack {
  readonly head: string;
  readonly options: readonly string[];
}

/** More choices than this are no help on a card. */
const mostOptions = 6;

/** Asks back where the figures do, or where a question names nothing but a number that stands in several places. */
export function askBackOn(text: string, slots: Slots, figure: FigureAnswer, library: Library): AskingBack | null {
  if (figure.kind === 'ask-back' && figure.options.length > 1 && areMeant(text, figure.options, library))
    return { head: figure.head, options: figure.options };
  const several = severalMeant(text, slots, figure, library);
  if (several !== null) return several;
  if (figure.kind !== 'no-figure' || slots.places.length === 0 || slots.municipalities.length > 0) return null;
  const numbers = new Set(slots.places.flatMap(({ labels, number }) => [...labels, String(number)]));
  if (queryTerms(text, library.index).some(({ word }) => !numbers.has(word))) return null;
  const options = slots.places.flatMap(({ number }) => placesWith(number, library));
  return options.length > 1 ? { head: text, options } : null;
}

/** The choices differ in more than small words, and the rarest word of the question stands in one of them. */
function areMeant(text: string, options: readonly string[], { index }: Library): boolean {
  const words = options.map((option) => tokensOf(option).flatMap(({ word }) => (index.stops.has(word) ? [] : [word])));
  if (new Set(words.map((each) => each.join(' '))).size < 2) return false;
  const [rarest] = queryTerms(text, index).toSorted((a, b) => b.idf - a.idf);
  const stems = new Set(words.flat().flatMap((word) => [stemOf(word), ...partsOfCompound(word, index.known)]));
  return rarest === undefined || [...rarest.alternatives.keys()].some((stem) => stems.has(stem));
}

/**
 * A question that is a single head ("hvornår er mødet", "hvor meget er merforbruget") and names neither municipality, year nor place may
 * mean any of the days or amounts that carry the head, where these stand in more than one section.
 */
function severalMeant(text: string, slots: Slots, figure: FigureAnswer, library: Library): AskingBack | null {
  if (slots.municipalities.length > 0 || slots.years.length > 0 || slots.places.length > 0) return null;
  const [head, ...others] = queryTerms(text, library.index);
  if (head === undefined || others.length > 0) return null;
  const isHead = (label: string) =>
    tokensOf(label).some(
      ({ word }) =>
        stemOf(word) === head.stem || word.endsWith(head.stem) || head.alternatives.get(stemOf(word)) === synonymWeight,
    );
  const named =
    slots.want === 'moment' ? momentsNamed(isHead, library) : figure.kind === 'withheld' ? amountsNamed(isHead, library) : [];
  const options = [...new Map(named.map(({ label, where }) => [`${label} (${where})`, `${label} (${where})`])).values()];
  const sections = new Set(named.map(({ section }) => section));
  return options.length > 1 && sections.size > 1 ? { head: head.word, options: options.slice(0, mostOptions) } : null;
}

interface Named {
  readonly label: string;
  readonly where: string;
  readonly section: string;
}

function momentsNamed(isHead: (label: string) => boolean, { dates, documents }: Library): readonly Named[] {
  return dates
    .filter(({ label }) => isHead(label))
    .map(({ label, documentFile, sectionId, on }) => {
      const municipality = documents.find(({ file }) => file === documentFile)?.municipality ?? '';
      return { label, where: `${municipality} ${on.slice(0, 4)}`, section: `${documentFile}|${sectionId}` };
    });
}

function amountsNamed(isHead: (label: string) => boolean, { figureList }: Library): readonly Named[] {
  return figureList
    .filter(({ label }) => isHead(label))
    .map(({ label, municipality, period, documentFile, section }) => ({
      label,
      where: `${municipality} ${period ?? ''}`.trim(),
      section: `${documentFile}|${section}`,
    }));
}

/** Every place that carries a number, over all documents, by the labels that documents number their places with. */
function placesWith(number: number, { passages, words }: Library): readonly string[] {
  const labels = Object.values(words.numbered)
    .flat()
    .filter((label) => label.length >= 4)
    .join('|');
  const named = new RegExp(`(?<![\\p{L}\\d])(${labels})\\s+${number}(?![\\d.,]\\d|\\d)`, 'giu');
  const found = new Map<string, string>();
  for (const { text, section, document } of passages) {
    for (const [, label = ''] of `${section.heading} \n ${text}`.matchAll(named)) {
      const name = `${label.charAt(0).toUpperCase()}${label.slice(1).toLowerCase()} ${number} (${document.municipality ?? document.title})`;
      found.set(name.toLowerCase(), name);
    }
  }
  return [...found.values()];
}
